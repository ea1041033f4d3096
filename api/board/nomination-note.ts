import type {Campaign} from '../campaigns/campaigns.ts';
import type {JudgedNomination} from './nominations.ts';
import {papers} from './shortlist.ts';

const letter = 'CV CQLTHADS-TCCB hướng dẫn xét khen thưởng';

/** What the board should read of a nomination first, in one sentence with its clause; none when there is nothing to say. */
export function noteOf(one: JudgedNomination, {nominations_until}: Campaign): string | null {
  const {state, missing, obstacles, quota, takes_part, is_over_quota, received_on} = one;
  switch (state) {
    case 'late':
      return `Cục không xét bổ sung đối với hồ sơ gửi sau thời hạn (nhận ngày ${received_on}, hạn ${nominations_until.slice(0, 10)}; ${letter}, mục 3).`;
    case 'incomplete':
      return `Hồ sơ thiếu ${missing.map((paper) => papers[paper]).join(', ')} (${letter}, mục 2).`;
    case 'not_eligible':
      return `Không đủ điều kiện: ${obstacles.map(({label, clause}) => `${label} (${clause})`).join('; ')}.`;
    case 'eligible':
      if (is_over_quota) {
        return quota === undefined
          ? 'Đợt thi đua không có chỉ tiêu cho hình thức và đối tượng này.'
          : `Vượt chỉ tiêu: không quá ${quota.quota} (${quota.letter}, mục ${quota.clause}), lấy theo thứ tự ưu tiên rồi theo hạng.`;
      }
      return takes_part ? null : 'Không tham gia xếp hạng nên không có điều kiện xếp hạng để xét.';
    case 'shortlisted':
    case 'awarded':
      if (obstacles.length > 0) return `Cần xem lại: ${obstacles.map(({label}) => label).join('; ')}.`;
      return is_over_quota ? `Vượt chỉ tiêu: không quá ${quota?.quota ?? 0}.` : null;
    case 'not_awarded':
      return null;
  }
}
