import {ApiError} from '../errors.ts';
import {letterPapers} from '../letters/letters.ts';
import {permissions} from '../permissions.ts';
import type {Role} from '../roles.ts';
import {annexes} from './annexes/annexes.ts';
import {paperPurposes, type OfferedPaper} from './offered.ts';

/** Every paper there is: what goes with letters, then the letters. */
export const catalogue: readonly OfferedPaper[] = [...annexes, ...letterPapers];

/** The papers that somebody may have, by what they are needed for. */
export const papersFor = (role: Role): OfferedPaper[] =>
  paperPurposes.flatMap((purpose) =>
    catalogue.filter(
      (paper) =>
        paper.purpose === purpose && paper.reads.every((route) => permissions[route]?.includes(role)),
    ),
  );

/** The paper of that id, for somebody who may have it. */
export function paperCalled(id: string, role: Role): OfferedPaper {
  const found = catalogue.find((paper) => paper.id === id);
  if (!found) {
    throw new ApiError('unknown_paper', 'Không có tài liệu mang mã này; xem /api/v1/papers.');
  }
  if (!papersFor(role).includes(found)) {
    throw new ApiError(
      'not_permitted',
      `Vai trò của bạn không được lấy tài liệu “${found.name.vi}”; xem /api/v1/papers.`,
    );
  }
  return found;
}
