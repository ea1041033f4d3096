/** How many may be proposed: by award, proposer, kind of nominee and size of the province. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {QuotasAnswer, SizesAnswer} from '../../../api/nomination-schemas.ts';
import {recordsOf} from '../../../warehouse/database.ts';
import {onSmallNight, threeOffices} from '../../small-night.ts';
import {campaign, startBoard, type BoardWorld} from './board-world.ts';

let world: BoardWorld;
beforeAll(async () => {
  world = await startBoard();
});
afterAll(() => world[Symbol.asyncDispose]());

const quotas = async () => (await world.read<QuotasAnswer>('board', `${campaign}/quotas`)).rows;
let revision = 0;
async function correct(basis: string, size: number, seen = revision) {
  const answer = await world.send<SizesAnswer>('board', 'POST', `${campaign}/sizes`, {
    province: '38',
    basis,
    size,
    source: 'Công văn 45/THADS-TCCB',
    source_on: '2026-04-02',
    revision: seen,
  });
  if (answer.status === 201) revision = answer.body.rows.at(-1)!.id;
  return answer;
}

test('every award has its quota for each who may propose, with the clause', async () => {
  expect(
    (await quotas()).map((row) => [
      row.award,
      row.proposer_name,
      row.nominee_kind,
      row.quota,
      row.free,
      row.clause,
    ]),
  ).toEqual([
    ['BANG_KHEN_BO_TRUONG', 'Các đơn vị thuộc Cục', 'TAP_THE', 1, 1, '1.2.1.a'],
    ['BANG_KHEN_BO_TRUONG', 'Các đơn vị thuộc Cục', 'CA_NHAN', 2, 2, '1.2.1.a'],
    ['BANG_KHEN_BO_TRUONG', 'THADS các tỉnh, thành phố', 'TAP_THE', 10, 10, '1.2.1.b'],
    ['BANG_KHEN_BO_TRUONG', 'THADS các tỉnh, thành phố', 'CA_NHAN', 15, 15, '1.2.1.b'],
    ['GIAY_KHEN_CUC_TRUONG', 'Các đơn vị thuộc Cục', 'TAP_THE', 2, 2, '1.2.2.a'],
    ['GIAY_KHEN_CUC_TRUONG', 'Các đơn vị thuộc Cục', 'CA_NHAN', 5, 5, '1.2.2.a'],
    ['GIAY_KHEN_CUC_TRUONG', 'Sơn La', 'TAP_THE', 1, 1, '1.2.2.b'],
    ['GIAY_KHEN_CUC_TRUONG', 'Thanh Hóa', 'TAP_THE', 1, 1, '1.2.2.b'],
    ['GIAY_KHEN_CUC_TRUONG', 'Sơn La', 'CA_NHAN', 1, 1, '1.2.2.b'],
    ['GIAY_KHEN_CUC_TRUONG', 'Thanh Hóa', 'CA_NHAN', 1, 1, '1.2.2.b'],
  ]);
});

test.each([
  ['civil_servants', 199, 1],
  ['civil_servants', 200, 2],
  ['civil_servants', 500, 2],
  ['civil_servants', 501, 3],
  ['regional_offices', 14, 1],
  ['regional_offices', 15, 2],
])('a province of %s %i may propose %i', async (basis, size, quota) => {
  revision =
    (await world.read<SizesAnswer>('board', `${campaign}/sizes`)).rows.findLast((row) => row.basis === basis)
      ?.id ?? 0;
  expect((await correct(basis, size)).status).toBe(201);
  const cell = (await quotas()).find((row) => row.province_id === '38' && row.basis === basis)!;
  expect(cell).toMatchObject({
    quota,
    basis_size: size,
    corrected: {source: 'Công văn 45/THADS-TCCB', source_on: '2026-04-02', actor: 'board'},
  });
  // The platform's own count stays beside it: c1 and c3, and one regional office.
  expect(cell.corrected!.platform_size).toBe(basis === 'civil_servants' ? 2 : 1);
});

test('a correction is the board’s, has a source, and is made over the last one', async () => {
  expect((await world.audited('quota.correct_size'))[0]).toMatchObject({
    actor: 'board',
    details: {province_id: '38', basis: 'civil_servants', basis_size: 199},
  });
  const stale = await correct('regional_offices', 16, revision - 1);
  expect([stale.status, stale.body.code]).toEqual([409, 'changed_meanwhile']);
  expect(stale.body.detail).toContain('board đã sửa số liệu này thành 15');
  const body = {province: '38', basis: 'civil_servants', size: 10, source_on: '2026-04-02', revision};
  const silent = await world.send('board', 'POST', `${campaign}/sizes`, body);
  expect([silent.status, silent.body.code]).toEqual([422, 'invalid_body']);
  const nowhere = await world.send('board', 'POST', `${campaign}/sizes`, {
    ...body,
    province: '77',
    source: 'Công văn',
  });
  expect([nowhere.status, nowhere.body.code]).toEqual([404, 'unknown_unit']);
  for (const who of ['leader', 'thanh_hoa', 'administrator'] as const) {
    expect((await world.send(who, 'POST', `${campaign}/sizes`, body)).status).toBe(403);
  }
});

test('a province is as large as its civil servants and regional offices of the campaign’s last day', async () => {
  const sizes = await onSmallNight(
    {
      don_vi: [
        ...threeOffices,
        // In force to the last day itself, gone the day before, and not there yet.
        {ma_don_vi: '38.KV02', ma_don_vi_cha: '38', ngay_het_hieu_luc: '2026-03-25'},
        {ma_don_vi: '38.KV03', ma_don_vi_cha: '38', ngay_het_hieu_luc: '2026-03-24'},
        {ma_don_vi: '38.KV04', ma_don_vi_cha: '38', ngay_hieu_luc: '2026-03-26'},
      ],
      can_bo: [
        {ma_can_bo: 'of the province itself', ma_don_vi: '38'},
        {ma_can_bo: 'of a division', ma_don_vi: '38.NV1'},
        {ma_can_bo: 'of an office', ma_don_vi: '38.KV01', ngay_vao: '2026-03-25'},
        {ma_can_bo: 'no civil servant', ma_don_vi: '38', la_cong_chuc: false},
        {ma_can_bo: 'came later', ma_don_vi: '38', ngay_vao: '2026-03-26'},
        {ma_can_bo: 'left that day', ma_don_vi: '38', ngay_roi: '2026-03-25'},
        {ma_can_bo: 'left the day after', ma_don_vi: '38', ngay_roi: '2026-03-26'},
      ],
    },
    (db) =>
      recordsOf(
        db,
        'select province_id, basis, basis_size from marts.award_bases order by province_id desc, basis desc',
      ),
  );
  expect(sizes).toEqual([
    {province_id: '38', basis: 'regional_offices', basis_size: 2},
    {province_id: '38', basis: 'civil_servants', basis_size: 4},
    {province_id: '14', basis: 'regional_offices', basis_size: 1},
    {province_id: '14', basis: 'civil_servants', basis_size: 0},
  ]);
});
