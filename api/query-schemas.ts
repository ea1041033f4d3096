import {z} from 'zod';
import type {
  QueryAnswer,
  QueryCell,
  QueryCompletions,
  QueryHistory,
  SavedQueriesAnswer,
  SavedQueryAnswer,
  SavedQueryHistory,
} from './answers.ts';
import {longestText} from './workbench/query-text.ts';

const moment = z.iso.datetime({offset: true});
const count = z.int().nonnegative();

const cell: z.ZodType<QueryCell> = z.json().meta({
  id: 'QueryCell',
  description: 'Số vượt độ chính xác của JSON là chuỗi chữ số; bytes là base64; NaN và Infinity là chuỗi.',
});

const columns = z.array(z.strictObject({name: z.string(), type: z.string()}));

export const queryAnswer = z
  .strictObject({
    id: z.string(),
    night: z.iso.date(),
    version: z.string(),
    demo: z.boolean(),
    columns,
    rows: z.array(z.array(cell)),
    row_count: count,
    truncated: z.boolean(),
    cut_by: z.array(z.enum(['rows', 'bytes', 'cells'])),
    row_limit: count,
    elapsed_ms: z.number(),
    plan: z.unknown(),
    profile: z.strictObject({columns, rows: z.array(z.array(cell))}).nullable(),
  })
  .meta({id: 'QueryAnswer'}) satisfies z.ZodType<QueryAnswer>;

export const completionsAnswer = z.strictObject({
  suggestions: z.array(
    z.strictObject({
      text: z.string(),
      kind: z.enum(['keyword', 'schema', 'table', 'column', 'function', 'type']),
      start: count,
      meaning: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<QueryCompletions>;

export const historyAnswer = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: z.string(),
      sql: z.string(),
      at: moment,
      version: z.string(),
      state: z.enum(['running', 'done', 'refused', 'failed']),
      rows: count.nullable(),
      elapsed_ms: z.number().nullable(),
      code: z.string().nullable(),
    }),
  ),
}) satisfies z.ZodType<QueryHistory>;

const parameterName = z
  .string()
  .regex(/^[A-Za-z_]\w{0,63}$/, {error: 'tên tham số gồm chữ không dấu, chữ số và gạch dưới'});

const savedParameters = z
  .array(
    z.strictObject({
      name: parameterName,
      kind: z.enum(['text', 'number', 'date', 'boolean']),
      label: z.string().max(200).optional(),
    }),
  )
  .max(100);

export const savedQueryAnswer = z
  .strictObject({
    id: z.string(),
    owner: z.string(),
    name: z.string(),
    is_shared: z.boolean(),
    created_at: moment,
    version: count,
    sql: z.string(),
    parameters: savedParameters,
    saved_at: moment,
    saved_by: z.string(),
  })
  .meta({id: 'SavedQuery'}) satisfies z.ZodType<SavedQueryAnswer>;

export const savedQueriesAnswer = z.strictObject({
  rows: z.array(savedQueryAnswer),
}) satisfies z.ZodType<SavedQueriesAnswer>;

export const savedQueryHistory = savedQueryAnswer
  .extend({versions: z.array(savedQueryAnswer)})
  .meta({id: 'SavedQueryHistory'}) satisfies z.ZodType<SavedQueryHistory>;

/** Longer ones are refused by the gate in bytes, with a sentence of its own. */
const sql = z.string().max(2 * longestText, {error: `dài nhất ${longestText} byte`});

const scalar = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()], {
  error: 'cần chuỗi, số, true, false, null hoặc một danh sách của những thứ đó',
});

/** What a query is asked with. */
export const queryBody = z.strictObject({
  sql: sql.optional().meta({description: 'Một câu chỉ đọc; tham số viết $ten.'}),
  saved: z
    .strictObject({id: z.string().max(64), version: z.int().positive().optional()})
    .optional()
    .meta({description: 'Thay cho sql: một câu đã lưu, chạy bằng quyền của người chạy.'}),
  params: z.record(parameterName, z.union([scalar, z.array(scalar).max(10_000)])).default({}),
  limit: z.int().nonnegative().max(1_000_000).optional().meta({description: 'Số dòng nhiều nhất.'}),
  as_of: z.iso
    .date({error: 'cần một ngày viết YYYY-MM-DD'})
    .optional()
    .meta({description: 'Đêm dữ liệu; mặc định là đêm đang dùng.'}),
  profile: z.boolean().default(false).meta({description: 'Kèm hồ sơ từng cột của kết quả.'}),
  id: z
    .uuid({error: 'cần một UUID'})
    .optional()
    .meta({description: 'Mã để dừng câu SQL này bằng DELETE /query/{id}; máy chủ đặt khi không nêu.'}),
});

const name = z.string().trim().min(1, {error: 'cần tên'}).max(200, {error: 'tên dài nhất 200 ký tự'});

/** What a query is kept as. */
export const newQueryBody = z.strictObject({
  name,
  sql,
  parameters: savedParameters.default([]),
  is_shared: z.boolean().default(false),
});

/** What of a kept query is to change; what is left out stays. */
export const changedQueryBody = z.strictObject({
  version: z.int().positive().meta({description: 'Bản đang sửa; có bản mới hơn thì không ghi đè.'}),
  name: name.optional(),
  sql: sql.optional(),
  parameters: savedParameters.optional(),
  is_shared: z.boolean().optional(),
});
