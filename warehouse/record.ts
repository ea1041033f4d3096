import type {DuckDBConnection} from '@duckdb/node-api';
import {literal} from './database.ts';
import {metrics} from './metrics.ts';

/**
 * Carries history over from the version before and adds tonight's figures.
 * Nights after tonight are left behind: a corrected night makes those that follow be counted again.
 */
export async function recordNight(
  {night, inputs, before}: {night: string; inputs: string; before: string | undefined},
  db: DuckDBConnection,
): Promise<void> {
  await db.run(`
    create schema history;
    create table history.nights (night date primary key, inputs varchar not null);
    create table history.office_metrics
        (night date, metric_id varchar, office_id varchar, numerator bigint, denominator bigint);
    create table history.officer_metrics
        (night date, metric_id varchar, officer_id varchar, numerator bigint, denominator bigint);
    create table history.nation_entry_days (night date, entered_on date, done bigint);
  `);
  if (before) await carryOver(before, night, db);
  await db.run('insert into history.nights values ($night, $inputs)', {night, inputs});
  for (const [id, {levels}] of Object.entries(metrics)) {
    // A sum beyond BIGINT can only come from absurd amounts: the figure is then unknown, and the night goes on.
    await db.run(
      `insert into history.office_metrics
       select $night::date, $id, office_id, try_cast(sum(numerator) as bigint), try_cast(sum(denominator) as bigint)
       from metrics.${id} where office_id is not null group by office_id order by office_id`,
      {night, id},
    );
    if (!levels.some((level) => level === 'officer')) continue;
    await db.run(
      `insert into history.officer_metrics
       select $night::date, $id, officer_id, try_cast(sum(numerator) as bigint), try_cast(sum(denominator) as bigint)
       from metrics.${id} semi join marts.officials using (officer_id) group by officer_id order by officer_id`,
      {night, id},
    );
  }
  await db.run(
    `insert into history.nation_entry_days
     select $night::date, entered_on, sum(files_done) from marts.entry_days group by all order by entered_on`,
    {night},
  );
}

async function carryOver(before: string, night: string, db: DuckDBConnection): Promise<void> {
  await db.run(`attach ${literal(before)} as before (read_only)`);
  for (const table of ['nights', 'office_metrics', 'officer_metrics', 'nation_entry_days']) {
    await db.run(
      `insert into history.${table} by name from before.history.${table} where night < $night::date`,
      {night},
    );
  }
  await db.run('detach before');
}
