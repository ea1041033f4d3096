/** A column of a delivered file; `type` is DuckDB's for Parquet, and `text` where the file knows no types. */
export interface DeliveredColumn {
  name: string;
  type: string;
}

/**
 * A column that is not what one would expect: `unknown` to the contract and kept out, `missing` from the file though
 * the contract has it; `new`, `vanished` or of another type (`retyped`) since the delivery that landed before.
 */
export type Drift =
  | {column: string; kind: 'unknown' | 'missing' | 'new' | 'vanished'}
  | {column: string; kind: 'retyped'; before: string; now: string};

/** What landed of one table of a delivery. Paths are relative to the data folder, `/` between parts. */
export interface LandedTable {
  table: string;
  /** Name of the file as delivered, its size in bytes, and its hash as `sha256:…`. */
  file: string;
  bytes: number;
  hash: string;
  /** rows = loaded + quarantined, always. */
  rows: number;
  loaded: number;
  quarantined: number;
  /** Values that became NULL because they could not be read; their rows stayed. */
  nulledValues: number;
  /** Texts that arrived in another form than NFC and were normalised. */
  normalisedTexts: number;
  /** The columns as they were delivered. */
  columns: readonly DeliveredColumn[];
  /** Where these columns differ from the contract, or from what landed before. */
  drift: readonly Drift[];
  lakeFile: string;
  /** Absent when every row and value could be used. */
  quarantineFile?: string;
}

/** The receipt of one delivery that landed; `deliveries/<date>/<program>.<sequence>.json`. */
export interface Receipt {
  program: string;
  businessDate: string;
  sequence: number;
  /** When the program made it, as it says; when we landed it. ISO 8601 with offset. */
  created: string;
  landedAt: string;
  /** The delivery says of itself that its data are made up (`thads:demo`). */
  demo: boolean;
  tables: readonly LandedTable[];
}
