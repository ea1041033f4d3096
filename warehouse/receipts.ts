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
  /** Columns the contract does not know; they were kept out. */
  unknownColumns: readonly string[];
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
