import type {DuckDBConnection} from '@duckdb/node-api';
import {metrics} from './metrics.ts';

/**
 * Carries the figures of all nights before over from the version before, and adds tonight's.
 * Nights after tonight are left behind: a corrected night makes those that follow be counted again.
 */
export async function recordNight(
  {night, inputs}: {night: string; inputs: string},
  db: DuckDBConnection,
): Promise<void> {
  await db.run('create schema history');
  for (const table of [
    'nights',
    'office_metrics',
    'officer_metrics',
    'nation_entry_days',
    'rule_offenders',
    'live_subjects',
    'candidates',
  ]) {
    await db.run(`create table history.${table} as from earlier.${table} where night < $night::date`, {
      night,
    });
  }
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
  await db.run(
    `insert into history.rule_offenders
     select $night::date, office_id, rule, pillar, count(distinct subject_id)
     from marts.offences where office_id is not null group by all order by office_id, rule`,
    {night},
  );
  await db.run(
    `insert into history.live_subjects
     select $night::date, office_id, count(case_id), count(petition_id)
     from (
         select office_id, case_id, null as petition_id from marts.case_files where is_live
         union all
         select office_id, null, petition_id from marts.petitions where is_live
     )
     where office_id is not null group by all order by office_id`,
    {night},
  );
  // Of a campaign that is over only its closing night is asked for; a warehouse that began later has its first night.
  await db.run(
    `insert into history.candidates
     select $night::date, candidates.*
     from marts.candidates join reference.campaigns using (campaign_id)
     where $night::date <= campaigns.ends_on
         or campaign_id not in (select campaign_id from history.candidates)
     order by campaign_id, candidate_kind, candidate_id`,
    {night},
  );
}
