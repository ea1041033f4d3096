import {describe, expect, test} from 'vitest';
import {decisionsNeeded} from '../../web/findings/decisions.ts';
import {fewestHoldingHalf} from '../../web/findings/missing-share.ts';
import {countMoneyBands, moneyBandOf} from '../../web/findings/money-bands.ts';
import {headingOfUnits, headingOfProvinces} from '../../web/findings/missing-headings.ts';
import {headingOfCourse} from '../../web/findings/entries-course.ts';
import {headingOfMap} from '../../web/findings/map-words.ts';
import {headingOfMoney, moneySentence} from '../../web/findings/money-headings.ts';
import {moneyRows} from '../../web/findings/money-rows.ts';
import {sortProvinces} from '../../web/findings/province-order.ts';
import {ranks} from '../../web/findings/ranks.ts';
import {tileValue} from '../../web/findings/tile-values.ts';
import {province} from './provinces.ts';
import {unitWith} from './units.ts';

const sonLa = province('14', 'Sơn La', {entered: 90, required: 100}, {complete: 1, withMoney: 80});
const daNang = province('48', 'Đà Nẵng', {entered: 199, required: 200}, {complete: 150, withMoney: 150});
const tayNinh = province('80', 'Tây Ninh', {entered: 970, required: 1000}, {complete: 9, withMoney: 900});
const caMau = province('96', 'Cà Mau', {entered: 50, required: 50}, {complete: 0, withMoney: 0});
const provinces = [sonLa, daNang, tayNinh, caMau];
const namesOf = (rows: readonly {unit_name: string}[]) => rows.map((row) => row.unit_name);

describe('decisions', () => {
  const deadline = {
    goal: 1,
    floor: 0.05,
    deadline: '2026-04-14',
    letter: 'CV',
    clause: '1',
    by_default: false,
  };

  test('name what is below the floor first, worst first, then the most files missing', () => {
    const {decisions} = decisionsNeeded(provinces, {completion: deadline, money: deadline, petitions: null});
    expect(decisions.map(({unitName, problem, files}) => [unitName, problem, files])).toEqual([
      ['Tây Ninh', 'money', 891],
      ['Sơn La', 'money', 79],
      ['Tây Ninh', 'files', 30],
      ['Sơn La', 'files', 10],
      ['Đà Nẵng', 'files', 1],
    ]);
  });

  test('are seven at most, and neither kind pushes the other off the list', () => {
    const many = Array.from({length: 10}, (_, index) => ({...sonLa, unit_id: String(index)}));
    const {decisions, all} = decisionsNeeded(many, {completion: deadline, money: deadline, petitions: null});
    expect(decisions.map(({problem}) => problem)).toEqual([
      'money',
      'money',
      'money',
      'money',
      'files',
      'files',
      'files',
    ]);
    expect(all).toBe(20);
  });
});

test('equal values share a rank, and the next one is counted on', () => {
  expect(ranks([5, 3, 5, 9], 'lowest')).toEqual([2, 1, 2, 4]);
  expect(ranks([5, 3, 5, 9], 'highest')).toEqual([2, 4, 2, 1]);
});

test('a share on a limit belongs to the band that begins there', () => {
  expect([0, 0.049_99, 0.05, 0.5, 0.9, 0.99, 0.9999, 1].map(moneyBandOf)).toEqual([
    '0-5',
    '0-5',
    '5-50',
    '50-90',
    '90-99',
    '99-100',
    '99-100',
    '100',
  ]);
  expect(moneyBandOf(null)).toBeNull();
});

test('bands count each province with a figure once', () => {
  expect(countMoneyBands(provinces).map((band) => band.provinces)).toEqual([2, 0, 0, 0, 0, 1]);
});

test('money rows carry both ranks, which differ where a small province is worst', () => {
  expect(
    moneyRows(provinces, 'missing').map((row) => [row.name, row.rankByShare, row.rankByMissing]),
  ).toEqual([
    ['Tây Ninh', 1, 1],
    ['Sơn La', 2, 2],
    ['Đà Nẵng', 3, 3],
    ['Cà Mau', null, 3],
  ]);
  expect(moneyRows(provinces, 'share').at(-1)?.name).toBe('Cà Mau');
});

