import {createHash} from 'node:crypto';
import {z} from 'zod';
import {action, sent, type Action, type ActionContext} from '../action.ts';
import {ApiError} from '../errors.ts';
import {actorOf} from '../identity.ts';
import {parameters} from '../parameters.ts';
import {mapMeasures, mustTake} from '../pictures/asked.ts';
import {charts, type ChartName} from '../pictures/charts.ts';
import {pictureFile, pictureFormats} from '../pictures/picture.ts';
import {scopeOf} from '../roles.ts';
import {isKnown} from '../sending.ts';
import {writeAudit} from '../state/audit.ts';
import type {Versions} from '../versions.ts';

const {as_of, unit} = parameters;
const widths = {least: 320, usual: 900, most: 1600};
const names = Object.keys(charts);

const query = z.strictObject({
  unit,
  as_of,
  measure: z
    .enum(mapMeasures, {error: `chỉ nhận ${mapMeasures.join(', ')}`})
    .optional()
    .meta({description: 'Số liệu của bản đồ ô (map): tỷ lệ nhập (mặc định), số còn thiếu, dữ liệu tiền.'}),
  campaign: z
    .string()
    .max(64, {error: 'mã dài nhất 64 ký tự'})
    .optional()
    .meta({description: 'Mã đợt thi đua, cho bảng xếp hạng (ranking).', example: 'nen-tang-so-2026'}),
  kind: z
    .enum(['province', 'office', 'individual'], {error: 'chỉ nhận province, office, individual'})
    .optional()
    .meta({description: 'Xếp hạng tỉnh (bỏ trống), phòng hoặc cá nhân, cho bảng xếp hạng (ranking).'}),
  format: z
    .enum(pictureFormats, {error: `chỉ nhận ${pictureFormats.join(', ')}`})
    .default('svg')
    .meta({description: 'SVG (mặc định), có sẵn phông chữ; hoặc PNG nền trắng, nét gấp đôi.'}),
  width: z
    .string()
    .regex(/^[0-9]{3,4}$/, {error: `cần một số từ ${widths.least} đến ${widths.most}`})
    .transform(Number)
    .refine((width) => width >= widths.least && width <= widths.most, {
      error: `cần một số từ ${widths.least} đến ${widths.most}`,
    })
    .optional()
    .meta({type: 'integer', description: `Bề rộng của biểu đồ, điểm ảnh; bỏ trống: ${widths.usual}.`}),
});

const mediaTypes = {svg: 'image/svg+xml; charset=utf-8', png: 'image/png'} as const;

/** The charts of the screen as pictures, drawn here by the same specs. */
export const pictureActions = (versions: Versions): Action[] => [
  action({
    method: 'GET',
    path: '/pictures/{chart}',
    summary:
      'Một biểu đồ của màn hình thành hình, nền sáng, kèm tiêu đề và nguồn, để đưa vào văn bản hoặc thư',
    params: z.strictObject({
      chart: z.string().meta({
        description:
          'entries: hồ sơ đã nhập; money: dữ liệu tiền theo tỉnh; identity: các phần của số tiền; map: bản đồ ô; ' +
          'strip: phân bố đơn vị; quality: điểm bốn trụ cột; peers: so với trung vị; calendar: hồ sơ nhập mỗi ngày; ' +
          'ages: lỗi còn mở theo thời gian; ranking: bảng xếp hạng thi đua.',
        example: 'entries',
      }),
    }),
    query,
    answer: z.string().meta({description: 'Hình: image/svg+xml hoặc image/png.'}),
    async act({params, query: {format, width = widths.usual, ...asked}}, context): Promise<typeof sent> {
      const {person, store} = context;
      if (!isChart(params.chart)) {
        throw new ApiError('unknown_picture', `Không có biểu đồ này; các biểu đồ là ${names.join(', ')}.`);
      }
      mustTake(params.chart, asked);
      const drawn = await charts[params.chart](asked, {versions, store, person});
      noteReading(context, drawn.stamp.version);
      return sendPicture(
        await pictureFile(drawn, format, width),
        {
          'content-type': mediaTypes[format],
          'content-disposition': `inline; filename="${params.chart}-${drawn.stamp.night}.${format}"`,
          // Opened by itself an SVG is a page: it may show its own letters, and nothing else.
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox",
          'x-thads-night': drawn.stamp.night,
          'x-thads-version': drawn.stamp.version,
          ...(drawn.stamp.demo ? {'x-thads-demo': 'true'} : {}),
        },
        context,
      );
    },
  }),
];

const isChart = (name: string): name is ChartName => Object.hasOwn(charts, name);

/** Written before anything is given: a picture leaves the house. */
function noteReading({store, person, now, request}: ActionContext, version: string): void {
  writeAudit(
    store,
    {
      ...actorOf(person),
      action: 'rows.read',
      subject: request.originalUrl.slice(0, 2000),
      details: {version, ...(person.purpose === undefined ? {} : {purpose: person.purpose})},
      outcome: 'begun',
    },
    now,
  );
}

function sendPicture(
  body: Buffer,
  headers: Record<string, string>,
  {request, response, person}: ActionContext,
): typeof sent {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const all = {
    ...headers,
    etag,
    'cache-control': scopeOf(person) === 'all' ? 'no-store' : 'private, no-cache',
    vary: 'Authorization, Cookie',
    'content-length': String(body.length),
  };
  if (!isKnown(request, response, all)) response.end(body);
  return sent;
}
