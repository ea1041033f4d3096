import {z} from 'zod';
import {campaignAnswer} from './campaign-schemas.ts';
import {formerProvincesAnswer} from './former-province-schemas.ts';
import {gapRecordAnswer} from './gap-record-schemas.ts';
import {moneyAnswer} from './money-schemas.ts';
import {nominationAnswer, nominationsAnswer, quotasAnswer, sizesAnswer} from './nomination-schemas.ts';
import {officerPageAnswer, unitPageAnswer} from './page-schemas.ts';
import {listAnswer, reconciliationAnswer} from './reconciliation-schemas.ts';
import {defectsAnswer, metricAnswer, overviewAnswer, stamp} from './schemas.ts';
import {signalsAnswer} from './signal-schemas.ts';
import {assignmentsAnswer, defectAgesAnswer} from './work-schemas.ts';

/*
 * The shapes of pages that are put together of what several routes answer, each part as its own route has it. A part is
 * null for those whom its route refuses, and where it was not asked for.
 */

export const moneyPageAnswer = z
  .strictObject({
    ...stamp.shape,
    overview: overviewAnswer,
    sums: moneyAnswer.nullable().meta({description: 'Theo tỉnh; chỉ có ở đêm mới nhất.'}),
    offices: metricAnswer.nullable().meta({description: 'money_coverage của các phòng.'}),
  })
  .meta({id: 'MoneyPageAnswer'});

/** What a page about a unit may show below its figures. */
export const unitLists = ['defects', 'ages', 'assignments', 'signals'] as const;

export const unitWorkAnswer = z
  .strictObject({
    ...stamp.shape,
    page: unitPageAnswer,
    defects: defectsAnswer.nullable(),
    ages: defectAgesAnswer.nullable(),
    assignments: assignmentsAnswer.nullable(),
    signals: signalsAnswer.nullable().meta({description: 'Chỉ có ở đêm mới nhất.'}),
  })
  .meta({id: 'UnitWorkAnswer'});

export const officerWorkAnswer = z
  .strictObject({...stamp.shape, page: officerPageAnswer, defects: defectsAnswer.nullable()})
  .meta({id: 'OfficerWorkAnswer'});

export const reconciliationPageAnswer = z
  .strictObject({
    ...stamp.shape,
    whole: reconciliationAnswer.meta({description: 'Đơn vị được hỏi.'}),
    parts: reconciliationAnswer.meta({description: 'Các đơn vị trực thuộc.'}),
    smallest: listAnswer
      .nullable()
      .meta({description: 'Các tỉnh lệch ít nhất, khi xem biểu về việc của toàn quốc.'}),
    record: gapRecordAnswer.nullable(),
    former: formerProvincesAnswer.nullable(),
  })
  .meta({id: 'ReconciliationPageAnswer'});

export const awardsPageAnswer = z
  .strictObject({
    ...stamp.shape,
    campaign: campaignAnswer,
    nominations: nominationsAnswer,
    quotas: quotasAnswer,
    sizes: sizesAnswer.nullable(),
    chosen: nominationAnswer.nullable(),
  })
  .meta({id: 'AwardsPageAnswer'});

export type AwardsPageAnswer = z.infer<typeof awardsPageAnswer>;
export type MoneyPageAnswer = z.infer<typeof moneyPageAnswer>;
export type UnitList = (typeof unitLists)[number];
export type OfficerWorkAnswer = z.infer<typeof officerWorkAnswer>;
export type UnitWorkAnswer = z.infer<typeof unitWorkAnswer>;
export type ReconciliationPageAnswer = z.infer<typeof reconciliationPageAnswer>;
