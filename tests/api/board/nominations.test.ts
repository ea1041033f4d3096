/** Nominations on their way from received to decided, and everything that may stop one. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {
  ChangedNominationAnswer,
  NominationAnswer,
  NominationsAnswer,
  QuotasAnswer,
} from '../../../api/nomination-schemas.ts';
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
  await world.count('2026-04-30', {de_nghi_khen_thuong: nominations});
});
afterAll(() => world[Symbol.asyncDispose]());

const path = `${campaign}/nominations`;
const list = (who: Parameters<BoardWorld['read']>[0] = 'board') => world.read<NominationsAnswer>(who, path);
const one = async (id: string) => (await world.read<NominationAnswer>('board', `${path}/${id}`)).nomination;
const shortlisting = (id: string, revision: number, more = {}) =>
  world.send<ChangedNominationAnswer>('board', 'PUT', `${path}/${id}/shortlist`, {
    is_shortlisted: true,
    revision,
    ...more,
  });
const deciding = (id: string, revision: number, outcome = 'awarded') =>
  world.send<ChangedNominationAnswer>('board', 'POST', `${path}/${id}/decision`, {
    outcome,
    revision,
    reason: 'Theo kết quả họp Hội đồng',
  });
const answering = (id: string, revision: number, answer: string) =>
  world.send<ChangedNominationAnswer>('board', 'PUT', `${path}/${id}/pending/inspection`, {
    answer,
    revision,
    source: 'Công văn 12/TTr',
    source_on: '2026-04-28',
  });

/** The press reports something about c3, which is being verified. */
const matter = {
  ma_vu_viec: 'v9',
  ma_can_bo: 'c3',
  loai: 'BAO_CHI_NEU_DANG_XAC_MINH',
  tu_ngay: '2026-04-29',
};

test('each nomination says where it stands and why, with the clause', async () => {
  const {rows, ranking_night, freeze} = await list();
  expect([ranking_night, freeze]).toEqual(['2026-03-25', null]);
  expect(rows.map(({id, state, rank, is_over_quota}) => [id, state, rank, is_over_quota])).toEqual([
    ['n1', 'eligible', 3, false],
    ['n2', 'eligible', 1, true],
    ['n3', 'late', 1, false],
    ['n4', 'not_eligible', 2, false],
    ['n5', 'incomplete', 2, false],
    ['n6', 'eligible', 2, false],
    ['n7', 'eligible', null, false],
    ['n8', 'not_eligible', null, false],
    ['o1', 'eligible', 3, true],
    ['o2', 'eligible', 1, false],
    ['x1', 'eligible', 1, true],
    ['x2', 'incomplete', null, false],
  ]);
  // A language less says no less.
  expect(rows.filter(({note, note_en}) => (note === null) !== (note_en === null))).toEqual([]);
  expect(rows.find(({id}) => id === 'n3')?.note_en).toMatch(
    /^Received on 25 Apr 2026, after the deadline 24 Apr 2026: “Cục không xét bổ sung/,
  );
  expect(Object.fromEntries(rows.map(({id, note}) => [id, note]))).toEqual({
    n1: null,
    n2: 'Vượt chỉ tiêu: không quá 1 (CV CQLTHADS-TCCB (hướng dẫn xét khen thưởng), mục 1.2.2.b), lấy theo thứ tự ưu tiên rồi theo hạng.',
    n3: 'Cục không xét bổ sung đối với hồ sơ gửi sau thời hạn (nhận ngày 25/4/2026, hạn 24/4/2026; CV CQLTHADS-TCCB (hướng dẫn xét khen thưởng), mục 3).',
    n4: 'Không đủ điều kiện: Đơn thư đang xác minh (CV CQLTHADS-TCCB (hướng dẫn xét khen thưởng), mục 2).',
    n5: 'Hồ sơ thiếu biên bản họp bình xét, xác nhận báo cáo thành tích (CV CQLTHADS-TCCB (hướng dẫn xét khen thưởng), mục 2).',
    n6: null,
    n7: 'Không tham gia xếp hạng nên không có điều kiện xếp hạng để xét.',
    n8: 'Không đủ điều kiện: Đang bị xem xét kỷ luật (606/KH-CQLTHADS, mục III.3.b).',
    o1: 'Vượt chỉ tiêu: không quá 1 (CV CQLTHADS-TCCB (hướng dẫn xét khen thưởng), mục 1.2.2.b), lấy theo thứ tự ưu tiên rồi theo hạng.',
    o2: null,
    x1: 'Không tìm được chỉ tiêu: đơn vị đề nghị không có trong danh mục, hoặc đợt thi đua không có chỉ tiêu cho hình thức này.',
    x2: 'Hồ sơ thiếu đối tượng có trong danh mục đơn vị, cán bộ (CV CQLTHADS-TCCB (hướng dẫn xét khen thưởng), mục 2).',
  });
});

