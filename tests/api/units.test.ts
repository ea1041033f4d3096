import {afterAll, beforeAll, expect, test} from 'vitest';
import type {UnitAnswer, UnitsAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

test('the unit tree goes from the Department down, provinces by the Vietnamese alphabet, each before its offices', async () => {
  const {rows} = await server.read<UnitsAnswer>('/units');
  expect(rows.map(({unit_id}) => unit_id)).toEqual([
    'CUC',
    'CUC.CDS',
    '48',
    '48.KV01',
    '14',
    '14.KV01',
    '38',
    '38.KV01',
    '38.KV02',
  ]);
});

test('a dissolved office is in the tree of a night on which it still stood', async () => {
  const {rows, night} = await server.read<UnitsAnswer>('/units?as_of=2026-03-24');
  expect(night).toBe('2026-03-24');
  expect(rows.find(({unit_id}) => unit_id === '38.KV09')?.valid_to).toBe('2026-03-25');
});

test('a unit comes with those directly below it, whenever they were in force', async () => {
  const {unit, children} = await server.read<UnitAnswer>('/units/38');
  expect(unit).toEqual({
    unit_id: '38',
    unit_name: 'THADS tỉnh Thanh Hóa',
    level: 'province',
    parent_id: 'CUC',
    province_id: '38',
    valid_from: '2025-07-01',
    valid_to: null,
  });
  expect(children.map(({unit_id}) => unit_id)).toEqual(['38.KV01', '38.KV02', '38.KV09']);
  const department = await server.read<UnitAnswer>('/units/CUC');
  expect(department.children.map(({unit_id}) => unit_id)).toEqual(['CUC.CDS', '48', '14', '38']);
});
