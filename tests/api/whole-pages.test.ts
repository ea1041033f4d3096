/** Pages that ask once: each part is what its own route answers, and who may not ask that route gets the page without. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {
  AwardsPageAnswer,
  MoneyPageAnswer,
  RankingPageAnswer,
  ReconciliationPageAnswer,
  UnitWorkAnswer,
} from '../../api/answers.ts';
import {smallTables} from '../small-landing.ts';
import {campaign, ho_so, nominations, startBoard, type BoardWorld, type Who} from './board/board-world.ts';

let world: BoardWorld;
beforeAll(async () => {
  world = await startBoard();
  await world.count('2026-04-30', {
    ho_so: [...ho_so, smallTables['ho_so']![0]!],
    de_nghi_khen_thuong: nominations,
  });
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

/** The parts of a page that somebody sees, beside what the routes of those parts answer the same person. */
async function expectParts(who: Who, page: string, parts: Readonly<Record<string, string | null>>) {
  const answer = await world.read<Record<string, unknown>>(who, page);
  for (const [part, route] of Object.entries(parts)) {
    expect({[part]: answer[part]}).toEqual({[part]: route === null ? null : await world.read(who, route)});
  }
}

describe('the page of money data', () => {
  const parts = {
    overview: '/pages/overview',
    sums: '/money?level=province',
    offices: '/metrics/money_coverage?level=office',
  };

  test('has the nation, the sums and the offices as their own routes have them', async () => {
    await expectParts('leader', '/pages/money', parts);
    await expectParts('analyst', '/pages/money', parts);
  });

  test('goes without the sums on a night that keeps none', async () => {
    const {overview, sums, offices} = await world.read<MoneyPageAnswer>(
      'leader',
      '/pages/money?as_of=2026-03-25',
    );
    expect([overview.night, sums, offices?.night]).toEqual(['2026-03-25', null, '2026-03-25']);
  });
});

describe('the page of a unit with its lists', () => {
  test('has every list unless it is said which', async () => {
    await expectParts('leader', '/pages/unit-work?unit=38&limit=50', {
      page: '/pages/unit?unit=38',
      defects: '/defects?unit=38&limit=50',
      ages: '/defects/ages?unit=38&level=office',
      assignments: '/defects/assignments?unit=38',
      signals: '/quality/signals?unit=38&level=office',
    });
    await expectParts('leader', '/pages/unit-work?lists=ages,signals', {
      page: '/pages/unit',
      defects: null,
      ages: '/defects/ages?level=province',
      assignments: null,
      signals: '/quality/signals?level=province',
    });
    await expectParts('thanh_hoa', '/pages/unit-work?unit=38.KV01&lists=defects,ages&rule=stale&by=office', {
      page: '/pages/unit?unit=38.KV01',
      defects: '/defects?unit=38.KV01&rule=stale',
      ages: '/defects/ages?unit=38.KV01&level=office',
    });
  });

  test('divides what is open at an office by officer, for those who may see officers', async () => {
    const levelFor = async (who: Who) =>
      (await world.read<UnitWorkAnswer>(who, '/pages/unit-work?unit=38.KV01')).ages?.level;
    expect([await levelFor('leader'), await levelFor('analyst')]).toEqual(['officer', 'office']);
  });

  test('goes without single files for the board, and without work given for an analyst', async () => {
    await expectParts('board', '/pages/unit-work?unit=38', {
      page: '/pages/unit?unit=38',
      defects: null,
      ages: null,
      assignments: null,
      signals: '/quality/signals?unit=38&level=office',
    });
    const {defects, ages, assignments} = await world.read<UnitWorkAnswer>(
      'analyst',
      '/pages/unit-work?unit=38&by=officer',
    );
    expect([defects === null, ages, assignments]).toEqual([false, null, null]);
  });

  test('goes without a list that is narrowed by what there is not', async () => {
    const {page, defects} = await world.read<UnitWorkAnswer>('leader', '/pages/unit-work?unit=38&rule=gone');
    expect([page.unit.unit_id, defects]).toEqual(['38', null]);
  });

  test('is new as soon as work is given', async () => {
    const given = async () =>
      (await world.read<UnitWorkAnswer>('leader', '/pages/unit-work?unit=38&lists=assignments')).assignments;
    const before = await given();
    const [open] = before!.unassigned;
    const work = {unit: open!.unit_id, rule: open!.rule, due_on: '2026-05-15', note: ''};
    expect((await world.send('leader', 'PUT', '/defects/assignments', work)).status).toBe(200);
    expect((await given())?.rows.length).toBe(before!.rows.length + 1);
  });

  test('is a province’s own, and no other’s', async () => {
    for (const path of ['/pages/unit-work', '/pages/unit-work?unit=14', '/pages/reconciliation?unit=14']) {
      const {status, body} = await world.send('thanh_hoa', 'GET', path);
      expect([status, body.code]).toEqual([403, 'not_permitted']);
    }
  });
});