test('who is proposed for both awards is flagged on both', async () => {
  const {rows} = await list();
  expect(
    rows.filter((row) => row.also_nominated.length > 0).map((row) => [row.id, row.also_nominated]),
  ).toEqual([
    ['n2', ['x1']],
    ['n5', ['n6']],
    ['n6', ['n5']],
    ['x1', ['n2']],
  ]);
});

test('a late dossier is locked for everybody, whatever is tried', async () => {
  const tries = [
    ['PUT', 'shortlist', {is_shortlisted: true, revision: 0, reason: 'Đề nghị xét bổ sung hồ sơ này'}],
    ['POST', 'decision', {outcome: 'awarded', revision: 0, reason: 'Đề nghị xét bổ sung hồ sơ này'}],
    ['PUT', 'pending/inspection', {answer: 'no', source: 'Tờ trình', source_on: '2026-04-28', revision: 0}],
  ] as const;
  for (const who of everybody) {
    for (const [method, what, body] of tries) {
      const answer = await world.send(who, method, `${path}/n3/${what}`, body);
      const isBoard = who === 'board' || who === 'colleague';
      expect([who, what, answer.status, answer.body.code]).toEqual([
        who,
        what,
        ...(isBoard ? [422, 'dossier_late'] : [403, 'not_permitted']),
      ]);
    }
  }
  const {body} = await shortlisting('n3', 0);
  expect(body.detail).toContain('Cục không xét bổ sung đối với hồ sơ gửi sau thời hạn');
  expect(body.detail).toContain('mục 3');
  expect((await one('n3')).state).toBe('late');
});

test('what is incomplete, not eligible or over the quota does not get on the shortlist', async () => {
  const found = [];
  for (const id of ['n5', 'n4', 'n8', 'n2']) {
    const {status, body} = await shortlisting(id, 0, {reason: 'Có thành tích nổi bật'});
    found.push([id, status, body.code]);
  }
  expect(found).toEqual([
    ['n5', 422, 'out_of_order'],
    ['n4', 422, 'out_of_order'],
    ['n8', 422, 'out_of_order'],
    ['n2', 422, 'over_quota'],
  ]);
  const {body} = await shortlisting('n2', 0);
  expect(body.detail).toContain('không quá 1 cá nhân');
  expect(body.detail).toContain('mục 1.2.2.b');
});

test('passing over a better-ranked candidate of the same province needs a written reason', async () => {
  const silent = await shortlisting('n1', 0);
  expect([silent.status, silent.body.code]).toEqual([422, 'reason_required']);
  expect(silent.body.detail).toContain('Nguyễn Văn An (hạng 1)');
  const short = await shortlisting('n1', 0, {reason: 'Vì thế'});
  expect([short.status, short.body.code]).toEqual([422, 'invalid_body']);
  const reason = 'Thứ tự ưu tiên của tỉnh, có sáng kiến được công nhận';
  const given = await shortlisting('n1', 0, {reason});
  expect(given.status).toBe(200);
  expect(given.body.nomination.state).toBe('shortlisted');
  expect(given.body.steps).toMatchObject([{step: 'shortlisted', actor: 'board', role: 'hoi_dong', reason}]);
  expect(await world.audited('nomination.shortlisted')).toMatchObject([
    {actor: 'board', subject: 'nomination:n1', details: {nominee: 'c3', reason}},
  ]);
});

