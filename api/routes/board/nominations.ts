import {z} from 'zod';
import {
  nominationAnswer,
  nominationsAnswer,
  type NominationAnswer,
  type NominationsAnswer,
  type NominationShown,
} from '../../nomination-schemas.ts';
import {englishMatter, englishNoteOf, englishObstacle} from '../../board/nomination-note-english.ts';
import {noteOf} from '../../board/nomination-note.ts';
import {
  judgedNominations,
  readNominationFacts,
  type JudgedNomination,
  type NominationFacts,
} from '../../board/nominations.ts';
import {boardRevision} from '../../board/revision.ts';
import {nominationCalled} from '../../board/shortlist.ts';
import {campaignOf} from '../../campaigns/campaigns.ts';
import {endpoint} from '../../endpoint.ts';
import {stampOf} from '../../nights.ts';
import {parameters} from '../../parameters.ts';
import type {OpenVersion} from '../../open-version.ts';
import type {Scope} from '../../roles.ts';
import type {Store} from '../../state/store.ts';
import type {ColumnType} from '../../table.ts';
import {campaignParams} from '../campaigns/asked.ts';
import {boardTables} from './board-campaign.ts';

/** What the addresses of one nomination take. */
export const nominationParams = campaignParams.extend({
  nomination: z.string().meta({description: 'Mã đề nghị khen thưởng.'}),
});

/** Every nomination with its state, what it lacks and what stands in its way; a province sees its own. */
export const nominations = endpoint({
  path: '/campaigns/{id}/nominations',
  summary: 'Đề nghị khen thưởng: đủ hồ sơ chưa, đúng hạn không, đủ điều kiện không, đang ở bước nào',
  params: campaignParams,
  query: z.strictObject({format: parameters.format}),
  answer: nominationsAnswer,
  tabular: true,
  published: true,
  needs: boardTables,
  dependsOn: boardRevision,
  async find({params: {id}}, version, {scope}, store) {
    const answer = nominationsShown(await judge(id, version, store), version, scope);
    return {
      answer,
      table: {
        name: `nominations-${version.current.night}`,
        meaning: 'state là bước của hồ sơ; note nêu lý do kèm điểm khoản.',
        ...tableOf(answer.rows),
      },
    };
  },
});

/** One nomination, with every step that was taken. */
export const nomination = endpoint({
  path: '/campaigns/{id}/nominations/{nomination}',
  summary: 'Một đề nghị khen thưởng và mọi bước đã qua: ai, lúc nào, vì sao',
  params: nominationParams,
  query: z.strictObject({format: parameters.only_json}),
  answer: nominationAnswer,
  tabular: false,
  published: true,
  needs: boardTables,
  dependsOn: boardRevision,
  async find({params}, version, {scope}, store) {
    const judged = await judge(params.id, version, store);
    return {answer: nominationShown(judged, params.nomination, version, scope)};
  },
});

/** The nominations of a campaign and what they are judged by: read once for all that is said of them. */
export interface Judged {
  facts: NominationFacts;
  all: readonly JudgedNomination[];
}

/** Judges the nominations of a campaign as they stand at this moment. */
export async function judge(id: string, version: OpenVersion, store: Store): Promise<Judged> {
  const facts = await readNominationFacts(version, await campaignOf(id, version), store);
  return {facts, all: judgedNominations(facts, store)};
}

/** The nominations that somebody may see. */
export const nominationsShown = (
  {facts, all}: Judged,
  version: OpenVersion,
  scope: Scope,
): NominationsAnswer => ({
  ...stampOf(version, undefined),
  campaign: facts.campaign.campaign_id,
  ranking_night: facts.standings.night,
  freeze: facts.standings.freeze,
  rows: within(scope, all).map((one) => shownNomination(one, facts)),
});

/** The nomination of that number with its steps, for somebody who may see it. */
export const nominationShown = (
  {facts, all}: Judged,
  id: string,
  version: OpenVersion,
  scope: Scope,
): NominationAnswer => ({
  ...stampOf(version, undefined),
  campaign: facts.campaign.campaign_id,
  ...withSteps(nominationCalled(within(scope, all), id), facts),
});

/** A nomination as answers show it, with the steps taken. */
export const withSteps = (
  one: JudgedNomination,
  facts: NominationFacts,
): Pick<NominationAnswer, 'nomination' | 'steps'> => ({
  nomination: shownNomination(one, facts),
  steps: one.steps.map(({nomination_id: _nomination, nominee_id: _nominee, ...step}) => step),
});

/** The nominations that somebody may see: a province's viewer only those the province made. */
const within = (scope: Scope, all: readonly JudgedNomination[]): readonly JudgedNomination[] =>
  typeof scope === 'string' ? all : all.filter(({proposer_province}) => proposer_province === scope.province);

const shownNomination = (one: JudgedNomination, facts: NominationFacts): NominationShown => ({
  id: one.nomination_id,
  award: one.award,
  nominee_kind: one.nominee_kind,
  nominee_id: one.nominee_id,
  nominee_name: one.nominee_name,
  works_at: one.works_at,
  nominated_by: one.nominated_by,
  proposer_name: one.proposer_name,
  province_id: one.proposer_province,
  priority: one.priority,
  received_on: one.received_on,
  state: one.state,
  note: noteOf(one, facts),
  note_en: englishNoteOf(one, facts),
  missing: [...one.missing],
  obstacles: one.obstacles.map((obstacle) => ({...obstacle, label_en: englishObstacle(obstacle)})),
  candidate_kind: one.candidate_kind,
  takes_part: one.takes_part,
  rank: one.rank,
  is_over_quota: one.is_over_quota,
  also_nominated: [...one.also_nominated],
  pending: one.answers.map((answer) => ({...answer, label_en: englishMatter(answer.matter)})),
  revision: one.revision,
});

const tableOf = (rows: readonly NominationShown[]) => ({
  columns: {
    id: 'text',
    award: 'text',
    nominee_kind: 'text',
    nominee_id: 'text',
    nominee_name: 'text',
    works_at: 'text',
    nominated_by: 'text',
    proposer_name: 'text',
    province_id: 'text',
    priority: 'integer',
    received_on: 'date',
    state: 'text',
    note: 'text',
    missing: 'text',
    obstacles: 'text',
    rank: 'integer',
    is_over_quota: 'boolean',
    also_nominated: 'text',
    pending: 'text',
  } satisfies Record<string, ColumnType>,
  rows: rows.map(
    ({candidate_kind: _kind, takes_part: _part, revision: _revision, note_en: _note, ...row}) => ({
      ...row,
      missing: row.missing.join(', '),
      obstacles: row.obstacles.map(({label}) => label).join('; '),
      also_nominated: row.also_nominated.join(', '),
      pending: row.pending.map(({matter, answer}) => `${matter}: ${answer}`).join('; '),
    }),
  ),
});
