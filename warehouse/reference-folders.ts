import {join} from 'node:path';
import type {DataFolder} from './folders.ts';
import {sqlFolder} from './models.ts';

/** Where the rows of reference are read: what was decided since the release first, where there is any, then the release. */
export function referenceFolders({reference}: DataFolder): string[] {
  // DuckDB takes a list parted by commas; rules that are not found must not be taken for none.
  if (reference.includes(',')) {
    throw new Error(`Thư mục dữ liệu ${reference} không được có dấu phẩy trong tên.`);
  }
  return [reference, join(sqlFolder, 'reference')];
}
