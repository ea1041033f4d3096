import {createHash} from 'node:crypto';
import {writeAudit, type AuditEntry, type AuditNote} from './audit.ts';
import type {Store} from './store.ts';

/** The case files that somebody was given data of; none where the rows do not say whose they are. */
export type SeenCases = readonly string[] | undefined;

/**
 * Writes an entry together with the case files it is about. The entry holds their number and hash, so that its chain
 * covers them too.
 */
export function writeLook(store: Store, note: AuditNote, cases: SeenCases): AuditEntry {
  return store.transaction(() => {
    const distinct = cases && [...new Set(cases)].sort();
    const seen = distinct
      ? {case_files: distinct.length, case_files_hash: hashOf(distinct)}
      : {case_files: 'unknown'};
    const entry = writeAudit(store, {...note, details: {...note.details, ...seen}});
    const add = store.prepared('insert into looks (entry, case_id) values (?, ?)');
    for (const one of distinct ?? [null]) add.run(entry.id, one);
    return entry;
  });
}

const hashOf = (cases: readonly string[]) => createHash('sha256').update(cases.join('\n')).digest('hex');
