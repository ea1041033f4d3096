import {expect, test} from 'vitest';
import type {NightsAnswer} from '../../api/answers.ts';
import {startServer} from '../../api/server.ts';
import {createToken} from '../access.ts';
import {caseFiles, onNightGround, type NightGround} from '../night-ground.ts';

async function readNights(ground: NightGround): Promise<NightsAnswer> {
  const server = await startServer({data: ground.folder.root, port: 0, host: '127.0.0.1'});
  try {
    const authorization = `Bearer ${createToken(ground.folder.root, 'quan_tri')}`;
    const response = await fetch(`${server.url}/api/v1/nights`, {headers: {authorization}});
    return (await response.json()) as NightsAnswer;
  } finally {
    await server.close();
  }
}

test('a month of nights: published, held with the reason, and those for which nobody delivered', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {ho_so: caseFiles(2)});
    ground.deliver('2026-03-26', {ho_so: caseFiles(1)});
    await ground.count();
    const {from, to, rows} = await readNights(ground);
    expect([from, to, rows.length]).toEqual(['2026-02-25', '2026-03-26', 30]);
    expect(rows.slice(-3).map(({night, state}) => [night, state])).toEqual([
      ['2026-03-24', 'published'],
      ['2026-03-25', 'missing'],
      ['2026-03-26', 'held'],
    ]);
    expect(rows.at(-1)!.reasons).toHaveLength(1);
    expect(new Set(rows.slice(0, -3).map(({state}) => state))).toEqual(new Set(['missing']));
  }));

test('a delivery of far fewer rows than before is pointed out, beside the middle of those before', () =>
  onNightGround(async (ground) => {
    for (const [date, files] of [
      ['2026-03-22', 20],
      ['2026-03-23', 22],
      ['2026-03-24', 60],
    ] as const) {
      ground.deliver(date, {ho_so: caseFiles(files)});
    }
    await ground.count();
    const {deliveries} = await readNights(ground);
    const program = deliveries.find(({program_id}) => program_id === 'to-chuc-tha')!;
    const others = program.earlier[0]!.rows - 20;
    expect(program.earlier.map(({night, rows}) => [night, rows - others])).toEqual([
      ['2026-03-22', 20],
      ['2026-03-23', 22],
    ]);
    expect([program.night, program.rows! - others, program.usual! - others]).toEqual(['2026-03-24', 60, 21]);
    expect(program.is_unusual).toBe(true);
    expect(deliveries.filter(({program_id}) => program_id !== 'to-chuc-tha')).toContainEqual(
      expect.objectContaining({night: null, rows: null, usual: null, is_unusual: false}),
    );
  }));

test('the room that versions take is told beside what is left', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {ho_so: caseFiles(1)});
    ground.deliver('2026-03-25', {ho_so: caseFiles(2)});
    await ground.count();
    const {version_bytes, versions_bytes, free_bytes, disk_bytes} = (await readNights(ground)).storage;
    expect(version_bytes).toBeGreaterThan(0);
    expect(versions_bytes).toBeGreaterThan(version_bytes);
    expect(disk_bytes).toBeGreaterThan(free_bytes);
  }));
