import {z} from 'zod';
import {hashOfRanking} from '../../../warehouse/campaign/rank.ts';
import {frozenRankingAnswer, type FrozenRankingAnswer} from '../../board-schemas.ts';
import {freezeCalled, readFrozen} from '../../board/freezes.ts';
import {boardRevision} from '../../board/revision.ts';
import {verifyFreeze} from '../../board/verify-freeze.ts';
import {rankingFrom} from '../../campaigns/rankings.ts';
import {failedOf, momentOf, qualityOf} from '../../campaigns/rows.ts';
import {endpoint} from '../../endpoint.ts';
import {parameters} from '../../parameters.ts';
import type {ColumnType} from '../../table.ts';
import {askedRanking, campaignTables, kindParameter} from '../campaigns/asked.ts';
import {freezeParams, shownFreeze} from './freezes.ts';

/** A frozen ranking: verified by making it again, and tonight's ranks beside it. */
export const frozenRanking = endpoint({
  path: '/campaigns/{id}/freezes/{freeze}',
  summary: 'Bảng xếp hạng đã chốt: kiểm lại mã SHA-256 bằng cách tính lại, hạng tối nay đứng bên cạnh',
  params: freezeParams,
  query: z.strictObject({kind: kindParameter, format: parameters.format}),
  answer: frozenRankingAnswer,
  tabular: true,
  needs: campaignTables,
  dependsOn: boardRevision,
  async find({params, query: {kind}}, version, asker, store) {
    const freeze = freezeCalled(store, params.id, params.freeze);
    const frozen = readFrozen(store, freeze.id);
    const {stamp, night, ranking: tonight} = await askedRanking(params.id, {kind}, version, asker, store);
    const ranking = rankingFrom(frozen.inputs, frozen.standings);
    const rows = [...ranking.ranked(kind), ...ranking.notRanked(kind)].map((entry) => {
      const {candidate, standing} = entry;
      const rank = standing.candidate_rank;
      const rank_tonight = tonight.find(kind, candidate.candidate_id)?.standing.candidate_rank ?? null;
      return {
        id: candidate.candidate_id,
        name: candidate.candidate_name,
        province_id: candidate.province_id,
        rank,
        finished_at: momentOf(candidate.finished_at),
        quality_score: qualityOf(candidate),
        required: candidate.files_required,
        failed: failedOf(entry),
        rank_tonight,
        differs: rank !== rank_tonight,
      };
    });
    return {
      answer: {
        ...stamp,
        freeze: shownFreeze(freeze),
        kind,
        verification: await verifyFreeze(freeze, frozen),
        tonight: {ranking_night: night.night, hash: hashOfRanking(tonight.standings)},
        rows,
      },
      table: {
        name: `frozen-ranking-${kind}-${freeze.night}-${freeze.id}`,
        meaning: `Bảng xếp hạng ${freeze.state === 'approved' ? 'đã chốt' : 'được đề nghị chốt'}, SHA-256 ${freeze.hash}; rank_tonight là hạng tối nay, không phải hạng đã chốt.`,
        ...tableOf(rows),
      },
    };
  },
});

const tableOf = (rows: FrozenRankingAnswer['rows']) => ({
  columns: {
    rank: 'integer',
    id: 'text',
    name: 'text',
    province_id: 'text',
    finished_at: 'moment',
    quality_score: 'ratio',
    required: 'integer',
    failed: 'text',
    rank_tonight: 'integer',
    differs: 'boolean',
  } satisfies Record<string, ColumnType>,
  rows: rows.map(({failed, ...row}) => ({...row, failed: failed.join(', ')})),
});
