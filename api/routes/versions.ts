import {z} from 'zod';
import {readCurrent} from '../../warehouse/current.ts';
import {diskTrouble} from '../../warehouse/disk-trouble.ts';
import {WrongUsage} from '../../warehouse/errors.ts';
import type {DataFolder} from '../../warehouse/folders.ts';
import {NightInProgress, withLock} from '../../warehouse/lock.ts';
import {readVersions, releaseVersion, rollBack, type Manifest} from '../../warehouse/versions.ts';
import {action, type Action, type ActionContext} from '../action.ts';
import {ApiError} from '../errors.ts';
import {actorOf} from '../identity.ts';
import {writeAudit} from '../state/audit.ts';
import {versionDecision, versionsAnswer, type VersionsAnswer} from '../version-schemas.ts';
import type {Versions} from '../versions.ts';

/** Where the versions lie, and who serves them. */
export interface VersionParts {
  folder: DataFolder;
  versions: Versions;
}

const nothing = z.strictObject({});
const one = z.strictObject({version: z.string().max(200).meta({description: 'Mã của phiên bản.'})});

/** The versions that are kept; letting a held one out, and going back to an older one. */
export const versionActions = ({folder, versions}: VersionParts): Action[] => [
  action({
    method: 'GET',
    path: '/versions',
    summary: 'Các phiên bản đang giữ: đang dùng, còn giữ, hoặc bị giữ lại và vì sao',
    params: nothing,
    query: nothing,
    answer: versionsAnswer,
    act: () => shown(folder),
  }),
  action({
    method: 'POST',
    path: '/versions/{version}/release',
    summary: 'Công bố một đêm bị giữ lại sau khi đã xem lý do; người công bố nêu lý do của mình',
    params: one,
    query: nothing,
    body: versionDecision,
    answer: versionsAnswer,
    async act({params: {version}, body: {reason}}, context) {
      await decided('version.release', {version, reason}, folder, context, (held) =>
        releaseVersion(held, readCurrent(folder), folder),
      );
      await versions.look();
      return shown(folder);
    },
  }),
  action({
    method: 'POST',
    path: '/versions/{version}/rollback',
    summary: 'Đưa một phiên bản đã công bố trở lại sử dụng, kèm lý do',
    params: one,
    query: nothing,
    body: versionDecision,
    answer: versionsAnswer,
    async act({params: {version}, body: {reason}}, context) {
      await decided('version.rollback', {version, reason}, folder, context, (passed) => {
        mustHavePassed(passed);
        return rollBack(version, folder);
      });
      await versions.look();
      return shown(folder);
    },
  }),
];

/** Does what somebody decided of a version. It is written down before it is done, and then how it went. */
async function decided(
  what: 'version.release' | 'version.rollback',
  {version, reason}: {version: string; reason: string},
  folder: DataFolder,
  {store, person, now}: ActionContext,
  work: (version: Manifest) => Promise<Manifest>,
): Promise<void> {
  const note = {...actorOf(person), action: what, subject: `version:${version}`, details: {reason}};
  writeAudit(store, {...note, outcome: 'begun'}, now);
  try {
    await withLock(folder, () => work(versionCalled(version, folder)));
  } catch (error) {
    writeAudit(store, {...note, outcome: isRefusal(error) ? 'refused' : 'failed'}, now);
    throw refusalOf(error);
  }
  writeAudit(store, {...note, outcome: 'done'}, now);
}

function versionCalled(name: string, folder: DataFolder): Manifest {
  const version = readVersions(folder).find((manifest) => manifest.version === name);
  if (version) return version;
  throw new ApiError('unknown_version', 'Không có phiên bản mang mã này; xem /api/v1/versions.');
}

function mustHavePassed({held_for}: Manifest): void {
  if (held_for.length === 0) return;
  throw new ApiError(
    'not_possible',
    'Phiên bản này đang bị giữ lại; lãnh đạo Cục xem lý do và công bố nó trước.',
  );
}

const isRefusal = (error: unknown) =>
  [ApiError, WrongUsage, NightInProgress].some((kind) => error instanceof kind);

/** What stood in the way, as whoever decided is told it; where the files lie is not theirs to know. */
function refusalOf(error: unknown): unknown {
  if (error instanceof NightInProgress) {
    return new ApiError(
      'night_in_progress',
      'Một lượt nạp dữ liệu đang chạy; hãy đợi lượt đó kết thúc rồi làm lại.',
    );
  }
  if (diskTrouble(error) === undefined) return error;
  return new ApiError(
    'not_possible',
    'Máy chủ này không ghi được vào thư mục dữ liệu; hãy làm việc này tại máy dựng dữ liệu.',
  );
}

function shown(folder: DataFolder): VersionsAnswer {
  const current = readCurrent(folder);
  return {
    in_force: current?.version ?? null,
    rolled_back: current?.rolled_back ?? false,
    rows: readVersions(folder)
      .toReversed()
      .map(({version, night, built_at, held_for, released_from, kept_for, counted}) => ({
        version,
        night,
        built_at,
        state: version === current?.version ? 'in_force' : held_for.length > 0 ? 'held' : 'kept',
        reasons: held_for.map(({sentence}) => sentence),
        released_from: released_from.map(({sentence}) => sentence),
        kept_for: [...kept_for],
        nights: Object.keys(counted).length,
      })),
  };
}
