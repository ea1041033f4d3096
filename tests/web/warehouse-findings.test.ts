import {expect, test} from 'vitest';
import {originsOf, readersOf} from '../../web/findings/lineage.ts';
import {longestStep, nightSteps} from '../../web/findings/night-steps.ts';
import {schemasOf, searchSchemas} from '../../web/workbench/schema-tree.ts';

const readings = [
  {model: 'metrics.rate', reads_model: 'marts.files'},
  {model: 'marts.files', reads_model: 'staging.files'},
  {model: 'marts.files', reads_model: 'marts.units'},
  {model: 'staging.files', reads_model: 'sources.ho_so'},
  {model: 'marts.units', reads_model: 'sources.ho_so'},
  {model: 'metrics.other', reads_model: 'marts.units'},
];

test('a figure comes from everything its models read, down to the tables delivered', () => {
  expect(originsOf('metrics.rate', readings).map(({model, steps}) => [model, steps])).toEqual([
    ['metrics.rate', 0],
    ['marts.files', 1],
    ['marts.units', 2],
    ['staging.files', 2],
    ['sources.ho_so', 3],
  ]);
});

test('a change of a table touches the models that read it', () => {
  expect(readersOf('marts.units', readings)).toEqual(['marts.files', 'metrics.other']);
});

test('the steps of a night follow one another, and the night is not said four times', () => {
  const steps = nightSteps([
    {step: 'Đêm 2026-03-31: dựng các bảng', seconds: 20},
    {step: 'Đêm 2026-03-31: kiểm tra', seconds: 1.5},
  ]);
  expect(steps).toEqual([
    {name: 'dựng các bảng', begins: 0, seconds: 20},
    {name: 'kiểm tra', begins: 20, seconds: 1.5},
  ]);
  expect(longestStep(steps)?.name).toBe('dựng các bảng');
});

test('a column is found by its meaning, written without marks; the tables of the build alone are not shown', () => {
  const row = {model_meaning_vi: null, model_meaning: null, type: 'VARCHAR', meaning_en: null};
  const schemas = schemasOf(
    [
      {...row, model: 'marts.units', column: 'unit_id', meaning_vi: 'Mã đơn vị'},
      {...row, model: 'marts.units', column: 'valid_from', meaning_vi: 'Từ ngày'},
      {...row, model: 'staging.units', column: 'unit_id', meaning_vi: 'Mã đơn vị'},
    ],
    'vi',
  );
  expect(schemas.map(({name}) => name)).toEqual(['marts']);
  const found = searchSchemas(schemas, 'don vi');
  expect(found[0]?.tables[0]?.columns.map(({name}) => name)).toEqual(['unit_id']);
  expect(searchSchemas(schemas, 'không có')).toEqual([]);
});

test('a table has its meaning in the language read, and the one there is in an older version', () => {
  const row = {type: 'VARCHAR', column: 'unit_id', meaning_vi: null, meaning_en: null};
  const rows = [
    {
      ...row,
      model: 'marts.units',
      model_meaning_vi: 'Mỗi dòng là một đơn vị',
      model_meaning: 'One row per unit',
    },
    {...row, model: 'marts.night', model_meaning_vi: null, model_meaning: 'One row: the night'},
  ];
  const meanings = (language: 'vi' | 'en') =>
    schemasOf(rows, language)[0]!.tables.map(({meaning}) => meaning);
  expect(meanings('vi')).toEqual(['Mỗi dòng là một đơn vị', 'One row: the night']);
  expect(meanings('en')).toEqual(['One row per unit', 'One row: the night']);
});
