import {join} from 'node:path';
import {readCurrent, type Current} from './current.ts';
import {recordsOf, withDatabase} from './database.ts';
import {dataFolder} from './folders.ts';

/** A program's snapshot as the version in force reads it. */
export interface SourceStatus {
  program_id: string;
  program_name: string;
  business_date: string | null;
  row_count: number;
  quarantined_rows: number;
  is_late: boolean;
}

/** What is published and what it was counted from. */
export interface Status {
  current: Current | undefined;
  nights: string[];
  sources: SourceStatus[];
}

/** Reads what is published in a data folder; nothing yet is an answer too. */
export async function readStatus(data: string): Promise<Status> {
  const folder = dataFolder(data);
  const current = readCurrent(folder);
  if (!current) return {current, nights: [], sources: []};
  return withDatabase(join(folder.root, current.file), {access_mode: 'READ_ONLY'}, async (db) => ({
    current,
    nights: (await recordsOf<{night: string}>(db, 'select night from history.nights order by night')).map(
      ({night}) => night,
    ),
    sources: await recordsOf<SourceStatus>(
      db,
      'select program_id, program_name, business_date, row_count, quarantined_rows, is_late from meta.sources',
    ),
  }));
}

/** The same in lines for people. */
export function statusSummary({current, nights, sources}: Status): string[] {
  if (!current) return ['Chưa có đêm nào được công bố.'];
  return [
    `Đang dùng: đêm ${current.night}, phiên bản ${current.version}, công bố lúc ${current.published_at}.`,
    `Lịch sử: ${nights.length} đêm, từ ${nights[0]} đến ${nights.at(-1)}.`,
    ...sources.map(
      ({program_name, business_date, is_late}) =>
        `${is_late ? '◆ chậm' : '● đúng hạn'}  ${program_name}: ${business_date ?? 'chưa giao lần nào'}`,
    ),
  ];
}
