import {z} from 'zod';
import {defects, petitionDefects, pillars, type Pillar} from '../warehouse/defects.ts';
import {metrics, type Level} from '../warehouse/metrics.ts';
import {ApiError} from './errors.ts';
import {formats} from './formats.ts';
import type {UnitLevel} from './places.ts';

const levels = ['nation', 'province', 'office', 'officer'] as const satisfies readonly Level[];

const unitLevels = ['nation', 'province', 'office'] as const satisfies readonly UnitLevel[];

const defectStates = ['open', 'came_back', 'fixed'] as const;

/** The most offences in one answer; a file has them all. */
const mostOffences = 1000;

const code = (whose: string) =>
  z
    .string()
    .min(1, {error: `cần mã của ${whose}`})
    .max(64, {error: 'mã dài nhất 64 ký tự'});

const oneOf = <Name extends string>(names: readonly Name[]) =>
  z.enum(names as readonly [Name, ...Name[]], {error: `chỉ nhận ${names.join(', ')}`});

const date = (description: string) =>
  z.iso
    .date({error: 'cần một ngày có thật viết dạng YYYY-MM-DD, ví dụ 2026-03-31'})
    .optional()
    .meta({description, example: '2026-03-31'});

const whole = (description: string, {from, to, example}: {from: number; to: number; example: number}) =>
  z
    .string()
    .regex(/^[0-9]{1,4}$/, {error: `cần một số từ ${from} đến ${to}`})
    .transform(Number)
    .refine((value) => value >= from && value <= to, {error: `cần một số từ ${from} đến ${to}`})
    .optional()
    .meta({type: 'integer', description, example});

/** What may stand in a query, and what it means; each route takes those it knows and refuses the rest. */
export const parameters = {
  as_of: date('Số liệu đến ngày; lấy đêm cuối cùng không sau ngày này. Bỏ trống: đêm mới nhất.'),
  compare: date('Ngày so sánh; bỏ trống: một tuần trước.'),
  from: date('Từ ngày; bỏ trống: từ đêm đầu tiên.'),
  to: date('Đến ngày; bỏ trống: đến đêm mới nhất.'),
  level: oneOf(levels).optional().meta({
    description: 'Cấp của các dòng; bỏ trống: cấp của đơn vị được hỏi, hoặc toàn quốc.',
  }),
  unit_level: oneOf(unitLevels).optional().meta({
    description: 'Cấp của các dòng; bỏ trống: cấp của đơn vị được hỏi, hoặc toàn quốc.',
  }),
  unit: code('một đơn vị hoặc chấp hành viên').optional().meta({
    description: 'Chính đơn vị này và các đơn vị dưới nó; VN hoặc bỏ trống là tất cả.',
    example: '38',
  }),
  subject: oneOf(['case_file', 'petition']).optional().meta({
    description: 'Quy tắc đối với hồ sơ (case_file, mặc định) hay đối với đơn thư (petition).',
  }),
  officer: code('một cán bộ').optional().meta({description: 'Lỗi thuộc phần việc của cán bộ này.'}),
  rule: oneOf([...Object.keys(defects), ...Object.keys(petitionDefects)])
    .optional()
    .meta({description: 'Chỉ một quy tắc chất lượng.'}),
  pillar: oneOf(Object.keys(pillars) as Pillar[])
    .optional()
    .meta({description: 'Chỉ một trụ cột: đúng, đủ, sạch, sống.'}),
  state: z
    .string()
    .transform((text) => text.split(','))
    .pipe(
      z.array(z.enum(defectStates, {error: `chỉ nhận ${defectStates.join(', ')}, cách nhau bằng dấu phẩy`})),
    )
    .optional()
    .meta({
      type: 'string',
      description: 'Trạng thái, cách nhau bằng dấu phẩy; bỏ trống: open,came_back (còn lỗi và tái phát).',
      example: 'open,came_back',
    }),
  limit: z
    .string()
    .regex(/^[0-9]{1,4}$/, {error: `cần một số từ 1 đến ${mostOffences}`})
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= mostOffences, {error: `cần một số từ 1 đến ${mostOffences}`})
    .optional()
    .meta({
      type: 'integer',
      description: `Số dòng một lần, nhiều nhất ${mostOffences}; bỏ trống: 100, còn tệp thì có mọi dòng.`,
    }),
  nam: whole(
    'Năm thống kê, bắt đầu từ 01/10 năm trước; bỏ trống cùng so_thang: kỳ mới nhất có báo cáo giấy.',
    {
      from: 1990,
      to: 2100,
      example: 2026,
    },
  ),
  so_thang: whole('Số tháng lũy kế từ 01/10.', {from: 1, to: 12, example: 5}),
  loai_bieu: oneOf(['VIEC', 'TIEN']).optional().meta({
    description: 'Biểu về việc (VIEC, mặc định) hay về tiền, tính bằng đồng (TIEN).',
  }),
  model: code('một mô hình').optional().meta({
    description: 'Tên mô hình; bỏ trống: mọi mô hình.',
    example: 'metrics.completion_rate',
  }),
  cursor: z.string().max(1000, {error: 'con trỏ quá dài'}).optional().meta({
    description: 'Con trỏ `next` của câu trả lời trước, với cùng điều kiện lọc; bỏ trống: từ đầu.',
  }),
  format: z.enum(formats).optional().meta({
    description: 'Định dạng của các dòng; thay cho Accept.',
  }),
  bom: z
    .enum(['0', '1'], {error: 'chỉ nhận 0, 1'})
    .optional()
    .meta({
      description:
        'Chỉ với ?format=csv: 0 là không có dấu thứ tự byte (BOM) ở đầu tệp; bỏ trống là có, để Excel đọc đúng chữ ' +
        'Việt. Chương trình xin CSV bằng Accept: text/csv không nhận BOM.',
    }),
  only_json: z.literal('json').optional().meta({
    description: 'Chỉ có JSON: câu trả lời này không phải là bảng.',
  }),
};

/** What may stand in a path. */
export const pathParameters = {
  metric: z.string().meta({description: 'Mã chỉ tiêu.', examples: Object.keys(metrics)}),
  unit: z.string().meta({description: 'Mã đơn vị.', example: '38'}),
  list: z.string().meta({description: 'Mã danh sách.', example: 'money_coverage_below_5'}),
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
