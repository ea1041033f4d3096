/** A delivery that corrects an old night changes that night and all that follow, and the program says so. */
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {contentsOf} from '../faults/contents.ts';
import {caseFiles, onNightGround} from '../night-ground.ts';
import {deliver} from '../small-landing.ts';

const two = {ho_so: caseFiles(2)};
const three = {ho_so: caseFiles(3)};

test('a correction of an old night counts it and the nights after it again, and says why', () =>
  onNightGround(async (ground) => {
    for (const date of ['2026-03-23', '2026-03-24', '2026-03-25']) ground.deliver(date, two);
    await ground.count();
    ground.deliver('2026-03-24', three, 2);
    ground.deliver('2026-03-25', three, 2);
    const {published, counted_again} = await ground.count();
    expect(published.map(({night}) => night)).toEqual(['2026-03-24', '2026-03-25']);
    expect(counted_again).toEqual([
      {
        night: '2026-03-24',
        reason: 'Đêm 2026-03-24 được tính lại vì có bản giao sửa (to-chuc-tha, lần 2).',
      },
      {
        night: '2026-03-25',
        reason: 'Đêm 2026-03-25 được tính lại vì có bản giao sửa (to-chuc-tha, lần 2).',
      },
    ]);
  }));

test('people are told which nights are counted again', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', two);
    ground.deliver('2026-03-25', three);
    await ground.count();
    ground.deliver('2026-03-24', three, 2);
    const {code, stderr} = await ground.thads('nightly');
    expect(code).toBe(0);
    expect(stderr).toContain('Đêm 2026-03-24 được tính lại vì có bản giao sửa (to-chuc-tha, lần 2).');
    expect(stderr).toContain('Đêm 2026-03-25 được tính lại vì các đêm trước nó đã thay đổi.');
  }));

test('a program whose delivery of an old night comes late changes that night and those that carried it forward', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', two);
    ground.deliver('2026-03-25', two);
    await ground.count();
    deliver(ground.landing, 'tiep-cong-dan', {date: '2026-03-24'});
    expect((await ground.count()).counted_again.map(({reason}) => reason)).toEqual([
      'Đêm 2026-03-24 được tính lại vì có bản giao đến muộn (tiep-cong-dan).',
      'Đêm 2026-03-25 được tính lại vì có bản giao đến muộn (tiep-cong-dan, ngày 2026-03-24).',
    ]);
  }));

test('a corrected night leaves what would be there had it been right at once', () =>
  onNightGround(async (corrected) => {
    corrected.deliver('2026-03-24', two);
    corrected.deliver('2026-03-25', three);
    await corrected.count();
    expect(await evidence(corrected)).toEqual(['2026-03-24']);
    corrected.deliver('2026-03-24', three, 2);
    await corrected.count();
    expect(await evidence(corrected)).toEqual([null]);

    await onNightGround(async (right) => {
      // A lower sequence that never was in force leaves no trace.
      right.deliver('2026-03-24', three, 2);
      right.deliver('2026-03-25', three);
      await right.count();
      const contentsOfBoth = [corrected, right].map(({folder, inForce}) =>
        contentsOf(join(folder.root, inForce()!.file)),
      );
      const [one, other] = await Promise.all(contentsOfBoth);
      expect(one).toEqual(other);
    });
  }));

/** When the third case file was last known to be absent. */
const evidence = async ({read}: {read: <Row>(sql: string) => Promise<Row[]>}) =>
  (
    await read<{absent_before: string | null}>("select absent_before from marts.entries where case_id = 'h3'")
  ).map(({absent_before}) => absent_before);

test('readers keep the newest night while an old one is counted again, and after', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', two);
    ground.deliver('2026-03-25', two);
    ground.deliver('2026-03-26', two);
    await ground.count();
    const before = ground.inForce();
    ground.deliver('2026-03-24', three, 2);
    // The last night is held: three files became two.
    const {held, published} = await ground.count();
    expect(held.map(({night}) => night)).toEqual(['2026-03-25', '2026-03-26']);
    expect(published.map(({night}) => night)).toEqual(['2026-03-24']);
    expect(ground.inForce()).toEqual(before);
  }));
