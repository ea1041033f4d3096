import {appendFileSync, existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {vietnamMoment} from '../../warehouse/moments.ts';
import {beginning, hashOf, headOf, storedEntries} from './audit.ts';
import type {Store} from './store.ts';

/** The head of the log as it was at a moment, kept outside the database: whoever rewrites the log cannot meet it. */
export interface AuditAnchor {
  at: string;
  id: number;
  hash: string;
}

/** What a look through the whole log found. */
export interface AuditVerdict {
  entries: number;
  anchors: number;
  /** The first entry that is not as it was written, and why; null when all are. */
  broken: {id: number; reason: string} | null;
}

/** Writes the head down outside the database, unless it is there already. */
export function anchorAudit(store: Store, now = new Date()): void {
  const head = headOf(store);
  if (!head || readAnchors(store).at(-1)?.hash === head.hash) return;
  appendFileSync(pathOf(store), `${vietnamMoment(now)} ${head.id} ${head.hash}\n`, {
    mode: 0o600,
    flush: true,
  });
}

/** Every head that was written down, the oldest first. */
export function readAnchors(store: Store): AuditAnchor[] {
  if (!existsSync(pathOf(store))) return [];
  return readFileSync(pathOf(store), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [at = '', id = '', hash = ''] = line.split(' ');
      return {at, id: Number(id), hash};
    });
}

/** Looks through the whole log, and names the first entry that was changed, cut out or swapped. */
export function verifyAudit(
  store: Store,
  anchors: readonly AuditAnchor[] = readAnchors(store),
): AuditVerdict {
  const anchored = new Map(anchors.map((anchor) => [anchor.id, anchor]));
  let entries = 0;
  let previous = {id: 0, hash: beginning};
  const verdict = (broken: AuditVerdict['broken']) => ({entries, anchors: anchors.length, broken});
  for (const {hash, ...row} of storedEntries(store)) {
    const expected = previous.id + 1;
    if (row.id !== expected) {
      return verdict({id: expected, reason: `Mục ${expected} đã bị cắt khỏi nhật ký.`});
    }
    if (hash !== hashOf(row)) {
      return verdict({id: row.id, reason: `Mục ${row.id} đã bị sửa sau khi ghi.`});
    }
    if (row.previous_hash !== previous.hash) {
      return verdict({id: row.id, reason: `Mục ${row.id} không nối tiếp mục ${previous.id}: đã bị tráo.`});
    }
    const anchor = anchored.get(row.id);
    if (anchor && anchor.hash !== hash) {
      return verdict({
        id: row.id,
        reason: `Mục ${row.id} không khớp đầu nhật ký đã lưu lúc ${anchor.at}: mục này hoặc một mục trước đó đã bị viết lại.`,
      });
    }
    previous = {id: row.id, hash};
    entries++;
  }
  const lost = anchors.find(({id}) => id > previous.id);
  if (lost) {
    return verdict({
      id: previous.id + 1,
      reason: `Nhật ký dừng ở mục ${previous.id}, nhưng lúc ${lost.at} đã có mục ${lost.id}: phần cuối đã bị cắt.`,
    });
  }
  return verdict(null);
}

const pathOf = ({folder}: Store): string => join(folder, 'audit-heads.log');
