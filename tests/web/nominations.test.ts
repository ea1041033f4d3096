import {expect, test} from 'vitest';
import type {NominationShown, QuotaAnswer} from '../../api/answers.ts';
import {countStates, nominationsIn, quotaLines} from '../../web/findings/nominations.ts';
import {knownSizes} from '../../web/findings/sizes.ts';

const nomination = (id: string, more: Partial<NominationShown> = {}): NominationShown => ({
  id,
  award: 'GIAY_KHEN_CUC_TRUONG',
  nominee_kind: 'CA_NHAN',
  nominee_id: `c-${id}`,
  nominee_name: null,
  works_at: null,
  nominated_by: '38',
  proposer_name: null,
  province_id: '38',
  priority: 1,
  received_on: '2026-04-20',
  state: 'eligible',
  note: null,
  missing: [],
  note_en: null,
  obstacles: [],
  candidate_kind: 'individual',
  takes_part: true,
  rank: null,
  is_over_quota: false,
  also_nominated: [],
  pending: [],
  revision: 0,
  ...more,
});

const quota = (province_id: string | null, nominee_kind: QuotaAnswer['nominee_kind'], proposed = 0) =>
  ({
    award: 'GIAY_KHEN_CUC_TRUONG',
    award_name: 'Giấy khen',
    proposer: province_id === null ? 'department' : 'province',
    proposer_name: province_id ?? 'Các đơn vị thuộc Cục',
    province_id,
    nominee_kind,
    basis: null,
    basis_size: null,
    corrected: null,
    quota: 1,
    proposed,
    used: 0,
    free: 1,
    letter: 'CV',
    clause: '1.2',
  }) satisfies QuotaAnswer;

test('the better rank stands first, then the priority; who has no rank comes last', () => {
  const rows = [
    nomination('n1', {priority: 2}),
    nomination('n2', {rank: 7}),
    nomination('n3'),
    nomination('n4', {rank: 3, priority: 9}),
  ];
  const order = nominationsIn(rows, {state: null, award: null, proposer: null}).map(({id}) => id);
  expect(order).toEqual(['n4', 'n2', 'n3', 'n1']);
});

test('filters hold together', () => {
  const rows = [nomination('n1'), nomination('n2', {state: 'late'}), nomination('n3', {nominated_by: '14'})];
  const left = (state: string | null, proposer: string | null) =>
    nominationsIn(rows, {state, award: null, proposer}).map(({id}) => id);
  expect(left('eligible', '38')).toEqual(['n1']);
  expect(left(null, '14')).toEqual(['n3']);
});

test('states are counted', () => {
  const states = countStates([nomination('n1'), nomination('n2'), nomination('n3', {state: 'late'})]);
  expect([states.get('eligible'), states.get('late'), states.get('awarded')]).toEqual([2, 1, undefined]);
});

test('a proposer has one line for both kinds, and who proposed somebody stands first', () => {
  const lines = quotaLines(
    [quota(null, 'TAP_THE'), quota('14', 'TAP_THE'), quota('14', 'CA_NHAN'), quota('38', 'CA_NHAN', 2)],
    'GIAY_KHEN_CUC_TRUONG',
  );
  expect(lines.map(({proposer, collective}) => [proposer, collective !== null])).toEqual([
    ['38', false],
    ['Các đơn vị thuộc Cục', true],
    ['14', true],
  ]);
});

test('a size that a quota depends on is known once, and quotas of all provinces together have none', () => {
  const sized = {...quota('38', 'CA_NHAN'), basis: 'civil_servants' as const, basis_size: 12};
  expect(
    knownSizes([quota(null, 'CA_NHAN'), sized, {...sized, award: 'BANG_KHEN'}]).map(
      ({province, basis, size}) => [province, basis, size],
    ),
  ).toEqual([['38', 'civil_servants', 12]]);
});