test('a place that is taken is taken, until the board takes it back with a reason', async () => {
  const cell = async () =>
    (await world.read<QuotasAnswer>('board', `${campaign}/quotas`)).rows.find(
      (row) => row.province_id === '38' && row.nominee_kind === 'CA_NHAN',
    );
  expect(await cell()).toMatchObject({quota: 1, proposed: 2, used: 1, free: 0, clause: '1.2.2.b'});
  expect((await shortlisting('n2', 0)).body.code).toBe('over_quota');

  const {revision} = await one('n1');
  const silent = await shortlisting('n1', revision, {is_shortlisted: false});
  expect(silent.body.code).toBe('reason_required');
  const off = await shortlisting('n1', revision, {
    is_shortlisted: false,
    reason: 'Tỉnh đề nghị rút để xem lại',
  });
  expect([off.status, off.body.nomination.state]).toEqual([200, 'eligible']);
  expect(await cell()).toMatchObject({used: 0, free: 1});
  const on = await shortlisting('n1', off.body.nomination.revision, {
    reason: 'Tỉnh giữ nguyên đề nghị ban đầu',
  });
  expect(on.status).toBe(200);
});

test('a change over one that was not seen is refused, and says who changed what when', async () => {
  const {revision} = await one('n1');
  const stale = await deciding('n1', revision - 1);
  expect([stale.status, stale.body.code]).toEqual([409, 'changed_meanwhile']);
  expect(stale.body.detail).toMatch(
    /^Trong lúc bạn xem, board đã đưa hồ sơ vào danh sách đề cử lúc \d\d:\d\d:\d\d ngày \d{4}-\d\d-\d\d;/,
  );
});

test('of two who decide at once one wins, and the other is told', async () => {
  const {body: listed} = await shortlisting('n7', 0);
  const {revision} = listed.nomination;
  await world.read('colleague', path);
  const decide = (who: 'board' | 'colleague', outcome: string) =>
    world.send(who, 'POST', `${path}/n7/decision`, {
      outcome,
      revision,
      reason: 'Theo kết quả họp Hội đồng',
    });
  const both = await Promise.all([decide('board', 'awarded'), decide('colleague', 'not_awarded')]);
  expect(both.map(({status}) => status).sort()).toEqual([200, 409]);
  const {steps} = await world.read<NominationAnswer>('board', `${path}/n7`);
  expect(steps.map(({step}) => step)).toEqual([
    'shortlisted',
    both[0].status === 200 ? 'awarded' : 'not_awarded',
  ]);
  expect(await world.audited(`nomination.${steps[1]!.step}`)).toHaveLength(1);
});

test('the steps keep their order: nothing is decided that is not on the shortlist, nor decided twice', async () => {
  const early = await deciding('n6', 0);
  expect([early.status, early.body.code]).toEqual([422, 'out_of_order']);
  const {revision} = await one('n7');
  for (const again of [await deciding('n7', revision, 'not_awarded'), await shortlisting('n7', revision)]) {
    expect([again.status, again.body.code]).toEqual([422, 'out_of_order']);
  }
  expect((await deciding('n99', 0)).body.code).toBe('unknown_nomination');
});

test('nobody is awarded while anything is pending, whichever nomination it was written on', async () => {
  const listed = await shortlisting('n6', 0);
  expect(listed.status).toBe(200);
  // The same person, by the other nomination.
  const found = await answering('n5', 0, 'yes');
  expect(found.body.nomination.pending.find(({matter}) => matter === 'inspection')).toMatchObject({
    answer: 'yes',
    source: 'Công văn 12/TTr',
    source_on: '2026-04-28',
    actor: 'board',
  });
  const {revision, obstacles} = await one('n6');
  expect(obstacles).toMatchObject([
    {
      kind: 'answer',
      code: 'inspection',
      label_en: 'Under inspection on signs of a violation',
      letter: 'Nghị định 152/2025/NĐ-CP',
      clause: 'Điều 4',
    },
  ]);
  const barred = await deciding('n6', revision);
  expect([barred.status, barred.body.code]).toEqual([422, 'not_eligible']);
  expect(barred.body.detail).toContain('Điều 4');

  const cleared = await answering('n6', revision, 'no');
  const awarded = await deciding('n6', cleared.body.nomination.revision);
  expect([awarded.status, awarded.body.nomination.state]).toEqual([200, 'awarded']);
  expect((await world.audited('nomination.answered')).map(({subject}) => subject)).toEqual([
    'nomination:n5',
    'nomination:n6',
  ]);
});

