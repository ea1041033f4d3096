/** Ranking and nominations as annexes: every rank, every gate and every reason as the API has them. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {
  ChangedNominationAnswer,
  NominationAnswer,
  NominationsAnswer,
  RankingAnswer,
} from '../../../api/answers.ts';
import {campaign, nominations, startBoard, type BoardWorld, type Who} from '../board/board-world.ts';
import {paperFiles, type PaperFiles} from './paper-files.ts';

let world: BoardWorld;
beforeAll(async () => {
  world = await startBoard();
  await world.count('2026-04-30', {de_nghi_khen_thuong: nominations});
});
afterAll(() => world[Symbol.asyncDispose]());

const filesOf = (who: Who, address: string, name: string): Promise<PaperFiles> =>
  paperFiles((format) => {
    const joined = address.includes('?') ? '&' : '?';
    return world.ask(who, 'GET', `/papers/${address}${joined}format=${format}`);
  }, name);

const wordsOf = ({html, docx, pdf, sheets}: PaperFiles) => [
  html,
  docx,
  pdf.join(' '),
  JSON.stringify(sheets),
];

test.each(['province', 'office', 'individual'] as const)(
  'the ranking of each %s has the ranks, the gates and the reasons of the API',
  async (kind) => {
    const answer = await world.read<RankingAnswer>('leader', `${campaign}/ranking?kind=${kind}`);
    const files = await filesOf('leader', `ranking?kind=${kind}`, `ranking-${kind}`);
    const rows = files.sheets.flatMap((sheet) => sheet.rows);
    for (const row of answer.rows) {
      const own = rows.find((cells) => cells.includes(row.name))!;
      expect(own).toEqual(expect.arrayContaining([row.rank, row.required, row.entered, row.days_early]));
      for (const {value} of row.gates) if (typeof value === 'number') expect(own).toContain(value);
    }
    for (const row of answer.not_ranked) {
      const own = rows.find((cells) => cells.includes(row.name))!;
      const failed = row.gates.filter(({gate}) => row.failed.includes(gate));
      expect(failed.length).toBeGreaterThan(0);
      for (const {label, letter, clause} of failed) {
        expect(String(own.at(-1))).toContain(label.vi);
        expect(String(own.at(-1))).toContain(`${letter}, mục ${clause}`);
      }
    }
    expect(files.pdf[0]).toContain(`bảng xếp hạng chưa chốt, SHA-256 ${answer.hash.slice(0, 16)}`);
  },
);

test('a ranking of persons shows a province its own alone', async () => {
  const files = await filesOf('son_la', 'ranking?kind=individual', 'ranking-son-la');
  for (const words of wordsOf(files)) {
    expect(words).toContain('Lò Thị Mai');
    expect(words).not.toContain('Lê Thị Hoa');
  }
  const refused = await world.send('analyst', 'GET', '/papers/ranking?kind=individual');
  expect([refused.status, refused.body.code]).toEqual([403, 'not_permitted']);
});

test('the shortlist says of each nomination how it stands and why', async () => {
  const path = `${campaign}/nominations`;
  const {nomination} = await world.read<NominationAnswer>('board', `${path}/n1`);
  const why = 'Đơn vị xếp ưu tiên thứ nhất trong biên bản họp bình xét';
  const sent = {is_shortlisted: true, reason: why, revision: nomination.revision};
  expect(
    (await world.send<ChangedNominationAnswer>('board', 'PUT', `${path}/n1/shortlist`, sent)).status,
  ).toBe(200);

  const {rows} = await world.read<NominationsAnswer>('board', path);
  const files = await filesOf('board', 'shortlist', 'shortlist');
  const cells = files.sheets.flatMap((sheet) => sheet.rows);
  for (const {nominee_name, nominee_id, note} of rows) {
    const own = cells.filter((line) => line.includes(nominee_name ?? nominee_id));
    expect(own.length).toBeGreaterThan(0);
    if (note !== null) expect(own.map((line) => String(line.at(-1))).join()).toContain(note);
  }
  for (const words of wordsOf(files)) {
    expect(words).toContain(why);
    expect(words).toContain('Đã ở trong danh sách đề cử');
  }
  const first = files.sheets[0]!.rows[1]!;
  expect(first.slice(0, 2)).toEqual([1, 'Lê Thị Hoa']);
});

test('the shortlist shows a province the nominations it made', async () => {
  const own = await world.read<NominationsAnswer>('son_la', `${campaign}/nominations`);
  const files = await filesOf('son_la', 'shortlist', 'shortlist-son-la');
  expect(own.rows.length).toBeGreaterThan(0);
  for (const words of wordsOf(files)) {
    expect(words).toContain('Lò Thị Mai');
    for (const other of ['Lê Thị Hoa', 'Phạm Văn Cục']) expect(words).not.toContain(other);
  }
});
