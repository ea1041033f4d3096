import {vietnamMoment} from '../../warehouse/moments.ts';
import type {Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Store} from '../state/store.ts';

/** What the law asks about everybody who is to be awarded: whether it is pending (3-campaign § 3.6). */
export const pendingMatters = {
  discipline: 'Đang xem xét, thi hành kỷ luật',
  prosecution: 'Bị khởi tố, điều tra, truy tố, xét xử',
  inspection: 'Đang thanh tra, kiểm tra khi có dấu hiệu vi phạm',
  verification: 'Khiếu nại, tố cáo hoặc báo chí nêu đang xác minh',
} as const;
export type PendingMatter = keyof typeof pendingMatters;

/** What was done with a nomination, or found out about its nominee, in the words of its sentence. */
const deeds = {
  shortlisted: 'đưa hồ sơ vào danh sách đề cử',
  taken_off: 'đưa hồ sơ ra khỏi danh sách đề cử',
  awarded: 'quyết định khen thưởng',
  not_awarded: 'quyết định không khen thưởng',
  answered: 'ghi kết quả xác minh về người hoặc tập thể được đề nghị',
} as const;
export type Step = keyof typeof deeds;

/** One step of a nomination, as it is kept. */
export interface BoardStep {
  id: number;
  nomination_id: string;
  nominee_id: string;
  step: Step;
  /** Of an answer: what it is about, by which paper of which day. */
  matter: PendingMatter | null;
  answer: 'yes' | 'no' | 'unknown' | null;
  source: string | null;
  source_on: string | null;
  reason: string | null;
  at: string;
  actor: string;
  role: string;
}

/** A step about to be taken. */
export type NewStep = Pick<BoardStep, 'nomination_id' | 'nominee_id' | 'step'> &
  Partial<Pick<BoardStep, 'matter' | 'answer' | 'source' | 'source_on' | 'reason'>>;

/** What was done, as the end of a sentence. */
export const deedOf = ({step}: BoardStep): string => deeds[step];

/** Every step of a campaign's nominations, the oldest first. */
export function stepsOf({db}: Store, campaign: string): BoardStep[] {
  return db
    .prepare(`select id, ${columns.join(', ')} from board_steps where campaign_id = ? order by id`)
    .all(campaign)
    .map((row) => ({...row}) as unknown as BoardStep);
}

/** Takes a step, with its entry in the audit log. */
export function takeStep(
  store: Store,
  campaign: string,
  wanted: NewStep,
  {by, now}: {by: Actor; now: Date},
): void {
  const {nomination_id, nominee_id, step} = wanted;
  const {matter = null, answer = null, source = null, source_on = null, reason = null} = wanted;
  const said = {matter, answer, source, source_on, reason};
  store.transaction(() => {
    store.db
      .prepare(
        `insert into board_steps (campaign_id, ${columns.join(', ')})
         values (:campaign, ${columns.map((name) => `:${name}`).join(', ')})`,
      )
      .run({
        campaign,
        nomination_id,
        nominee_id,
        step,
        ...said,
        at: vietnamMoment(now),
        actor: by.actor,
        role: by.role,
      });
    const details = {
      campaign,
      nominee: nominee_id,
      ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
    };
    const subject = `nomination:${nomination_id}`;
    writeAudit(store, {...by, action: `nomination.${step}`, subject, details, outcome: 'done'}, now);
  });
}

const columns = [
  'nomination_id',
  'nominee_id',
  'step',
  'matter',
  'answer',
  'source',
  'source_on',
  'reason',
  'at',
  'actor',
  'role',
];
