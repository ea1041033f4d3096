import {chmodSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {hashOf, searchAudit, storedEntries, writeAudit, type AuditNote} from '../../api/state/audit.ts';
import {openStore, type Store} from '../../api/state/store.ts';
import {anchorAudit, readAnchors, verifyAudit} from '../../api/state/verify-audit.ts';
import {WrongUsage} from '../../warehouse/errors.ts';

let root: string;
let store: Store;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'thads-'));
  store = openStore(join(root, 'state'));
});
afterEach(() => {
  store.close();
  rmSync(root, {recursive: true});
});

const look = (more: Partial<AuditNote> = {}): AuditNote => ({
  actor: 'an.nguyen',
  role: 'phan_tich_pii',
  scope: 'all',
  action: 'rows.read',
  subject: 'case_file:F1',
  outcome: 'done',
  ...more,
});

const at = (time: string) => new Date(`2026-04-01T${time}:00+07:00`);

/** Five entries, of which the third is anchored outside. */
function writeFive(): void {
  for (const hour of ['08', '09', '10'])
    writeAudit(store, look({subject: `case_file:F${hour}`}), at(`${hour}:00`));
  anchorAudit(store, at('10:30'));
  for (const hour of ['11', '12']) writeAudit(store, look({subject: `case_file:F${hour}`}), at(`${hour}:00`));
}

/** What only someone with the file in their hands can do: the triggers are taken away first. */
function tamper(sql: string): void {
  store.db.exec('drop trigger audit_is_never_changed; drop trigger audit_is_never_cut');
  store.db.exec(sql);
}

describe('the audit log', () => {
  test('keeps who did what, when, with a hash of everything before', () => {
    const first = writeAudit(store, look({details: {purpose: 'thanh tra'}, rows: 1}), at('08:00'));
    const second = writeAudit(store, look(), at('09:00'));
    expect(first).toMatchObject({
      id: 1,
      at: '2026-04-01T08:00:00+07:00',
      actor: 'an.nguyen',
      details: {purpose: 'thanh tra'},
      rows: 1,
      previous_hash: '0'.repeat(64),
    });
    expect(second.previous_hash).toBe(first.hash);
    expect(searchAudit(store, {})).toEqual([second, first]);
    expect(verifyAudit(store)).toEqual({entries: 2, anchors: 0, broken: null});
  });

  test.each(['update audit set actor = ?', 'delete from audit where actor <> ?'])('refuses to %s', (sql) => {
    writeAudit(store, look());
    expect(() => store.db.prepare(sql).run('x')).toThrow('Nhật ký chỉ được ghi thêm');
  });

  test('says who saw a file between two moments', () => {
    writeAudit(store, look({actor: 'som'}), at('08:00'));
    writeAudit(store, look({actor: 'an.nguyen'}), at('09:00'));
    writeAudit(store, look({actor: 'khac', subject: 'case_file:F2'}), at('09:30'));
    writeAudit(store, look({actor: 'binh.tran'}), at('10:00'));
    writeAudit(store, look({actor: 'muon'}), at('11:00'));
    const seen = searchAudit(store, {
      subject: 'case_file:F1',
      from: '2026-04-01T09:00:00+07:00',
      to: '2026-04-01T03:00:00Z',
    });
    expect(seen.map(({actor}) => actor)).toEqual(['binh.tran', 'an.nguyen']);
    expect(searchAudit(store, {limit: 2}).map(({id}) => id)).toEqual([5, 4]);
    expect(searchAudit(store, {limit: 2, before: 4}).map(({id}) => id)).toEqual([3, 2]);
  });

  test('has no entry of a deed that was undone, and no gap where it would have been', () => {
    writeAudit(store, look());
    expect(() =>
      store.transaction(() => {
        writeAudit(store, look({action: 'account.disable'}));
        throw new Error('undone');
      }),
    ).toThrow('undone');
    expect(writeAudit(store, look()).id).toBe(2);
    expect(verifyAudit(store).broken).toBeNull();
  });
});

describe('whoever looks through the log', () => {
  test('finds nothing wrong when nothing was touched', () => {
    writeFive();
    expect(verifyAudit(store)).toEqual({entries: 5, anchors: 1, broken: null});
  });

  test('is told which entry was changed', () => {
    writeFive();
    tamper(`update audit set actor = 'nguoi.khac' where id = 2`);
    expect(verifyAudit(store).broken).toEqual({id: 2, reason: 'Mục 2 đã bị sửa sau khi ghi.'});
  });

  test('is told which entry was cut out', () => {
    writeFive();
    tamper('delete from audit where id = 4');
    expect(verifyAudit(store).broken).toEqual({id: 4, reason: 'Mục 4 đã bị cắt khỏi nhật ký.'});
  });

  test('is told which entry was swapped for another', () => {
    writeFive();
    tamper(`
      update audit set id = -4 where id = 4;
      update audit set id = 4 where id = 5;
      update audit set id = 5 where id = -4;
    `);
    expect(verifyAudit(store).broken?.id).toBe(4);
  });

  test('is told that the end was cut off, as far as it was anchored', () => {
    writeFive();
    tamper('delete from audit where id >= 3');
    expect(verifyAudit(store).broken).toMatchObject({
      id: 3,
      reason: expect.stringContaining('phần cuối đã bị cắt') as string,
    });
  });

  test('is told of a log written anew with hashes that fit, because the head outside does not', () => {
    writeFive();
    const rows = [...storedEntries(store)];
    tamper('delete from audit');
    let previous_hash = rows[0]!.previous_hash;
    for (const row of rows) {
      const forged = {...row, previous_hash, ...(row.id === 2 ? {actor: 'nguoi.khac'} : {})};
      const hash = hashOf(forged);
      store.db
        .prepare(
          'insert into audit values (:id, :at, :actor, :role, :scope, :action, :subject, :details, :rows, :outcome, :previous_hash, :hash)',
        )
        .run({...forged, hash});
      previous_hash = hash;
    }
    expect(verifyAudit(store, []).broken).toBeNull();
    expect(verifyAudit(store).broken).toMatchObject({
      id: 3,
      reason: expect.stringContaining('2026-04-01T10:30:00+07:00') as string,
    });
  });

  test('finds a head once outside, however often it is written down', () => {
    writeFive();
    anchorAudit(store);
    anchorAudit(store);
    expect(readAnchors(store).map(({id}) => id)).toEqual([3, 5]);
  });
});

describe('the state', () => {
  test('is read by nobody but its owner', () => {
    writeFive();
    const modes = ['', 'thads.sqlite', 'thads.sqlite-wal', 'audit-heads.log'].map(
      (name) => statSync(join(root, 'state', name)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
  });

  test('is not opened when others can read it', () => {
    chmodSync(join(root, 'state', 'thads.sqlite'), 0o644);
    expect(() => openStore(join(root, 'state'))).toThrow(WrongUsage);
    expect(() => openStore(join(root, 'state'))).toThrow('chmod go=');
  });

  test('of a newer release is not opened by an older one', () => {
    store.db.prepare('insert into migrations values (?, ?)').run('from-the-future', '2027-01-01');
    expect(() => openStore(join(root, 'state'))).toThrow('from-the-future');
  });

  test('stays from one opening to the next', () => {
    writeFive();
    store.close();
    store = openStore(join(root, 'state'));
    expect(verifyAudit(store).entries).toBe(5);
    expect(readFileSync(join(root, 'state', 'audit-heads.log'), 'utf8')).toMatch(
      /^2026-04-01T10:30:00\+07:00 3 [0-9a-f]{64}\n$/,
    );
  });
});
