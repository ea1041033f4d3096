import {describe, expect, test} from 'vitest';
import {offsetOf, parametersIn, statementAt} from '../../web/workbench/sql-text.ts';

describe('the parameters of a query', () => {
  test('are its dollar names, each once, in their order', () => {
    expect(parametersIn('select $tinh, $den_ngay where a = $tinh')).toEqual(['tinh', 'den_ngay']);
  });

  test.each(["'giá $x'", '"$x"', '-- $x', '/* $x */', '$$ $x $$'])('are not looked for in %s', (text) => {
    expect(parametersIn(`select ${text}\n`)).toEqual([]);
  });
});

describe('the statement at the cursor', () => {
  const text = "select 'a;b';\nselect 2; -- hết; rồi\nselect 3";

  test.each([
    [0, "select 'a;b'"],
    [11, "select 'a;b'"],
    [13, "select 'a;b'"],
    [16, 'select 2'],
    [text.length, '-- hết; rồi\nselect 3'],
  ])('at %i is %s', (place, statement) => {
    expect(statementAt(text, place)?.text).toBe(statement);
  });

  test('says where it begins, so that a fault in it can be shown', () => {
    expect(statementAt(text, 16)).toMatchObject({from: 14, to: 22});
  });

  test('is none where nothing is written', () => {
    expect(statementAt(' ;\n ', 1)).toBeNull();
  });
});

test('a line and a column, counted in whole characters, are a place in the text', () => {
  expect(offsetOf('select 1\nfrom x', 2, 6)).toBe('select 1\nfrom '.length);
  expect(offsetOf("'😀' x", 1, 5)).toBe("'😀' ".length);
  expect(offsetOf('a', 9, 9)).toBe(1);
});
