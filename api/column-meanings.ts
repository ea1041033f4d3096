import type {OpenVersion} from './open-version.ts';

/** What the names of columns mean in Vietnamese, by the dictionary that was written into the version. */
export async function columnMeanings(version: OpenVersion): Promise<ReadonlyMap<string, string>> {
  const rows = await version.rows<{column_name: string; meaning_vi: string}>('column_meanings');
  return new Map(rows.map(({column_name, meaning_vi}) => [column_name, meaning_vi]));
}
