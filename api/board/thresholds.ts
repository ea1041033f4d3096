import {vietnamMoment} from '../../warehouse/moments.ts';
import type {Gate} from '../../warehouse/campaign/rank.ts';
import type {RuleChanges, ThresholdChange} from '../campaigns/rules.ts';
import {ApiError} from '../errors.ts';
import {writeAudit} from '../state/audit.ts';
import type {Actor} from '../state/accounts.ts';
import type {Store} from '../state/store.ts';
import {mustHaveSeen} from './seen.ts';

/** A rule of a campaign that was set in the place of the one in reference. */
export interface RuleSet {
  id: number;
  /** A gate, or `resolution`. */
  rule: string;
  applies_to: Gate['applies_to'] | 'all';
  /** A rate, a last moment as local time, a resolution; null takes a threshold away. */
  value: number | string | null;
  reason: string;
  at: string;
  actor: string;
  role: string;
}

/** What is to be set, and why. */
export type NewRule = Pick<RuleSet, 'rule' | 'applies_to' | 'value' | 'reason'>;

/** What the board has set of a campaign's rules, each rule as it was set last. */
export function changesInForce(store: Store, campaign: string): RuleChanges {
  const latest = new Map(
    rulesSet(store, campaign).map((rule) => [`${rule.rule} ${rule.applies_to}`, rule] as const),
  );
  const thresholds: ThresholdChange[] = [];
  let resolution: RuleChanges['resolution'];
  for (const [, {rule, applies_to, value}] of [...latest].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (applies_to === 'all') resolution = value as RuleChanges['resolution'];
    else thresholds.push({gate: rule, applies_to, threshold: value});
  }
  return {thresholds, resolution};
}

/** How often rules were set, of any campaign: a ranking kept under a smaller number may be of other rules. */
export const rulesRevision = ({db}: Store): number =>
  Number(db.prepare('select coalesce(max(id), 0) as revision from board_rules').get()!['revision']);

/** Everything that was set of a campaign's rules, the oldest first. */
export function rulesSet({db}: Store, campaign: string): RuleSet[] {
  return db
    .prepare(
      `select id, rule, applies_to, value, reason, at, actor, role
       from board_rules where campaign_id = ? order by id`,
    )
    .all(campaign)
    .map((row) => ({...row, value: JSON.parse(String(row['value'])) as unknown}) as RuleSet);
}

/** Sets a rule. `seen` is the last change its author knew of. */
export function setRule(
  store: Store,
  campaign: string,
  wanted: NewRule,
  {seen, by, now}: {seen: number; by: Actor; now: Date},
): void {
  const {rule, applies_to, value, reason} = wanted;
  store.transaction(() => {
    const last = rulesSet(store, campaign).at(-1);
    mustHaveSeen(seen, last && {...last, what: `đổi quy tắc ${last.rule}`});
    const before = rulesSet(store, campaign).findLast(
      (one) => one.rule === rule && one.applies_to === applies_to,
    );
    store.db
      .prepare(
        `insert into board_rules (campaign_id, rule, applies_to, value, reason, at, actor, role)
         values (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(campaign, rule, applies_to, JSON.stringify(value), reason, vietnamMoment(now), by.actor, by.role);
    writeAudit(
      store,
      {
        ...by,
        action: 'campaign.set_rule',
        subject: `campaign:${campaign}`,
        details: {rule, applies_to, before: before?.value, value, reason},
        outcome: 'done',
      },
      now,
    );
  });
}

/** A threshold as its gate takes it: only one that no document sets may be changed, a rate for a rate, a day for a moment. */
export function thresholdOf(
  gates: readonly Gate[],
  {gate, applies_to}: Pick<ThresholdChange, 'gate' | 'applies_to'>,
  wanted: number | string | null,
): number | string | null {
  const stated = gates.filter((one) => one.gate === gate && one.applies_to === applies_to);
  const current = stated.at(-1);
  if (!current) {
    throw new ApiError(
      'not_possible',
      `Đợt thi đua không có điều kiện ${gate} đối với ${applies_to === 'individual' ? 'cá nhân' : 'tập thể'}.`,
    );
  }
  if (!current.is_default || current.is_flag) {
    throw new ApiError(
      'not_possible',
      `Điều kiện “${current.gate_name}” do văn bản quy định (${current.letter}, ${current.clause}); hội đồng chỉ đổi được ngưỡng do hệ thống đặt.`,
    );
  }
  const isMoment = stated.some(({threshold_at}) => threshold_at !== null);
  if (wanted === null) return null;
  if (isMoment !== (typeof wanted === 'string')) {
    throw new ApiError(
      'invalid_body',
      isMoment
        ? `Ngưỡng của “${current.gate_name}” là một ngày, viết dạng YYYY-MM-DD.`
        : `Ngưỡng của “${current.gate_name}” là một tỷ lệ từ 0 đến 1, ví dụ 0.92.`,
    );
  }
  return typeof wanted === 'string' ? `${wanted} 23:59:59` : wanted;
}
