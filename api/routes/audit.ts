import {z} from 'zod';
import {action, type Action} from '../action.ts';
import * as schemas from '../account-schemas.ts';
import {searchAudit, type AuditSearch} from '../state/audit.ts';

const moment = z.iso
  .datetime({offset: true, error: 'cần một thời điểm ISO 8601 có múi giờ, ví dụ 2026-03-31T08:00:00+07:00'})
  .optional();
const text = z.string().min(1, {error: 'không được để trống'}).max(2000).optional();

/** The audit log: who did what, and who saw a thing between two moments. */
export const auditActions: Action[] = [
  action({
    method: 'GET',
    path: '/audit',
    summary: 'Nhật ký: ai đã làm gì, ai đã xem một hồ sơ trong khoảng thời gian; mới nhất trước',
    params: z.strictObject({}),
    query: z.strictObject({
      subject: text.meta({description: 'Đối tượng, ví dụ account:an.nguyen.'}),
      actor: text.meta({description: 'Người hoặc token.'}),
      action: text.meta({description: 'Việc, ví dụ session.begin.'}),
      from: moment.meta({description: 'Từ thời điểm.'}),
      to: moment.meta({description: 'Đến thời điểm.'}),
      before: z
        .string()
        .regex(/^\d{1,12}$/, {error: 'cần mã của một mục'})
        .optional()
        .meta({description: 'Chỉ các mục cũ hơn mục này: để đọc tiếp.'}),
    }),
    answer: schemas.auditAnswer,
    act({query: {before, ...search}}, {store}) {
      const asked = {...search, ...(before === undefined ? {} : {before: Number(before)})};
      return {rows: searchAudit(store, asked as AuditSearch)};
    },
  }),
];
