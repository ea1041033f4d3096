import {readFileSync} from 'node:fs';
import type {DataFolder} from './folders.ts';

/** The version in force, as `current.json` says. */
export interface Current {
  version: string;
  night: string;
  /** The database file, relative to the data folder. */
  file: string;
  /** Its hash, `sha256:…`. */
  hash: string;
  /** ISO 8601 with offset. */
  published_at: string;
  demo: boolean;
  /** A person put it in force although a newer one was there: it stays until a night is counted that is new. */
  rolled_back?: true;
}

/** The version in force; undefined before the first night was published. */
export function readCurrent(folder: DataFolder): Current | undefined {
  try {
    return JSON.parse(readFileSync(folder.current, 'utf8')) as Current;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`Không đọc được ${folder.current}; hãy khôi phục tệp này từ bản sao lưu.`, {
      cause: error,
    });
  }
}
