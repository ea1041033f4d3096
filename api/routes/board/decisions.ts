import {z} from 'zod';
import {action, type Action, type ActionContext} from '../../action.ts';
import {
  changedNominationAnswer,
  foundOut,
  nominationDecision,
  pendingMatter,
  shortlisting,
  type ChangedNominationAnswer,
} from '../../nomination-schemas.ts';
import {readNominationFacts, type JudgedNomination, type NominationFacts} from '../../board/nominations.ts';
import {answerMatter, decideNomination, shortlist, takeOff, type Changing} from '../../board/shortlist.ts';
import {ApiError} from '../../errors.ts';
import {actorOf} from '../../identity.ts';
import type {Versions} from '../../versions.ts';
import {nominationParams, withSteps} from './nominations.ts';
import {boardCampaign} from './board-campaign.ts';

const nothing = z.strictObject({});

/** What the board does with a nomination. */
export function decisionActions(versions: Versions): Action[] {
  const changed = (
    campaignId: string,
    seen: number,
    {store, person, now}: ActionContext,
    change: (facts: NominationFacts, changing: Changing) => JudgedNomination,
  ): Promise<ChangedNominationAnswer> =>
    versions.use(async (version) => {
      const campaign = await boardCampaign(campaignId, version);
      const facts = await readNominationFacts(version, campaign, store);
      return withSteps(change(facts, {seen, by: actorOf(person), now}), facts);
    });

  return [
    action({
      method: 'PUT',
      path: '/campaigns/{id}/nominations/{nomination}/shortlist',
      summary:
        'Đưa một đề nghị vào danh sách đề cử hoặc đưa ra; bỏ qua hạng cao hơn của cùng tỉnh phải nêu lý do',
      params: nominationParams,
      query: nothing,
      body: shortlisting,
      answer: changedNominationAnswer,
      act: ({params: {id, nomination}, body: {is_shortlisted, reason, revision}}, context) =>
        changed(id, revision, context, (facts, changing) =>
          (is_shortlisted ? shortlist : takeOff)(facts, nomination, reason, context.store, changing),
        ),
    }),
    action({
      method: 'POST',
      path: '/campaigns/{id}/nominations/{nomination}/decision',
      summary: 'Quyết định khen thưởng hoặc không khen thưởng một đề nghị trong danh sách đề cử, kèm lý do',
      params: nominationParams,
      query: nothing,
      body: nominationDecision,
      answer: changedNominationAnswer,
      act: ({params: {id, nomination}, body: {revision, ...decision}}, context) =>
        changed(id, revision, context, (facts, changing) =>
          decideNomination(facts, nomination, decision, context.store, changing),
        ),
    }),
    action({
      method: 'PUT',
      path: '/campaigns/{id}/nominations/{nomination}/pending/{matter}',
      summary:
        'Ghi kết quả xác minh về đối tượng được đề nghị: kỷ luật, khởi tố, thanh tra, đơn thư (có, không, chưa rõ), kèm nguồn và ngày',
      params: nominationParams.extend({
        matter: z.string().meta({
          description: 'Việc cần xác minh.',
          examples: [...pendingMatter.options],
        }),
      }),
      query: nothing,
      body: foundOut,
      answer: changedNominationAnswer,
      act: ({params: {id, nomination, matter}, body: {revision, ...found}}, context) =>
        changed(id, revision, context, (facts, changing) =>
          answerMatter(facts, nomination, {matter: matterCalled(matter), ...found}, context.store, changing),
        ),
    }),
  ];
}

function matterCalled(matter: string): z.output<typeof pendingMatter> {
  const known = pendingMatter.safeParse(matter);
  if (known.success) return known.data;
  throw new ApiError(
    'not_found',
    `Không có việc cần xác minh nào mang mã này; các mã là ${pendingMatter.options.join(', ')}.`,
  );
}
