import {describe, expect, test} from 'vitest';
import type {MetricRow, SessionAnswer} from '../../api/answers.ts';
import {addresses, findAddress} from '../../web/addresses.ts';
import {comparedFor, nightFor} from '../../web/findings/nights.ts';
import {plainOfficeName, shortOfficeName} from '../../web/findings/office-name.ts';
import {lackingMoney, sortOffices} from '../../web/findings/office-order.ts';
import {qualityStep, sortByQuality, weakestPillar} from '../../web/findings/quality-order.ts';
import {search} from '../../web/findings/search.ts';
import {axisStart, spreadOf} from '../../web/findings/spread.ts';
import {completionChange, sortUnits} from '../../web/findings/unit-order.ts';
import {listedRoutes, routes} from '../../web/routes.ts';
import {unitWith} from './units.ts';

describe('addresses', () => {
  test('lead to the page they name, with the unit in them', () => {
    expect(findAddress('/')).toEqual({address: '/', id: null});
    expect(findAddress('/tinh')).toEqual({address: '/tinh', id: null});
    expect(findAddress('/tinh/38')).toEqual({address: '/tinh/:id', id: '38'});
    expect(findAddress('/phong/38.KV01')).toEqual({address: '/phong/:id', id: '38.KV01'});
  });

  test('that no page has lead nowhere', () => {
    for (const path of ['/tinh/', '/tinh/38/39', '/tinh/<b>', '/x']) {
      expect([path, findAddress(path)]).toEqual([path, null]);
    }
  });

  test('of listed pages have a key each, and no two the same', () => {
    const keys = addresses.flatMap((address) => routes[address].key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the list of pages', () => {
  const session = (part: Partial<SessionAnswer>): SessionAnswer => ({
    id: 'a',
    name: 'A',
    role: 'lanh_dao',
    role_name: 'Lãnh đạo Cục',
    province: null,
    scope: 'no_parties',
    purpose: null,
    needs_purpose: false,
    via: 'session',
    routes: [],
    ...part,
  });
  const pathsOf = (reader: SessionAnswer) => listedRoutes(reader).map(({path}) => path);

  test('has for each reader what the API would answer them', () => {
    expect(pathsOf(session({routes: ['GET /pages/overview', 'GET /pages/money']}))).toEqual([
      '/',
      '/tinh',
      '/tien',
    ]);
    expect(pathsOf(session({routes: []}))).toEqual([]);
  });

  test('leads a province’s viewer to the province’s own page', () => {
    expect(pathsOf(session({routes: ['GET /pages/unit-work'], role: 'tinh', province: '38'}))).toEqual([
      '/tinh/38',
      '/chat-luong',
    ]);
  });
});

describe('nights', () => {
  const nights = ['2026-03-17', '2026-03-24', '2026-03-31'];

  test('answer for the days after them until the next', () => {
    expect(nightFor(nights, '2026-03-30')).toBe('2026-03-24');
    expect(nightFor(nights, null)).toBe('2026-03-31');
    expect(nightFor(nights, '2026-01-01')).toBeNull();
  });

  test('are compared with the one a week before, or the one chosen', () => {
    expect(comparedFor(nights, '2026-03-31', null)).toBe('2026-03-24');
    expect(comparedFor(nights, '2026-03-31', '2026-03-20')).toBe('2026-03-17');
    expect(comparedFor(nights, '2026-03-17', null)).toBeNull();
  });
});

describe('search', () => {
  const things = ['Đà Nẵng', 'Đắk Lắk', 'Phòng khu vực 1, Đà Nẵng', 'Tây Ninh'].map((name) => ({name}));
  const found = (asked: string) => search(things, asked, 8).map(({name}) => name);

  test('needs no marks, and takes those that are typed', () => {
    expect(found('da nang')).toEqual(['Đà Nẵng', 'Phòng khu vực 1, Đà Nẵng']);
    expect(found('ĐẮK')).toEqual(['Đắk Lắk']);
  });

  test('takes words in any order and finds nothing for nothing', () => {
    expect(found('nang khu')).toEqual(['Phòng khu vực 1, Đà Nẵng']);
    expect(found('  ')).toEqual([]);
    expect(found('hue')).toEqual([]);
  });
});

test('an office is named shortly where its province is known', () => {
  const name = 'Phòng Thi hành án dân sự khu vực 1 - Thanh Hóa';
  expect(shortOfficeName(name)).toBe('Phòng khu vực 1');
  expect(plainOfficeName(name)).toBe('Phòng khu vực 1 - Thanh Hóa');
  expect(shortOfficeName('Phòng Nghiệp vụ 2 - Thi hành án dân sự TP. Hồ Chí Minh')).toBe('Phòng Nghiệp vụ 2');
});

describe('units', () => {
  const ten = unitWith('1', 'Phòng khu vực 10', {entered: 90, before: 0.5, correct: 100, complete: 50});
  const two = unitWith('2', 'Phòng khu vực 2', {entered: 100, correct: 90, complete: 99});
  const none = {...unitWith('3', 'Phòng khu vực 3', {entered: 100, correct: 0, complete: 0})};
  none.figures = {...none.figures, quality_score: {...two.figures.quality_clean}};
  const idsOf = (rows: readonly {unit_id: string}[]) => rows.map(({unit_id}) => unit_id);

  test('are sorted by what they lack, by number within a name, and with the unknown last', () => {
    expect(idsOf(sortUnits([two, ten], '-missing'))).toEqual(['1', '2']);
    expect(idsOf(sortUnits([ten, two], 'name'))).toEqual(['2', '1']);
    expect(idsOf(sortUnits([none, two, ten], 'quality'))).toEqual(['1', '2', '3']);
    expect(idsOf(sortUnits([none, two, ten], '-quality'))).toEqual(['2', '1', '3']);
  });

  test('have changed by what they have more than before, where that is known', () => {
    expect(completionChange(ten)).toBeCloseTo(0.4);
    expect(completionChange(two)).toBeNull();
  });

  test('are sorted by quality lowest first, and have a weakest pillar', () => {
    expect(idsOf(sortByQuality([two, ten, none], 'score'))).toEqual(['1', '2', '3']);
    expect(idsOf(sortByQuality([two, ten], '-complete'))).toEqual(['2', '1']);
    expect(weakestPillar(ten)).toEqual({pillar: 'complete', value: 0.5});
  });

  test('are tinted by how far their score is from whole', () => {
    expect([1, 0.98, 0.979, 0.95, 0.9, 0.899].map(qualityStep)).toEqual([0, 0, 1, 1, 2, 3]);
  });

  test('are spread from the lowest through the middle to the highest', () => {
    expect(spreadOf([0.5, 0.1, 0.9, 0.7])).toEqual({low: 0.1, median: 0.6, high: 0.9});
    expect(spreadOf([])).toBeNull();
    expect([0.995, 0.93, 0.6, 0.1].map(axisStart)).toEqual([0.99, 0.9, 0.5, 0]);
  });
});

describe('offices lacking money', () => {
  const office = (unit_id: string, numerator: number, denominator: number): MetricRow => ({
    unit_id,
    unit_name: unit_id,
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
    status: 'near',
  });
  const rows = [office('a', 90, 100), office('b', 0, 50), office('c', 0, 0)];

  test('are sorted by how many files they lack, without those that have no money to enter', () => {
    expect(sortOffices(rows, '-missing').map((row) => [row.unit_id, lackingMoney(row)])).toEqual([
      ['b', 50],
      ['a', 10],
    ]);
    expect(sortOffices(rows, '-complete').map(({unit_id}) => unit_id)).toEqual(['a', 'b']);
  });
});
