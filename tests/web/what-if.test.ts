import {expect, test} from 'vitest';
import type {CampaignAnswer, WhatIfAnswer} from '../../api/answers.ts';
import {movedRows, movesIn, trialsOf} from '../../web/findings/what-if.ts';

const row = (
  unit_id: string,
  rank: number | null,
  other_rank: number | null,
): WhatIfAnswer['rows'][number] => ({
  unit_id,
  name: unit_id,
  province_id: '38',
  rank,
  other_rank,
  moved: rank === null || other_rank === null ? null : other_rank - rank,
  failed: [],
});

test('a trial tells ranks that change from those it gives and takes', () => {
  const rows = [row('a', 1, 2), row('b', 2, 1), row('c', 3, 3), row('d', 4, null), row('e', null, 4)];
  expect(movesIn({rows})).toEqual({changed: 2, gained: 1, lost: 1});
  expect(movedRows({rows}).map(({unit_id}) => unit_id)).toEqual(['a', 'b', 'd', 'e']);
});

const gate = {
  gate: 'quality',
  label: {vi: 'Điểm chất lượng dữ liệu', en: 'Score of data quality'},
  is_flag: false,
  by_default: true,
  letter: '606/KH-CQLTHADS',
  clause: 'III.3.a',
  valid_from: '2026-01-20',
} as const;

const campaignWith = (threshold: number | null): CampaignAnswer => ({
  as_of: '2026-03-31',
  night: '2026-03-31',
  version: 'v1',
  demo: true,
  campaign: {
    id: 'nen-tang-so-2026',
    name: 'Nền tảng số',
    name_en: 'Digital platform',
    starts_on: '2026-01-20',
    ends_on: '2026-03-25',
    nominations_until: '2026-04-24T23:59:59+07:00',
    stability_rate: 0.01,
    stability_share: 0.995,
    letter: '606/KH-CQLTHADS',
    clause: 'III.2',
    nights: ['2026-03-24'],
  },
  gates: [
    {...gate, applies_to: 'collective', threshold},
    {...gate, applies_to: 'individual', threshold: 0.5},
  ],
  keys: [],
});

test('the trials are an earlier finish and the threshold in force a point higher and lower', () => {
  expect(trialsOf(campaignWith(0.9), 'collective')).toEqual([
    {kind: 'finish', share: 0.995, ask: {finish_share: '0.995'}},
    {kind: 'higher', share: 0.91, ask: {quality: '0.91'}},
    {kind: 'lower', share: 0.89, ask: {quality: '0.89'}},
  ]);
  expect(trialsOf(campaignWith(0.9), 'individual').map(({share}) => share)).toEqual([0.995, 0.51, 0.49]);
});

test('a threshold a point higher is never more than everything, and none is none to move', () => {
  expect(trialsOf(campaignWith(1), 'collective').map(({share}) => share)).toEqual([0.995, 1, 0.99]);
  expect(trialsOf(campaignWith(null), 'collective')).toHaveLength(1);
});
