/** The board's two papers: not before the ranking is frozen, somebody is proposed and nothing is left to verify. */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import PizZip from 'pizzip';
import {extractText, getDocumentProxy} from 'unpdf';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {ChangedNominationAnswer, FreezeAnswer, NominationAnswer, Problem} from '../../../api/answers.ts';
import {campaign, nominations, startBoard, type BoardWorld} from '../board/board-world.ts';

let world: BoardWorld;
beforeAll(async () => {
  world = await startBoard();
  await world.count('2026-04-30', {de_nghi_khen_thuong: nominations});
});
afterAll(() => world[Symbol.asyncDispose]());

const path = `${campaign}/nominations`;
const passedOver = 'Đơn vị xếp ưu tiên thứ nhất trong biên bản họp bình xét';

async function wordsOf(letter: string): Promise<string> {
  const response = await world.ask('board', 'GET', `/papers/${letter}`);
  expect(response.status).toBe(200);
  return (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

const withoutSpaces = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, '');

async function refusal(letter: string): Promise<string> {
  const {status, body} = await world.send<Problem>('board', 'GET', `/papers/${letter}`);
  expect([status, body.code]).toEqual([409, 'letter_incomplete']);
  return body.detail;
}

async function freeze(): Promise<void> {
  const {body} = await world.send<FreezeAnswer>('board', 'POST', `${campaign}/freezes`, {});
  const approval = {outcome: 'approved', reason: 'Đúng với kết quả đã họp'};
  const {status} = await world.send('leader', 'POST', `${campaign}/freezes/${body.id}/decision`, {
    ...approval,
    hash: body.hash,
  });
  expect(status).toBe(200);
}

async function change(id: string, method: string, deed: string, body: object): Promise<void> {
  const {nomination} = await world.read<NominationAnswer>('board', `${path}/${id}`);
  const sent = {...body, revision: nomination.revision};
  const {status} = await world.send<ChangedNominationAnswer>('board', method, `${path}/${id}/${deed}`, sent);
  expect(status).toBe(200);
}

test('the board’s papers wait for the frozen ranking, for a list, and for every matter to be verified', async () => {
  expect(await refusal('award-submission')).toContain('chưa được chốt và duyệt');
  expect(await refusal('award-minutes')).toContain('chưa được chốt và duyệt');

  await freeze();
  expect(await refusal('award-submission')).toContain('Danh sách đề cử chưa có ai');
  expect(await refusal('award-minutes')).toContain('Hội đồng chưa đưa ai vào danh sách đề cử');

  await change('n1', 'PUT', 'shortlist', {is_shortlisted: true, reason: passedOver});
  const open = await refusal('award-submission');
  expect(open).toContain('Chưa xác minh xong: Lê Thị Hoa (đang xem xét, thi hành kỷ luật;');

  for (const matter of ['discipline', 'prosecution', 'inspection', 'verification']) {
    const found = {answer: 'no', source: 'Công văn 12/TTr', source_on: '2026-04-28'};
    await change('n1', 'PUT', `pending/${matter}`, found);
  }
  const submission = await wordsOf('award-submission');
  for (const words of [
    'TỜ TRÌNH',
    'Kính gửi: Cục trưởng Cục Quản lý Thi hành án dân sự',
    'Thực hiện Kế hoạch số 606/KH-CQLTHADS',
    `nhận được ${nominations.length} đề nghị khen thưởng (thời hạn gửi hồ sơ: trước ngày 25/4/2026)`,
    'bảng xếp hạng đã chốt lần 1 trên đêm số liệu 25/3/2026',
    'đề nghị khen thưởng 1 trường hợp, gồm 0 tập thể và 1 cá nhân',
    'a) Cá nhân:',
    'Lê Thị Hoa',
    'Giấy khen của Cục trưởng',
    `Đủ điều kiện, trong chỉ tiêu; ${passedOver}`,
    'Cả 1 trường hợp đề nghị khen thưởng không trong thời gian xem xét thi hành kỷ luật hoặc điều tra, thanh tra, kiểm tra khi có dấu hiệu vi phạm hoặc có đơn thư khiếu nại, tố cáo, có vấn đề tham nhũng, tiêu cực được báo chí nêu đang được xác minh làm rõ',
    'bảng xếp hạng chốt lần 1',
  ]) {
    expect(submission).toContain(words);
  }
});

test('the minutes have each decision with its reason, who was passed over, and what was not considered', async () => {
  const minutes = await wordsOf('award-minutes');
  for (const words of [
    'BIÊN BẢN',
    'THƯ KÝ',
    'CHỦ TỌA',
    'Hội đồng thống nhất 1 trường hợp sau',
    `Đưa vào danh sách đề cử ${passedOver}`,
    'Đối tượng xếp hạng cao hơn của cùng tỉnh không được chọn',
    'Cục không xét bổ sung đối với hồ sơ gửi sau thời hạn (nhận ngày 25/4/2026, hạn 24/4/2026',
    'Hồ sơ thiếu biên bản họp bình xét, xác nhận báo cáo thành tích',
  ]) {
    expect(minutes).toContain(words);
  }
});

test('the board’s papers are the same as files to sign', async () => {
  const artefacts = join(import.meta.dirname, '../../../.build/papers');
  await mkdir(artefacts, {recursive: true});
  for (const letter of ['award-submission', 'award-minutes']) {
    const fileOf = async (format: string) => {
      const response = await world.ask('board', 'GET', `/papers/${letter}?format=${format}`);
      const file = Buffer.from(await response.arrayBuffer());
      await writeFile(join(artefacts, `${letter}.${format}`), file);
      return file;
    };
    const pdf = await getDocumentProxy(new Uint8Array(await fileOf('pdf')));
    const {text} = await extractText(pdf, {mergePages: true});
    const docx = new PizZip(await fileOf('docx')).file('word/document.xml')!.asText();
    for (const words of ['Lê Thị Hoa', 'Giấy khen của Cục trưởng', 'Kế hoạch số 606/KH']) {
      // Lines of a PDF may break within a number.
      expect(withoutSpaces(text)).toContain(withoutSpaces(words));
      expect(docx).toContain(words);
    }
  }
});

test('the board’s papers are read by the leadership, and by nobody else', async () => {
  expect((await world.ask('leader', 'GET', '/papers/award-minutes')).status).toBe(200);
  for (const who of ['analyst', 'thanh_hoa', 'administrator'] as const) {
    expect((await world.ask(who, 'GET', '/papers/award-minutes')).status).toBe(403);
  }
});
