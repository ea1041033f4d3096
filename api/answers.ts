/**
 * The shapes of the API's answers: the one file that web may borrow from, as types.
 * Dates are `YYYY-MM-DD`, moments ISO 8601 with offset, rates fractions of 1, money whole đồng.
 */

import type {Pillar} from '../warehouse/defects.ts';
import type {Forecast, NoForecast, Pace} from '../warehouse/forecast.ts';
import type {Level, Status, Target, Words} from '../warehouse/metrics.ts';
import type {Role} from './roles.ts';

export type * from './board-schemas.ts';
export type * from './bulletin-schemas.ts';
export type * from './campaign-schemas.ts';
export type * from './night-schemas.ts';
export type * from './gap-record-schemas.ts';
export type * from './letter-schemas.ts';
export type * from './money-schemas.ts';
export type * from './nomination-schemas.ts';
export type * from './officer-schemas.ts';
export type * from './former-province-schemas.ts';
export type * from './page-schemas.ts';
export type * from './ranking-page-schemas.ts';
export type * from './paper-schemas.ts';
export type {PaperFormat} from './papers/offered.ts';
export type {Pillar} from '../warehouse/defects.ts';
export type {Forecast, NoForecast} from '../warehouse/forecast.ts';
export type {Language, Level, Status, Target, Words} from '../warehouse/metrics.ts';
export type {Role} from './roles.ts';
export type * from './definition-schemas.ts';
export type * from './signal-schemas.ts';
export type * from './target-schemas.ts';
export type * from './usage-schemas.ts';
export type * from './version-schemas.ts';
export type * from './whole-page-schemas.ts';
export type * from './work-schemas.ts';

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

/** One thing that a column of a model comes from; `column` null for what chooses, joins, groups or orders its rows. */
export interface LineageRow {
  model: string;
  column: string | null;
  reads_model: string;
  reads_column: string | null;
  use: 'output' | 'condition';
}

/** Where a model comes from: its columns, and the models it reads and is read by; everything when none is named. */
export interface LineageAnswer extends NightStamp {
  model: string | null;
  models: {model: string; reads_model: string}[];
  rows: LineageRow[];
}

/** A column of a version, and what its name means wherever it appears. */
export interface DictionaryRow {
  model: string;
  /** What one row of the table is; Vietnamese is missing in versions of before there was one. */
  model_meaning_vi: string | null;
  model_meaning: string | null;
  column: string;
  type: string;
  meaning_vi: string | null;
  meaning_en: string | null;
}

export interface DictionaryAnswer extends NightStamp {
  rows: DictionaryRow[];
}

/** How one may sign in: by a common sign-in, and, where the data are made up, with accounts known to everybody. */
export interface SignInAnswer {
  oidc: boolean;
  demo: {id: string; password: string; role_name: string}[];
}

/** Who is signed in, and what they may ask; `routes` as `GET /metrics/{id}`. */
export interface SessionAnswer {
  id: string;
  name: string;
  role: Role;
  role_name: string;
  province: string | null;
  scope: string;
  purpose: string | null;
  /** Whether a purpose must be named before anything of a night is seen. */
  needs_purpose: boolean;
  via: 'session' | 'token';
  routes: string[];
}

export interface AccountAnswer {
  id: string;
  full_name: string;
  role: Role;
  province: string | null;
  /** Made for made-up data only. */
  is_demo: boolean;
  created_at: string;
  disabled_at: string | null;
}

/** A key for a program, without its secret; `until` is its last day. */
export interface TokenAnswer {
  id: string;
  name: string;
  role: Role;
  province: string | null;
  purpose: string | null;
  created_by: string;
  created_at: string;
  until: string;
  revoked_at: string | null;
}

/** One thing somebody did, with the hash that holds it in its place. */
export interface AuditRow {
  id: number;
  at: string;
  actor: string;
  role: string;
  scope: string;
  action: string;
  subject: string;
  details: Readonly<Record<string, unknown>>;
  rows: number | null;
  outcome: 'begun' | 'done' | 'refused' | 'failed';
  previous_hash: string;
  hash: string;
}

/** The form about cases, or about money in đồng. */
export type FormKind = 'VIEC' | 'TIEN';

/** What a form is called in print; figures here are always cases or whole đồng. */
export interface PrintedForm {
  form_number: string;
  form_name: string;
  unit_of_measure: string;
  letter: string;
}

/** A period of the statistical forms, and where its platform side comes from. */
export interface FormPeriod {
  nam: number;
  so_thang: number;
  from: string;
  to: string;
  is_over: boolean;
  has_paper: boolean;
  /** The last night not after its end; totals published then; or the first night after it. Null when there is none. */
  platform_source: 'night' | 'delivered' | 'later_night' | null;
  /** The day the platform's figures run to, and the night whose case files they were counted from. */
  counted_to: string | null;
  counted_night: string | null;
  /** What a reader must know of this before believing a gap. */
  note: string | null;
}

/** How large a province's gap is in the words of a letter, and by when it must be gone. */
export interface GapBand {
  band: 'below' | 'above' | 'not_stipulated';
  name: string;
  deadline: string | null;
  deadline_words: string | null;
  letter: string;
}

