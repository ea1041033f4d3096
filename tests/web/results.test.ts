import {tableFromArrays, tableToIPC} from 'apache-arrow';
import {compile} from 'vega-lite';
import {describe, expect, test} from 'vitest';
import type {QueryAnswer} from '../../api/answers.ts';
import {chartKinds, resultChart, suitedChoice} from '../../web/charts/result-chart.ts';
import {resultOfArrow} from '../../web/workbench/arrow-result.ts';
import {fieldsFor, parseFields, printFields, valueOfField} from '../../web/workbench/parameter-fields.ts';
import {planSteps} from '../../web/workbench/plan.ts';
import {asTabs, groupedDigits, resultOfAnswer} from '../../web/workbench/result.ts';

const answer: QueryAnswer = {
  id: 'q',
  night: '2026-03-31',
  version: 'v',
  demo: false,
  columns: [
    {name: 'ten', type: 'VARCHAR'},
    {name: 'so', type: 'BIGINT'},
  ],
  rows: [
    ['Sơn La', 3],
    ['Tây\tNinh', 1],
  ],
  row_count: 2,
  truncated: false,
  cut_by: [],
  row_limit: 1000,
  elapsed_ms: 4,
  plan: null,
  profile: null,
};
const result = resultOfAnswer(answer);
const facts = {cutBy: [], rowLimit: 10, elapsedMs: 1, night: '2026-03-31', version: 'v'};
const theme = {ink: '', inkSoft: '', rule: '', accent: '#1f4e8c', alarm: '', paper: '', font: 'sans-serif'};

describe('a result', () => {
  test('goes to a spreadsheet with its names, and with no tab inside a cell', () => {
    expect(asTabs(result)).toBe('ten\tso\nSơn La\t3\nTây Ninh\t1');
  });

  test('keeps every digit of a number when it is grouped', () => {
    const marks = {decimal: ',', group: '.'};
    expect(groupedDigits('123456789012345678901', marks)).toBe('123.456.789.012.345.678.901');
    expect(groupedDigits('-1234.500', marks)).toBe('−1.234,500');
    expect(groupedDigits('NaN', marks)).toBe('NaN');
  });

  test('that came as Arrow has the same cells as one that came as JSON', () => {
    const bytes = tableToIPC(tableFromArrays({ten: ['Sơn La', 'Tây\tNinh'], so: [3n, 1n]}), 'stream');
    const arrow = resultOfArrow(bytes, facts);
    expect([arrow.rowCount, arrow.cell(0, 0), arrow.cell(1, 1)]).toEqual([2, 'Sơn La', '1']);
    expect(arrow.columns[1]).toEqual({name: 'so', type: 'BIGINT'});
  });
});

describe('a picture of a result', () => {
  test('is of bars where there are names and numbers, and none without numbers', () => {
    expect(suitedChoice(result)).toEqual({kind: 'bar', x: 0, y: 1, by: null});
    expect(suitedChoice({...result, columns: [{name: 'ten', type: 'VARCHAR'}]})).toBeNull();
  });

  test.each(chartKinds)('can be drawn as %s', (kind) => {
    const spec = resultChart(result, {kind, x: 0, y: 1, by: kind === 'heat' ? 0 : null})(theme, 600);
    expect(compile(spec).spec.marks).not.toEqual([]);
  });
});

test('a plan is steps within steps, with the rows the engine expects', () => {
  const plan = [
    {
      name: 'TOP_N ',
      extra_info: {Top: '34', 'Estimated Cardinality': '34'},
      children: [{name: 'SEQ_SCAN', extra_info: {Projections: ['a', 'b']}, children: []}],
    },
  ];
  expect(planSteps(plan)).toEqual([
    {
      name: 'TOP_N',
      facts: [{name: 'Top', text: '34'}],
      seconds: null,
      rows: 34,
      steps: [
        {
          name: 'SEQ_SCAN',
          facts: [{name: 'Projections', text: 'a, b'}],
          seconds: null,
          rows: null,
          steps: [],
        },
      ],
    },
  ]);
  expect(planSteps(null)).toEqual([]);
});

describe('the fields for parameters', () => {
  test('keep what was typed while the query is written on', () => {
    const typed = [{name: 'tinh', kind: 'text' as const, typed: '38'}];
    expect(fieldsFor(['ngay', 'tinh'], typed)).toEqual([{name: 'ngay', kind: 'text', typed: ''}, typed[0]]);
  });

  test('read a number with a decimal comma, and know when it is none', () => {
    const field = {name: 'a', kind: 'number' as const};
    expect(valueOfField({...field, typed: '0,5'})).toBe(0.5);
    expect(valueOfField({...field, typed: 'nửa'})).toBeUndefined();
    expect(valueOfField({name: 'b', kind: 'boolean', typed: 'true'})).toBe(true);
  });

  test('are in a link as they were typed; what cannot be read of a link is left out', () => {
    const fields = [{name: 'tinh', kind: 'text' as const, typed: '38'}];
    expect(parseFields(printFields(fields)!)).toEqual(fields);
    expect(parseFields('{"a": ["giờ", "x"], "b": 1}')).toEqual([]);
    expect(parseFields('hỏng')).toEqual([]);
  });
});