test('the fewest provinces that hold half of what is missing', () => {
  expect(fewestHoldingHalf(provinces)).toEqual({provinces: 1, share: 30 / 41});
  expect(fewestHoldingHalf([caMau])).toBeNull();
});

test('names are in Vietnamese order: Đ after C and before S', () => {
  expect(namesOf(sortProvinces(provinces, {column: 'name', descending: false}))).toEqual([
    'Cà Mau',
    'Đà Nẵng',
    'Sơn La',
    'Tây Ninh',
  ]);
});

test('a province without a figure comes last, whichever way the table is sorted', () => {
  const unknown = province('01', 'Hà Nội', {entered: 0, required: 0}, {complete: 0, withMoney: 0});
  for (const descending of [true, false]) {
    expect(namesOf(sortProvinces([unknown, ...provinces], {column: 'rate', descending})).at(-1)).toBe(
      'Hà Nội',
    );
  }
});

test('a tile of a province without files to enter says so, and not that none is missing', () => {
  const without = province('97', 'Nơi mới', {entered: 0, required: 0}, {complete: 0, withMoney: 0});
  expect(tileValue(without, 'missing')).toEqual({value: null, status: 'no_data', tint: null});
  expect(tileValue(caMau, 'missing')).toEqual({value: 0, status: 'met', tint: 0});
});

describe('a heading', () => {
  const without = province('97', 'Nơi mới', {entered: 0, required: 0}, {complete: 0, withMoney: 0});
  const floor = {goal: 1, floor: 0.05, deadline: null, letter: 'CV', clause: '1', by_default: false};

  test('does not take a province without files to enter for one that is done', () => {
    expect(headingOfProvinces([caMau, without])).toBe('Các tỉnh, thành phố đã nhập đủ hồ sơ');
    expect(headingOfProvinces([without])).toBe('Không tỉnh, thành phố nào có chỉ tiêu hồ sơ phải nhập');
    expect(headingOfProvinces(provinces)).toBe('Tây Ninh còn thiếu nhiều nhất: 30 hồ sơ');
  });

  test('counts of the offices those that have a target', () => {
    const done = unitWith('a', 'Phòng khu vực 1', {entered: 100, correct: 1, complete: 1});
    const empty = {
      ...done,
      unit_id: 'b',
      figures: {...done.figures, completion_rate: done.figures.quality_clean},
    };
    expect(headingOfUnits([{...done, files_missing: 0}, empty])).toBe(
      'Cả 1 đơn vị có chỉ tiêu đã nhập đủ hồ sơ',
    );
    expect(headingOfUnits([empty])).toBe('Không đơn vị nào có chỉ tiêu hồ sơ phải nhập');
  });

  test('says that every province is above the floor only where every one is known', () => {
    const targets = {completion: null, money: floor, petitions: null};
    expect(headingOfMoney({provinces: [daNang], targets})).toBe('Mọi tỉnh, thành phố đều từ 5% dữ liệu tiền');
    expect(headingOfMoney({provinces: [daNang, without], targets})).toBe('Dữ liệu tiền theo tỉnh, thành phố');
  });

  test('does not round a rate below the floor to the floor', () => {
    const lowest = province('01', 'Hà Nội', {entered: 1, required: 1}, {complete: 4_999, withMoney: 100_000});
    const answer = {
      provinces: [lowest, daNang],
      targets: {completion: null, money: floor, petitions: null},
      nation: {money: daNang.money},
    };
    expect(moneySentence(answer)).toBe('Dữ liệu tiền: 1 tỉnh, thành phố dưới 5% (thấp nhất Hà Nội 4,99%).');
  });

  test('counts nobody below a floor that is not set', () => {
    const answer = {provinces, targets: {completion: null, money: null, petitions: null}};
    expect(headingOfMap(answer, 'money')).toBe('Dữ liệu tiền theo tỉnh, thành phố');
  });

  test('says of who has no target not that all is entered', () => {
    const course = {pace: null, missing: 0, target: null};
    const heading = (denominator: number | null) =>
      headingOfCourse({...course, completion: {numerator: denominator, denominator}});
    expect([200, 0, null].map(heading)).toEqual([
      'Đã nhập đủ toàn bộ hồ sơ',
      'Không có chỉ tiêu hồ sơ phải nhập',
      'Không có chỉ tiêu hồ sơ phải nhập',
    ]);
  });
});
