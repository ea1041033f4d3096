import {z} from 'zod';
import {metrics, type Level} from '../warehouse/metrics.ts';
import {ApiError} from './errors.ts';
import {formats} from './formats.ts';

const levels = ['nation', 'province', 'office', 'officer'] as const satisfies readonly Level[];

const date = (description: string) =>
  z.iso
    .date({error: 'cần một ngày có thật viết dạng YYYY-MM-DD, ví dụ 2026-03-31'})
    .optional()
    .meta({description, example: '2026-03-31'});

/** What may stand in a query, and what it means; each route takes those it knows and refuses the rest. */
export const parameters = {
  as_of: date('Số liệu đến ngày; lấy đêm cuối cùng không sau ngày này. Bỏ trống: đêm mới nhất.'),
  compare: date('Ngày so sánh; bỏ trống: một tuần trước.'),
  from: date('Từ ngày; bỏ trống: từ đêm đầu tiên.'),
  to: date('Đến ngày; bỏ trống: đến đêm mới nhất.'),
  level: z
    .enum(levels, {error: `chỉ nhận ${levels.join(', ')}`})
    .optional()
    .meta({
      description: 'Cấp của các dòng; bỏ trống: cấp của đơn vị được hỏi, hoặc toàn quốc.',
    }),
  unit: z
    .string()
    .min(1, {error: 'cần mã của một đơn vị hoặc chấp hành viên'})
    .max(64, {error: 'mã đơn vị dài nhất 64 ký tự'})
    .optional()
    .meta({
      description: 'Chính đơn vị này và các đơn vị dưới nó; VN hoặc bỏ trống là tất cả.',
      example: '38',
    }),
  format: z.enum(formats).optional().meta({
    description: 'Định dạng của các dòng; thay cho Accept.',
  }),
  only_json: z.literal('json').optional().meta({
    description: 'Chỉ có JSON: câu trả lời này không phải là bảng.',
  }),
};

/** What may stand in a path. */
export const pathParameters = {
  metric: z.string().meta({description: 'Mã chỉ tiêu.', examples: Object.keys(metrics)}),
  unit: z.string().meta({description: 'Mã đơn vị.', example: '38'}),
};

/** The query of a URL as it was typed; a key given twice is refused, because which one counts would be a guess. */
export function readQuery(url: string): Record<string, string> {
  const query = Object.create(null) as Record<string, string>;
  const start = url.indexOf('?');
  if (start < 0) return query;
  for (const [key, value] of new URLSearchParams(url.slice(start + 1))) {
    if (key in query) {
      throw new ApiError(
        'invalid_parameter',
        `Tham số ${quoted(key)} được ghi hai lần; hãy chỉ ghi một lần.`,
      );
    }
    query[key] = value;
  }
  return query;
}

/** A query as a route takes it, or a sentence that names the parameter, its value and what would do. */
export function parseQuery<Query extends z.ZodObject>(
  schema: Query,
  query: Record<string, string>,
): z.output<Query> {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  const known = Object.keys(schema.shape);
  const sentences = result.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const taken = known.length > 0 ? `chỉ nhận ${known.join(', ')}` : 'địa chỉ này không nhận tham số nào';
      return issue.keys.map((key) => `Không có tham số ${quoted(key)}; ${taken}.`);
    }
    const key = String(issue.path[0]);
    return [`Tham số ${quoted(key)} có giá trị ${quoted(query[key] ?? '')}: ${issue.message}.`];
  });
  throw new ApiError('invalid_parameter', sentences.join(' '));
}

const quoted = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
