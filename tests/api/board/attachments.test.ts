/** The file that may come with an objection: what is taken, under which name, and who is given it. */
import PizZip from 'pizzip';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {ObjectionAnswer, ObjectionsAnswer} from '../../../api/answers.ts';
import {withState} from '../signing-in.ts';
import {campaign, everybody, startBoard, type BoardWorld, type Who} from './board-world.ts';

const objections = `${campaign}/objections`;

let world: BoardWorld;
beforeAll(async () => {
  world = await startBoard();
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)]);
const jpg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(20)]);

function zipped(...names: string[]): Buffer {
  const zip = new PizZip();
  for (const name of names) zip.file(name, '<x/>');
  return zip.generate({type: 'nodebuffer'});
}
const docx = zipped('[Content_Types].xml', 'word/document.xml');

const file = (content: Buffer, name = 'bien-ban.pdf', who: Who = 'thanh_hoa') =>
  world.send<ObjectionAnswer>(who, 'POST', objections, {
    kind: 'office',
    candidate: '38.NV1',
    text: 'Hồ sơ 38.NV1/1 đã nhập từ ngày 09/3',
    evidence: 'Biên bản kèm theo',
    attachment: {name, content: content.toString('base64')},
  });

const take = (id: number, who: Who) => world.ask(who, 'GET', `${objections}/${id}/attachment`);

test('a file is kept as it was sent, and given back to be saved, never to be shown', async () => {
  const filed = await file(pdf, 'Biên bản họp.pdf');
  expect(filed).toMatchObject({
    status: 201,
    body: {attachment: {name: 'Biên bản họp.pdf', type: 'pdf', bytes: pdf.length}},
  });
  const response = await take(filed.body.id, 'board');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="de-nghi-xem-lai-${filed.body.id}.pdf"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});

test.each([
  ['a PNG called a PDF', png, 'png', 'image/png'],
  ['a JPEG called a PDF', jpg, 'jpg', 'image/jpeg'],
  [
    'a DOCX called a PDF',
    docx,
    'docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
])('%s is what its bytes are', async (_, content, type, mediaType) => {
  const {body} = await file(content, 'lạ.pdf');
  expect(body.attachment?.type).toBe(type);
  expect((await take(body.id, 'leader')).headers.get('content-type')).toBe(mediaType);
});

test.each([
  ['a web page called a PDF', Buffer.from('<script>alert(1)</script>')],
  ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a program', Buffer.from('MZ\x90\x00')],
  ['a workbook', zipped('[Content_Types].xml', 'xl/workbook.xml')],
  ['a document with macros', zipped('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
  ['half a document', docx.subarray(0, docx.length - 30)],
])('%s is refused, and so is the objection it came with', async (_, content) => {
  const before = (await world.read<ObjectionsAnswer>('board', objections)).rows.length;
  const {status, body} = await file(content);
  expect([status, body.code]).toEqual([422, 'not_possible']);
  expect(body.detail).toContain('phải là PDF, DOCX (không có macro), PNG hoặc JPEG');
  expect((await world.read<ObjectionsAnswer>('board', objections)).rows).toHaveLength(before);
});

test('a file of 5 MB is taken, and one byte more is not', async () => {
  const most = 5 * 1024 * 1024;
  const large = Buffer.concat([pdf, Buffer.alloc(most - pdf.length)]);
  expect((await file(large)).body.attachment?.bytes).toBe(most);
  const larger = await file(Buffer.concat([large, Buffer.alloc(1)]));
  expect([larger.status, larger.body.code]).toEqual([413, 'body_too_large']);
  const huge = await file(Buffer.alloc(2 * most));
  expect([huge.status, huge.body.code]).toEqual([413, 'body_too_large']);
});

test('other addresses take no more than they did', async () => {
  const {status} = await world.send('board', 'POST', `${objections}/1/decision`, {
    outcome: 'rejected',
    reason: 'x'.repeat(300_000),
  });
  expect(status).toBe(413);
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\tờ trình.pdf', 'tờ trình.pdf'],
  ['a.pdf\r\nSet-Cookie: x=1', 'a.pdfSet-Cookie: x=1'],
  ['bao-cao\u202efdp.exe', 'bao-caofdp.exe'],
  ['"><img src=x onerror=alert(1)>.pdf', '"><img src=x onerror=alert(1)>.pdf'],
  ['\u0000\u0001', 'tệp đính kèm'],
  ['đ'.repeat(400), 'đ'.repeat(150)],
])('a file called %j is told of as %j, and never given out under that name', async (sent, told) => {
  const {body} = await file(pdf, sent);
  expect(body.attachment?.name).toBe(told);
  const {headers} = await take(body.id, 'board');
  expect(headers.get('content-disposition')).toBe(`attachment; filename="de-nghi-xem-lai-${body.id}.pdf"`);
  expect(headers.get('set-cookie')).toBeNull();
});

test('what is not base64 is refused', async () => {
  const {status, body} = await world.send('thanh_hoa', 'POST', objections, {
    kind: 'office',
    candidate: '38.NV1',
    text: 'Hồ sơ 38.NV1/1 đã nhập từ ngày 09/3',
    evidence: 'Biên bản kèm theo',
    attachment: {name: 'a.pdf', content: '%PDF-1.7 …'},
  });
  expect([status, body.code]).toEqual([422, 'invalid_body']);
});

test('the board, the leadership and the province it came from are given it; each time is in the log', async () => {
  const {body} = await file(pdf);
  const taking = [];
  for (const who of everybody) if ((await take(body.id, who)).status === 200) taking.push(who);
  expect(taking).toEqual(['board', 'colleague', 'leader', 'deputy', 'thanh_hoa']);
  expect((await take(body.id, 'son_la')).status).toBe(404);
  const taken = (await world.audited('objection.attachment')).filter(
    ({subject}) => subject === `objection:${body.id}`,
  );
  expect(taken.map(({actor}) => actor)).toEqual(taking);
  expect(taken[0]!.details).toMatchObject({sha256: body.attachment!.sha256});
});

test('an objection without a file has none to give', async () => {
  const {body} = await world.send<ObjectionAnswer>('thanh_hoa', 'POST', objections, {
    kind: 'office',
    candidate: '38.NV1',
    text: 'Hồ sơ 38.NV1/1 đã nhập từ ngày 09/3',
    evidence: 'Công văn số 12',
  });
  expect(body.attachment).toBeNull();
  expect((await take(body.id, 'board')).status).toBe(404);
});

test('a file that was sent is never changed and never cut, and the log does not hold it', async () => {
  await withState(world.server, ({db}) => {
    expect(() => db.exec("update board_attachments set name = 'x'")).toThrow('không được sửa');
    expect(() => db.exec('delete from board_attachments')).toThrow('không được xóa');
    const {longest} = db.prepare('select max(length(details)) as longest from audit').get() as {
      longest: number;
    };
    expect(longest).toBeLessThan(20_000);
  });
});
