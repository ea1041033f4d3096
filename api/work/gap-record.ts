import type {Words} from '../../warehouse/metrics.ts';
import {vietnamMoment} from '../../warehouse/moments.ts';
import type {FormKind} from '../answers.ts';
import {ApiError} from '../errors.ts';
import type {Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Deed} from '../state/deeds.ts';
import type {Store} from '../state/store.ts';

/** Why paper and platform may differ. No letter sets them; the contract has no single cases to tell it from. */
export const gapReasons = {
  nhap_thieu: {vi: 'Nhập thiếu trên nền tảng', en: 'Not all entered on the platform'},
  trung: {vi: 'Trùng hồ sơ', en: 'Entered twice'},
  sai_ky: {vi: 'Tính sai kỳ', en: 'Counted in the wrong period'},
  sai_phan_loai: {vi: 'Phân loại sai', en: 'Classified wrongly'},
  khac: {vi: 'Lý do khác', en: 'Another reason'},
} as const satisfies Record<string, Words>;
export type GapReasonId = keyof typeof gapReasons;

/** Which record: of a period and a form. */
export interface RecordPeriod {
  year: number;
  months: number;
  form: FormKind;
}

/** Why an indicator of a unit differs, as the unit said it. */
export interface GapReason {
  unit_id: string;
  indicator: string;
  reason: GapReasonId;
  comment: string;
  paper: number;
  platform: number;
  night: string;
  at: string;
  actor: string;
}

/** The leadership's signature under a unit's record. */
export interface GapSignature {
  unit_id: string;
  night: string;
  at: string;
  actor: string;
}

/** Whose record it is. */
export interface RecordedUnit {
  unit_id: string;
  province_id: string;
}

/** How often anything was said or signed: what is kept under a smaller number may be out of date. */
export const recordRevision = ({db}: Store): number =>
  Number(
    db
      .prepare(
        'select (select count(*) from gap_reasons) + (select count(*) from gap_signatures) as revision',
      )
      .get()!['revision'],
  );

/** The reasons in force and the signatures of a period, of one province or of all. */
export function readRecord(
  {db}: Store,
  {year, months, form}: RecordPeriod,
  province: string | null,
): {reasons: GapReason[]; signatures: GapSignature[]} {
  const asked = {year, months, form, province};
  const where = `year = :year and months = :months and form = :form and (:province is null or province_id = :province)`;
  const reasons = db
    .prepare(
      `select unit_id, indicator, reason, comment, paper, platform, night, at, actor from gap_reasons
       where id in (select max(id) from gap_reasons where ${where} group by unit_id, indicator)
       order by unit_id, indicator`,
    )
    .all(asked);
  const signatures = db
    .prepare(`select unit_id, night, at, actor from gap_signatures where ${where} order by unit_id`)
    .all(asked);
  return {
    reasons: reasons.map((row) => ({...row}) as unknown as GapReason),
    signatures: signatures.map((row) => ({...row}) as unknown as GapSignature),
  };
}

/** Says why an indicator differs, or says it anew; not once the record is signed. */
export function giveReason(
  store: Store,
  {unit_id, province_id}: RecordedUnit,
  period: RecordPeriod,
  said: Omit<GapReason, 'unit_id' | 'at' | 'actor'>,
  {by, now}: {by: Actor; now: Date},
): void {
  const {year, months, form} = period;
  const {indicator, reason, comment, paper, platform, night} = said;
  store.transaction(() => {
    mustBeOpen(store, unit_id, period);
    store.db
      .prepare(
        `insert into gap_reasons (unit_id, province_id, year, months, form, indicator, reason, comment, paper, platform,
             night, at, actor, role)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        ...[unit_id, province_id, year, months, form, indicator, reason, comment, paper, platform],
        ...[night, vietnamMoment(now), by.actor, by.role],
      );
    note(store, by, 'gap.explain', unit_id, {year, months, form, indicator, reason, comment}, now);
  });
}

/** Signs a unit's record; from then on nothing is added to it. */
export function signRecord(
  store: Store,
  {unit_id, province_id}: RecordedUnit,
  period: RecordPeriod,
  night: string,
  {by, now}: {by: Actor; now: Date},
): void {
  const {year, months, form} = period;
  store.transaction(() => {
    mustBeOpen(store, unit_id, period);
    const {reasons} = readRecord(store, period, province_id);
    if (!reasons.some((one) => one.unit_id === unit_id)) {
      throw new ApiError(
        'out_of_order',
        'Đơn vị chưa nêu lý do lệch của chỉ tiêu nào; hãy chốt sau khi đơn vị đã giải trình.',
      );
    }
    store.db
      .prepare(
        `insert into gap_signatures (unit_id, province_id, year, months, form, night, at, actor, role)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(unit_id, province_id, year, months, form, night, vietnamMoment(now), by.actor, by.role);
    note(store, by, 'gap.sign', unit_id, {year, months, form, night}, now);
  });
}

function mustBeOpen(store: Store, unit: string, period: RecordPeriod): void {
  const signature = readRecord(store, period, null).signatures.find(({unit_id}) => unit_id === unit);
  if (signature) {
    throw new ApiError(
      'changed_meanwhile',
      `${signature.actor} đã chốt biên bản đối chiếu này; biên bản đã chốt không sửa được.`,
    );
  }
}

function note(
  store: Store,
  by: Actor,
  action: Deed,
  unit: string,
  details: Record<string, unknown>,
  now: Date,
): void {
  writeAudit(store, {...by, action, subject: `unit:${unit}`, details, outcome: 'done'}, now);
}
