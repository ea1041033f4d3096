/** States what each annex costs as a PDF, asked of a warm program: `node tests/bench/annexes.ts --data DIR`. */
import {execFileSync} from 'node:child_process';
import {parseArgs} from 'node:util';
import {annexes} from '../../api/papers/annexes/annexes.ts';
import type {AskedPaper, OfferedPaper} from '../../api/papers/offered.ts';
import {pdfOf} from '../../api/papers/pdf.ts';
import {openStore, stateFolder} from '../../api/state/store.ts';
import {Versions} from '../../api/versions.ts';
import {dataFolder} from '../../warehouse/folders.ts';

type Say = (what: string, figure: string) => void;

interface Taken {
  annex: string;
  seconds: number;
  kilobytes: number;
}

const aim = 2;

/** Measures the annexes in a process of their own. */
export function measureAnnexes(data: string, say: Say): void {
  const measured = execFileSync(process.execPath, [import.meta.filename, '--data', data], {encoding: 'utf8'});
  for (const {annex, seconds, kilobytes} of JSON.parse(measured) as Taken[]) {
    say(`Annex ${annex} as PDF`, `${seconds.toFixed(2)} s, ${Math.round(kilobytes)} kB  (aim ${aim} s)`);
  }
}

/** The largest of each kind: the nation, a whole province, the ranking of all offices. */
const largest: Readonly<Record<string, AskedPaper>> = {
  'fix-list': {unit: '38'},
  ranking: {kind: 'office'},
  'statistical-form': {loai_bieu: 'TIEN'},
};

async function annexesOf(data: string): Promise<Taken[]> {
  const store = openStore(stateFolder(data));
  const versions = await Versions.follow(dataFolder(data), (error) => console.error(error));
  const person = {id: 'bench', name: 'bench', role: 'lanh_dao', via: 'token'} as const;
  const make = async (paper: OfferedPaper) =>
    pdfOf(await paper.compose(largest[paper.id] ?? {}, {versions, store, person}));
  try {
    const taken: Taken[] = [];
    for (const paper of annexes) {
      // The first reads fonts and warms the program up, as a server that runs all day is.
      await make(paper);
      const begun = performance.now();
      const {length} = await make(paper);
      taken.push({annex: paper.id, seconds: (performance.now() - begun) / 1000, kilobytes: length / 1e3});
    }
    return taken;
  } finally {
    await versions.close();
    store.close();
  }
}

if (import.meta.main) {
  const {values} = parseArgs({options: {data: {type: 'string', default: '.thads/data'}}});
  process.stdout.write(JSON.stringify(await annexesOf(values.data)));
}
