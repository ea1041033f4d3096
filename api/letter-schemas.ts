import {z} from 'zod';
import {reason, revision} from './board-schemas.ts';
import {longestTemplate} from './letters/template.ts';
import {paperQuery} from './paper-schemas.ts';
import {stamp} from './schemas.ts';

/* The shapes of the templates that letters are drafted from. */

const text = z
  .string({error: 'cần nội dung của mẫu'})
  .max(longestTemplate, {error: `dài nhất ${longestTemplate} ký tự`})
  .meta({
    description:
      'Phần đầu (V/v, Kính gửi, Ký, Nơi nhận…), dòng ---, rồi nội dung; {{ giá_trị }}, {% if … %}, {% bang … %}.',
  });

export const letterParams = z.strictObject({
  letter: z.string().meta({description: 'Mã văn bản trong danh mục /papers.', example: 'criticism-letter'}),
});

/** What the values of tonight are asked about, as of the letter itself. */
export const letterQuery = paperQuery.pick({unit: true, campaign: true});

const missing = z
  .string()
  .nullable()
  .meta({description: 'Vì sao không có và cần làm gì; văn bản có nêu giá trị này sẽ không lập được.'});

const letterValue = z.strictObject({
  name: z.string(),
  meaning: z.string(),
  value: z.string().nullable().meta({description: 'Như sẽ viết đêm nay; trống khi không có.'}),
  missing,
});

const letterCondition = z.strictObject({
  name: z.string(),
  meaning: z.string(),
  value: z.boolean().nullable(),
  missing,
});

const letterTable = z.strictObject({
  name: z.string(),
  meaning: z.string(),
  rows: z.int().nullable(),
  missing,
});

const keptTemplate = z
  .strictObject({
    id: z.int(),
    text: z.string().nullable().meta({description: 'Trống: quay về mẫu gốc.'}),
    reason: z.string(),
    at: z.iso.datetime({offset: true}),
    actor: z.string(),
    role: z.string(),
  })
  .meta({id: 'KeptLetterTemplate'});

export const letterTemplateAnswer = z
  .strictObject({
    night: stamp.shape.night,
    version: z.string(),
    demo: z.boolean(),
    letter: z.string(),
    name: z.strictObject({vi: z.string(), en: z.string()}),
    takes: z.array(z.string()),
    text,
    shipped: z.string().meta({description: 'Mẫu gốc đi kèm phần mềm.'}),
    is_shipped: z.boolean(),
    may_change: z.boolean(),
    revision: z.int().meta({description: '0 khi chưa ai sửa.'}),
    values: z.array(letterValue),
    conditions: z.array(letterCondition),
    tables: z.array(letterTable),
    history: z.array(keptTemplate).meta({description: 'Mọi lần sửa, mới trước.'}),
  })
  .meta({id: 'LetterTemplate'});

export const newLetterTemplate = z.strictObject({
  text: text.nullable().meta({description: 'Nội dung mới; null để quay về mẫu gốc.'}),
  reason,
  revision,
});

export const letterPreview = z.strictObject({text});

export type LetterTemplateAnswer = z.infer<typeof letterTemplateAnswer>;
export type NewLetterTemplate = z.input<typeof newLetterTemplate>;
