import {dayWord} from '../bulletins/figures.ts';
import {cited} from './dossier-rules.ts';
import type {JudgedNomination, NominationFacts} from './nominations.ts';
import {noQuota, papers} from './nomination-words.ts';

/** What the board should read of a nomination first, in one sentence with its clause; none when there is nothing to say. */
export function noteOf(
  one: JudgedNomination,
  {campaign: {nominations_until}, dossierRules}: Pick<NominationFacts, 'campaign' | 'dossierRules'>,
): string | null {
  const {state, missing, obstacles, quota, takes_part, is_over_quota, is_tied_at_quota, received_on} = one;
  switch (state) {
    case 'late':
      return `${dossierRules.late.sentence} (nhận ngày ${dayWord(received_on)}, hạn ${dayWord(nominations_until)}; ${cited(dossierRules.late)}).`;
    case 'incomplete':
      return `Hồ sơ thiếu ${missing.map((paper) => papers[paper]).join(', ')} (${cited(dossierRules.papers)}).`;
    case 'not_eligible':
      return `Không đủ điều kiện: ${obstacles.map((obstacle) => `${obstacle.label} (${cited(obstacle)})`).join('; ')}.`;
    case 'eligible':
      if (is_over_quota) {
        return quota === undefined
          ? noQuota
          : `Vượt chỉ tiêu: không quá ${quota.quota} (${cited(quota)}), lấy theo thứ tự ưu tiên rồi theo hạng.`;
      }
      return joined([
        is_tied_at_quota &&
          quota !== undefined &&
          `Ngang thứ tự ưu tiên và hạng với đề nghị khác ở chỗ cuối của chỉ tiêu (không quá ${quota.quota}; ${cited(quota)}): hội đồng chọn.`,
        !takes_part && 'Không tham gia xếp hạng nên không có điều kiện xếp hạng để xét.',
      ]);
    case 'shortlisted':
    case 'awarded':
      return doubts(one);
    case 'not_awarded':
      return null;
  }
}

/** The sentences that there is reason to say, one after the other; null without any. */
export const joined = (sentences: readonly (string | false)[]): string | null =>
  sentences.filter((sentence) => sentence !== false).join(' ') || null;

/** What turned up after a nomination was put on the shortlist. */
function doubts({missing, obstacles, is_over_quota, quota}: JudgedNomination): string | null {
  const found = [
    ...missing.map((paper) => `thiếu ${papers[paper]}`),
    ...obstacles.map(({label}) => label),
    ...(is_over_quota ? [`vượt chỉ tiêu ${quota?.quota ?? 0}`] : []),
  ];
  return found.length === 0 ? null : `Cần xem lại: ${found.join('; ')}.`;
}
