import {afterEach, beforeEach, expect, test} from 'vitest';
import type {LetterTemplateAnswer, Problem} from '../../../api/answers.ts';
import {shippedTemplate} from '../../../api/letters/letters.ts';
import {startTestServer, type TestServer} from '../running-server.ts';

const template = '/letters/criticism-letter/template';
const preview = '/letters/criticism-letter/preview';
const reason = 'Theo ý kiến của lãnh đạo Cục';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({version: 'a', demo: true});
});
afterEach(() => server[Symbol.asyncDispose]());

type Who = 'lanh_dao' | 'hoi_dong';

async function send<Answer = LetterTemplateAnswer & Problem>(
  method: string,
  path: string,
  body?: unknown,
  who: Who = 'lanh_dao',
) {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {...server.as(who), ...(body === undefined ? {} : {'content-type': 'application/json'})},
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  });
  return {status: response.status, body: (await response.json()) as Answer};
}

const changed = (line: string) => shippedTemplate('criticism-letter').replace('Quá thời hạn', line);

test('a template is shown with every value it may name, and what each is tonight', async () => {
  const {body} = await send('GET', template);
  expect(body).toMatchObject({
    letter: 'criticism-letter',
    text: shippedTemplate('criticism-letter'),
    is_shipped: true,
    may_change: true,
    revision: 0,
    history: [],
  });
  expect(body.values).toContainEqual({
    name: 'ho_so_da_nhap',
    meaning: 'Toàn quốc: số hồ sơ đã nhập',
    value: '288',
    missing: null,
  });
  expect(body.conditions).toContainEqual({
    name: 'con_don_vi_khac',
    meaning: 'Danh sách còn đơn vị ngoài bốn đơn vị đó',
    value: false,
    missing: null,
  });
  expect(body.tables.map(({name, rows}) => [name, rows])).toEqual([['danh_sach', 1]]);
});

test('of a letter to a unit the values are those of the unit, and none before it is named', async () => {
  const path = '/letters/reminder-letter/template';
  const valueOf = async (query: string) =>
    (await send('GET', path + query)).body.values.find(({name}) => name === 'ho_so_da_nhap');
  expect(await valueOf('')).toMatchObject({value: null, missing: null});
  expect(await valueOf('?unit=38')).toMatchObject({value: '188', missing: null});
  const missing = await valueOf('?unit=48');
  expect(missing).toMatchObject({value: null});
  expect(missing?.missing).toContain('không có số liệu');
});

test('a change is in the next letter, kept with who made it and why, and written down', async () => {
  const kept = await send('PUT', template, {text: changed('Hết thời hạn'), reason, revision: 0});
  expect(kept.status).toBe(200);
  expect(kept.body).toMatchObject({is_shipped: false, history: [{reason, role: 'lanh_dao'}]});
  const html = await (await server.get('/papers/criticism-letter')).text();
  expect(html).toContain('Hết thời hạn nêu trên');

  const back = await send('PUT', template, {text: null, reason, revision: kept.body.revision});
  expect(back.body).toMatchObject({is_shipped: true, text: shippedTemplate('criticism-letter')});
  expect(back.body.history.map(({text}) => text === null)).toEqual([true, false]);
  expect(await (await server.get('/papers/criticism-letter')).text()).toContain('Quá thời hạn nêu trên');

  const log = await (await server.get('/audit?action=letter.template', server.as('quan_tri'))).text();
  expect(log.match(/letter:criticism-letter/g)).toHaveLength(2);
});

test('a change over another that its author has not seen is refused', async () => {
  await send('PUT', template, {text: changed('Hết thời hạn'), reason, revision: 0});
  const refused = await send('PUT', template, {text: changed('Sau thời hạn'), reason, revision: 0});
  expect([refused.status, refused.body.code]).toEqual([409, 'changed_meanwhile']);
  expect(refused.body.detail).toContain('đã sửa mẫu này');
});

test('a template that cannot be read is refused with its line, and the one before stays', async () => {
  const refused = await send('PUT', template, {text: changed('{{ la }}'), reason, revision: 0});
  expect(refused).toMatchObject({status: 422, body: {code: 'letter_template', line: 20}});
  expect(refused.body.detail).toContain('Dòng 20: không có giá trị “la”');
  expect((await send('PUT', template, {text: changed('x'), reason: 'vì', revision: 0})).status).toBe(422);
  expect((await send('PUT', template, {text: 'x'.repeat(30_001), reason, revision: 0})).status).toBe(422);
  expect((await send('GET', template)).body).toMatchObject({is_shipped: true, history: []});
});

test('a template is tried before it is kept', async () => {
  const response = await fetch(`${server.url}/api/v1${preview}`, {
    method: 'POST',
    headers: {...server.as('lanh_dao'), 'content-type': 'application/json'},
    body: JSON.stringify({text: changed('Hết thời hạn')}),
  });
  expect(response.headers.get('content-type')).toContain('text/html');
  const html = await response.text();
  expect(html).toContain('Hết thời hạn nêu trên');
  expect(html).toContain('288 hồ sơ');
  expect((await send('POST', preview, {text: changed('{% include "x" %}')})).body.code).toBe(
    'letter_template',
  );
  expect((await send('GET', template)).body.is_shipped).toBe(true);
});

test('the leadership changes its letters, the board its papers, and nobody else any', async () => {
  const minutes = '/letters/award-minutes/template';
  const body = {text: shippedTemplate('award-minutes').replace('Địa điểm', 'Nơi họp'), reason, revision: 0};
  const refused = await send('PUT', minutes, body);
  expect([refused.status, refused.body.code]).toEqual([403, 'not_permitted']);
  expect((await send('PUT', template, {text: changed('x'), reason, revision: 0}, 'hoi_dong')).status).toBe(
    403,
  );
  expect((await server.problem(template, server.as('phan_tich'))).status).toBe(403);
  expect((await server.problem('/letters/khac/template')).code).toBe('unknown_letter');
  expect((await server.problem('/letters/constructor/template')).code).toBe('unknown_letter');
});
