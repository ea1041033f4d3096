/** The figures that the letter of April 2026 published (source 000), through the real pipeline at national size. */
import {describe, expect, inject, test} from 'vitest';
import type {MetricAnswer} from '../../api/answers.ts';
import {leadershipOf} from '../access.ts';

const headers = leadershipOf(inject('nationalData'));

async function ask(path: string): Promise<MetricAnswer> {
  const response = await fetch(`${inject('nationalUrl')}/api/v1/metrics/${path}`, {headers});
  return (await response.json()) as MetricAnswer;
}

const percent = (value: number | null) =>
  value?.toLocaleString('vi-VN', {style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2});

describe('to 31/3/2026', () => {
  test('the nation has 685.231 of 688.271 files entered, 99,56%, 3.040 missing', async () => {
    const completion = await ask('completion_rate?as_of=2026-03-31');
    expect(completion.rows).toMatchObject([{unit_id: 'VN', numerator: 685_231, denominator: 688_271}]);
    expect(percent(completion.rows[0]!.value)).toBe('99,56%');
    const missing = await ask('files_missing?as_of=2026-03-31');
    expect(missing.rows).toMatchObject([{unit_id: 'VN', numerator: 3_040, value: 3_040}]);
  });

  test('four provinces have the money coverage that the letter names, and no other is lower', async () => {
    const {rows} = await ask('money_coverage?level=province&as_of=2026-03-31');
    expect(rows).toHaveLength(34);
    const lowest = rows.toSorted((a, b) => a.value! - b.value!);
    expect(lowest.slice(0, 4).map((row) => [row.unit_name, percent(row.value)])).toEqual([
      ['Tây Ninh', '1,20%'],
      ['Sơn La', '1,30%'],
      ['Thanh Hóa', '1,51%'],
      ['Quảng Trị', '2,00%'],
    ]);
    expect(lowest[4]!.value).toBeGreaterThan(0.02);
  });

  test('provinces add up to the nation, and offices to provinces', async () => {
    for (const metric of ['completion_rate', 'files_missing', 'money_coverage', 'petition_completion_rate']) {
      const sums = await Promise.all(
        ['nation', 'province', 'office'].map(async (level) => {
          const {rows} = await ask(`${metric}?level=${level}&as_of=2026-03-31`);
          return rows.reduce((sum, row) => sum + row.numerator!, 0);
        }),
      );
      expect(new Set(sums), metric).toHaveLength(1);
    }
  });

  test('each province must enter the files that are published or derived for it', async () => {
    const {rows} = await ask('completion_rate?level=province&as_of=2026-03-31');
    const required = Object.fromEntries(rows.map((row) => [row.unit_name, row.denominator]));
    expect(required).toMatchObject({
      'TP. Hồ Chí Minh': 103_459,
      'Tuyên Quang': 5_146,
      'Gia Lai': 19_845,
      'Cần Thơ': 32_443,
    });
  });
});

test('a night before is still there, and was further from the goal', async () => {
  const before = await ask('completion_rate?as_of=2026-03-24');
  expect(before.night).toBe('2026-03-24');
  expect(before.rows[0]!.value).toBeLessThan(0.9956);
  const money = await ask('money_coverage?level=province&unit=80&as_of=2026-03-24');
  expect(money.rows).toMatchObject([{unit_name: 'Tây Ninh'}]);
  expect(money.rows[0]!.value).toBeLessThan(0.012);
});

test('no row was lost between the files and the tables', () => {
  const outcome = inject('nationalOutcome');
  expect(outcome.refused).toEqual([]);
  expect(outcome.broken).toEqual([]);
  expect(outcome.published.map(({night}) => night)).toEqual(['2026-03-24', '2026-03-31']);
  for (const {tables} of outcome.landed) {
    for (const {table, rows, loaded, quarantined} of tables)
      expect([table, loaded + quarantined]).toEqual([table, rows]);
  }
});
