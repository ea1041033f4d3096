import type {CandidateKind} from '../../warehouse/campaign/rank.ts';
import {vietnamMoment} from '../../warehouse/moments.ts';
import {ApiError} from '../errors.ts';
import type {Scope} from '../roles.ts';
import type {Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Deed} from '../state/deeds.ts';
import type {Store} from '../state/store.ts';
import type {Attachment, AttachmentNote, AttachmentType} from './attachment.ts';
import {spoken} from './seen.ts';

/** How much a province may attach in all: what it sends is never cut. */
const mostAttached = 100 * 1024 * 1024;

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
  attachment: AttachmentNote | null;
}

/** An objection as it comes in, about a candidate that is known. */
export type NewObjection = Pick<
  Objection,
  'candidate_kind' | 'candidate_id' | 'candidate_name' | 'province_id' | 'text' | 'evidence'
> & {attachment: Attachment | null};

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
  const {candidate_kind, candidate_id, candidate_name, province_id, text, evidence, attachment} = objection;
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
    const attached = attachment && attach(store, id, province_id, attachment);
    const details = {campaign, candidate_kind, candidate_id, text, evidence};
    note(store, by, 'objection.file', id, attached ? {...details, attachment: attached} : details, now);
    return objectionCalled(store, campaign, id);
  });
}

/** Keeps the file of an objection, and says what was kept. */
function attach(
  {db}: Store,
  id: number,
  province: string | null,
  {name, type, content, sha256}: Attachment,
): AttachmentNote {
  const {attached} = db
    .prepare(
      `select coalesce(sum(length(content)), 0) as attached
       from board_attachments join board_objections on board_objections.id = objection_id
       where province_id is ?`,
    )
    .get(province) as {attached: number};
  if (attached + content.length > mostAttached) {
    throw new ApiError(
      'not_possible',
      'Các tệp đính kèm của tỉnh đã đủ 100 MB; hãy gửi đề nghị không kèm tệp và nêu căn cứ bằng số văn bản.',
    );
  }
  db.prepare(
    'insert into board_attachments (objection_id, name, type, sha256, content) values (?, ?, ?, ?, ?)',
  ).run(id, name, type, sha256, content);
  return {name, type, sha256, bytes: content.length};
}

/** Gives out the file of an objection, once it is written down who took it. */
export function takeAttachment(
  store: Store,
  campaign: string,
  id: number,
  {scope, by, now}: {scope: Scope; by: Actor; now: Date},
): {type: AttachmentType; content: Buffer} {
  const {attachment, province_id} = objectionCalled(store, campaign, id);
  // Of another province's objection a province does not learn that it is there.
  const isSeen = typeof scope === 'string' || province_id === scope.province;
  if (!isSeen || !attachment) {
    throw new ApiError('unknown_objection', 'Không có tệp đính kèm của đề nghị xem lại mang số này.');
  }
  const row = store.db.prepare('select content from board_attachments where objection_id = ?').get(id)!;
  note(store, by, 'objection.attachment', id, {campaign, sha256: attachment.sha256}, now);
  return {type: attachment.type, content: Buffer.from(row['content'] as Uint8Array)};
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
      `select ${columns} from ${table}
       where campaign_id = :campaign and (:province is null or province_id = :province)
       order by id desc`,
    )
    .all({campaign, province})
    .map(objectionOf);
}

function objectionCalled({db}: Store, campaign: string, id: number): Objection {
  const row = db
    .prepare(`select ${columns} from ${table} where campaign_id = ? and id = ?`)
    .get(campaign, id);
  if (!row) {
    throw new ApiError('unknown_objection', 'Đợt thi đua này không có đề nghị xem lại mang số này.');
  }
  return objectionOf(row);
}

function objectionOf(row: Record<string, unknown>): Objection {
  const {attachment, ...objection} = row;
  const attached = typeof attachment === 'string' ? (JSON.parse(attachment) as AttachmentNote) : null;
  return {...objection, attachment: attached} as unknown as Objection;
}

function note(
  store: Store,
  by: Actor,
  action: Deed,
  id: number,
  details: Record<string, unknown>,
  now: Date,
): void {
  writeAudit(store, {...by, action, subject: `objection:${id}`, details, outcome: 'done'}, now);
}

const columns = `id, candidate_kind, candidate_id, candidate_name, province_id, text, evidence, filed_at, filed_by,
    filed_role, state, decided_at, decided_by, decision_reason,
    iif(sha256 is null, null, json_object('name', name, 'type', type, 'sha256', sha256, 'bytes', length(content)))
        as attachment`;
const table = 'board_objections left join board_attachments on objection_id = id';
