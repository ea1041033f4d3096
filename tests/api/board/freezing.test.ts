/** Freezing a ranking takes two people, and what they froze stays what it is. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {FreezeAnswer, FreezesAnswer, FrozenRankingAnswer} from '../../../api/board-schemas.ts';
import type {RankingAnswer} from '../../../api/campaign-schemas.ts';
import type {NominationsAnswer} from '../../../api/nomination-schemas.ts';
import {readVersions} from '../../../warehouse/versions.ts';
import {dataFolder} from '../../../warehouse/folders.ts';
import {withState} from '../signing-in.ts';
import {
  campaign,
  everybody,
  nominations,
  startBoard,
  vu_viec_xem_xet,
  type BoardWorld,
} from './board-world.ts';

let world: BoardWorld;
beforeAll(async () => {
  world = await startBoard();
});
afterAll(() => world[Symbol.asyncDispose]());

const freezes = `${campaign}/freezes`;
const approval = ({hash}: FreezeAnswer) => ({outcome: 'approved', hash});
const ranksOf = ({rows}: FrozenRankingAnswer) => rows.map(({id, rank}) => [id, rank]);

test('a ranking is frozen by a second person, and only by the first of two who try', async () => {
  const ranking = await world.read<RankingAnswer>('board', `${campaign}/ranking`);
  expect(ranking.frozen).toBeNull();
  const proposed = await world.send<FreezeAnswer>('board', 'POST', freezes, {});
  expect(proposed).toMatchObject({
    status: 201,
    body: {
      state: 'proposed',
      ranking_night: '2026-03-25',
      is_provisional: false,
      hash: ranking.hash,
      made_from: ranking.version,
      proposed_by: 'board',
    },
  });
  const again = await world.send('colleague', 'POST', freezes, {});
  expect([again.status, again.body.code]).toEqual([409, 'changed_meanwhile']);
  expect(again.body.detail).toContain('board đã đề nghị chốt bảng xếp hạng đêm 2026-03-25 lúc');

  const path = `${freezes}/${proposed.body.id}/decision`;
  const wrong = await world.send('leader', 'POST', path, {outcome: 'approved', hash: '0'.repeat(64)});
  expect([wrong.status, wrong.body.code]).toEqual([409, 'changed_meanwhile']);

  // Both are at the table before either decides.
  await Promise.all((['leader', 'deputy'] as const).map((who) => world.send(who, 'GET', freezes)));
  const both = await Promise.all(
    (['leader', 'deputy'] as const).map((who) =>
      world.send<FreezeAnswer>(who, 'POST', path, approval(proposed.body)),
    ),
  );
  expect(both.map(({status}) => status).sort()).toEqual([200, 409]);
  const won = both.find(({status}) => status === 200)!.body;
  const lost = both.find(({status}) => status === 409)!.body;
  expect(won.state).toBe('approved');
  expect(lost.detail).toBe(
    `${won.decided_by} đã duyệt lần chốt này lúc ${won.decided_at!.slice(11, 19)} ngày ${won.decided_at!.slice(0, 10)}; quyết định đó không đổi được nữa.`,
  );
  expect((await world.audited('freeze.propose')).map(({actor, role}) => [actor, role])).toEqual([
    ['board', 'hoi_dong'],
  ]);
  expect(await world.audited('freeze.approve')).toMatchObject([
    {
      actor: won.decided_by,
      role: 'lanh_dao',
      subject: `freeze:${won.id}`,
      details: {hash: won.hash, is_version_kept: true},
    },
  ]);
});

test('a frozen ranking made again from what was stored has the same hash, and its version is kept', async () => {
  const {freeze, verification, rows} = await world.read<FrozenRankingAnswer>('leader', `${freezes}/1`);
  expect(verification).toEqual({hash_of_rows: freeze.hash, hash_made_again: freeze.hash, matches: true});
  expect(rows.map(({id, rank, rank_tonight, differs}) => [id, rank, rank_tonight, differs])).toEqual([
    ['14', 1, 1, false],
    ['38', 2, 2, false],
  ]);
  expect(readVersions(dataFolder(world.server.data))).toMatchObject([{kept_for: ['freeze:1']}]);
});

test('the ranking says to everybody who may see it that it is frozen, and by which hash', async () => {
  const {rows} = await world.read<FreezesAnswer>('leader', freezes);
  const {id, hash, decided_at} = rows[0]!;
  for (const who of ['board', 'thanh_hoa', 'analyst'] as const) {
    const {frozen} = await world.read<RankingAnswer>(who, `${campaign}/ranking`);
    expect(frozen).toEqual({id, hash, decided_at, differs: false});
  }
});

test('no later night and no new threshold changes a frozen ranking; the differences stand beside it', async () => {
  const before = await world.read<FrozenRankingAnswer>('leader', `${freezes}/1?kind=office`);
  const violation = {
    ma_vu_viec: 'v3',
    ma_don_vi: '38.KV01',
    loai: 'KET_LUAN_VI_PHAM_NGHIEM_TRONG',
    tu_ngay: '2026-04-28',
  };
  await world.count('2026-04-30', {
    vu_viec_xem_xet: [...vu_viec_xem_xet, violation],
    de_nghi_khen_thuong: nominations,
  });
  await world.send('board', 'POST', `${campaign}/parameters`, {
    change: 'threshold',
    gate: 'rollout_documents',
    applies_to: 'collective',
    threshold: '2026-02-09',
    reason: 'Thử đổi sau khi đã chốt',
    revision: 0,
  });
  const after = await world.read<FrozenRankingAnswer>('leader', `${freezes}/1?kind=office`);
  expect(after.freeze).toEqual(before.freeze);
  expect(after.verification.matches).toBe(true);
  expect(ranksOf(after)).toEqual([
    ['38.KV01', 1],
    ['14.KV01', 2],
    ['38.NV1', 3],
  ]);
  expect(after.rows.map(({id, rank_tonight, differs}) => [id, rank_tonight, differs])).toEqual([
    ['38.KV01', null, true],
    ['14.KV01', null, true],
    ['38.NV1', null, true],
  ]);
  expect(after.tonight.hash).not.toBe(after.freeze.hash);
  const {frozen} = await world.read<RankingAnswer>('thanh_hoa', `${campaign}/ranking`);
  expect([frozen?.hash, frozen?.differs]).toEqual([after.freeze.hash, true]);
});

test('nominations are judged by the frozen ranking, and by what turned up since', async () => {
  const {freeze, rows} = await world.read<NominationsAnswer>('board', `${campaign}/nominations`);
  expect(freeze).toBe(1);
  const obstacles = (id: string) => rows.find((row) => row.id === id)!.obstacles.map(({code}) => code);
  // Tonight every office fails the gate of documents, but not on the night that was frozen.
  expect([obstacles('o1'), obstacles('o2')]).toEqual([[], ['v3']]);
});

test('a freeze that is turned down says why, and the next one may be proposed', async () => {
  const second = await world.send<FreezeAnswer>('colleague', 'POST', freezes, {});
  const path = `${freezes}/${second.body.id}/decision`;
  const silent = await world.send('leader', 'POST', path, {outcome: 'rejected', hash: second.body.hash});
  expect([silent.status, silent.body.code]).toEqual([422, 'reason_required']);
  const reason = 'Ngưỡng văn bản đổi chưa đúng thẩm quyền';
  const rejected = await world.send<FreezeAnswer>('leader', 'POST', path, {
    outcome: 'rejected',
    hash: second.body.hash,
    reason,
  });
  expect(rejected).toMatchObject({status: 200, body: {state: 'rejected', decision_reason: reason}});
  const {rows} = await world.read<FreezesAnswer>('board', freezes);
  expect(rows.map(({id, state, thresholds}) => [id, state, thresholds.length])).toEqual([
    [2, 'rejected', 1],
    [1, 'approved', 0],
  ]);
});

test('who proposed a freeze cannot approve it, not even in another role', async () => {
  const {body: freeze} = await world.send<FreezeAnswer>('board', 'POST', freezes, {});
  await withState(world.server, ({db}) => {
    db.prepare("update accounts set role = 'lanh_dao' where id = 'board'").run();
  });
  const answer = await world.send('board', 'POST', `${freezes}/${freeze.id}/decision`, approval(freeze));
  expect([answer.status, answer.body.code]).toEqual([403, 'second_person_required']);
  await withState(world.server, ({db}) => {
    db.prepare("update accounts set role = 'hoi_dong' where id = 'board'").run();
  });
});

test('a program with a token is not a second person', async () => {
  const response = await fetch(`${world.server.url}/api/v1${freezes}`, {
    method: 'POST',
    headers: {...world.server.as('hoi_dong'), 'content-type': 'application/json'},
    body: '{}',
  });
  expect(response.status).toBe(403);
});

test('freezing is for the board and the leadership, each in its part', async () => {
  for (const who of everybody) {
    const statuses = [
      (await world.send(who, 'GET', freezes)).status,
      (await world.send(who, 'GET', `${freezes}/1`)).status,
    ];
    const may = ['board', 'colleague', 'leader', 'deputy'].includes(who);
    expect([who, ...statuses]).toEqual([who, may ? 200 : 403, may ? 200 : 403]);
  }
  expect((await world.send('leader', 'POST', freezes, {})).status).toBe(403);
  expect((await world.send('colleague', 'POST', `${freezes}/3/decision`, {})).status).toBe(403);
  const nowhere = await world.send('leader', 'GET', `${freezes}/99`);
  expect([nowhere.status, nowhere.body.code]).toEqual([404, 'unknown_freeze']);
});

test('a frozen ranking cannot be changed in the store, and one that was is found out', async () => {
  await withState(world.server, ({db}) => {
    expect(() => db.exec("update board_freezes set state = 'rejected' where id = 1")).toThrow(
      'không sửa được nữa',
    );
    expect(() => db.exec("update board_freezes set hash = 'x' where id = 3")).toThrow('không được sửa');
    expect(() => db.exec('delete from board_freezes')).toThrow('không được xóa');
    db.exec(`drop trigger board_freezes_stays_as_written;
      update board_freezes set hash = '${'f'.repeat(64)}' where id = 3`);
  });
  const {verification} = await world.read<FrozenRankingAnswer>('leader', `${freezes}/3`);
  expect(verification.matches).toBe(false);
});

test('a ranking that is still provisional is frozen only with a reason', async () => {
  await using early = await startBoard('2026-03-24');
  const silent = await early.send('board', 'POST', freezes, {});
  expect([silent.status, silent.body.code]).toEqual([422, 'reason_required']);
  expect(silent.body.detail).toContain('đợt thi đua kết thúc ngày 2026-03-25');
  const given = await early.send<FreezeAnswer>('board', 'POST', freezes, {
    reason: 'Chốt sơ kết theo yêu cầu của lãnh đạo',
  });
  expect(given).toMatchObject({status: 201, body: {is_provisional: true, ranking_night: '2026-03-24'}});
});
