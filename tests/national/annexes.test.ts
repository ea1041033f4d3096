import {inject, expect, test} from 'vitest';
import type {ReconciliationAnswer} from '../../api/answers.ts';
import {htmlOf, textOf} from '../../api/bulletins/html.ts';
import {ask} from '../../api/papers/asking.ts';
import {paperCalled} from '../../api/papers/catalogue.ts';
import type {AskedPaper} from '../../api/papers/offered.ts';
import {wordOf} from '../../api/papers/wording.ts';
import {reconciliationAnswer} from '../../api/reconciliation-schemas.ts';
import {reconciliation} from '../../api/routes/reconciliation.ts';
import {openStore, stateFolder} from '../../api/state/store.ts';
import {Versions} from '../../api/versions.ts';
import {dataFolder} from '../../warehouse/folders.ts';

async function withVersions(
  look: (world: {versions: Versions; store: ReturnType<typeof openStore>}) => Promise<void>,
) {
  const data = inject('nationalData');
  const store = openStore(stateFolder(data));
  const faults: unknown[] = [];
  const versions = await Versions.follow(dataFolder(data), (error) => faults.push(error));
  try {
    await look({versions, store});
  } finally {
    await versions.close();
    store.close();
  }
  expect(faults).toEqual([]);
}

test('a province’s annexes have no unit of any other', () =>
  withVersions(async ({versions, store}) => {
    const {provinces, units} = await versions.use(async (version) => ({
      provinces: await version.rows<{unit_id: string; unit_name: string}>('provinces'),
      units: await version.rows<{unit_id: string; unit_name: string; province_id: string | null}>(
        'units_in_force',
        {night: version.current.night},
      ),
    }));
    for (const province of ['01', '14', '38', '79']) {
      const person = {id: 'x', name: 'x', role: 'tinh', province, via: 'token'} as const;
      const own = [...provinces, ...units]
        .filter(
          (unit) => unit.unit_id === province || ('province_id' in unit && unit.province_id === province),
        )
        .map(({unit_name}) => unit_name)
        .join('\n');
      const others = [...provinces, ...units.filter(({province_id}) => province_id !== null)]
        .map(({unit_name}) => unit_name)
        .filter((name) => !own.includes(name));
      expect(others.length).toBeGreaterThan(300);
      for (const [id, asked] of [
        ['fix-list', {unit: province}],
        ['statistical-form', {unit: province}],
        ['paper-against-platform', {unit: province, loai_bieu: 'TIEN'}],
        ['ranking', {kind: 'individual'}],
        ['shortlist', {}],
      ] as [string, AskedPaper][]) {
        const paper = await paperCalled(id, 'tinh').compose(asked, {versions, store, person});
        const told = [htmlOf(paper), textOf(paper)];
        const leaks = others.filter((name) => told.some((words) => words.includes(name)));
        expect([id, province, leaks]).toEqual([id, province, []]);
      }
    }
  }));

test('the comparison on paper has every figure of the nation’s as the API has it', () =>
  withVersions(async ({versions, store}) => {
    const person = {id: 'x', name: 'x', role: 'lanh_dao', via: 'token'} as const;
    const world = {versions, store, person};
    const answer: ReconciliationAnswer = await ask(
      reconciliation,
      reconciliationAnswer,
      {query: {level: 'province'}},
      world,
    );
    const paper = await paperCalled('paper-against-platform', 'lanh_dao').compose({}, world);
    const html = htmlOf(paper);
    expect(answer.rows.length).toBeGreaterThan(34 * 15);
    for (const {code, paper: reported, platform, gap} of answer.rows) {
      const kind = code === 'TY_LE' ? 'rate' : 'count';
      for (const figure of [reported, platform, gap]) expect(html).toContain(`>${wordOf(figure, kind)}<`);
    }
  }));
