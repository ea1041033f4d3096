import {inject, expect, test} from 'vitest';
import {extractText, getDocumentProxy} from 'unpdf';
import {htmlOf, textOf} from '../../api/bulletins/html.ts';
import {readProvinceBulletin} from '../../api/bulletins/read-bulletin.ts';
import {openStore, stateFolder} from '../../api/state/store.ts';
import {pdfOf} from '../../api/papers/pdf.ts';
import {Versions} from '../../api/versions.ts';
import {dataFolder} from '../../warehouse/folders.ts';

test('34 bulletins in one run: each of its own province, and without a unit or a file of any other', async () => {
  const data = inject('nationalData');
  const store = openStore(stateFolder(data));
  const faults: unknown[] = [];
  const versions = await Versions.follow(dataFolder(data), (error) => faults.push(error));
  try {
    const units = await versions.use((version) =>
      version.rows<{unit_id: string; unit_name: string; level: string; province_id: string | null}>(
        'units_in_force',
        {night: version.current.night},
      ),
    );
    const provinces = await versions.use((version) =>
      version.rows<{unit_id: string; unit_name: string}>('provinces'),
    );
    expect(provinces).toHaveLength(34);
    for (const {unit_id, unit_name} of provinces) {
      const paper = await readProvinceBulletin(unit_id, versions, store);
      const {text} = await extractText(await getDocumentProxy(new Uint8Array(await pdfOf(paper))), {
        mergePages: true,
      });
      // The department signs in Hà Nội, whichever province its paper is about.
      const printed = text.replaceAll(/\s+/g, ' ').replace(/Hà Nội, ngày/, '');
      const told = [htmlOf(paper), textOf(paper), printed];
      for (const words of told) expect(words).toContain(unit_name);
      const offices = units.filter(({level, province_id}) => level === 'office' && province_id === unit_id);
      expect(offices.filter(({unit_name: name}) => !told[0]!.includes(name))).toEqual([]);
      // The name of a province that is part of its own, or of an office of it, is no other's row.
      const own = [unit_name, ...offices.map((office) => office.unit_name)].join('\n');
      const others = [...provinces, ...units.filter(({province_id}) => province_id !== null)]
        .filter(
          (unit) => unit.unit_id !== unit_id && !('province_id' in unit && unit.province_id === unit_id),
        )
        .map((unit) => unit.unit_name)
        .filter((name) => !own.includes(name));
      expect(others.length).toBeGreaterThan(300);
      const leaks = others.filter((name) => told.some((words) => words.includes(name)));
      expect([unit_id, leaks]).toEqual([unit_id, []]);
      // Files and people are of the form 38.KV01/… and have no place in a bulletin at all.
      const codes = told.flatMap((words) => words.match(/\b\d{2}\.(KV|NV)\d+\b/g) ?? []);
      expect([unit_id, codes]).toEqual([unit_id, []]);
    }
    expect(faults).toEqual([]);
  } finally {
    await versions.close();
    store.close();
  }
});
