import {describe, expect, test} from 'vitest';
import type {AuditRow, Problem, VersionsAnswer} from '../../api/answers.ts';
import {startServer} from '../../api/server.ts';
import type {Role} from '../../api/roles.ts';
import {withLock} from '../../warehouse/lock.ts';
import {createToken} from '../access.ts';
import {caseFiles, onNightGround, type NightGround} from '../night-ground.ts';

const reason = 'Đã đối chiếu với đơn vị, số giảm là đúng.';

/** Asks a server on the ground's nights as programs of the roles do. */
async function onServer(
  ground: NightGround,
  test: (
    ask: <Answer>(role: Role, method: string, path: string, body?: object) => Promise<[number, Answer]>,
  ) => Promise<void>,
): Promise<void> {
  const server = await startServer({data: ground.folder.root, port: 0, host: '127.0.0.1'});
  try {
    await test(async <Answer>(role: Role, method: string, path: string, body?: object) => {
      const response = await fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${createToken(ground.folder.root, role)}`,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
      });
      return [response.status, (await response.json()) as Answer];
    });
  } finally {
    await server.close();
  }
}

/** Two nights, the second held because half of the files are gone. */
async function withHeldNight(ground: NightGround): Promise<{passed: string; held: string}> {
  ground.deliver('2026-03-24', {ho_so: caseFiles(2)});
  ground.deliver('2026-03-25', {ho_so: caseFiles(1)});
  const {published, held} = await ground.count();
  return {passed: published[0]!.version, held: held[0]!.version};
}

describe('letting a held night out', () => {
  test('is for the leadership, with a reason, and readers see the night at once', () =>
    onNightGround(async (ground) => {
      const {passed, held} = await withHeldNight(ground);
      await onServer(ground, async (ask) => {
        const [, before] = await ask<VersionsAnswer>('lanh_dao', 'GET', '/versions');
        expect(before.rows.map(({version, state}) => [version, state])).toEqual([
          [held, 'held'],
          [passed, 'in_force'],
        ]);
        expect(before.rows[0]!.reasons.join(' ')).toContain('ho_so');

        const [status, after] = await ask<VersionsAnswer>('lanh_dao', 'POST', `/versions/${held}/release`, {
          reason,
        });
        expect([status, after.in_force]).toEqual([200, held]);
        expect(after.rows[0]!.released_from).toEqual(before.rows[0]!.reasons);
        const [, served] = await ask<{version: string}>('lanh_dao', 'GET', '/status');
        expect(served.version).toBe(held);
      });
    }));

  test('is written down before it is done and after', () =>
    onNightGround(async (ground) => {
      const {held} = await withHeldNight(ground);
      await onServer(ground, async (ask) => {
        await ask('lanh_dao', 'POST', `/versions/${held}/release`, {reason});
        await ask('lanh_dao', 'POST', `/versions/${held}/release`, {reason});
        const [, log] = await ask<{rows: AuditRow[]}>('quan_tri', 'GET', '/audit?action=version.release');
        expect(log.rows.map(({outcome}) => outcome)).toEqual(['refused', 'begun', 'done', 'begun']);
        expect(log.rows[0]).toMatchObject({role: 'lanh_dao', subject: `version:${held}`, details: {reason}});
      });
    }));

  test('without a reason is not done', () =>
    onNightGround(async (ground) => {
      const {passed, held} = await withHeldNight(ground);
      await onServer(ground, async (ask) => {
        const [status, problem] = await ask<Problem>('lanh_dao', 'POST', `/versions/${held}/release`, {
          reason: 'ok',
        });
        expect([status, problem.code]).toEqual([422, 'invalid_body']);
        expect(ground.inForce()?.version).toBe(passed);
      });
    }));
});

describe('going back to an older version', () => {
  test('is for the administrator, and says so until a new night comes', () =>
    onNightGround(async (ground) => {
      for (const date of ['2026-03-24', '2026-03-25']) ground.deliver(date, {ho_so: caseFiles(2)});
      const [first, second] = (await ground.count()).published;
      await onServer(ground, async (ask) => {
        const [status, after] = await ask<VersionsAnswer>(
          'quan_tri',
          'POST',
          `/versions/${first!.version}/rollback`,
          {reason},
        );
        expect([status, after.in_force, after.rolled_back]).toEqual([200, first!.version, true]);
        expect(after.rows.map(({version, state}) => [version, state])).toEqual([
          [second!.version, 'kept'],
          [first!.version, 'in_force'],
        ]);
        const [, served] = await ask<{version: string}>('quan_tri', 'GET', '/status');
        expect(served.version).toBe(first!.version);
      });
    }));

  test('does not reach a version that is held, that nobody knows, or while a night is counted', () =>
    onNightGround(async (ground) => {
      const {passed, held} = await withHeldNight(ground);
      await onServer(ground, async (ask) => {
        const back = async (version: string) => {
          const [status, {code}] = await ask<Problem>('quan_tri', 'POST', `/versions/${version}/rollback`, {
            reason,
          });
          return [status, code];
        };
        expect(await back(held)).toEqual([422, 'not_possible']);
        expect(await back('of-no-night')).toEqual([404, 'unknown_version']);
        expect(await withLock(ground.folder, () => back(passed))).toEqual([409, 'night_in_progress']);
        expect(ground.inForce()?.version).toBe(passed);
      });
    }));
});
