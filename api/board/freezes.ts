import {gunzipSync, gzipSync} from 'node:zlib';
import {hashOfRanking, type RankingInputs, type Standing} from '../../warehouse/campaign/rank.ts';
import {vietnamMoment} from '../../warehouse/moments.ts';
import type {Campaign, RankingNight} from '../campaigns/campaigns.ts';
import type {Ranking} from '../campaigns/rankings.ts';
import type {RuleChanges} from '../campaigns/rules.ts';
import {ApiError} from '../errors.ts';
import type {Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Deed} from '../state/deeds.ts';
import type {Store} from '../state/store.ts';
import {spoken} from './seen.ts';
import {rulesRevision} from './thresholds.ts';

/** A ranking that one person proposed to freeze, and what a second made of it. What is approved never changes. */
export interface Freeze {
  id: number;
  campaign_id: string;
  /** The night it is the ranking of. */
  night: string;
  is_provisional: boolean;
  /** The version it was made from. */
  version: string;
  rules_revision: number;
  parameters: RuleChanges;
  /** SHA-256 over the rows in canonical order. */
  hash: string;
  reason: string;
  proposed_at: string;
  proposed_by: string;
  state: 'proposed' | 'approved' | 'rejected';
  decided_at: string | null;
  decided_by: string | null;
  decision_reason: string | null;
}

/** A frozen ranking as it was stored: what it was made from, and what came of it. */
export interface FrozenRanking {
  inputs: RankingInputs;
  standings: readonly Standing[];
}

/** What is proposed: the ranking of a night, under the rules whose revision was read before it was made. */
export interface ProposedFreeze {
  campaign: Campaign;
  night: RankingNight;
  version: string;
  rules: {revision: number; changes: RuleChanges};
  ranking: Ranking;
  reason: string;
}

