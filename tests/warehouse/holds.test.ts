/** Nights that look wrong in volume are built, kept from readers, and let out by a person (1-extracts § 1.1). */
import {expect, test} from 'vitest';
import {readVersions} from '../../warehouse/versions.ts';
import type {DeliveredRow} from '../deliveries.ts';
import {caseFile, caseFiles, onNightGround, type NightGround} from '../night-ground.ts';

const two = {ho_so: caseFiles(2)};
const one = {ho_so: caseFiles(1)};

const nightsOf = (ground: NightGround) =>
  ground
    .read<{night: string}>('select night from history.nights order by night')
    .then((rows) => rows.map(({night}) => night));

const sentences = (outcome: Awaited<ReturnType<NightGround['count']>>) =>
  outcome.held.flatMap(({reasons}) => reasons.map(({sentence}) => sentence));

test('a night with too many rows in quarantine is held: exit code 4, a sentence, and readers keep the night before', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', two);
    await ground.count();
    ground.deliver('2026-03-25', {ho_so: [...caseFiles(2), caseFile({ma_ho_so: 'h1'})]});
    const held = await ground.thads('nightly');
    expect(held.code).toBe(4);
    expect(held.stderr).toMatch(/Đêm 2026-03-25 đã dựng .* nhưng bị giữ lại, chưa công bố/);
    expect(held.stderr).toContain('Bảng ho_so (ho_so.csv): 1/3 dòng phải cách ly (33,33%), quá giới hạn 1%.');
    expect(ground.inForce()?.night).toBe('2026-03-24');

    const versions = readVersions(ground.folder);
    const again = await ground.count();
    expect([again.published, again.held]).toEqual([[], []]);
    expect(readVersions(ground.folder)).toEqual(versions);
  }));

test('a night in which too many keys have vanished is held', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', two);
    ground.deliver('2026-03-25', one);
    expect(sentences(await ground.count())).toEqual([
      'Bảng ho_so: 1/2 khóa của đêm 2026-03-24 đã biến mất (50%), quá giới hạn 0,5%.',
    ]);
  }));

test('the first night is not held for what changed, because nothing was there before', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', one);
    expect((await ground.count()).published).toHaveLength(1);
  }));

test('the first night is held for what is in quarantine, and then nothing is in force until somebody lets it out', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {ho_so: [...caseFiles(2), caseFile({ma_ho_so: 'h1'})]});
    const {held} = await ground.count();
    expect(ground.inForce()).toBeUndefined();
    expect((await ground.thads('release', held[0]!.version)).code).toBe(0);
    expect(ground.inForce()?.night).toBe('2026-03-24');
  }));

const items = (count: number, due: number): DeliveredRow[] =>
  Array.from({length: count}, (_, i) => ({
    ma_khoan: `k${i + 1}`,
    ma_ho_so: 'h1',
    phai_thi_hanh: due,
    da_thi_hanh: 0,
    con_phai_thi_hanh: due,
    ngay_cap_nhat: '2026-02-02 09:00:00',
  }));

test.each([
  ['a thousand files that grow tenfold in a day pass', caseFiles(1000), caseFiles(10_000), []],
  [
    'a thousand files that grow by more in a day are held',
    caseFiles(1000),
    caseFiles(10_001),
    ['Bảng ho_so: số dòng đổi từ 1.000 dòng (đêm 2026-03-24) thành 10.001 dòng (900,1%), quá giới hạn 900%.'],
  ],
  ['fewer than a thousand files may grow as they like', caseFiles(999), caseFiles(20_000), []],
])('%s', (_, before, now, reasons) =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {ho_so: before});
    ground.deliver('2026-03-25', {ho_so: now});
    expect(sentences(await ground.count())).toEqual(reasons);
  }),
);

test.each([
  ['đồng that shrink by a twentieth pass', 950, []],
  [
    'đồng that shrink by more are held',
    949,
    [
      'Tổng số tiền phải thi hành đổi từ 1.000.000 đồng (đêm 2026-03-24) thành 949.000 đồng (-5,1%), quá giới hạn -5%.',
    ],
  ],
  ['đồng that grow tenfold in a day pass', 10_000, []],
  [
    'đồng that grow by more are held',
    10_001,
    [
      'Tổng số tiền phải thi hành đổi từ 1.000.000 đồng (đêm 2026-03-24) thành 10.001.000 đồng (900,1%), quá giới hạn 900%.',
    ],
  ],
])('%s', (_, due, reasons) =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {khoan_tien: items(1000, 1000)});
    ground.deliver('2026-03-25', {khoan_tien: items(1000, due)});
    expect(sentences(await ground.count())).toEqual(reasons);
  }),
);

