/** Makes every province's bulletin as a PDF out of a data folder, and says what that took: `node tests/bench/bulletins.ts --data DIR`. */
import {parseArgs} from 'node:util';
import {readProvinceBulletin, readRanks} from '../../api/bulletins/read-bulletin.ts';
import {pdfOf} from '../../api/papers/pdf.ts';
import {openStore, stateFolder} from '../../api/state/store.ts';
import {Versions} from '../../api/versions.ts';
import {dataFolder} from '../../warehouse/folders.ts';

const {values} = parseArgs({options: {data: {type: 'string', default: '.thads/data'}}});
const store = openStore(stateFolder(values.data));
const versions = await Versions.follow(dataFolder(values.data), (error) => console.error(error));
const memory = () => process.resourceUsage().maxRSS / 1024;

try {
  const provinces = await versions.use((version) => version.rows<{unit_id: string}>('provinces'));
  const begun = performance.now();
  const before = memory();
  const ranks = readRanks(versions, store);
  let bytes = 0;
  for (const {unit_id} of provinces) {
    bytes += (await pdfOf(await readProvinceBulletin(unit_id, versions, store, ranks))).length;
  }
  const measured = {
    bulletins: provinces.length,
    seconds: (performance.now() - begun) / 1000,
    megabytes_of_pdf: bytes / 1e6,
    megabytes_at_most: memory(),
    megabytes_more: memory() - before,
  };
  console.log(JSON.stringify(measured, null, 2));
} finally {
  await versions.close();
  store.close();
}
