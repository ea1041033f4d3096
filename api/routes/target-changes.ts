import {z} from 'zod';
import type {DataFolder} from '../../warehouse/folders.ts';
import {metrics} from '../../warehouse/metrics.ts';
import {action, type Action} from '../action.ts';
import {ApiError} from '../errors.ts';
import {actorOf, type Person} from '../identity.ts';
import type {OpenVersion} from '../open-version.ts';
import {
  decideTargetChange,
  listTargetChanges,
  mustBeAhead,
  proposeTargetChange,
} from '../reference/target-changes.ts';
import {
  newTargetChange,
  targetChangeAnswer,
  targetChangeDecision,
  targetChangesAnswer,
  type DayOff,
  type TargetChange,
} from '../target-schemas.ts';
import type {Versions} from '../versions.ts';

const nothing = z.strictObject({});

/** Changing targets, deadlines and days off between two releases: one proposes with the letter, another decides. */
export const targetChangeActions = ({
  versions,
  folder,
}: {
  versions: Versions;
  folder: DataFolder;
}): Action[] => [
  action({
    method: 'GET',
    path: '/targets/changes',
    summary:
      'Các đề nghị đổi mục tiêu, thời hạn, ngày nghỉ theo văn bản, mới trước; đêm đang dùng đã áp dụng chưa',
    params: nothing,
    query: nothing,
    answer: targetChangesAnswer,
    act: (_question, {store}) =>
      versions.use(async (version) => {
        const used = await changesInUse(version);
        const rows = listTargetChanges(store).map((one) => ({...one, in_use: used.has(one.id)}));
        return {night: version.current.night, rows};
      }),
  }),
  action({
    method: 'POST',
    path: '/targets/changes',
    summary: 'Đề nghị đổi một mục tiêu, thời hạn hoặc ngày nghỉ, kèm văn bản và lý do; chưa có hiệu lực',
    params: nothing,
    query: nothing,
    body: newTargetChange,
    answer: targetChangeAnswer,
    status: 201,
    act({body}, {store, person, now}) {
      mustBeSignedIn(person);
      return versions.use(async (version) => {
        mustBeAhead(body.change, version.current.night);
        await mustMakeSense(body.change, version);
        return proposeTargetChange(store, body, {by: actorOf(person), now});
      });
    },
  }),
  action({
    method: 'POST',
    path: '/targets/changes/{change}/decision',
    summary: 'Duyệt hoặc không duyệt một đề nghị đổi; người duyệt khác người đề nghị; đêm sau mới áp dụng',
    params: z.strictObject({
      change: z.coerce
        .number()
        .int()
        .catch(0)
        .meta({type: 'integer', description: 'Số của đề nghị.', example: 1}),
    }),
    query: nothing,
    body: targetChangeDecision,
    answer: targetChangeAnswer,
    async act({params, body}, {store, person, now}) {
      mustBeSignedIn(person);
      const night = await versions.use(({current}) => Promise.resolve(current.night));
      return decideTargetChange(store, params.change, body, {by: actorOf(person), now, folder, night});
    },
  }),
];

/** The changes that a version was built with; one of an older release knows of none. */
async function changesInUse(version: OpenVersion): Promise<ReadonlySet<number>> {
  if (!version.has('reference.changed_targets')) return new Set();
  const rows = await Promise.all([
    version.rows<{change_id: number}>('target_changes_in_use'),
    version.has('reference.removed_days_off')
      ? version.rows<{change_id: number}>('removed_days_in_use')
      : Promise.resolve([]),
  ]);
  return new Set(rows.flat().map(({change_id}) => change_id));
}

async function mustMakeSense(change: TargetChange, version: OpenVersion): Promise<void> {
  const wrong =
    change.kind === 'target' ? wrongTarget(change) : wrongDay(change, await version.rows<DayOff>('days_off'));
  if (wrong) throw new ApiError('not_possible', wrong);
}

function wrongTarget({
  metric,
  valid_from,
  goal,
  floor,
  deadline,
}: Extract<TargetChange, {kind: 'target'}>): string | null {
  const {unit, better} = metrics[metric];
  if (unit === 'ratio' && (goal > 1 || floor > 1)) return 'Mục tiêu và ngưỡng của tỷ lệ là số từ 0 đến 1.';
  if (unit === 'count' && !(Number.isInteger(goal) && Number.isInteger(floor))) {
    return 'Mục tiêu và ngưỡng của số đếm là số nguyên.';
  }
  if (better === 'higher' ? floor > goal : floor < goal) {
    return 'Ngưỡng phải quyết định không được tốt hơn mục tiêu.';
  }
  if (deadline !== null && deadline < valid_from) return 'Hạn không được trước ngày áp dụng.';
  return null;
}

function wrongDay(change: Exclude<TargetChange, {kind: 'target'}>, known: readonly DayOff[]): string | null {
  const {day} = change;
  const listed = known.find((one) => one.day === day);
  if (change.kind === 'removed_day_off') {
    return listed?.kind === change.was
      ? null
      : `Ngày ${day} không có trong ${dayLists[change.was]} đang dùng.`;
  }
  if (listed) return `Ngày ${day} đã có trong danh sách ngày nghỉ, ngày làm bù.`;
  if (change.kind === 'holiday') return null;
  if (!isWeekend(day)) return 'Ngày làm bù phải là thứ bảy hoặc chủ nhật.';
  return isWeekend(change.instead_of) ? 'Ngày được nghỉ bù phải là ngày từ thứ hai đến thứ sáu.' : null;
}

const dayLists = {
  holiday: 'danh sách ngày nghỉ',
  make_up: 'danh sách ngày làm bù',
} satisfies Record<DayOff['kind'], string>;

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Two people are two who signed in; whoever made a program's token may be one of them. */
function mustBeSignedIn({via}: Person): void {
  if (via === 'session') return;
  throw new ApiError(
    'second_person_required',
    'Đổi mục tiêu, ngày nghỉ cần hai người đăng nhập bằng tài khoản của mình, không dùng token.',
  );
}
