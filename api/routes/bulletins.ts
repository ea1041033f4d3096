import {z} from 'zod';
import {action, sent, type Action, type ActionContext} from '../action.ts';
import {htmlOf} from '../bulletins/html.ts';
import {readProvinceBulletin, readWeeklyPage} from '../bulletins/read-bulletin.ts';
import {ApiError} from '../errors.ts';
import {actorOf} from '../identity.ts';
import {docxOf} from '../papers/docx.ts';
import type {Paper} from '../papers/paper.ts';
import {pdfOf} from '../papers/pdf.ts';
import {standingOf} from '../places.ts';
import {writeAudit} from '../state/audit.ts';
import type {Versions} from '../versions.ts';

const query = z.strictObject({
  format: z
    .enum(['html', 'pdf', 'docx'], {error: 'chỉ nhận html, pdf, docx'})
    .default('html')
    .meta({description: 'Trang HTML (mặc định), tệp PDF, hoặc tệp Word để văn thư sửa tiếp.'}),
});

const file = z.string().meta({description: 'Bản tin: text/html, hoặc tệp theo ?format=pdf, ?format=docx.'});

/** A paper as a file to keep. */
const writers = {pdf: pdfOf, docx: docxOf} as const;

/** The bulletins themselves, as they would be sent tonight. */
export const bulletinActions = (versions: Versions): Action[] => [
  action({
    method: 'GET',
    path: '/bulletins/nation',
    summary: 'Tờ tin tuần của lãnh đạo, theo đêm đang dùng',
    params: z.strictObject({}),
    query,
    answer: file,
    async act({query: {format}}, context): Promise<typeof sent> {
      return sendPaper(await readWeeklyPage(versions, context.store), format, context);
    },
  }),
  action({
    method: 'GET',
    path: '/bulletins/{province}',
    summary: 'Bản tin của một tỉnh, theo đêm đang dùng; chỉ có số liệu của tỉnh đó và thứ hạng đã công bố',
    params: z.strictObject({province: z.string().meta({description: 'Mã tỉnh.', example: '38'})}),
    query,
    answer: file,
    async act({params: {province}, query: {format}}, context): Promise<typeof sent> {
      const {person, store} = context;
      if (person.role === 'tinh' && person.province !== province) {
        throw new ApiError('not_permitted', 'Bạn chỉ xem được bản tin của tỉnh mình.');
      }
      const standing = await versions.use((version) => standingOf(province, version));
      if (standing !== 'province') throw new ApiError('unknown_unit', 'Mã này không phải mã của một tỉnh.');
      return sendPaper(await readProvinceBulletin(province, versions, store), format, context);
    },
  }),
];

async function sendPaper(
  paper: Paper,
  format: 'html' | keyof typeof writers,
  {store, person, now, request, response}: ActionContext,
): Promise<typeof sent> {
  const {night, version} = paper.stamp;
  // Written before anything is given: a paper leaves the house.
  const subject = request.originalUrl.slice(0, 2000);
  const note = {
    ...actorOf(person),
    action: 'rows.read',
    subject,
    details: {version},
    outcome: 'begun',
  } as const;
  writeAudit(store, note, now);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-thads-night', night);
  response.setHeader('x-thads-version', version);
  if (paper.stamp.demo) response.setHeader('x-thads-demo', 'true');
  if (format === 'html') {
    response.type('html').send(htmlOf(paper));
    return sent;
  }
  response.setHeader('content-disposition', `attachment; filename="${paper.name}.${format}"`);
  response.type(format).send(await writers[format](paper));
  return sent;
}
