import type {DuckDBConnection} from '@duckdb/node-api';
import {rowsOf} from './database.ts';
import {BrokenNight, type Failure} from './errors.ts';
import {sqlFiles} from './models.ts';

const examplesShown = 3;

/** Runs every promise of `sql/checks` and writes the outcome into `meta.checks`; throws BrokenNight if one has offenders. */
export async function checkNight(night: string, db: DuckDBConnection): Promise<number> {
  await db.run('create table meta.checks (check_name varchar primary key, offenders bigint not null)');
  const checks = sqlFiles('checks');
  const failures: Failure[] = [];
  for (const check of checks) {
    const offenders = await rowsOf(db, check.sql);
    await db.run('insert into meta.checks values ($name, $offenders)', {
      name: check.name,
      offenders: BigInt(offenders.length),
    });
    if (offenders.length > 0) {
      const examples = offenders.slice(0, examplesShown).map((row) => row.join(', '));
      failures.push({check: check.name, rows: offenders.length, examples});
    }
  }
  if (failures.length > 0) throw new BrokenNight(night, failures);
  return checks.length;
}
