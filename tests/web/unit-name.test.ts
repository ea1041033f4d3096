import {afterEach, expect, test} from 'vitest';
import {unitNameShown} from '../../web/labels/unit-name.ts';
import {speak} from '../../web/labels/words.ts';

afterEach(() => speak('vi'));

test('the whole country is called as the language has it, a unit by its own name', () => {
  expect(unitNameShown('Toàn quốc')).toBe('Toàn quốc');
  speak('en');
  expect([unitNameShown('Toàn quốc'), unitNameShown('Thanh Hóa')]).toEqual(['Nation', 'Thanh Hóa']);
});
