import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {operationsWords} from '../../web/labels/operations-words.ts';
import {speak} from '../../web/labels/words.ts';

afterEach(() => speak('vi'));

const nightly = readFileSync(join(import.meta.dirname, '../../warehouse/nightly.ts'), 'utf8');
const steps = [...nightly.matchAll(/reporter\.begin\(`Đêm \$\{[\w.]+\}: ([^`]+)`\)/g)].map(
  ([, step]) => step!,
);

test('every step of a night is named in English for who reads English', () => {
  expect(steps.length).toBeGreaterThan(4);
  expect(steps.map((step) => operationsWords().step(step))).toEqual(steps);
  speak('en');
  expect(steps.filter((step) => operationsWords().step(step) === step)).toEqual([]);
  expect(operationsWords().step('một bước lạ')).toBe('một bước lạ');
});
