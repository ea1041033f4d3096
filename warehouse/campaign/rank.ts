import {createHash} from 'node:crypto';
import type {DuckDBConnection} from '@duckdb/node-api';
import {identifier, literal, recordsOf, rowsOf, withDatabase} from '../database.ts';
import {modelsInOrder, sqlFiles} from '../models.ts';
import {candidateColumns} from './candidate-columns.ts';

/** Who is ranked apart from whom. */
export type CandidateKind = 'province' | 'office' | 'individual';

/** A province, an office or a person, with all that the rank depends on, as one night showed it. */
export interface Candidate {
  campaign_id: string;
  candidate_kind: CandidateKind;
  candidate_id: string;
  candidate_name: string;
  /** Where a person works; of a unit, itself. */
  unit_id: string;
  province_id: string | null;
  /** 0: takes no part. */
  files_required: number;
  files_entered: number;
  /** Local time, `YYYY-MM-DD HH:MM:SS`; none before the finish. */
  finished_at: string | null;
  almost_finished_at: string | null;
  new_files_required: number;
  new_files_done: number;
  quality_numerator: number;
  quality_denominator: number;
  money_numerator: number;
  money_denominator: number;
  size_band: string | null;
  rollout_on: string | null;
  people: number;
  women: number;
}

/** A matter that fails a gate or raises a flag. */
export interface CandidateMatter {
  campaign_id: string;
  candidate_kind: CandidateKind;
  candidate_id: string;
  gate: string;
  matter_id: string;
  matter_type: string;
  matter_name: string;
  open_from: string;
  open_until: string | null;
}

/** A gate as a row of reference, with the threshold in force. */
export interface Gate {
  campaign_id: string;
  gate_position: number;
  gate: string;
  gate_name: string;
  applies_to: 'collective' | 'individual';
  threshold: number | null;
  threshold_at: string | null;
  is_flag: boolean;
  is_default: boolean;
  letter: string;
  clause: string;
  valid_from: string;
}

/** A sort key as a row of reference. */
export interface SortKey {
  campaign_id: string;
  key_position: number;
  sort_key: 'finished_at' | 'quality_score' | 'required';
  key_name: string;
  direction: 'ascending' | 'descending';
  resolution: 'day' | 'second' | null;
  letter: string;
  clause: string;
  valid_from: string;
}

/** All that a ranking is made from; kept whole when one is frozen, so that it can be made again. */
export interface RankingInputs {
  night: string;
  candidates: readonly Candidate[];
  matters: readonly CandidateMatter[];
  gates: readonly Gate[];
  keys: readonly SortKey[];
}

/** What a gate asks of all candidates of a kind. */
export type GateAsked = Omit<Gate, 'campaign_id' | 'applies_to' | 'valid_from'>;

/** What a gate found of a candidate. */
export interface GateResult extends GateAsked {
  /** A rate, or a number of matters. */
  gate_value: number | null;
  gate_moment: string | null;
  passed: boolean;
}

/** Where a candidate stands: with a rank, or without one for the gates it fails. */
export interface Standing {
  candidate_kind: CandidateKind;
  candidate_id: string;
  candidate_rank: number | null;
  shown_position: number | null;
  decided_by: SortKey['sort_key'] | 'tie' | null;
  gates: readonly GateResult[];
}

/**
 * Ranks by the models `marts.gate_results` and `marts.ranking` themselves, over the inputs instead of a night: the
 * record, a what-if and a frozen ranking made again all come from the same SQL. Those who take no part are left out.
 */
export const rank = (inputs: RankingInputs): Promise<Standing[]> => withRanking(inputs, readStandings);

/** Only the ranks, by kind and id, of those that have one: what another threshold would make of them. */
export const ranksOf = (inputs: RankingInputs): Promise<Map<string, number>> =>
  withRanking(inputs, async (db) => {
    const rows = await recordsOf<
      Pick<Standing, 'candidate_kind' | 'candidate_id'> & {candidate_rank: number}
    >(db, 'select candidate_kind, candidate_id, candidate_rank from marts.ranking');
    return new Map(rows.map((row) => [candidateKey(row), row.candidate_rank]));
  });

/** A candidate among those of all kinds. */
export const candidateKey = (candidate: Pick<Candidate, 'candidate_kind' | 'candidate_id'>) =>
  `${candidate.candidate_kind} ${candidate.candidate_id}`;

/** SHA-256 over the rows in canonical order and form: the same ranking has the same hash wherever it is made. */
export function hashOfRanking(standings: readonly Standing[]): string {
  const hash = createHash('sha256');
  for (const {candidate_kind, candidate_id, candidate_rank, decided_by, gates} of standings) {
    const found = gates.map((one) => [
      one.gate,
      one.gate_value,
      one.gate_moment,
      one.threshold,
      one.threshold_at,
      one.passed,
    ]);
    hash.update(`${JSON.stringify([candidate_kind, candidate_id, candidate_rank, decided_by, found])}\n`);
  }
  return hash.digest('hex');
}

