import {z} from 'zod';
import {campaignAnswer, rankingAnswer, rankingChangesAnswer} from './campaign-schemas.ts';
import {stamp} from './schemas.ts';

/* The shape of everything a page about a ranking shows, but for what the board and provinces do to it. */

export const rankingPageAnswer = z
  .strictObject({
    ...stamp.shape,
    campaign: campaignAnswer,
    ranking: rankingAnswer,
    changes: rankingChangesAnswer,
    provinces: z
      .array(z.strictObject({unit_id: z.string(), unit_name: z.string()}))
      .meta({description: 'Các tỉnh của đợt thi đua, để lọc theo tên.'}),
  })
  .meta({id: 'RankingPageAnswer'});

export type RankingPageAnswer = z.infer<typeof rankingPageAnswer>;
