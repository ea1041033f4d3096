import {z} from 'zod';
import {action, type Action} from '../action.ts';
import type {FormKind, ReconciliationRow} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {findPeriod, formTables} from '../form-periods.ts';
import {
  gapRecordAnswer,
  newGapReason,
  newGapSignature,
  type GapReasonAnswer,
  type NewGapSignature,
} from '../gap-record-schemas.ts';
import {actorOf, type Person} from '../identity.ts';
import {stampOf} from '../nights.ts';
import type {OpenVersion} from '../open-version.ts';
import {parameters} from '../parameters.ts';
import {unitOf} from '../places.ts';
import {mustReach} from '../reach.ts';
import {scopeOf} from '../roles.ts';
import type {ColumnType} from '../table.ts';
import type {Versions} from '../versions.ts';
import {
  gapReasons,
  giveReason,
  readRecord,
  recordRevision,
  signRecord,
  type GapReasonId,
  type RecordedUnit,
  type RecordPeriod,
} from '../work/gap-record.ts';

const {nam, so_thang, loai_bieu, unit, format} = parameters;

/** What units say of their gaps in a period, and whose record is signed. */
export const gapRecord = endpoint({
  path: '/reconciliation/record',
  summary: 'Biên bản đối chiếu: lý do lệch từng chỉ tiêu do đơn vị nêu, và đơn vị đã được chốt',
  params: z.strictObject({}),
  query: z.strictObject({nam, so_thang, loai_bieu, unit, format}),
  answer: gapRecordAnswer,
  tabular: true,
  needs: [...formTables, 'marts.units'],
  dependsOn: recordRevision,
  async find({query}, version, {scope}, store) {
    const stamp = stampOf(version, undefined);
    const place = await unitOf({unit: query.unit}, version);
    const {form, period} = await findPeriod(query, version);
    const within = await version.rows<{unit_id: string; unit_name: string}>('units_within', {
      unit: place.unit,
    });
    const units = new Map(within.map(({unit_id, unit_name}) => [unit_id, unit_name]));
    const province = typeof scope === 'object' ? scope.province : null;
    const asked = {year: period.nam, months: period.so_thang, form};
    const {reasons, signatures} = readRecord(store, asked, province);
    const rows = reasons
      .filter(({unit_id}) => units.has(unit_id))
      .map(({unit_id, indicator, reason, comment, paper, platform, at, actor}): GapReasonAnswer => ({
        unit_id,
        unit_name: units.get(unit_id) ?? unit_id,
        code: indicator,
        reason,
        comment,
        paper,
        platform,
        said_at: at,
        said_by: actor,
      }));
    const signed = signatures.filter(({unit_id}) => units.has(unit_id));
    return {
      answer: {
        ...stamp,
        nam: period.nam,
        so_thang: period.so_thang,
        loai_bieu: form,
        reasons: (Object.keys(gapReasons) as GapReasonId[]).map((reason) => ({
          reason,
          label: gapReasons[reason],
        })),
        rows,
        signatures: signed.map(({unit_id, at, actor}) => ({unit_id, signed_at: at, signed_by: actor})),
      },
      table: {
        name: `reconciliation-record-${form}-${period.nam}-${period.so_thang}`,
        meaning:
          'Lý do lệch do đơn vị nêu cho từng chỉ tiêu, hai số như lúc nêu; is_signed: biên bản của đơn vị đã chốt.',
        columns,
        rows: rows.map((row) => ({
          ...row,
          reason_label: gapReasons[row.reason].vi,
          is_signed: signed.some(({unit_id}) => unit_id === row.unit_id),
        })),
      },
    };
  },
});

/** Saying why an indicator differs, and signing a unit's record. */
export const gapRecordActions = (versions: Versions): Action[] => [
  action({
    method: 'PUT',
    path: '/reconciliation/record',
    summary:
      'Đơn vị nêu lý do lệch của một chỉ tiêu, kèm giải trình; nêu lại là đổi, đến khi biên bản được chốt',
    params: z.strictObject({}),
    query: z.strictObject({}),
    body: newGapReason,
    answer: null,
    act: ({body}, {store, person, now}) =>
      versions.use(async (version) => {
        const {about, period} = await recordOf(body, person, version);
        const level = about.unit_id === about.province_id ? 'province' : 'office';
        const rows = await version.rows<Pick<ReconciliationRow, 'unit_id' | 'code' | 'paper' | 'platform'>>(
          'reconciliation',
          {...period, level, unit: about.unit_id},
        );
        const row = rows.find(({unit_id, code}) => unit_id === about.unit_id && code === body.code);
        if (!row || row.paper === null || row.platform === null || row.paper === row.platform) {
          throw new ApiError(
            'not_possible',
            'Chỉ tiêu này của đơn vị không lệch trong kỳ, hoặc một bên chưa có số; không có gì để giải trình.',
          );
        }
        const {reason, comment} = body;
        const {night} = version.current;
        const said = {indicator: body.code, reason, comment, paper: row.paper, platform: row.platform, night};
        giveReason(store, about, period, said, {by: actorOf(person), now});
      }),
  }),
  action({
    method: 'POST',
    path: '/reconciliation/record/signature',
    summary: 'Chốt biên bản đối chiếu của một đơn vị trong kỳ; sau đó không sửa, không thêm được',
    params: z.strictObject({}),
    query: z.strictObject({}),
    body: newGapSignature,
    answer: null,
    act: ({body}, {store, person, now}) =>
      versions.use(async (version) => {
        const {about, period} = await recordOf(body, person, version);
        signRecord(store, about, period, version.current.night, {by: actorOf(person), now});
      }),
  }),
];

/** Whose record of which period is meant; refuses what is not there, or not for the one who asks. */
async function recordOf(
  {unit: id, ...asked}: NewGapSignature,
  person: Person,
  version: OpenVersion,
): Promise<{about: RecordedUnit; period: RecordPeriod}> {
  await mustReach({role: person.role, scope: scopeOf(person)}, {unit: id}, {takesUnit: true}, version);
  await unitOf({unit: id}, version);
  const [place] = await version.rows<{province_id: string}>('province_of', {unit: id});
  if (!place) throw new ApiError('unknown_unit', 'Biên bản đối chiếu là của một tỉnh hoặc một phòng.');
  const {form, period}: {form: FormKind; period: {nam: number; so_thang: number}} = await findPeriod(
    asked,
    version,
  );
  return {
    about: {unit_id: id, province_id: place.province_id},
    period: {form, year: period.nam, months: period.so_thang},
  };
}

const columns = {
  unit_id: 'text',
  unit_name: 'text',
  code: 'text',
  reason: 'text',
  reason_label: 'text',
  comment: 'text',
  paper: 'number',
  platform: 'number',
  said_at: 'moment',
  said_by: 'text',
  is_signed: 'boolean',
} as const satisfies Record<string, ColumnType>;
