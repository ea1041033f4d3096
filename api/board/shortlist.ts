import {dayWord} from '../bulletins/figures.ts';
import type {Actor} from '../state/accounts.ts';
import type {Store} from '../state/store.ts';
import {ApiError} from '../errors.ts';
import {holdsPlace, judgedNominations, type JudgedNomination, type NominationFacts} from './nominations.ts';
import {cited, type DossierRules} from './dossier-rules.ts';
import {noQuota, papers} from './nomination-words.ts';
import {mustHaveSeen} from './seen.ts';
import {deedOf, takeStep, type NewStep, type PendingMatter} from './steps.ts';

/** Who changes a nomination, when, and the last step they had seen of it. */
export interface Changing {
  seen: number;
  by: Actor;
  now: Date;
}

/** Puts a nomination on the shortlist: a place must be free, and whoever ranks better is passed over only with a reason. */
export function shortlist(
  facts: NominationFacts,
  id: string,
  reason: string,
  store: Store,
  changing: Changing,
): JudgedNomination {
  return change(facts, id, store, changing, (one, all) => {
    if (one.state !== 'eligible') throw outOfOrder(one, 'đưa vào danh sách đề cử');
    mustBeWithinQuota(one);
    const passedOver = betterRanked(one, all);
    if (passedOver.length > 0 && reason === '') {
      throw new ApiError(
        'reason_required',
        `Đối tượng xếp hạng cao hơn của cùng tỉnh bị bỏ qua: ${passedOver.map(named).join(', ')}; hãy ghi lý do.`,
      );
    }
    return {step: 'shortlisted', reason: reason || null};
  });
}

/** Takes a nomination off the shortlist again, with the reason. */
export const takeOff = (
  facts: NominationFacts,
  id: string,
  reason: string,
  store: Store,
  changing: Changing,
): JudgedNomination =>
  change(facts, id, store, changing, (one) => {
    if (one.state !== 'shortlisted') throw outOfOrder(one, 'đưa ra khỏi danh sách đề cử');
    if (reason === '') {
      throw new ApiError('reason_required', 'Đưa ra khỏi danh sách đề cử thì phải ghi lý do.');
    }
    return {step: 'taken_off', reason};
  });

/** Decides on a nomination of the shortlist. None is awarded while anything is pending against the nominee. */
export const decideNomination = (
  facts: NominationFacts,
  id: string,
  {outcome, reason}: {outcome: 'awarded' | 'not_awarded'; reason: string},
  store: Store,
  changing: Changing,
): JudgedNomination =>
  change(facts, id, store, changing, (one) => {
    if (one.state !== 'shortlisted') throw outOfOrder(one, 'quyết định');
    if (outcome === 'awarded') {
      mustHaveEveryPaper(one, facts.dossierRules);
      mustHaveNoObstacle(one);
      mustBeWithinQuota(one);
    }
    return {step: outcome, reason};
  });

/** What was found out about a matter that may be pending against a nominee, by which paper of which day. */
export interface FoundOut {
  matter: PendingMatter;
  answer: 'yes' | 'no' | 'unknown';
  source: string;
  source_on: string;
}

/** Writes down what was found out about a nominee; it holds for every nomination of the same. */
export const answerMatter = (
  facts: NominationFacts,
  id: string,
  found: FoundOut,
  store: Store,
  changing: Changing,
): JudgedNomination =>
  change(facts, id, store, changing, (one) => {
    if (one.state === 'awarded' || one.state === 'not_awarded') throw outOfOrder(one, 'ghi kết quả xác minh');
    return {step: 'answered', ...found};
  });

/** The nomination of that code among those judged. */
export function nominationCalled(all: readonly JudgedNomination[], id: string): JudgedNomination {
  const found = all.find(({nomination_id}) => nomination_id === id);
  if (!found) {
    throw new ApiError('unknown_nomination', 'Đợt thi đua này không có đề nghị khen thưởng mang mã này.');
  }
  return found;
}

