import type {Unit} from '../answers.ts';
import {freezeInForce, type Freeze} from '../board/freezes.ts';
import {noteOf} from '../board/nomination-note.ts';
import {
  judgedNominations,
  readNominationFacts,
  type JudgedNomination,
  type NominationState,
} from '../board/nominations.ts';
import {correctedSizes, quotasOf} from '../board/quotas.ts';
import {betterRanked} from '../board/shortlist.ts';
import type {BoardStep} from '../board/steps.ts';
import {countWord, dayWord} from '../bulletins/figures.ts';
import {campaignOf, readCampaigns, type Campaign} from '../campaigns/campaigns.ts';
import {ApiError} from '../errors.ts';
import type {PaperWorld} from '../papers/offered.ts';
import type {Stamp} from '../papers/paper.ts';
import {boardCampaign} from '../routes/board/board-campaign.ts';
import {beforeWord} from './letter-wording.ts';
import {Missing, type AskedLetter, type Told} from './letter.ts';

/** What the board has before it and has decided, as its papers tell it. */
export interface BoardMeeting {
  stamp: Stamp;
  campaign: Campaign;
  /** Null while no ranking is frozen. */
  freeze: Freeze | null;
  /** By award, collectives before persons, in rank order. */
  nominations: readonly Nominated[];
  passedOver: readonly PassedOver[];
}

/** A nomination in the words of a paper. */
export interface Nominated {
  of: JudgedNomination;
  name: string;
  unit: string;
  award: string;
  /** What the board should read of it first, if anything. */
  note: string | null;
  /** The last step that was taken with it. */
  last: BoardStep | undefined;
}

/** Somebody of a better rank who was not taken, and who was. */
export interface PassedOver {
  better: Nominated;
  taken: Nominated;
  /** Null where whoever ranks better could be taken only after the decision. */
  reason: string | null;
}

/** Reads what the board has decided in a campaign, the latest unless another is named. */
export const readBoardMeeting = (
  {campaign: asked}: AskedLetter,
  {versions, store}: PaperWorld,
): Promise<BoardMeeting> =>
  versions.use(async (version) => {
    const id = asked ?? (await readCampaigns(version)).at(-1)?.campaign_id;
    if (id === undefined) throw new ApiError('unknown_campaign', 'Chưa có đợt thi đua nào.');
    await boardCampaign(id, version);
    const campaign = await campaignOf(id, version);
    const facts = await readNominationFacts(version, campaign, store);
    const judged = judgedNominations(facts, store);
    const {night} = version.current;
    const units = new Map(
      (await version.rows<Unit>('units_in_force', {night})).map(({unit_id, unit_name}) => [
        unit_id,
        unit_name,
      ]),
    );
    const awards = new Map(
      quotasOf(facts.quotaRules, correctedSizes(store, id)).map(({award, award_name}) => [award, award_name]),
    );
    const told = new Map(
      judged.map((one): [string, Nominated] => [
        one.nomination_id,
        {
          of: one,
          name: one.nominee_name ?? one.nominee_id,
          unit: unitOf(one, units),
          award: awards.get(one.award) ?? one.award,
          note: noteOf(one, facts),
          last: one.steps.findLast(({step}) => step !== 'answered'),
        },
      ]),
    );
    const freeze = freezeInForce(store, id) ?? null;
    return {
      stamp: {
        night,
        version: version.current.version,
        demo: version.current.demo,
        ...(freeze && {rules: `bảng xếp hạng chốt lần ${freeze.id}, quy tắc bản ${freeze.rules_revision}`}),
      },
      campaign,
      freeze,
      nominations: [...told.values()].sort(inOrder),
      passedOver: passedOverIn(judged, (one) => told.get(one.nomination_id)!),
    };
  });

/** A person's office; a collective is a unit itself, so who proposes it. */
const unitOf = (
  {nominee_kind, works_at, proposer_name, nominated_by}: JudgedNomination,
  units: ReadonlyMap<string, string>,
): string =>
  nominee_kind === 'CA_NHAN' && works_at !== null
    ? (units.get(works_at) ?? works_at)
    : (proposer_name ?? nominated_by);

const inOrder = (one: Nominated, other: Nominated): number =>
  one.award.localeCompare(other.award, 'vi') ||
  other.of.nominee_kind.localeCompare(one.of.nominee_kind) ||
  (one.of.rank ?? Infinity) - (other.of.rank ?? Infinity) ||
  (one.of.nomination_id < other.of.nomination_id ? -1 : 1);

const passedOverIn = (
  judged: readonly JudgedNomination[],
  toldOf: (one: JudgedNomination) => Nominated,
): PassedOver[] =>
  judged
    .filter(({state}) => state === 'shortlisted' || state === 'awarded')
    .flatMap((taken) =>
      betterRanked(taken, judged).map((better) => ({
        better: toldOf(better),
        taken: toldOf(taken),
        reason: taken.steps.findLast(({step}) => step === 'shortlisted')?.reason ?? null,
      })),
    );

/** The routes whose figures the board's papers have; nobody but the board and the leadership may ask them all. */
export const boardReads = ['GET /campaigns/{id}/nominations', 'GET /campaigns/{id}/freezes'];

/** The values that both of the board's papers begin with. */
export const boardValues = {
  ten_dot: 'Tên đợt thi đua',
  ke_hoach: 'Kế hoạch phát động đợt thi đua',
  tu_ngay: 'Ngày bắt đầu đợt thi đua',
  den_ngay: 'Ngày kết thúc đợt thi đua',
  han_nhan_ho_so: 'Thời hạn nhận hồ sơ đề nghị khen thưởng, viết “trước ngày …”',
  lan_chot: 'Số của lần chốt bảng xếp hạng dùng để xét',
  ngay_chot: 'Đêm số liệu của bảng xếp hạng đã chốt',
  so_de_nghi: 'Số đề nghị khen thưởng nhận được',
  so_tre_han: 'Số đề nghị gửi sau thời hạn',
  so_thieu_ho_so: 'Số đề nghị chưa đủ hồ sơ',
  so_khong_du_dieu_kien: 'Số đề nghị không đủ điều kiện',
  so_du_dieu_kien: 'Số đề nghị đủ điều kiện, kể cả đã vào danh sách hoặc đã quyết định',
} as const;

/** These values, worded. A paper about a ranking that may still change is not written. */
export function boardValuesOf({
  campaign,
  freeze,
  nominations,
}: BoardMeeting): Record<keyof typeof boardValues, Told> {
  const count = (...states: NominationState[]) =>
    countWord(nominations.filter(({of}) => states.includes(of.state)).length);
  const notFrozen = new Missing(
    'Bảng xếp hạng của đợt thi đua chưa được chốt và duyệt; hãy chốt ở trang Xếp hạng trước.',
  );
  return {
    ten_dot: campaign.campaign_name,
    ke_hoach: campaign.letter,
    tu_ngay: dayWord(campaign.starts_on),
    den_ngay: dayWord(campaign.ends_on),
    han_nhan_ho_so: beforeWord(campaign.nominations_until),
    lan_chot: freeze === null ? notFrozen : countWord(freeze.id),
    ngay_chot: freeze === null ? notFrozen : dayWord(freeze.night),
    so_de_nghi: countWord(nominations.length),
    so_tre_han: count('late'),
    so_thieu_ho_so: count('incomplete'),
    so_khong_du_dieu_kien: count('not_eligible'),
    so_du_dieu_kien: count('eligible', 'shortlisted', 'awarded', 'not_awarded'),
  };
}
