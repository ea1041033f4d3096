import {afterEach, expect, test} from 'vitest';
import {ruleName} from '../../web/labels/rule-names.ts';
import {speak} from '../../web/labels/words.ts';

afterEach(() => speak('vi'));

test('a gate is called as its letter has it, and in English for who reads English', () => {
  expect(ruleName('finished_on_time', 'Về đích đúng hạn')).toBe('Về đích đúng hạn');
  speak('en');
  expect(ruleName('finished_on_time', 'Về đích đúng hạn')).toBe('Finished in time');
  expect(ruleName('a_new_gate', 'Điều kiện mới')).toBe('Điều kiện mới');
});
