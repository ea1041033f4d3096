import {z} from 'zod';
import {action, type sent, type Action} from '../action.ts';
import {readProvinceBulletin, readWeeklyPage} from '../bulletins/read-bulletin.ts';
import {ApiError} from '../errors.ts';
import {sendPaper} from '../papers/sending-paper.ts';
import {standingOf} from '../places.ts';
import type {Versions} from '../versions.ts';

const query = z.strictObject({
  format: z
    .enum(['html', 'pdf', 'docx'], {error: 'chỉ nhận html, pdf, docx'})
    .default('html')
    .meta({description: 'Trang HTML (mặc định), tệp PDF, hoặc tệp Word để văn thư sửa tiếp.'}),
});

const file = z.string().meta({description: 'Bản tin: text/html, hoặc tệp theo ?format=pdf, ?format=docx.'});

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
