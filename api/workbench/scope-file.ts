import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {Current} from '../../warehouse/current.ts';
import type {DataFolder} from '../../warehouse/folders.ts';
import {scopeFile} from '../../warehouse/scopes.ts';
import {ApiError} from '../errors.ts';
import type {Scope} from '../roles.ts';

/** The file that holds what a person of a scope may see of a version, and nothing else (6-security § 6.2). */
export function fileFor(
  folder: DataFolder,
  {file, version}: Pick<Current, 'file' | 'version'>,
  scope: Exclude<Scope, 'none'>,
): string {
  const path = join(folder.root, scope === 'all' ? file : scopeFile(version, scope));
  if (existsSync(path)) return path;
  throw new ApiError(
    'scope_not_built',
    `Phiên bản ${version} chưa có tệp số liệu cho phạm vi của bạn, nên chưa chạy được SQL; hãy đợi đêm mới.`,
  );
}
