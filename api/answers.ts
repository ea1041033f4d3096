/**
 * The shapes of the API's answers: the one file that web may borrow from, as types.
 * Dates are `YYYY-MM-DD`, moments ISO 8601 with offset, rates fractions of 1, money whole đồng.
 */

import type {Pillar} from '../warehouse/defects.ts';
import type {Forecast, NoForecast, Pace} from '../warehouse/forecast.ts';
import type {Level, Status, Target, Words} from '../warehouse/metrics.ts';

export type {Pillar} from '../warehouse/defects.ts';
export type {Forecast, NoForecast} from '../warehouse/forecast.ts';
export type {Language, Level, Status, Target, Words} from '../warehouse/metrics.ts';

export interface MetricSummary {
  id: string;
  label: Words;
  meaning: Words;
  unit: 'ratio' | 'count';
  better: 'higher' | 'lower';
  levels: readonly Level[];
  target: Target | null;
}

/** Which night was asked for and which was used, from which version; `demo` when the data are made up. */
export interface NightStamp {
  as_of: string;
  night: string;
  version: string;
  demo: boolean;
}

/** A metric of one unit on one night. `value` is null where there is nothing to divide by. */
export interface Figure {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  status: Status;
}

export interface MetricRow extends Figure {
  unit_id: string;
  unit_name: string;
}

export interface MetricCatalogue {
  night: string;
  version: string;
  demo: boolean;
  rows: MetricSummary[];
}

export interface MetricAnswer extends NightStamp {
  metric: string;
  level: Level;
  rows: MetricRow[];
}

export interface SeriesPoint extends MetricRow {
  night: string;
  /** The goal in force that night. */
  target: number | null;
}

export interface SeriesAnswer extends NightStamp {
  metric: string;
  level: Level;
  from: string;
  to: string;
  rows: SeriesPoint[];
}

export interface Unit {
  unit_id: string;
  unit_name: string;
  level: 'department' | 'department_unit' | 'province' | 'division' | 'office';
  parent_id: string | null;
  province_id: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface UnitsAnswer extends NightStamp {
  rows: Unit[];
}

export interface UnitAnswer extends NightStamp {
  unit: Unit;
  children: Unit[];
}

/** Files entered by the end of a day, capped at what each office must enter; cumulative. */
export interface EntryDay {
  day: string;
  done: number;
}

export interface EntriesAnswer extends NightStamp {
  rows: EntryDay[];
}

/** A rule of quality at a unit on a night: how many of its live files (or petitions) break it. */
export interface RuleRow {
  unit_id: string;
  rule: string;
  pillar: Pillar;
  offenders: number;
  /** Live files of the unit; live petitions when the rule is over petitions. */
  files: number;
}

export interface QualityRulesAnswer extends NightStamp {
  level: Exclude<Level, 'officer'>;
  subject: 'case_file' | 'petition';
  /** Every rule for every unit, also those that nothing breaks. */
  rows: RuleRow[];
}

/** Whether an offence was seen on the last night, has gone, or went and came back. */
export type DefectState = 'open' | 'fixed' | 'came_back';

/** An offence on the fix list: one rule, and the one file or petition that breaks or broke it. */
export interface DefectRow {
  rule: string;
  label: Words;
  pillar: Pillar;
  /** Exactly one of these two is there. */
  case_id: string | null;
  petition_id: string | null;
  office_id: string | null;
  office_name: string | null;
  officer_id: string | null;
  officer_name: string | null;
  found: string;
  first_night: string;
  last_night: string;
  state: DefectState;
  /** The first night without it; null while it is open. */
  fixed_on: string | null;
  /** The first night of its present life: later than `first_night` once it came back. */
  open_since: string;
  /** Days from `open_since` to the night, or to the night it was fixed. */
  age_days: number;
  /** What fixing it alone adds to its office's quality score, as a fraction of 1; null for a petition, which has no part in it. */
  score_gain: number | null;
}

/** The fix list, the offence open longest first, a page of it in JSON and all of it in a file. */
export interface DefectsAnswer extends NightStamp {
  /** Offences that the filters leave. */
  total: number;
  counts: {
    state: {state: DefectState; offences: number}[];
    pillar: {pillar: Pillar; label: Words; offences: number}[];
    rule: {rule: string; label: Words; pillar: Pillar; offences: number}[];
  };
  rows: DefectRow[];
  /** Where the next page begins; null on the last. */
  next: string | null;
}

/** A program's last good snapshot as the night read it. `late` when it is older than the night. */
export interface SourceFreshness {
  program_id: string;
  program_name: string;
  business_date: string | null;
  landed_at: string | null;
  rows: number;
  quarantined: number;
  late: boolean;
}

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
  /** A newer version that could not be opened, and why; the one above is served meanwhile. */
  not_opened: {version: string; reason: string} | null;
}

/** A figure beside the one of the night it is compared with, and its course over the nights so far. */
export interface TrackedFigure extends Figure {
  previous: Figure | null;
  history: {night: string; value: number | null}[];
}

/** A province on the overview. Files are counted, rates are fractions of 1. */
export interface ProvinceRow {
  unit_id: string;
  unit_name: string;
  completion: TrackedFigure;
  files_missing: number;
  offices: number;
  money: TrackedFigure;
  money_items: Figure;
  money_amount: Figure;
  /** Files with money whose money is not complete. */
  money_files_missing: number;
}

/** Everything the first page shows, in one answer. */
export interface OverviewAnswer extends NightStamp {
  /** The night compared with: the last one at or before a week earlier unless asked otherwise; null when there is none. */
  compared_with: string | null;
  nights: string[];
  published_at: string;
  sources: SourceFreshness[];
  nation: {
    completion: TrackedFigure;
    files_missing: TrackedFigure;
    money: TrackedFigure;
    money_items: Figure;
    money_amount: Figure;
    petitions: TrackedFigure;
    /** Offices whose every required file is entered, of those that have a target. */
    offices_complete: {numerator: number; denominator: number};
  };
  targets: {completion: Target | null; money: Target | null; petitions: Target | null};
  /** In the official order (Vietnamese alphabet). */
  provinces: ProvinceRow[];
  /** Tiles of the map: `parent_id` for an archipelago, the province it is part of. */
  tiles: {
    unit_id: string;
    abbreviation: string;
    name: string;
    column: number;
    row: number;
    parent_id: string | null;
  }[];
  entries: EntryDay[];
  /** Working days from the night to the deadline of completion, and what each of them must bring; null once past. */
  pace: {
    deadline: string;
    working_days_left: number;
    needed_per_working_day: number | null;
    entered_per_working_day: number | null;
    /** When everything will be entered if the days ahead are like the last ten; null when that cannot be said. */
    forecast: Forecast | null;
    no_forecast: NoForecast | null;
  } | null;
}

/** A unit's pace: working days left to the deadline, what each must bring, what each of the last ten brought. */
export interface PaceRow extends Pace {
  unit_id: string;
  unit_name: string;
  missing: number | null;
}

export interface PaceAnswer extends NightStamp {
  metric: string;
  level: Exclude<Level, 'officer'>;
  /** Of the target in force that night. */
  deadline: string | null;
  rows: PaceRow[];
}

/** RFC 9457 problem details; `code` is stable and what web translates. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
}
