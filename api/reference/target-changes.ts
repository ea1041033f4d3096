import {existsSync} from 'node:fs';
import type {DataFolder} from '../../warehouse/folders.ts';
import {vietnamMoment} from '../../warehouse/moments.ts';
import {ApiError} from '../errors.ts';
import type {Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Deed} from '../state/deeds.ts';
import type {Store} from '../state/store.ts';
import type {ProposedTargetChange, TargetChange} from '../target-schemas.ts';
import {writeReference} from './write-reference.ts';

/** Every change of targets and days off, the newest first. */
export const listTargetChanges = ({db}: Store): ProposedTargetChange[] =>
  db.prepare(`select ${columns} from target_changes order by id desc`).all().map(changeOf);

/** Writes down what somebody proposes to change, and with which letter; nothing changes yet. */
export function proposeTargetChange(
  store: Store,
  {change, reason}: {change: TargetChange; reason: string},
  {by, now}: {by: Actor; now: Date},
): ProposedTargetChange {
  return store.transaction(() => {
    const {lastInsertRowid} = store.db
      .prepare(
        `insert into target_changes (kind, content, reason, proposed_at, proposed_by, proposed_role)
         values (?, ?, ?, ?, ?, ?)`,
      )
      .run(change.kind, JSON.stringify(change), reason, vietnamMoment(now), by.actor, by.role);
    const id = Number(lastInsertRowid);
    note(store, by, 'target.propose', id, {change, reason}, now);
    return changeCalled(store, id);
  });
}

/**
 * Approves a change or turns it down: another person than the one who proposed it, and the first of two wins. What is
 * approved lies in the data folder before this is over, where the next night reads it; no published version changes.
 */
export function decideTargetChange(
  store: Store,
  id: number,
  {outcome, reason}: {outcome: 'approved' | 'rejected'; reason: string},
  {by, now, folder, night}: {by: Actor; now: Date; folder: DataFolder; night: string},
): ProposedTargetChange {
  return store.transaction(() => {
    const {state, proposed_by, decided_by, change} = changeCalled(store, id);
    if (state !== 'proposed') {
      throw new ApiError(
        'changed_meanwhile',
        `${decided_by} đã quyết định thay đổi này; hãy tải lại để xem.`,
      );
    }
    if (proposed_by === by.actor) {
      throw new ApiError(
        'second_person_required',
        'Đổi mục tiêu, ngày nghỉ cần hai người: người đề nghị không được tự duyệt.',
      );
    }
    if (outcome === 'approved') mustBeAhead(change, night);
    store.db
      .prepare(
        'update target_changes set state = ?, decided_at = ?, decided_by = ?, decision_reason = ? where id = ?',
      )
      .run(outcome, vietnamMoment(now), by.actor, reason, id);
    note(store, by, outcome === 'approved' ? 'target.approve' : 'target.reject', id, {change, reason}, now);
    if (outcome === 'approved') writeReference(approvedChanges(store), folder);
    return changeCalled(store, id);
  });
}

/** Makes the files say what was approved: a server that died while it was deciding may have left them otherwise. */
export function keepReference(store: Store, folder: DataFolder, report: (error: unknown) => void): void {
  const approved = approvedChanges(store);
  if (approved.length === 0 && !existsSync(folder.reference)) return;
  try {
    writeReference(approved, folder);
  } catch (error) {
    report(error);
  }
}

/** What was approved, in the order in which it was proposed. */
const approvedChanges = ({db}: Store): ProposedTargetChange[] =>
  db
    .prepare(`select ${columns} from target_changes where state = 'approved' order by id`)
    .all()
    .map(changeOf);

/** Refuses what would change a night that is published already. */
export function mustBeAhead(change: TargetChange, night: string): void {
  const from = change.kind === 'target' ? change.valid_from : change.day;
  if (from > night) return;
  throw new ApiError(
    'not_possible',
    `Ngày áp dụng phải sau đêm số liệu mới nhất (${night}): số liệu đã công bố không đổi theo quyết định sau.`,
  );
}

function changeCalled({db}: Store, id: number): ProposedTargetChange {
  const row = db.prepare(`select ${columns} from target_changes where id = ?`).get(id);
  if (!row) throw new ApiError('unknown_target_change', 'Không có đề nghị thay đổi mang số này.');
  return changeOf(row);
}

function changeOf({content, ...row}: Record<string, unknown>): ProposedTargetChange {
  return {...row, change: JSON.parse(String(content)) as TargetChange} as unknown as ProposedTargetChange;
}

function note(
  store: Store,
  by: Actor,
  action: Deed,
  id: number,
  details: Record<string, unknown>,
  now: Date,
): void {
  writeAudit(store, {...by, action, subject: `target-change:${id}`, details, outcome: 'done'}, now);
}

const columns = `id, content, reason, proposed_at, proposed_by, state, decided_at, decided_by, decision_reason`;
