/** What must hold of every ranking, whatever the candidates. */
import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {
  hashOfRanking,
  rank,
  ranksOf,
  type Candidate,
  type Gate,
  type RankingInputs,
  type SortKey,
} from '../../warehouse/campaign/rank.ts';
import {recordsOf} from '../../warehouse/database.ts';
import {onSmallNight} from '../small-night.ts';

let gates: readonly Gate[];
let keys: readonly SortKey[];

beforeAll(async () => {
  [gates, keys] = await onSmallNight({}, async (db) => [
    await recordsOf<Gate>(db, 'from reference.campaign_gates'),
    await recordsOf<SortKey>(db, 'from reference.campaign_keys'),
  ]);
});

const inputsOf = (candidates: readonly Candidate[]): RankingInputs => ({
  night: '2026-03-25',
  candidates,
  matters: [],
  gates,
  keys,
});

/** Few different values, so that ties are common. */
const candidate = fc.record({
  day: fc.integer({min: 1, max: 28}),
  passed: fc.constantFrom(89, 90, 95, 100),
  required: fc.constantFrom(10, 20),
  hasPlan: fc.boolean(),
});

const candidatesOf = (drawn: readonly {day: number; passed: number; required: number; hasPlan: boolean}[]) =>
  drawn.map(({day, passed, required, hasPlan}, i): Candidate => ({
    campaign_id: 'nen-tang-so-2026',
    candidate_kind: 'office',
    candidate_id: `38.KV${String(i).padStart(2, '0')}`,
    candidate_name: 'Phòng',
    unit_id: '38',
    province_id: '38',
    files_required: required,
    files_entered: required,
    finished_at: `2026-03-${String(day).padStart(2, '0')} 08:00:00`,
    almost_finished_at: '2026-03-01 08:00:00',
    new_files_required: 0,
    new_files_done: 0,
    quality_numerator: passed,
    quality_denominator: 100,
    money_numerator: 0,
    money_denominator: 0,
    size_band: null,
    rollout_on: hasPlan ? '2026-02-01' : null,
    people: 1,
    women: 0,
  }));

const world = fc.array(candidate, {minLength: 1, maxLength: 12}).map(candidatesOf);
const runs = {numRuns: 25};

describe('a ranking', () => {
  test('never depends on the order its candidates come in, to the last bit of its hash', () =>
    fc.assert(
      fc.asyncProperty(
        world.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, {minLength: all.length}))),
        async ([all, shuffled]) => {
          const ranked = await rank(inputsOf(all));
          expect(await rank(inputsOf(shuffled))).toEqual(ranked);
          expect(hashOfRanking(await rank(inputsOf(shuffled)))).toBe(hashOfRanking(ranked));
        },
      ),
      runs,
    ));

  test('gives the rank that counting those strictly better gives, and none to those who fail a gate', () =>
    fc.assert(
      fc.asyncProperty(world, async (all) => {
        const standings = await rank(inputsOf(all));
        const eligible = all.filter(
          ({finished_at, quality_numerator, rollout_on}) =>
            finished_at! <= '2026-03-25 23:59:59' && quality_numerator >= 90 && rollout_on !== null,
        );
        const isBefore = (one: Candidate, other: Candidate) =>
          one.finished_at! < other.finished_at! ||
          (one.finished_at === other.finished_at &&
            (one.quality_numerator > other.quality_numerator ||
              (one.quality_numerator === other.quality_numerator &&
                one.files_required > other.files_required)));
        const expected = Object.fromEntries(
          all.map((mine) => [
            mine.candidate_id,
            eligible.includes(mine) ? 1 + eligible.filter((other) => isBefore(other, mine)).length : null,
          ]),
        );
        expect(Object.fromEntries(standings.map((one) => [one.candidate_id, one.candidate_rank]))).toEqual(
          expected,
        );
      }),
      runs,
    ));

  test('made again from inputs that were kept as text is the same, with the same hash', () =>
    fc.assert(
      fc.asyncProperty(world, async (all) => {
        const inputs = inputsOf(all);
        const kept = JSON.parse(JSON.stringify(inputs)) as RankingInputs;
        expect(hashOfRanking(await rank(kept))).toBe(hashOfRanking(await rank(inputs)));
      }),
      runs,
    ));

  test('has another hash when a single value in it is another', async () => {
    const [one] = candidatesOf([{day: 10, passed: 100, required: 10, hasPlan: true}]);
    const hashes = await Promise.all(
      [one!, {...one!, quality_numerator: 99}, {...one!, finished_at: '2026-03-10 08:00:01'}].map(
        async (changed) => hashOfRanking(await rank(inputsOf([changed]))),
      ),
    );
    expect(new Set(hashes).size).toBe(3);
  });

  test('under other rules has the ranks these rules give', async () => {
    const all = candidatesOf([
      {day: 10, passed: 90, required: 10, hasPlan: true},
      {day: 11, passed: 95, required: 10, hasPlan: true},
    ]);
    const stricter = {
      ...inputsOf(all),
      gates: gates.map((gate) => (gate.gate === 'quality' ? {...gate, threshold: 0.91} : gate)),
    };
    expect([...(await ranksOf(inputsOf(all)))]).toEqual([
      ['office 38.KV00', 1],
      ['office 38.KV01', 2],
    ]);
    expect([...(await ranksOf(stricter))]).toEqual([['office 38.KV01', 1]]);
  });
});

test('an entry that comes later never makes a finish earlier', async () => {
  const drawn = fc.sample(
    fc.record({
      required: fc.integer({min: 1, max: 6}),
      days: fc.array(fc.integer({min: 1, max: 20}), {minLength: 0, maxLength: 8}),
    }),
    {numRuns: 30, seed: 20260325},
  );
  const offices = drawn.map((_, i) => `38.KV${String(i + 10)}`);
  const filesOf = (later: readonly number[]) =>
    drawn.flatMap(({days}, i) =>
      [...days, ...later].map((day, n) => ({
        ma_ho_so: `${i}-${n}`,
        ma_don_vi: offices[i],
        ngay_nhap: `2026-03-${String(day).padStart(2, '0')} 08:00:00`,
      })),
    );
  const finishes = (later: readonly number[]) =>
    onSmallNight(
      {
        don_vi: [
          {ma_don_vi: '38', cap_don_vi: 'TINH', ma_tinh: '38'},
          ...offices.map((ma_don_vi) => ({ma_don_vi, ma_don_vi_cha: '38'})),
        ],
        chi_tieu_nhap: drawn.map(({required}, i) => ({ma_don_vi: offices[i], so_phai_nhap: required})),
        ho_so: filesOf(later),
      },
      (db) =>
        recordsOf<{candidate_id: string; finished_at: string | null}>(
          db,
          "select candidate_id, finished_at from marts.finishes where candidate_kind = 'office' order by all",
        ),
      '2026-03-25',
    );
  const before = await finishes([]);
  const after = await finishes([21]);
  expect(before.some(({finished_at}) => finished_at !== null)).toBe(true);
  expect(before.some(({finished_at}) => finished_at === null)).toBe(true);
  for (const [i, {finished_at}] of after.entries()) {
    const {finished_at: was} = before[i]!;
    // Who had finished finishes when it did; who had not can only finish with the new entry.
    expect(finished_at).toBe(was ?? (finished_at === null ? null : '2026-03-21 08:00:00'));
  }
});
