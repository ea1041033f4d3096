import {join} from 'node:path';
import type {Current} from '../../warehouse/current.ts';
import type {DataFolder} from '../../warehouse/folders.ts';
import {ApiError} from '../errors.ts';
import type {Scope} from '../roles.ts';

/** The file that holds what a person of a scope may see of a version, and nothing else (6-security § 6.2). */
export function fileFor(folder: DataFolder, version: Pick<Current, 'file'>, scope: Scope): string {
  if (scope === 'all') return join(folder.root, version.file);
  throw new ApiError(
    'scope_not_built',
    'Phiên bản đang dùng chưa có tệp số liệu riêng cho phạm vi của bạn, nên chưa chạy được SQL; hãy đợi đêm mới.',
  );
}