/** An indicator of one unit on paper and on the platform; `gap` is paper less platform. */
export interface ReconciliationRow {
  unit_id: string;
  unit_name: string;
  code: string;
  code_name: string;
  paper: number | null;
  /** Final only when all of it is. */
  paper_version: 'CHINH_THUC' | 'SO_BO' | null;
  /** Offices (provinces of then, before they merged) whose report is not in `paper`; null when there is no paper. */
  paper_reports_missing: number | null;
  platform: number | null;
  gap: number | null;
  gap_rate: number | null;
  /** Of `TONG_THU_LY` of a province. */
  band: GapBand | null;
}

/** An accounting identity of one side: what is left over. A row is missing where a term was not delivered. */
export interface IdentityRow {
  unit_id: string;
  side: 'paper' | 'platform';
  identity: 1 | 2 | 3 | 4 | 5;
  /** The indicator that fails identity 4 or 5; null for the others, and when none fails. */
  code: string | null;
  residual: number;
}

/** A rate on paper that its own report does not make; `unit_id` in the codes of then. */
export interface ReportedRate {
  unit_id: string;
  reported: number;
  computed: number | null;
}

export interface ReconciliationAnswer extends NightStamp {
  level: Exclude<Level, 'officer'>;
  loai_bieu: FormKind;
  form: PrintedForm | null;
  period: FormPeriod;
  /** Every period that can be asked for, oldest first. */
  periods: Pick<FormPeriod, 'nam' | 'so_thang'>[];
  rows: ReconciliationRow[];
  identities: IdentityRow[];
  findings: ReportedRate[];
}

export interface FormRow {
  unit_id: string;
  unit_name: string;
  code: string;
  code_name: string;
  value: number | null;
  /** Money items of the unit with an empty amount, counted as nothing; null on the form about cases. */
  null_items: number | null;
}

export interface FormsAnswer extends NightStamp {
  level: Level;
  loai_bieu: FormKind;
  form: PrintedForm | null;
  period: FormPeriod;
  rows: FormRow[];
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

/** Of a text that was sent in: where it is wrong, counted from 1 in characters, and what may have been meant. */
export interface ProblemHints {
  line?: number | undefined;
  column?: number | undefined;
  candidates?: string[] | undefined;
}

/** RFC 9457 problem details; `code` is stable and what web translates. */
export interface Problem extends ProblemHints {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
}

/** A value of a query's result; what a JSON number cannot hold exactly is a text of its digits. */
export type QueryCell =
  string | number | boolean | null | readonly QueryCell[] | {readonly [name: string]: QueryCell};

/** A column of a query's result, its type as DuckDB writes it. */
export interface QueryColumn {
  name: string;
  type: string;
}

/** What `POST /query` found. */
export interface QueryAnswer {
  /** What it could be cancelled by, and is called in the history. */
  id: string;
  night: string;
  version: string;
  demo: boolean;
  columns: QueryColumn[];
  rows: (readonly QueryCell[])[];
  row_count: number;
  /** Whether there was more than what is here, and which limits cut it. */
  truncated: boolean;
  cut_by: ('rows' | 'bytes' | 'cells')[];
  row_limit: number;
  elapsed_ms: number;
  /** The plan of an `EXPLAIN`, as a tree; null of any other query. */
  plan: unknown;
  /** Each column of the whole result in figures; null unless it was asked for. */
  profile: {columns: QueryColumn[]; rows: (readonly QueryCell[])[]} | null;
}

/** What may be written next in a query. */
export interface QuerySuggestion {
  text: string;
  kind: 'keyword' | 'schema' | 'table' | 'column' | 'function' | 'type';
  /** Where in the text it begins, in UTF-16 units as an editor counts. */
  start: number;
  /** What a table or a column means. */
  meaning: string | null;
}

export interface QueryCompletions {
  suggestions: QuerySuggestion[];
}

/** A query that somebody ran, or tried to. */
export interface QueryRun {
  id: string;
  sql: string;
  at: string;
  version: string;
  state: 'running' | 'done' | 'refused' | 'failed';
  rows: number | null;
  elapsed_ms: number | null;
  /** Why it was refused or failed. */
  code: string | null;
}

export interface QueryHistory {
  rows: QueryRun[];
}

/** A parameter that a kept query asks for. */
export interface SavedParameterAnswer {
  name: string;
  kind: 'text' | 'number' | 'date' | 'boolean';
  label?: string | undefined;
}

/** A query that somebody keeps, with one of its texts. */
export interface SavedQueryAnswer {
  id: string;
  owner: string;
  name: string;
  is_shared: boolean;
  created_at: string;
  version: number;
  sql: string;
  parameters: SavedParameterAnswer[];
  saved_at: string;
  saved_by: string;
}

export interface SavedQueriesAnswer {
  rows: SavedQueryAnswer[];
}

/** A kept query with every text it had, the newest first. */
export interface SavedQueryHistory extends SavedQueryAnswer {
  versions: SavedQueryAnswer[];
}
