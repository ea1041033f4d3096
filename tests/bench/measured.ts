/** Runs one side of the comparison alone in its process and prints its seconds and peak memory, as JSON. */
import {join} from 'node:path';
import {builtLayers, modelFiles} from '../../warehouse/build.ts';
import {readContract} from '../../warehouse/contract.ts';
import {identifier, literal, rowsOf, withDatabase} from '../../warehouse/database.ts';
import {lookBack} from '../../warehouse/earlier.ts';
import {findDeliveries} from '../../warehouse/landing/deliveries.ts';
import {metrics} from '../../warehouse/metrics.ts';
import {modelsInOrder, sqlFiles, sqlFolder} from '../../warehouse/models.ts';
import {runNightly} from '../../warehouse/nightly.ts';
import {createReporter, type Step} from '../../warehouse/report.ts';

export interface Measured {
  seconds: number;
  /** Peak resident memory of the process. */
  megabytes: number;
  steps: Step[];
}

const [side, landing, data] = process.argv.slice(2) as ['floor' | 'night', string, string];
const begun = performance.now();
const steps = side === 'floor' ? await floor() : await night();
const seconds = (performance.now() - begun) / 1000;
const measured: Measured = {seconds, megabytes: process.resourceUsage().maxRSS / 1024, steps};
process.stdout.write(JSON.stringify(measured));

/** The whole night as the product runs it. */
async function night(): Promise<Step[]> {
  const reporter = createReporter('quiet');
  const outcome = await runNightly({landing, data}, reporter);
  if (outcome.published.length === 0) throw new Error(`Nothing was published: ${JSON.stringify(outcome)}`);
  return reporter.steps();
}

/** The same files into tables and the same SELECTs, by hand in one connection; no check of bytes, lake or copy. */
async function floor(): Promise<Step[]> {
  const reporter = createReporter('quiet');
  const contract = await withDatabase(':memory:', {}, readContract);
  const files = findDeliveries(landing).complete.flatMap((delivery) =>
    delivery.files.map((file) => ({...file, path: join(delivery.folder, file.path)})),
  );
  await withDatabase(join(data, 'floor.duckdb'), {memory_limit: '1GB', temp_directory: data}, async (db) => {
    reporter.begin('read');
    await db.run('create schema sources');
    for (const {name, columns} of contract) {
      const file = files.find(({table}) => table === name)!;
      const read =
        file.format === 'parquet'
          ? `read_parquet(${literal(file.path)})`
          : `read_csv(${literal(file.path)}, header = true, all_varchar = true)`;
      const typed = columns.map(
        (column) => `${identifier(column.name)}::${column.type} as ${identifier(column.name)}`,
      );
      await db.run(`create table sources.${name} as select ${typed.join(', ')} from ${read}`);
    }
    reporter.begin('models');
    await lookBack(undefined, db);
    await db.run(`create schema meta; create table meta.night as select date '2026-03-31' as night`);
    for (const layer of builtLayers) await db.run(`create schema ${layer}`);
    await db.run(`set file_search_path = ${literal(join(sqlFolder, 'reference'))}`);
    for (const {layer, name, sql} of await modelsInOrder(modelFiles(), db)) {
      await db.run(
        `create ${layer === 'marts' || layer === 'reference' ? 'table' : 'view'} ${layer}.${name} as ${sql}`,
      );
    }
    for (const id of Object.keys(metrics)) await rowsOf(db, `from metrics.${id}`);
    for (const {sql} of sqlFiles('checks')) await rowsOf(db, sql);
    reporter.begin('write');
    await db.run('checkpoint');
    reporter.end();
  });
  return reporter.steps();
}
