import {WrongUsage} from '../../warehouse/errors.ts';
import {isMetricId, metrics, type Metric, type MetricId, type Target} from '../../warehouse/metrics.ts';
import {vietnamMoment} from '../../warehouse/moments.ts';
import type {LetterList} from '../answers.ts';
import type {OpenVersion} from '../open-version.ts';
import type {Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Store} from '../state/store.ts';

/** Which units a rule watches, when, and who hears of those that break it. */
export interface AlertTerms {
  metric: MetricId;
  level: 'nation' | 'province' | 'office';
  /** The units at or below this one; the nation is `VN`. */
  within: string;
  comparison: 'below' | 'above';
  threshold: number;
  /** The day by which it is to be put right. */
  deadline: string | null;
  /** Nobody is told earlier than so many days before the deadline; at once when it is not said. */
  lead_days: number | null;
  audience: 'province' | 'leadership' | 'both';
  note: string;
  is_active: boolean;
}

/** A rule: one that a person made, or one that a letter makes by itself and nobody can change here. */
export interface AlertRule extends AlertTerms {
  /** A number, or `list.<id>` and `target.<metric>` of a letter. */
  id: string;
  revision: number;
  letter: string | null;
  /** When and by whom it was left so; none for a letter's. */
  at: string | null;
  actor: string | null;
}

/** A target is watched from so many days before its deadline. */
const targetLeadDays = 14;

/** Every rule on a night, those of letters first. */
export async function readAlertRules(
  version: OpenVersion,
  night: string,
  store: Store,
): Promise<AlertRule[]> {
  return [...(await letterRules(version, night)), ...keptRules(store)];
}

/** The rules that letters in force make: their lists for criticism, and the target of case files near its deadline. */
async function letterRules(version: OpenVersion, night: string): Promise<AlertRule[]> {
  const [named, targets] = await Promise.all([
    version.has('reference.letter_lists') ? version.rows<{list_id: string}>('letter_lists') : [],
    version.rows<Target & {metric_id: string}>('targets_in_force', {from: night, to: night}),
  ]);
  const lists = await Promise.all(
    named.map(({list_id}) => version.rows<LetterList>('letter_list', {id: list_id})),
  );
  return [
    ...lists.flat().flatMap((list): AlertRule[] => {
      const {metric_id, comparison, level, purpose} = list;
      if (purpose !== 'criticism' || comparison === 'first' || !isMetricId(metric_id)) return [];
      const deadline = targets.find((target) => target.metric_id === metric_id)?.deadline ?? null;
      return [
        {
          ...byLetter,
          id: `list.${list.list_id}`,
          metric: metric_id,
          level,
          comparison,
          threshold: list.threshold,
          deadline: deadline?.slice(0, 10) ?? null,
          lead_days: null,
          note: list.list_name,
          letter: list.letter,
        },
      ];
    }),
    ...targets.flatMap(({metric_id, goal, deadline, letter}): AlertRule[] => {
      if (metric_id !== 'completion_rate' || deadline === null) return [];
      return [
        {
          ...byLetter,
          id: `target.${metric_id}`,
          metric: metric_id,
          level: 'province',
          comparison: 'below',
          threshold: goal,
          deadline: deadline.slice(0, 10),
          lead_days: targetLeadDays,
          note: 'Chưa nhập đủ hồ sơ khi sắp đến hạn',
          letter,
        },
      ];
    }),
  ];
}

const byLetter = {
  within: 'VN',
  audience: 'both',
  is_active: true,
  revision: 1,
  at: null,
  actor: null,
} as const;

/** The rules that people made, the oldest first. */
export function keptRules({db}: Store): AlertRule[] {
  return db
    .prepare(
      `select * from alert_rules as rules
       where revision = (select max(revision) from alert_rules where id = rules.id)
       order by id`,
    )
    .all()
    .map((row) => ruleOf(row as unknown as Row));
}

/** Makes a rule. */
export function createAlertRule(store: Store, terms: AlertTerms, by: Actor, now: Date): AlertRule {
  mustBePossible(terms);
  return store.transaction(() => {
    const {last} = store.db.prepare('select coalesce(max(id), 0) as last from alert_rules').get() as {
      last: number;
    };
    return write(store, {id: last + 1, revision: 1}, terms, by, now);
  });
}

/** Changes a rule as it stands; whoever changes it has seen its last revision. */
export function changeAlertRule(
  store: Store,
  rule: Pick<AlertRule, 'id' | 'revision'>,
  terms: AlertTerms,
  by: Actor,
  now: Date,
): AlertRule {
  mustBePossible(terms);
  return write(store, {id: Number(rule.id), revision: rule.revision + 1}, terms, by, now);
}

function write(
  store: Store,
  {id, revision}: {id: number; revision: number},
  terms: AlertTerms,
  by: Actor,
  now: Date,
): AlertRule {
  return store.transaction(() => {
    const {metric, level, within, comparison, threshold, deadline, lead_days, audience, note} = terms;
    store.db
      .prepare(
        `insert into alert_rules (
             id, revision, metric, level, within, comparison, threshold, deadline, lead_days, audience, note, is_active,
             at, actor
         ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        revision,
        metric,
        level,
        within,
        comparison,
        threshold,
        deadline,
        lead_days,
        audience,
        note,
        Number(terms.is_active),
        vietnamMoment(now),
        by.actor,
      );
    const action = revision === 1 ? 'alert.create' : 'alert.change';
    writeAudit(store, {...by, action, subject: `alert:${id}`, details: {...terms}, outcome: 'done'}, now);
    return keptRules(store).find((rule) => rule.id === String(id))!;
  });
}

function mustBePossible({metric, level, within, threshold, deadline, lead_days, audience}: AlertTerms): void {
  const {levels, unit, label}: Metric = metrics[metric];
  if (!levels.includes(level)) {
    throw new WrongUsage(`Chỉ tiêu “${label.vi}” không có ở cấp này; hãy chọn cấp khác.`);
  }
  if (unit === 'ratio' && threshold > 1) {
    throw new WrongUsage('Ngưỡng của một tỷ lệ là phân số từ 0 đến 1, như 0.05 cho 5 %.');
  }
  if (level === 'nation' && (within !== 'VN' || audience !== 'leadership')) {
    throw new WrongUsage('Quy tắc cho toàn quốc chỉ báo lãnh đạo Cục và không thu hẹp theo đơn vị.');
  }
  if (lead_days !== null && deadline === null) {
    throw new WrongUsage('Báo trước mấy ngày thì phải nêu hạn; hãy nêu hạn, hoặc bỏ số ngày báo trước.');
  }
}

interface Row extends Omit<AlertRule, 'id' | 'is_active' | 'letter'> {
  id: number;
  is_active: number;
}

const ruleOf = ({id, is_active, ...row}: Row): AlertRule => ({
  ...row,
  id: String(id),
  is_active: is_active === 1,
  letter: null,
});