/** Judges everything anew within the transaction, so that no two people take the same place. */
function change(
  facts: NominationFacts,
  id: string,
  store: Store,
  {seen, by, now}: Changing,
  decide: (
    one: JudgedNomination,
    all: readonly JudgedNomination[],
  ) => Omit<NewStep, 'nomination_id' | 'nominee_id'>,
): JudgedNomination {
  return store.transaction(() => {
    const all = judgedNominations(facts, store);
    const one = nominationCalled(all, id);
    mustBeInTime(one, facts.dossierRules);
    const last = one.steps.at(-1);
    mustHaveSeen(seen, last && {...last, what: deedOf(last)});
    const {nomination_id, nominee_id} = one;
    takeStep(store, facts.campaign.campaign_id, {nomination_id, nominee_id, ...decide(one, all)}, {by, now});
    return nominationCalled(judgedNominations(facts, store), id);
  });
}

/** No role can do anything with a dossier that came after the last day. */
function mustBeInTime({state, received_on}: JudgedNomination, {late}: DossierRules): void {
  if (state !== 'late') return;
  throw new ApiError(
    'dossier_late',
    `Hồ sơ nhận ngày ${dayWord(received_on)}: ${late.sentence} (${cited(late)}).`,
  );
}

function mustBeWithinQuota({is_over_quota, quota, nominee_kind}: JudgedNomination): void {
  if (!is_over_quota) return;
  throw new ApiError(
    'over_quota',
    quota === undefined
      ? noQuota
      : `Vượt chỉ tiêu: ${quota.award_name} không quá ${quota.quota} ${nominee_kind === 'CA_NHAN' ? 'cá nhân' : 'tập thể'} (${cited(quota)}); lấy theo thứ tự ưu tiên, rồi theo hạng.`,
  );
}

function mustHaveEveryPaper({missing}: JudgedNomination, rules: DossierRules): void {
  if (missing.length === 0) return;
  throw new ApiError(
    'not_eligible',
    `Hồ sơ thiếu ${missing.map((paper) => papers[paper]).join(', ')} (${cited(rules.papers)}).`,
  );
}

function mustHaveNoObstacle({obstacles}: JudgedNomination): void {
  if (obstacles.length === 0) return;
  const reasons = obstacles.map((one) => `${one.label} (${cited(one)})`);
  throw new ApiError('not_eligible', `Chưa được khen thưởng: ${reasons.join('; ')}.`);
}

/** Those of the same province, kind and award who rank better, could be taken and are not. */
export const betterRanked = (one: JudgedNomination, all: readonly JudgedNomination[]): JudgedNomination[] =>
  all.filter(
    (other) =>
      other.state === 'eligible' &&
      other.nomination_id !== one.nomination_id &&
      other.award === one.award &&
      other.candidate_kind === one.candidate_kind &&
      other.proposer_province !== null &&
      other.proposer_province === one.proposer_province &&
      (other.rank ?? Infinity) < (one.rank ?? Infinity),
  );

const named = ({nominee_name, nominee_id, rank}: JudgedNomination) =>
  `${nominee_name ?? nominee_id} (hạng ${rank})`;

/** The states in words, as a refusal and a paper say them. */
export const standsAt = {
  late: 'gửi sau thời hạn',
  incomplete: 'chưa đủ hồ sơ',
  not_eligible: 'không đủ điều kiện',
  eligible: 'đủ điều kiện, chưa vào danh sách đề cử',
  shortlisted: 'đã ở trong danh sách đề cử',
  awarded: 'đã được quyết định khen thưởng',
  not_awarded: 'đã được quyết định không khen thưởng',
} as const satisfies Record<JudgedNomination['state'], string>;

function outOfOrder(one: JudgedNomination, deed: string): ApiError {
  const why = [
    ...one.missing.map((paper) => `thiếu ${papers[paper]}`),
    ...(holdsPlace(one) ? [] : one.obstacles.map((obstacle) => `${obstacle.label} (${cited(obstacle)})`)),
  ];
  return new ApiError(
    'out_of_order',
    `Không thể ${deed}: đề nghị này ${standsAt[one.state]}${why.length > 0 ? ` — ${why.join('; ')}` : ''}.`,
  );
}