describe('the page of an officer with the fix list', () => {
  test('has the officer’s own, to the board without single files', async () => {
    await expectParts('leader', '/pages/officer-work?unit=c1&state=open', {
      page: '/pages/officer?unit=c1',
      defects: '/defects?officer=c1&state=open',
    });
    await expectParts('thanh_hoa', '/pages/officer-work?unit=c1', {
      page: '/pages/officer?unit=c1',
      defects: '/defects?unit=38&officer=c1',
    });
    await expectParts('board', '/pages/officer-work?unit=c1', {
      page: '/pages/officer?unit=c1',
      defects: null,
    });
  });

  test('is that of nobody to another province', async () => {
    const {status, body} = await world.send('son_la', 'GET', '/pages/officer-work?unit=c1');
    expect([status, body.code]).toEqual([403, 'not_permitted']);
  });
});

describe('the page of paper beside platform', () => {
  test('has the nation and its provinces, and a province and its offices', async () => {
    await expectParts('leader', '/pages/reconciliation?provinces=former', {
      whole: '/reconciliation?level=nation',
      parts: '/reconciliation?level=province',
      record: '/reconciliation/record',
      former: '/former-provinces',
    });
    await expectParts('thanh_hoa', '/pages/reconciliation?unit=38&loai_bieu=TIEN', {
      whole: '/reconciliation?unit=38&loai_bieu=TIEN',
      parts: '/reconciliation?unit=38&level=office&loai_bieu=TIEN',
      smallest: null,
      record: '/reconciliation/record?unit=38&loai_bieu=TIEN',
      former: null,
    });
  });

  test('has nobody on the list of small gaps while there is no paper', async () => {
    const {whole, smallest} = await world.read<ReconciliationPageAnswer>('leader', '/pages/reconciliation');
    expect([whole.period.has_paper, smallest]).toEqual([false, null]);
  });
});

describe('the page of a ranking', () => {
  const path = `${campaign}/page?kind=office`;

  test('has what the board froze and what was objected, for those who see it', async () => {
    await expectParts('board', path, {
      ranking: `${campaign}/ranking?kind=office`,
      changes: `${campaign}/changes?kind=office`,
      freezes: `${campaign}/freezes`,
      objections: `${campaign}/objections`,
    });
    await expectParts('thanh_hoa', path, {freezes: null, objections: `${campaign}/objections`});
    await expectParts('analyst', path, {freezes: null, objections: null});
  });

  test('has the changes of the first alone, when only those are asked for', async () => {
    const {ranking, changes} = await world.read<RankingPageAnswer>('board', `${path}&limit=1`);
    const first = [...ranking.rows, ...ranking.not_ranked].map(({unit_id}) => unit_id).sort();
    expect(first.length).toBeLessThan(3);
    expect(changes.rows.map(({unit_id}) => unit_id).sort()).toEqual(first);
  });

  test('shows an objection at once, to the province that made it and not to another', async () => {
    const objection = {
      kind: 'province',
      candidate: '38',
      text: 'Đề nghị xem lại ngày về đích',
      evidence: 'Biên bản số 1',
    };
    const seenBy = async (who: Who) =>
      (await world.read<RankingPageAnswer>(who, path)).objections?.rows.length;
    expect([await seenBy('thanh_hoa'), await seenBy('son_la')]).toEqual([0, 0]);
    expect((await world.send('thanh_hoa', 'POST', `${campaign}/objections`, objection)).status).toBe(201);
    expect([await seenBy('thanh_hoa'), await seenBy('son_la'), await seenBy('board')]).toEqual([1, 0, 1]);
  });
});

describe('the page of awards', () => {
  const path = `${campaign}/awards`;

  test('has the nominations, the places and, opened, one nomination', async () => {
    const {nominations: made} = await world.read<AwardsPageAnswer>('board', path);
    const [first] = made.rows;
    await expectParts('board', `${path}?nomination=${first!.id}`, {
      campaign,
      nominations: `${campaign}/nominations`,
      quotas: `${campaign}/quotas`,
      sizes: `${campaign}/sizes`,
      chosen: `${campaign}/nominations/${first!.id}`,
    });
  });

  test('has a province’s own alone, and opens no other’s', async () => {
    const {nominations: all} = await world.read<AwardsPageAnswer>('board', path);
    const other = all.rows.find(({province_id}) => province_id !== '38')!;
    await expectParts('thanh_hoa', `${path}?nomination=${other.id}`, {
      nominations: `${campaign}/nominations`,
      quotas: `${campaign}/quotas`,
      sizes: null,
      chosen: null,
    });
  });
});
