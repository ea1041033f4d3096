import {z} from 'zod';
import {endpoint} from '../../endpoint.ts';
import {stampOf} from '../../nights.ts';
import {officerWorkAnswer} from '../../whole-page-schemas.ts';
import {defects} from '../defects.ts';
import {officerPage, officerQuery} from './officer.ts';
import {mainPart, partOf} from './part.ts';
import {filtersOfDefects} from './unit-work.ts';

/** Everything the page about an officer shows, with the officer's part of the fix list. */
export const officerWork = endpoint({
  path: '/pages/officer-work',
  summary: 'Trang một chấp hành viên kèm danh sách lỗi phải sửa; unit là mã của người đó',
  params: z.strictObject({}),
  query: officerQuery.extend(filtersOfDefects),
  answer: officerWorkAnswer,
  tabular: false,
  async find({query}, version, asker, store) {
    const world = {version, asker, store};
    const {unit: officer, as_of, compare, rule, pillar, state, limit} = query;
    const {scope} = asker;
    const unit = typeof scope === 'object' ? scope.province : undefined;
    const [page, defectsPart] = await Promise.all([
      mainPart(officerPage, {query: {unit: officer, as_of, compare}}, world),
      partOf(defects, {query: {unit, officer, rule, pillar, state, limit}}, world),
    ]);
    return {answer: {...stampOf(version, as_of), page, defects: defectsPart}};
  },
});
