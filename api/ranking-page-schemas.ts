import {z} from 'zod';
import {freezesAnswer, objectionsAnswer} from './board-schemas.ts';
import {campaignAnswer, rankingAnswer, rankingChangesAnswer} from './campaign-schemas.ts';
import {stamp} from './schemas.ts';

/* The shape of everything a page about a ranking shows; what somebody may not see of it is null. */

export const rankingPageAnswer = z
  .strictObject({
    ...stamp.shape,
    campaign: campaignAnswer,
    ranking: rankingAnswer,
    changes: rankingChangesAnswer,
    provinces: z
      .array(z.strictObject({unit_id: z.string(), unit_name: z.string()}))
      .meta({description: 'Các tỉnh của đợt thi đua, để lọc theo tên.'}),
    freezes: freezesAnswer.nullable(),
    objections: objectionsAnswer.nullable().meta({description: 'Tỉnh chỉ thấy của tỉnh mình.'}),
  })
  .meta({id: 'RankingPageAnswer'});

export type RankingPageAnswer = z.infer<typeof rankingPageAnswer>;