/** Proposes to freeze a ranking, stored whole from here on, so that who approves it approves these rows and no others. */
export function proposeFreeze(
  store: Store,
  {campaign, night, version, rules, ranking, reason}: ProposedFreeze,
  {by, now}: {by: Actor; now: Date},
): Freeze {
  if (night.is_provisional && reason === '') {
    throw new ApiError(
      'reason_required',
      `Bảng xếp hạng đêm ${night.night} còn tạm tính (đợt thi đua kết thúc ngày ${campaign.ends_on}); muốn chốt thì phải nêu lý do.`,
    );
  }
  const hash = hashOfRanking(ranking.standings);
  // Packed before the store is locked for others.
  const [inputs, standings] = [packed(ranking.inputs), packed(ranking.standings)];
  return store.transaction(() => {
    mustHaveNoneProposed(store, campaign.campaign_id);
    if (rulesRevision(store) !== rules.revision) {
      throw new ApiError(
        'changed_meanwhile',
        'Quy tắc của đợt thi đua vừa được đổi; hãy xem lại bảng xếp hạng rồi đề nghị chốt.',
      );
    }
    const {lastInsertRowid} = store.db
      .prepare(
        `insert into board_freezes (campaign_id, night, is_provisional, version, rules_revision, parameters,
             inputs, standings, hash, reason, proposed_at, proposed_by)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        campaign.campaign_id,
        night.night,
        night.is_provisional ? 1 : 0,
        version,
        rules.revision,
        JSON.stringify(rules.changes),
        inputs,
        standings,
        hash,
        reason,
        vietnamMoment(now),
        by.actor,
      );
    const freeze = freezeCalled(store, campaign.campaign_id, Number(lastInsertRowid));
    const details = {campaign: campaign.campaign_id, night: night.night, version, hash, reason};
    note(store, by, 'freeze.propose', freeze.id, details, now);
    return freeze;
  });
}

/** What the second person decided, over the rows of which hash. */
export interface FreezeDecision {
  outcome: 'approved' | 'rejected';
  hash: string;
  reason: string;
}

/** Approves a freeze or turns it down: another person than the one who proposed it, and the first of two wins. */
export function decideFreeze(
  store: Store,
  {campaign_id, id}: Pick<Freeze, 'campaign_id' | 'id'>,
  {outcome, hash, reason}: FreezeDecision,
  {by, now, keep}: {by: Actor; now: Date; keep: (freeze: Freeze) => boolean},
): Freeze {
  if (outcome === 'rejected' && reason === '') {
    throw new ApiError(
      'reason_required',
      'Không duyệt thì phải nêu lý do, để người đề nghị biết cần sửa gì.',
    );
  }
  return store.transaction(() => {
    const freeze = freezeCalled(store, campaign_id, id);
    mustBeOpen(freeze);
    if (freeze.proposed_by === by.actor) {
      throw new ApiError(
        'second_person_required',
        'Chốt bảng xếp hạng cần hai người: người đề nghị không được tự duyệt.',
      );
    }
    if (freeze.hash !== hash) {
      throw new ApiError(
        'changed_meanwhile',
        'Mã SHA-256 gửi lên không phải của bảng xếp hạng được đề nghị; hãy tải lại và kiểm tra.',
      );
    }
    store.db
      .prepare(
        'update board_freezes set state = ?, decided_at = ?, decided_by = ?, decision_reason = ? where id = ?',
      )
      .run(outcome, vietnamMoment(now), by.actor, reason, id);
    if (outcome === 'approved') {
      const details = {campaign: campaign_id, hash, reason, is_version_kept: keep(freeze)};
      note(store, by, 'freeze.approve', id, details, now);
    } else {
      note(store, by, 'freeze.reject', id, {campaign: campaign_id, hash, reason}, now);
    }
    return freezeCalled(store, campaign_id, id);
  });
}

/** Every freeze of a campaign, the newest first. */
export function listFreezes({db}: Store, campaign: string): Freeze[] {
  return db
    .prepare(`select ${columns} from board_freezes where campaign_id = ? order by id desc`)
    .all(campaign)
    .map(freezeOf);
}

/** The ranking of record: the freeze approved last; none before the first. */
export const freezeInForce = (store: Store, campaign: string): Freeze | undefined =>
  listFreezes(store, campaign).find(({state}) => state === 'approved');

/** The nights whose ranking two people have frozen, in any campaign. */
export function nightsFrozen({db}: Store): string[] {
  return db
    .prepare(`select distinct night from board_freezes where state = 'approved' order by night`)
    .all()
    .map(({night}) => String(night));
}

/** The freeze of that number. */
export function freezeCalled({db}: Store, campaign: string, id: number): Freeze {
  const row = db
    .prepare(`select ${columns} from board_freezes where campaign_id = ? and id = ?`)
    .get(campaign, id);
  if (!row) throw new ApiError('unknown_freeze', 'Đợt thi đua này không có lần chốt mang số này.');
  return freezeOf(row);
}

/** What was frozen, as it lies in the store. */
export function readFrozen({db}: Store, id: number): FrozenRanking {
  const row = db.prepare('select inputs, standings from board_freezes where id = ?').get(id)!;
  return {
    inputs: unpacked<RankingInputs>(row['inputs'] as Uint8Array),
    standings: unpacked<Standing[]>(row['standings'] as Uint8Array),
  };
}

function mustHaveNoneProposed(store: Store, campaign: string): void {
  const open = listFreezes(store, campaign).find(({state}) => state === 'proposed');
  if (!open) return;
  throw new ApiError(
    'changed_meanwhile',
    `${open.proposed_by} đã đề nghị chốt bảng xếp hạng đêm ${open.night} lúc ${spoken(open.proposed_at)} và đang chờ duyệt; hãy chờ lãnh đạo quyết định.`,
  );
}

function mustBeOpen({state, decided_by, decided_at}: Freeze): void {
  if (state === 'proposed') return;
  throw new ApiError(
    'changed_meanwhile',
    `${decided_by} đã ${state === 'approved' ? 'duyệt' : 'không duyệt'} lần chốt này lúc ${spoken(decided_at!)}; quyết định đó không đổi được nữa.`,
  );
}

const packed = (value: unknown) => gzipSync(JSON.stringify(value));

const unpacked = <T>(bytes: Uint8Array) => JSON.parse(gunzipSync(bytes).toString()) as T;

function note(
  store: Store,
  by: Actor,
  action: Deed,
  id: number,
  details: Record<string, unknown>,
  now: Date,
): void {
  writeAudit(store, {...by, action, subject: `freeze:${id}`, details, outcome: 'done'}, now);
}

const columns = `id, campaign_id, night, is_provisional, version, rules_revision, parameters, hash, reason,
    proposed_at, proposed_by, state, decided_at, decided_by, decision_reason`;

const freezeOf = (row: Record<string, unknown>): Freeze =>
  ({
    ...row,
    is_provisional: row['is_provisional'] === 1,
    parameters: JSON.parse(String(row['parameters'])) as unknown,
  }) as Freeze;
