import {join} from 'node:path';

/** Where a data folder keeps things. Everything in it can be moved as a whole: paths inside are relative. */
export interface DataFolder {
  root: string;
  /** `lake/<table>/night=2026-03-31/<program>.<sequence>.parquet`: what was delivered, typed; never changed. */
  lake: string;
  /** `quarantine/<table>/night=2026-03-31/<program>.<sequence>.parquet`: what could not be used, and why. */
  quarantine: string;
  /** `deliveries/2026-03-31/<program>.<sequence>.json`: a receipt for each delivery landed; writing it is landing it. */
  deliveries: string;
  /** `reference/<table>.csv`: targets and days off that were decided since the release; the next night reads them. */
  reference: string;
  /** `versions/<version>.duckdb`: the nights as published. */
  versions: string;
  /** `runs/<moment>.<night>.json`: what the last runs did. */
  runs: string;
  /** `current.json`: the version in force. */
  current: string;
  /** Scratch of the running night; swept at the start of the next. */
  scratch: string;
}

/** The layout of a data folder. */
export function dataFolder(root: string): DataFolder {
  return {
    root,
    lake: join(root, 'lake'),
    quarantine: join(root, 'quarantine'),
    deliveries: join(root, 'deliveries'),
    reference: join(root, 'reference'),
    versions: join(root, 'versions'),
    runs: join(root, 'runs'),
    current: join(root, 'current.json'),
    scratch: join(root, 'scratch'),
  };
}
