import {ApiError} from './errors.ts';
import type {OpenVersion} from './open-version.ts';

/** Refuses a version that an older release built, without a table that the answer needs. */
export function mustHaveTables(tables: readonly string[], version: OpenVersion): void {
  const lacking = tables.find((table) => !version.has(table));
  if (lacking === undefined) return;
  throw new ApiError(
    'older_version',
    `Phiên bản đang dùng được dựng bởi bản phần mềm cũ, chưa có bảng ${lacking}; hãy chạy nightly để có đêm mới.`,
  );
}
