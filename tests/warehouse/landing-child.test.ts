import {execFileSync} from 'node:child_process';
import {expect, test, vi} from 'vitest';
import {findDeliveries, type Delivery} from '../../warehouse/landing/deliveries.ts';
import {readReceipts} from '../../warehouse/landing/read-receipts.ts';
import {RefusedDelivery} from '../../warehouse/errors.ts';
import {standardLimits, withLandingChild} from '../../warehouse/landing/land-in-child.ts';
import {
  csvFile,
  filesBelow,
  onLandingGround,
  writeDelivery,
  type DeliveredRow,
  type LandingGround,
} from '../deliveries.ts';

const receipt = (number: number): DeliveredRow => ({
  so_bien_lai: `BL${number}`,
  ma_don_vi: '38.KV05',
  ma_ho_so: null,
  so_tien: 1000,
  ngay_lap: '2026-03-31 08:00:00',
  da_huy: false,
});

/** One delivery for each date, of as many receipts. */
function deliveries({landing}: LandingGround, sizes: Readonly<Record<string, number>>): Delivery[] {
  for (const [date, size] of Object.entries(sizes)) {
    const rows = Array.from({length: size}, (_, i) => receipt(i));
    writeDelivery(landing, {date, program: 'bien-lai', tables: {bien_lai: csvFile('bien_lai', rows)}});
  }
  return findDeliveries(landing).complete;
}

const refusalOf = (landing: Promise<unknown>) =>
  landing.then(
    () => 'it landed',
    (error: unknown) => (error instanceof RefusedDelivery ? error.reasons.join(' ') : error),
  );

/** The processes of this test that read deliveries. */
function landingChildren(): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], {encoding: 'utf8'})
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, ...command]) => Number(parent) === process.pid && command.join(' ').includes('land-child'),
    )
    .map(([pid]) => Number(pid));
}

test('deliveries land in one process of their own, which ends with the work', () =>
  onLandingGround(async (ground) => {
    const [first, second] = deliveries(ground, {'2026-03-30': 2, '2026-03-31': 3});
    const told: string[] = [];
    await withLandingChild(ground.folder, async (land) => {
      expect(landingChildren()).toEqual([]);
      const landed = await land(first!, ({step, rows}) => told.push(`${step} ${rows}`));
      expect(landed).toMatchObject({outcome: 'landed', receipt: {businessDate: '2026-03-30'}});
      const [child] = landingChildren();
      expect(await land(first!)).toEqual({outcome: 'already landed', receipt: landed.receipt});
      await land(second!);
      expect(landingChildren()).toEqual([child]);
      process.kill(child!, 'SIGKILL');
      await vi.waitFor(() => expect(landingChildren()).toEqual([]));
      expect(await land(second!)).toMatchObject({outcome: 'already landed'});
    });
    expect(landingChildren()).toEqual([]);
    expect(told).toEqual(['verified 2', 'read 2']);
    expect(await ground.lake('bien_lai', 'count(*) as rows')).toEqual([{rows: 2}, {rows: 3}]);
    expect(readReceipts(ground.folder)).toHaveLength(2);
  }));

test('a delivery that is refused is refused with the same sentences', () =>
  onLandingGround(async (ground) => {
    writeDelivery(ground.landing, {
      program: 'bien-lai',
      tables: {bien_lai: {...csvFile('bien_lai', [receipt(1)]), rows: 2}},
    });
    const [delivery] = findDeliveries(ground.landing).complete;
    expect(await refusalOf(withLandingChild(ground.folder, (land) => land(delivery!)))).toContain(
      'bien_lai.csv: đọc được 1 dòng dữ liệu nhưng datapackage.json khai 2;',
    );
  }));

test('what fails in the process without being the fault of the delivery fails here, and refuses nothing', () =>
  onLandingGround(async (ground) => {
    const [delivery] = deliveries(ground, {'2026-03-31': 1});
    const gone = {...delivery!, folder: `${delivery!.folder}-gone`};
    await expect(withLandingChild(ground.folder, (land) => land(gone))).rejects.toThrow(
      /^Không nạp được .*-gone: ENOENT/,
    );
  }));

test('a delivery that takes longer than it may is refused, leaves nothing, and the next one lands', () =>
  onLandingGround(async (ground) => {
    const [large, small] = deliveries(ground, {'2026-03-30': 100_000, '2026-03-31': 1});
    const limits = {...standardLimits, secondsFor: (bytes: number) => (bytes > 1_000_000 ? 0 : 60)};
    await withLandingChild(
      ground.folder,
      async (land) => {
        expect(await refusalOf(land(large!))).toBe(
          'việc đọc bản giao vượt thời hạn 0 giây; hãy kiểm tra lại các tệp ở nguồn rồi giao lại.',
        );
        expect(filesBelow(ground.folder.root)).toEqual([]);
        expect(await land(small!)).toMatchObject({outcome: 'landed'});
      },
      limits,
    );
    expect(await ground.lake('bien_lai', 'so_bien_lai')).toEqual([{so_bien_lai: 'BL0'}]);
  }));

test('a delivery that takes more memory than it may is refused and leaves nothing', () =>
  onLandingGround(async (ground) => {
    const [delivery] = deliveries(ground, {'2026-03-31': 100_000});
    const land = withLandingChild(ground.folder, (child) => child(delivery!), {
      ...standardLimits,
      memory: 30_000_000,
    });
    expect(await refusalOf(land)).toBe(
      'việc đọc bản giao vượt giới hạn bộ nhớ 30 MB; hãy kiểm tra lại các tệp ở nguồn rồi giao lại.',
    );
    expect(filesBelow(ground.folder.root)).toEqual([]);
  }));

test('a delivery whose process is killed is refused, what it left is swept, and the others land', () =>
  onLandingGround(async (ground) => {
    const [first, second] = deliveries(ground, {'2026-03-30': 50_000, '2026-03-31': 1});
    await withLandingChild(ground.folder, async (land) => {
      const killed = land(first!, () => landingChildren().forEach((pid) => process.kill(pid, 'SIGSEGV')));
      expect(await refusalOf(killed)).toBe(
        'tiến trình đọc bản giao dừng đột ngột (SIGSEGV); hãy kiểm tra lại các tệp ở nguồn rồi giao lại.',
      );
      expect(filesBelow(ground.folder.root)).toEqual([]);
      expect(await land(second!)).toMatchObject({outcome: 'landed'});
      expect(await land(first!)).toMatchObject({outcome: 'landed'});
    });
    expect(readReceipts(ground.folder).map(({businessDate}) => businessDate)).toEqual([
      '2026-03-30',
      '2026-03-31',
    ]);
  }));