test('while the drop stays the next night is held too; one that is whole again is published', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', two);
    ground.deliver('2026-03-25', one);
    ground.deliver('2026-03-26', one);
    ground.deliver('2026-03-27', two);
    const {held, published} = await ground.count();
    expect(held.map(({night}) => night)).toEqual(['2026-03-25', '2026-03-26']);
    expect(published.map(({night}) => night)).toEqual(['2026-03-24', '2026-03-27']);
    expect(await nightsOf(ground)).toEqual(['2026-03-24', '2026-03-27']);
    expect((await ground.count()).published).toEqual([]);
  }));

test('a night that was let out is gone on from, and is not held again when its past is corrected or rebuilt', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', two);
    ground.deliver('2026-03-25', one);
    const [held] = (await ground.count()).held;
    const released = await ground.thads('release', held!.version);
    expect(released).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Đã công bố đêm 2026-03-25') as string,
    });
    expect(ground.inForce()?.version).toBe(held!.version);

    ground.deliver('2026-03-26', one);
    expect((await ground.count()).published.map(({night}) => night)).toEqual(['2026-03-26']);
    expect(await nightsOf(ground)).toEqual(['2026-03-24', '2026-03-25', '2026-03-26']);

    ground.deliver('2026-03-24', {ho_so: caseFiles(2, {ngay_cap_nhat: '2026-02-03 09:00:00'})}, 2);
    const corrected = await ground.count();
    expect([corrected.held, corrected.published.length]).toEqual([[], 3]);
    const rebuilt = await ground.count({fromScratch: true});
    expect([rebuilt.held, rebuilt.published.length]).toEqual([[], 3]);
  }));

test('a held night that was passed is let out into history: readers stay, and the nights after it are counted again', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', two);
    ground.deliver('2026-03-25', one);
    ground.deliver('2026-03-26', two);
    const [held] = (await ground.count()).held;
    const passed = ground.inForce();
    await ground.thads('release', held!.version);
    expect(ground.inForce()).toEqual(passed);
    const {published, counted_again} = await ground.count();
    expect(published.map(({night}) => night)).toEqual(['2026-03-26']);
    expect(counted_again).toEqual([
      {night: '2026-03-26', reason: 'Đêm 2026-03-26 được tính lại vì các đêm trước nó đã thay đổi.'},
    ]);
    expect(await nightsOf(ground)).toEqual(['2026-03-24', '2026-03-25', '2026-03-26']);
  }));

test('a held night whose delivery was corrected is counted from the correction, and can no longer be let out', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', two);
    ground.deliver('2026-03-25', one);
    const [held] = (await ground.count()).held;
    ground.deliver('2026-03-25', {ho_so: caseFiles(1, {ma_chv: ''})}, 2);
    const [heldAgain] = (await ground.count()).held;
    const late = await ground.thads('release', held!.version);
    expect(late.code).toBe(2);
    expect(late.stderr).toContain(`phiên bản ${heldAgain!.version}`);

    ground.deliver('2026-03-25', two, 3);
    const {published, retired} = await ground.count();
    expect(published.map(({night}) => night)).toEqual(['2026-03-25']);
    expect(retired).toEqual(expect.arrayContaining([held!.version, heldAgain!.version]));
  }));

test('a night that breaks a promise is passed over once, not counted again with all that follow in every run', () =>
  onNightGround(async (ground) => {
    const nowhere = [
      {
        ma_don_vi: '38.KV01',
        ten_don_vi: 'Phòng',
        cap_don_vi: 'PHONG_KV',
        ma_tinh: '99',
        ngay_hieu_luc: '2025-07-01',
      },
    ];
    ground.deliver('2026-03-24', two);
    ground.deliver('2026-03-25', {...two, don_vi: nowhere});
    ground.deliver('2026-03-26', two);
    const first = await ground.count();
    expect([first.broken.length, first.published.length]).toEqual([1, 2]);
    const second = await ground.count();
    expect([second.broken, second.published]).toEqual([[], []]);

    ground.deliver('2026-03-25', two, 2);
    expect((await ground.count()).published.map(({night}) => night)).toEqual(['2026-03-25', '2026-03-26']);
  }));
