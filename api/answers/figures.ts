/** Figures of units, whatever page or file shows them. */
import type {Forecast, NoForecast, Pace} from '../../warehouse/forecast.ts';
import type {Level, Status, Target, Words} from '../../warehouse/metrics.ts';
import type {SourceFreshness} from './nights.ts';

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
    quality: TrackedFigure;
    /** Offices that finished by the last moment of the latest campaign; null before the first. */
    offices_on_time: {numerator: number; denominator: number} | null;
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

/** The rule of a list for praise or criticism, and the letter it belongs to. */
export interface LetterList {
  list_id: string;
  list_name: string;
  metric_id: string;
  /** Below or above the threshold; or the first in its order, as many as the threshold says. */
  comparison: 'below' | 'above' | 'first';
  threshold: number;
  level: Exclude<Level, 'officer'>;
  sort_order: 'ascending' | 'descending';
  purpose: 'praise' | 'criticism';
  letter: string;
}

/** A unit on a list; units of the same value have the same number. */
export interface ListRow {
  n: number;
  unit_id: string;
  unit_name: string;
  value: number;
}

export interface ListAnswer extends NightStamp {
  list: LetterList;
  rows: ListRow[];
}