test('a matter that turns up after the shortlist stops the award, and one that ends frees it', async () => {
  const received = {de_nghi_khen_thuong: nominations};
  await world.count('2026-05-04', {...received, vu_viec_xem_xet: [...vu_viec_xem_xet, matter]});
  const {revision, note} = await one('n1');
  expect(note).toBe('Cần xem lại: Báo chí nêu đang xác minh.');
  expect((await deciding('n1', revision)).body.code).toBe('not_eligible');
  await world.count('2026-05-05', {
    ...received,
    vu_viec_xem_xet: [...vu_viec_xem_xet, {...matter, den_ngay: '2026-05-04'}],
  });
  expect((await deciding('n1', revision)).body.nomination.state).toBe('awarded');
});

test('a province sees its own nominations only, an analyst and the administrator none', async () => {
  expect((await list('thanh_hoa')).rows.map(({id}) => id)).toEqual(['n1', 'n2', 'n3', 'o1', 'o2']);
  expect((await list('leader')).rows).toHaveLength(12);
  const other = await world.send('thanh_hoa', 'GET', `${path}/n4`);
  expect([other.status, other.body.code]).toEqual([404, 'unknown_nomination']);
  for (const who of ['analyst', 'administrator'] as const) {
    expect((await world.send(who, 'GET', path)).status).toBe(403);
  }
  const quotas = await world.read<QuotasAnswer>('son_la', `${campaign}/quotas`);
  expect(quotas.rows.map(({province_id}) => province_id)).toEqual(['14', '14']);
});

test('the nominations come in every format with the same rows', async () => {
  const headers = world.server.as('hoi_dong');
  const csv = await (await world.server.get(`${path}?format=csv`, headers)).text();
  expect(csv.trimEnd().split('\r\n')).toHaveLength(13);
  expect(csv).toContain('n5,GIAY_KHEN_CUC_TRUONG,CA_NHAN,c2,Lò Thị Mai');
  for (const format of ['ndjson', 'arrow', 'parquet', 'xlsx']) {
    const response = await world.server.get(`${path}?format=${format}`, headers);
    expect([format, response.status]).toEqual([format, 200]);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500);
  }
});

test('who fails a gate of the ranking is not eligible, and the gate is named with its clause', async () => {
  const set = await world.send('board', 'POST', `${campaign}/parameters`, {
    change: 'threshold',
    gate: 'rollout_documents',
    applies_to: 'collective',
    threshold: '2026-02-09',
    reason: 'Kế hoạch phải có trước Tết Nguyên đán',
    revision: 0,
  });
  expect(set.status).toBe(201);
  expect(await one('o2')).toMatchObject({
    state: 'not_eligible',
    rank: null,
    note_en: expect.stringMatching(/^Not eligible: Plan or directive in time \(/) as string,
    obstacles: [
      {kind: 'gate', code: 'rollout_documents', label_en: 'Plan or directive in time', clause: '1.1.a'},
    ],
  });
});

test('between equals at the last place of a quota the board chooses, not the order of the codes', async () => {
  const collective = {
    ...nominations.find(({ma_de_nghi}) => ma_de_nghi === 'n3')!,
    ma_don_vi_de_nghi: 'CUC.CDS',
    hinh_thuc: 'BANG_KHEN_BO_TRUONG',
    ngay_nhan: '2026-04-20',
  };
  await world.count('2026-05-06', {
    vu_viec_xem_xet: [...vu_viec_xem_xet, {...matter, den_ngay: '2026-05-04'}],
    de_nghi_khen_thuong: [
      ...nominations,
      {...collective, ma_de_nghi: 't1', ma_don_vi: 'CUC.CDS'},
      {...collective, ma_de_nghi: 't2', ma_don_vi: 'CUC'},
    ],
  });
  const bothNow = async () =>
    (await list()).rows
      .filter(({id}) => id === 't1' || id === 't2')
      .map(({state, is_over_quota}) => [state, is_over_quota]);
  expect(await bothNow()).toEqual([
    ['eligible', false],
    ['eligible', false],
  ]);
  expect(await one('t2')).toMatchObject({
    note: expect.stringMatching(
      /^Ngang thứ tự ưu tiên và hạng .*không quá 1; .*: hội đồng chọn\. Không/,
    ) as string,
    note_en: expect.stringMatching(/^Equal in priority and rank .*: the board chooses\. Takes/) as string,
  });
  expect((await shortlisting('t2', 0)).status).toBe(200);
  expect(await bothNow()).toEqual([
    ['eligible', true],
    ['shortlisted', false],
  ]);
  expect((await shortlisting('t1', 0)).body.code).toBe('over_quota');
});
