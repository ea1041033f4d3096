/** Nights: what was delivered, what was built of it, and what changed. */
import type {Words} from '../../warehouse/metrics.ts';
import type {NightStamp} from './figures.ts';

/** A program's last good snapshot as the night read it. `late` when it is older than the night. */
export interface SourceFreshness {
  program_id: string;
  program_name: string;
  business_date: string | null;
  landed_at: string | null;
  rows: number;
  quarantined: number;
  late: boolean;
  /** Days from the snapshot to the night; null when the program never delivered. */
  age_days: number | null;
}

/** A night that was built and is kept from readers until somebody lets it out. */
export interface HeldNight {
  version: string;
  night: string;
  built_at: string;
  /** Vietnamese sentences. */
  reasons: string[];
}

/** A delivery, `date/program`, of which no row was taken, with everything that is wrong with it. */
export interface RefusedDelivery {
  delivery: string;
  reasons: string[];
}

/** A night that broke a promise of ours and was not built. */
export interface BrokenNight {
  night: string;
  checks: {check: string; offenders: number}[];
}

/** What the last run of the night did. */
export interface LastRun {
  finished_at: string;
  seconds: number;
  /** Deliveries landed. */
  landed: number;
  refused: RefusedDelivery[];
  broken: BrokenNight[];
}

/** What `/events` tells as it happens; `in_force` is said once, to whoever begins to listen. */
export type Happening =
  | {type: 'in_force'; version: string; night: string}
  | {type: 'published'; version: string; night: string}
  | ({type: 'held'} & Omit<HeldNight, 'built_at'>)
  | ({type: 'refused'} & RefusedDelivery)
  | ({type: 'broken'} & BrokenNight);

/** What the pipeline did: the version in force and its night, every night known, each program's freshness. */
export interface StatusAnswer {
  night: string;
  version: string;
  demo: boolean;
  published_at: string;
  nights: string[];
  sources: SourceFreshness[];
  checks: number;
  rows_landed: number;
  rows_quarantined: number;
  steps: {step: string; seconds: number}[];
  held: HeldNight[];
  /** Nights of this version that were published before and counted again from corrected deliveries. */
  counted_again: string[];
  last_run: LastRun | null;
  /** A newer version that could not be opened, and why; the one above is served meanwhile. */
  not_opened: {version: string; reason: string} | null;
}

/** A table delivered: rows on the night before and now, and what became of them, by key and content. */
export interface TableChange {
  table_name: string;
  rows_before: number;
  rows_now: number;
  added: number;
  changed: number;
  vanished: number;
}

/** A figure of the nation or a province that is not what it was; `change` is now less before. */
export interface FigureChange {
  metric: string;
  level: 'nation' | 'province';
  unit_id: string;
  unit_name: string;
  before: number | null;
  now: number | null;
  change: number | null;
  numerator_before: number | null;
  denominator_before: number | null;
  numerator_now: number | null;
  denominator_now: number | null;
}

/** A model that counts otherwise than in the version before; `label` when it is a metric or a rule of quality. */
export interface ModelChange {
  model: string;
  change: 'added' | 'changed' | 'removed';
  label: Words | null;
}

/** What changed since the night before. Rows and models are known of the latest night alone, else null. */
export interface ChangesAnswer extends NightStamp {
  compared_with: string | null;
  tables: TableChange[] | null;
  models: ModelChange[] | null;
  /** By metric, the nation first, then the provinces that moved most. */
  rows: FigureChange[];
}
