import {z} from 'zod';
import {boardRevision} from '../../board/revision.ts';
import {endpoint} from '../../endpoint.ts';
import {stampOf} from '../../nights.ts';
import {parameters} from '../../parameters.ts';
import {mayAsk} from '../../permissions.ts';
import {awardsPageAnswer} from '../../whole-page-schemas.ts';
import {boardTables} from '../board/board-campaign.ts';
import {judge, nominationShown, nominationsShown} from '../board/nominations.ts';
import {quotasShown, sizesShown} from '../board/quotas.ts';
import {campaignParams} from './asked.ts';
import {answerAbout} from './campaigns.ts';

/** Everything the page about whom to award shows, with one nomination opened when it is named. */
export const awardsPage = endpoint({
  path: '/campaigns/{id}/awards',
  summary: 'Mọi số liệu của trang Xét chọn khen thưởng: đợt thi đua, đề nghị, chỉ tiêu, số đã sửa',
  params: campaignParams,
  query: z.strictObject({
    nomination: z.string().max(64, {error: 'mã dài nhất 64 ký tự'}).optional().meta({
      description: 'Kèm các bước của đề nghị mang mã này; không có hoặc không được xem thì không kèm.',
    }),
    format: parameters.only_json,
  }),
  answer: awardsPageAnswer,
  tabular: false,
  published: true,
  needs: boardTables,
  dependsOn: boardRevision,
  async find({params: {id}, query}, version, {role, scope}, store) {
    const [campaign, judged, sizes] = await Promise.all([
      answerAbout(id, version, store),
      judge(id, version, store),
      mayAsk(role, 'GET /campaigns/{id}/sizes') ? sizesShown(id, version, store) : null,
    ]);
    const nominations = nominationsShown(judged, version, scope);
    const chosen = nominations.rows.find((one) => one.id === query.nomination);
    return {
      answer: {
        ...stampOf(version, undefined),
        campaign,
        nominations,
        quotas: quotasShown(judged, version, scope, store),
        sizes,
        chosen: chosen ? nominationShown(judged, chosen.id, version, scope) : null,
      },
    };
  },
});