async function withRanking<T>(
  {night, candidates, matters, gates, keys}: RankingInputs,
  read: (db: DuckDBConnection) => Promise<T>,
): Promise<T> {
  return withDatabase(':memory:', {threads: '1'}, async (db) => {
    await db.run('create schema marts; create schema reference');
    await load('marts.night', {night: 'date'}, [{night}], db);
    await load('marts.candidates', candidateColumns, candidates, db);
    await load('marts.candidate_matters', matterColumns, matters, db);
    await load('reference.campaign_gates', gateColumns, gates, db);
    await load('reference.campaign_keys', keyColumns, keys, db);
    const models = sqlFiles('marts').filter(({name}) => name === 'gate_results' || name === 'ranking');
    for (const {name, sql} of await modelsInOrder(models, db)) {
      await db.run(`create table marts.${identifier(name)} as ${sql}`);
    }
    return read(db);
  });
}

async function readStandings(db: DuckDBConnection): Promise<Standing[]> {
  // What is the same for all of a kind is read once.
  const gates = await recordsOf<GateAsked & {candidate_kind: CandidateKind}>(
    db,
    `select distinct candidate_kind, gate_position, gate, gate_name, threshold, threshold_at, is_flag, is_default,
         letter, clause
     from marts.gate_results order by candidate_kind, gate_position`,
  );
  const rows = await rowsOf(
    db,
    `select
         gates.candidate_kind,
         gates.candidate_id,
         any_value(ranking.candidate_rank),
         any_value(ranking.shown_position),
         any_value(ranking.decided_by),
         to_json(list([gate_value::varchar, gate_moment::varchar, passed::varchar] order by gates.gate_position))::varchar,
     from marts.gate_results as gates
     left join marts.ranking as ranking using (candidate_kind, candidate_id)
     group by all
     order by gates.candidate_kind, any_value(ranking.shown_position) nulls last, gates.candidate_id`,
  );
  const asked = Object.groupBy(gates, ({candidate_kind}) => candidate_kind);
  return rows.map(([candidate_kind, candidate_id, candidate_rank, shown_position, decided_by, results]) => ({
    candidate_kind: candidate_kind as CandidateKind,
    candidate_id: candidate_id as string,
    candidate_rank: numberOrNone(candidate_rank),
    shown_position: numberOrNone(shown_position),
    decided_by: decided_by as Standing['decided_by'],
    gates: (JSON.parse(results as string) as (string | null)[][]).map(([value, moment, passed], i) => {
      const {candidate_kind: _kind, ...gate} = asked[candidate_kind as CandidateKind]![i]!;
      return {
        ...gate,
        gate_value: numberOrNone(value),
        gate_moment: moment ?? null,
        passed: passed === 'true',
      };
    }),
  }));
}

const numberOrNone = (value: unknown) => (value === null || value === undefined ? null : Number(value));

type Columns = Readonly<Record<string, string>>;

const matterColumns = {
  campaign_id: 'varchar',
  candidate_kind: 'varchar',
  candidate_id: 'varchar',
  gate: 'varchar',
  matter_id: 'varchar',
  matter_type: 'varchar',
  matter_name: 'varchar',
  open_from: 'date',
  open_until: 'date',
} satisfies Record<keyof CandidateMatter, string>;

const gateColumns = {
  campaign_id: 'varchar',
  gate_position: 'integer',
  gate: 'varchar',
  gate_name: 'varchar',
  applies_to: 'varchar',
  threshold: 'double',
  threshold_at: 'timestamp',
  is_flag: 'boolean',
  is_default: 'boolean',
  letter: 'varchar',
  clause: 'varchar',
  valid_from: 'date',
} satisfies Record<keyof Gate, string>;

const keyColumns = {
  campaign_id: 'varchar',
  key_position: 'integer',
  sort_key: 'varchar',
  key_name: 'varchar',
  direction: 'varchar',
  resolution: 'varchar',
  letter: 'varchar',
  clause: 'varchar',
  valid_from: 'date',
} satisfies Record<keyof SortKey, string>;

async function load(
  table: string,
  columns: Columns,
  rows: readonly object[],
  db: DuckDBConnection,
): Promise<void> {
  await db.run(
    `create table ${table} as
     select unnest(from_json($rows::json, ${literal(JSON.stringify([columns]))}), recursive := true)`,
    {rows: JSON.stringify(rows)},
  );
}
