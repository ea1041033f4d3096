import type {CandidateKind} from '../../warehouse/campaign/rank.ts';
import {vietnamMoment} from '../../warehouse/moments.ts';
import {ApiError} from '../errors.ts';
import type {Scope} from '../roles.ts';
import type {Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Store} from '../state/store.ts';
import {spoken} from './seen.ts';

/** What a unit, or the board for it, says against its place, and what the board made of it. */
export interface Objection {
  id: number;
  candidate_kind: CandidateKind;
  candidate_id: string;
  candidate_name: string | null;
  province_id: string | null;
  text: string;
  evidence: string;
  filed_at: string;
  filed_by: string;
  filed_role: string;
  state: 'filed' | 'accepted' | 'rejected';
  decided_at: string | null;
  decided_by: string | null;
  decision_reason: string | null;
}

/** An objection as it comes in, about a candidate that is known. */
export type NewObjection = Pick<
  Objection,
  'candidate_kind' | 'candidate_id' | 'candidate_name' | 'province_id' | 'text' | 'evidence'
>;

/** Files an objection; a province does so for its own rows only. */
export function fileObjection(
  store: Store,
  campaign: string,
  objection: NewObjection,
  {scope, by, now}: {scope: Scope; by: Actor; now: Date},
): Objection {
  if (typeof scope === 'object' && objection.province_id !== scope.province) {
    throw new ApiError(
      'not_permitted',
      `Bạn chỉ được đề nghị xem lại kết quả của các đơn vị, cá nhân thuộc tỉnh ${scope.province}.`,
    );
  }
  const {candidate_kind, candidate_id, candidate_name, province_id, text, evidence} = objection;
  return store.transaction(() => {
    const {lastInsertRowid} = store.db
      .prepare(
        `insert into board_objections (campaign_id, candidate_kind, candidate_id, candidate_name, province_id,
             text, evidence, filed_at, filed_by, filed_role)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        campaign,
        candidate_kind,
        candidate_id,
        candidate_name,
        province_id,
        text,
        evidence,
        vietnamMoment(now),
        by.actor,
        by.role,
      );
    const id = Number(lastInsertRowid);
    note(store, by, 'objection.file', id, {campaign, candidate_kind, candidate_id, text, evidence}, now);
    return objectionCalled(store, campaign, id);
  });
}

/** Accepts an objection or turns it down, with the reason. */
export function decideObjection(
  store: Store,
  campaign: string,
  id: number,
  {outcome, reason}: {outcome: 'accepted' | 'rejected'; reason: string},
  {by, now}: {by: Actor; now: Date},
): Objection {
  return store.transaction(() => {
    const {state, decided_by, decided_at} = objectionCalled(store, campaign, id);
    if (state !== 'filed') {
      throw new ApiError(
        'changed_meanwhile',
        `${decided_by} đã ${state === 'accepted' ? 'chấp nhận' : 'bác'} đề nghị này lúc ${spoken(decided_at!)}; hãy tải lại để xem.`,
      );
    }
    store.db
      .prepare(
        'update board_objections set state = ?, decided_at = ?, decided_by = ?, decision_reason = ? where id = ?',
      )
      .run(outcome, vietnamMoment(now), by.actor, reason, id);
    const action = outcome === 'accepted' ? 'objection.accept' : 'objection.reject';
    note(store, by, action, id, {campaign, reason}, now);
    return objectionCalled(store, campaign, id);
  });
}

/** The objections of a campaign, the newest first; of a province, those about its own rows. */
export function listObjections({db}: Store, campaign: string, scope: Scope): Objection[] {
  const province = typeof scope === 'object' ? scope.province : null;
  return db
    .prepare(
      `select ${columns} from board_objections
       where campaign_id = :campaign and (:province is null or province_id = :province)
       order by id desc`,
    )
    .all({campaign, province})
    .map((row) => ({...row}) as unknown as Objection);
}

function objectionCalled({db}: Store, campaign: string, id: number): Objection {
  const row = db
    .prepare(`select ${columns} from board_objections where campaign_id = ? and id = ?`)
    .get(campaign, id);
  if (!row) {
    throw new ApiError('unknown_objection', 'Đợt thi đua này không có đề nghị xem lại mang số này.');
  }
  return {...row} as unknown as Objection;
}

function note(
  store: Store,
  by: Actor,
  action: string,
  id: number,
  details: Record<string, unknown>,
  now: Date,
): void {
  writeAudit(store, {...by, action, subject: `objection:${id}`, details, outcome: 'done'}, now);
}

const columns = `id, candidate_kind, candidate_id, candidate_name, province_id, text, evidence, filed_at, filed_by,
    filed_role, state, decided_at, decided_by, decision_reason`;
