/** Rules of quality and the fix list. */
import type {Pillar} from '../../warehouse/defects.ts';
import type {Level, Words} from '../../warehouse/metrics.ts';
import type {NightStamp} from './figures.ts';

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
