import {vietnamMoment} from '../../warehouse/moments.ts';
import type {OpenVersion} from '../open-version.ts';
import type {Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Store} from '../state/store.ts';
import {mustHaveSeen} from './seen.ts';

/** What the quota of a province depends on. */
export type Basis = 'regional_offices' | 'civil_servants';

/** Who proposes under one quota: the Department's own units, all provinces together, or each province by itself. */
export type Proposer = 'department' | 'provinces' | 'province';

/** A quota as a row of `sql/reference/award_quotas.csv`. */
interface QuotaRule {
  award: string;
  award_name: string;
  proposer: Proposer;
  nominee_kind: 'TAP_THE' | 'CA_NHAN';
  basis: Basis | null;
  basis_from: number | null;
  basis_to: number | null;
  quota: number;
  letter: string;
  clause: string;
}

interface KnownSize {
  province_id: string;
  province_name: string;
  basis: Basis;
  basis_size: number;
}

/** All that quotas are worked out from, as a version has it. */
export interface QuotaRules {
  rules: readonly QuotaRule[];
  sizes: readonly KnownSize[];
}

/** A size of a province that the board put in the place of what the platform knows. */
export interface CorrectedSize {
  id: number;
  province_id: string;
  basis: Basis;
  basis_size: number;
  source: string;
  source_on: string;
  at: string;
  actor: string;
}

/** What is to be corrected, by which paper of which day. */
export type NewSize = Pick<CorrectedSize, 'province_id' | 'basis' | 'basis_size' | 'source' | 'source_on'>;

/** How many one proposer may propose of one kind for one award, and why so many. */
export interface Quota {
  award: string;
  award_name: string;
  proposer: Proposer;
  /** The province, where each has its own. */
  province_id: string | null;
  province_name: string | null;
  nominee_kind: QuotaRule['nominee_kind'];
  basis: Basis | null;
  basis_size: number | null;
  /** What the platform knows, where the board corrected it. */
  corrected: (CorrectedSize & {platform_size: number}) | null;
  quota: number;
  letter: string;
  clause: string;
}

/** What the quotas of a campaign depend on, as a version has it. */
export async function readQuotaRules(version: OpenVersion, campaign: string): Promise<QuotaRules> {
  const [rules, sizes] = await Promise.all([
    version.rows<QuotaRule>('award_quotas', {campaign}),
    version.rows<KnownSize>('award_bases', {campaign}),
  ]);
  return {rules, sizes};
}

/** Every quota there is: one for the Department, one for all provinces, or one for each province by its size. */
export function quotasOf({rules, sizes}: QuotaRules, corrected: readonly CorrectedSize[]): Quota[] {
  return rules.flatMap(({basis, basis_from, basis_to, ...rule}): Quota[] => {
    if (rule.proposer !== 'province') {
      return [
        {...rule, province_id: null, province_name: null, basis: null, basis_size: null, corrected: null},
      ];
    }
    return sizes
      .filter((size) => size.basis === basis)
      .map((size) => {
        const correction = corrected.findLast(
          (one) => one.province_id === size.province_id && one.basis === basis,
        );
        return {
          ...rule,
          ...size,
          basis_size: correction?.basis_size ?? size.basis_size,
          corrected: correction ? {...correction, platform_size: size.basis_size} : null,
        };
      })
      .filter(({basis_size}) => basis_size >= (basis_from ?? 0) && basis_size <= (basis_to ?? basis_size));
  });
}

/** What of a nomination says which quota it counts under. */
interface Proposed {
  award: string;
  nominee_kind: string;
  proposer_level: string | null;
  proposer_province: string | null;
}

/** The quota that a nomination counts under; none for an award the campaign does not give, or a proposer nobody knows. */
export function quotaFor(
  {award, nominee_kind, proposer_level, proposer_province}: Proposed,
  quotas: readonly Quota[],
): Quota | undefined {
  const isDepartment = proposer_level === 'department' || proposer_level === 'department_unit';
  return quotas.find(
    (one) =>
      one.award === award &&
      one.nominee_kind === nominee_kind &&
      (isDepartment
        ? one.proposer === 'department'
        : proposer_province !== null &&
          (one.proposer === 'provinces' || one.province_id === proposer_province)),
  );
}

/** What the board corrected of the provinces' sizes, the oldest first. */
export function correctedSizes({db}: Store, campaign: string): CorrectedSize[] {
  return db
    .prepare(
      `select id, province_id, basis, basis_size, source, source_on, at, actor
       from board_sizes where campaign_id = ? order by id`,
    )
    .all(campaign)
    .map((row) => ({...row}) as unknown as CorrectedSize);
}

/** Corrects the size of a province. `seen` is the last correction of this size that its author knew of. */
export function correctSize(
  store: Store,
  campaign: string,
  {province_id, basis, basis_size, source, source_on}: NewSize,
  {seen, by, now}: {seen: number; by: Actor; now: Date},
): void {
  store.transaction(() => {
    const last = correctedSizes(store, campaign).findLast(
      (one) => one.province_id === province_id && one.basis === basis,
    );
    mustHaveSeen(seen, last && {...last, what: `sửa số liệu này thành ${last.basis_size}`});
    store.db
      .prepare(
        `insert into board_sizes (campaign_id, province_id, basis, basis_size, source, source_on, at, actor, role)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        campaign,
        province_id,
        basis,
        basis_size,
        source,
        source_on,
        vietnamMoment(now),
        by.actor,
        by.role,
      );
    writeAudit(
      store,
      {
        ...by,
        action: 'quota.correct_size',
        subject: `campaign:${campaign}`,
        details: {province_id, basis, before: last?.basis_size, basis_size, source, source_on},
        outcome: 'done',
      },
      now,
    );
  });
}
