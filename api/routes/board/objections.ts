import {z} from 'zod';
import {action, sent, type Action} from '../../action.ts';
import {
  newObjection,
  objectionAnswer,
  objectionDecision,
  objectionsAnswer,
  type ObjectionAnswer,
  type ObjectionsAnswer,
} from '../../board-schemas.ts';
import {attachmentFrom, attachmentTypes, largestAttachment} from '../../board/attachment.ts';
import {
  decideObjection,
  fileObjection,
  listObjections,
  takeAttachment,
  type Objection,
} from '../../board/objections.ts';
import {changesInForce} from '../../board/thresholds.ts';
import {rankingNightOf} from '../../campaigns/campaigns.ts';
import {rankingOf} from '../../campaigns/rankings.ts';
import {ApiError} from '../../errors.ts';
import {actorOf} from '../../identity.ts';
import type {OpenVersion} from '../../open-version.ts';
import {scopeOf, type Scope} from '../../roles.ts';
import type {Store} from '../../state/store.ts';
import type {Versions} from '../../versions.ts';
import {campaignParams, kindNames} from '../campaigns/asked.ts';
import {boardCampaign} from './board-campaign.ts';

const nothing = z.strictObject({});

const objectionParams = campaignParams.extend({
  objection: z.coerce
    .number()
    .int()
    .catch(0)
    .meta({type: 'integer', description: 'Số của đề nghị xem lại.', example: 1}),
});

/** A file in base64, which makes four letters of three bytes, and the rest of what is said with it. */
const longestObjection = Math.ceil(largestAttachment / 3) * 4 + 64 * 1024;

/** What units say against their place, and what the board makes of it. */
export const objectionActions = (versions: Versions): Action[] => [
  action({
    method: 'GET',
    path: '/campaigns/{id}/objections',
    summary: 'Các đề nghị xem lại kết quả, mới trước; tỉnh chỉ thấy của tỉnh mình',
    params: campaignParams,
    query: nothing,
    answer: objectionsAnswer,
    act: ({params: {id}}, {store, person}) =>
      versions.use((version) => objectionsShown(id, version, scopeOf(person), store)),
  }),
  action({
    method: 'POST',
    path: '/campaigns/{id}/objections',
    summary: 'Đề nghị xem lại kết quả của một tỉnh, phòng hoặc cá nhân, kèm căn cứ',
    params: campaignParams,
    query: nothing,
    body: newObjection,
    longestBody: longestObjection,
    answer: objectionAnswer,
    status: 201,
    act: ({params: {id}, body}, {store, person, now}) =>
      versions.use(async (version) => {
        const campaign = await boardCampaign(id, version);
        const {night} = rankingNightOf(campaign, version.current.night);
        const ranking = await rankingOf(version, campaign, night, changesInForce(store, id));
        const about = ranking.inputs.candidates.find(
          (one) => one.candidate_kind === body.kind && one.candidate_id === body.candidate,
        );
        if (!about) {
          throw new ApiError(
            'unknown_candidate',
            `Không có ${kindNames[body.kind]} mang mã này trong đợt thi đua.`,
          );
        }
        const {candidate_kind, candidate_id, candidate_name, province_id} = about;
        const {text, evidence} = body;
        const attachment = body.attachment ? attachmentFrom(body.attachment) : null;
        const who = {candidate_kind, candidate_id, candidate_name, province_id};
        const context = {scope: scopeOf(person), by: actorOf(person), now};
        return shown(fileObjection(store, id, {...who, text, evidence, attachment}, context));
      }),
  }),
  action({
    method: 'GET',
    path: '/campaigns/{id}/objections/{objection}/attachment',
    summary: 'Tệp đính kèm của một đề nghị xem lại; mỗi lần lấy được ghi vào nhật ký',
    params: objectionParams,
    query: nothing,
    answer: z
      .string()
      .meta({description: 'Tệp PDF, DOCX, PNG hoặc JPEG, luôn để tải về chứ không mở trong trang.'}),
    act({params: {id, objection}}, {store, person, now, response}): typeof sent {
      const {type, content} = takeAttachment(store, id, objection, {
        scope: scopeOf(person),
        by: actorOf(person),
        now,
      });
      response.setHeader('cache-control', 'no-store');
      response.setHeader(
        'content-disposition',
        `attachment; filename="de-nghi-xem-lai-${objection}.${type}"`,
      );
      response.setHeader('content-security-policy', "default-src 'none'; sandbox");
      response.setHeader('content-type', attachmentTypes[type]);
      response.end(content);
      return sent;
    },
  }),
  action({
    method: 'POST',
    path: '/campaigns/{id}/objections/{objection}/decision',
    summary: 'Chấp nhận hoặc bác một đề nghị xem lại, kèm lý do',
    params: objectionParams,
    query: nothing,
    body: objectionDecision,
    answer: objectionAnswer,
    act: ({params: {id, objection}, body}, {store, person, now}) =>
      shown(decideObjection(store, id, objection, body, {by: actorOf(person), now})),
  }),
];

/** The objections that somebody may see, the newest first. */
export async function objectionsShown(
  id: string,
  version: OpenVersion,
  scope: Scope,
  store: Store,
): Promise<ObjectionsAnswer> {
  await boardCampaign(id, version);
  return {campaign: id, rows: listObjections(store, id, scope).map(shown)};
}

const shown = ({candidate_kind, candidate_id, ...objection}: Objection): ObjectionAnswer => ({
  ...objection,
  kind: candidate_kind,
  candidate: candidate_id,
});
