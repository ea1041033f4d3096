import type {DuckDBConnection} from '@duckdb/node-api';
import {candidateColumns} from './campaign/candidate-columns.ts';
import {identifier, literal, rowsOf} from './database.ts';

/** What a night takes over from the version before, and what it looks like when there is none. */
const takenOver = {
  entries: {
    from: 'marts.entries',
    columns: {case_id: 'varchar', absent_before: 'date'},
  },
  fix_list: {
    from: 'marts.fix_list',
    columns: {
      rule: 'varchar',
      pillar: 'varchar',
      subject_id: 'varchar',
      case_id: 'varchar',
      petition_id: 'varchar',
      office_id: 'varchar',
      officer_id: 'varchar',
      found: 'varchar',
      first_night: 'date',
      last_night: 'date',
      defect_state: 'varchar',
      fixed_on: 'date',
      open_since: 'date',
    },
  },
  returned_offences: {
    from: 'marts.returned_offences',
    columns: {
      rule: 'varchar',
      subject_id: 'varchar',
      office_id: 'varchar',
      officer_id: 'varchar',
      open_since: 'date',
      fixed_on: 'date',
    },
  },
  form_counts: {
    from: 'marts.form_counts',
    columns: {period_from: 'date', counted_to: 'date', night: 'date'},
  },
  form_figures: {
    from: 'marts.form_figures',
    columns: {
      counted_to: 'date',
      office_id: 'varchar',
      officer_id: 'varchar',
      form_kind: 'varchar',
      indicator: 'varchar',
      figure: 'hugeint',
      null_items: 'bigint',
    },
  },
  models: {
    from: 'meta.models',
    columns: {model: 'varchar', sql_hash: 'varchar'},
  },
  lineage_tables: {
    from: 'meta.lineage_tables',
    columns: {model: 'varchar', reads_model: 'varchar'},
  },
  lineage_columns: {
    from: 'meta.lineage_columns',
    columns: {
      model: 'varchar',
      column_name: 'varchar',
      reads_model: 'varchar',
      reads_column: 'varchar',
      column_use: 'varchar',
    },
  },
  sources: {
    from: 'meta.sources',
    columns: {program_id: 'varchar', business_date: 'date', sequence: 'integer'},
  },
  office_metrics: {
    from: 'history.office_metrics',
    columns: {
      night: 'date',
      metric_id: 'varchar',
      office_id: 'varchar',
      numerator: 'bigint',
      denominator: 'bigint',
    },
  },
  officer_metrics: {
    from: 'history.officer_metrics',
    columns: {
      night: 'date',
      metric_id: 'varchar',
      officer_id: 'varchar',
      numerator: 'bigint',
      denominator: 'bigint',
    },
  },
  nation_entry_days: {
    from: 'history.nation_entry_days',
    columns: {night: 'date', entered_on: 'date', done: 'bigint'},
  },
  rule_offenders: {
    from: 'history.rule_offenders',
    columns: {night: 'date', office_id: 'varchar', rule: 'varchar', pillar: 'varchar', offenders: 'bigint'},
  },
  live_subjects: {
    from: 'history.live_subjects',
    columns: {night: 'date', office_id: 'varchar', live_files: 'bigint', live_petitions: 'bigint'},
  },
  candidates: {
    from: 'history.candidates',
    columns: {night: 'date', ...candidateColumns},
  },
  nights: {
    from: 'history.nights',
    columns: {night: 'date', inputs: 'varchar'},
  },
} as const;

const attached = 'earlier_version';

/**
 * Lays the version before beside the candidate, as views in the schema `earlier`; empty ones where there is none.
 * A table that an older release did not have yet is empty too: its history begins tonight.
 */
export async function lookBack(path: string | undefined, db: DuckDBConnection): Promise<void> {
  await db.run('create schema earlier');
  if (path) await db.run(`attach ${literal(path)} as ${attached} (read_only)`);
  for (const [name, {from, columns}] of Object.entries(takenOver)) {
    const known = path ? await columnsOf(from, db) : new Set<string>();
    const wanted = Object.entries(columns);
    const isKnown = wanted.every(([column]) => known.has(column));
    const select = wanted.map(([column, type]) =>
      isKnown ? identifier(column) : `null::${type} as ${identifier(column)}`,
    );
    const source = isKnown ? `from ${attached}.${from}` : 'where false';
    await db.run(`create view earlier.${name} as select ${select.join(', ')} ${source}`);
  }
  await db.run(`
    create view earlier.snapshot as
    select max(business_date) as business_date from earlier.sources where program_id = 'to-chuc-tha'
  `);
}

/** Lets go of the version before. */
export async function stopLookingBack(db: DuckDBConnection): Promise<void> {
  await db.run('drop schema earlier cascade');
  const [row] = await rowsOf(db, `select 1 from duckdb_databases() where database_name = '${attached}'`);
  if (row) await db.run(`detach ${attached}`);
}

async function columnsOf(table: string, db: DuckDBConnection): Promise<Set<string>> {
  const [schema, name] = table.split('.') as [string, string];
  const rows = await rowsOf(
    db,
    `select column_name from duckdb_columns()
     where database_name = '${attached}' and schema_name = $schema and table_name = $name`,
    {schema, name},
  );
  return new Set(rows.flat().map(String));
}
