/** What the models and columns of a version mean and come from. */
import type {NightStamp} from './figures.ts';

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
