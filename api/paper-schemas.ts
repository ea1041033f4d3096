import {z} from 'zod';
import {parameters} from './parameters.ts';
import {paperFormats, paperPurposes} from './papers/offered.ts';

/* The shapes of the catalogue of papers, and of what a paper is asked about. */

const format = z.enum(paperFormats, {error: `chỉ nhận ${paperFormats.join(', ')}`});

/** What may be asked of a paper; each takes some of it. */
export const paperQuery = z.strictObject({
  unit: parameters.unit,
  level: parameters.level,
  loai_bieu: parameters.loai_bieu,
  nam: parameters.nam,
  so_thang: parameters.so_thang,
  campaign: z
    .string()
    .min(1, {error: 'cần mã của một đợt thi đua'})
    .max(64, {error: 'mã dài nhất 64 ký tự'})
    .optional()
    .meta({description: 'Mã đợt thi đua; bỏ trống: đợt mới nhất.', example: 'nen-tang-so-2026'}),
  kind: z
    .enum(['province', 'office', 'individual'], {error: 'chỉ nhận province, office, individual'})
    .optional()
    .meta({description: 'Xếp hạng tỉnh (mặc định), phòng hoặc cá nhân.'}),
  format: format.default('html').meta({
    description: 'Trang HTML để xem (mặc định), tệp Word để văn thư sửa tiếp, tệp PDF, hoặc tệp Excel.',
  }),
});

const words = z.strictObject({vi: z.string(), en: z.string()});

const offeredPaper = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['annex', 'letter']).meta({description: 'Phụ lục, hoặc văn bản có phụ lục hay không.'}),
    purpose: z.enum(paperPurposes),
    name: words,
    follows: z.string().meta({description: 'Văn bản yêu cầu, hoặc có thể thức mà tài liệu này theo.'}),
    takes: z.array(z.string()).meta({description: 'Các tham số mà tài liệu này nhận.'}),
    formats: z.array(format),
  })
  .meta({id: 'OfferedPaper'});

const period = z.strictObject({nam: z.int(), so_thang: z.int()});

export const papersAnswer = z.strictObject({
  rows: z.array(offeredPaper),
  periods: z.strictObject({VIEC: z.array(period), TIEN: z.array(period)}).meta({
    description: 'Các kỳ có thể chọn, cũ trước; trống khi phiên bản đang dùng không có biểu thống kê.',
  }),
  campaigns: z.array(z.strictObject({id: z.string(), name: z.string()})),
});

export type PapersAnswer = z.infer<typeof papersAnswer>;
export type PaperOffered = z.infer<typeof offeredPaper>;
