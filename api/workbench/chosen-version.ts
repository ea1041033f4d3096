import type {Current} from '../../warehouse/current.ts';
import type {DataFolder} from '../../warehouse/folders.ts';
import {readVersions} from '../../warehouse/versions.ts';
import {ApiError} from '../errors.ts';
import type {Versions} from '../versions.ts';

/** The version that a question is about: the one in force, or the newest that is kept of another night. */
export function versionOf(versions: Versions, folder: DataFolder, asOf: string | undefined): Current {
  const current = versions.inForce?.current;
  if (!current) {
    throw new ApiError(
      'no_version',
      'Chưa có đêm dữ liệu nào được công bố; hãy chạy `npm run thads -- nightly`.',
    );
  }
  if (asOf === undefined || asOf === current.night) return current;
  const kept = readVersions(folder).findLast(({night, held_for}) => night === asOf && held_for.length === 0);
  if (kept) return kept;
  throw new ApiError(
    'night_not_kept',
    `Không còn giữ phiên bản nào của đêm ${asOf}; đêm đang dùng là ${current.night}.`,
  );
}
