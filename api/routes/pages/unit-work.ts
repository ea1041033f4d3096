import {z} from 'zod';
import {endpoint, type Asker} from '../../endpoint.ts';
import {stampOf} from '../../nights.ts';
import {parameters} from '../../parameters.ts';
import {seesOfficers} from '../../permissions.ts';
import {unitOf, type UnitLevel} from '../../places.ts';
import {unitLists, unitWorkAnswer, type UnitList} from '../../whole-page-schemas.ts';
import {workRevision} from '../../work/assignments.ts';
import {assignments} from '../assignments.ts';
import {defectAges} from '../defect-ages.ts';
import {defects} from '../defects.ts';
import {qualitySignals} from '../signals.ts';
import {mainPart, partOf} from './part.ts';
import {unitPage} from './unit.ts';

const {unit, as_of, compare, only_json} = parameters;

const lists = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(unitLists, {error: `chỉ nhận ${unitLists.join(', ')}, cách nhau bằng dấu phẩy`})))
  .optional()
  .meta({
    type: 'string',
    description: 'Các danh sách đi kèm, cách nhau bằng dấu phẩy; bỏ trống: tất cả.',
    example: 'defects',
  });

/** How a list is narrowed, as its own route takes it: what that refuses, is refused there. */
const asIn = (route: string, name: string) =>
  z
    .string()
    .max(64, {error: 'dài nhất 64 ký tự'})
    .optional()
    .meta({description: `Như “${name}” của ${route}.`});

/** What narrows the fix list of a page. */
export const filtersOfDefects = {
  rule: asIn('/defects', 'rule'),
  pillar: asIn('/defects', 'pillar'),
  state: asIn('/defects', 'state'),
  limit: parameters.limit,
};

/** Everything a page about a unit shows, with the lists of what is to be done below its figures. */
export const unitWork = endpoint({
  path: '/pages/unit-work',
  summary: 'Trang một đơn vị kèm danh sách lỗi phải sửa, tuổi lỗi, việc đã giao, nghi vấn nhập liệu',
  params: z.strictObject({}),
  query: z.strictObject({
    unit,
    as_of,
    compare,
    lists,
    ...filtersOfDefects,
    by: asIn('/defects/ages', 'level'),
    format: only_json,
  }),
  answer: unitWorkAnswer,
  tabular: false,
  dependsOn: workRevision,
  async find({query}, version, asker, store) {
    const world = {version, asker, store};
    const {unit, as_of, compare, rule, pillar, state, limit} = query;
    const {level} = await unitOf({unit}, version);
    const by = query.by ?? levelOfAges(level, asker);
    const wanted: readonly UnitList[] = query.lists ?? unitLists;
    const listed = <Answer>(list: UnitList, read: () => Promise<Answer | null>) =>
      wanted.includes(list) ? read() : null;
    const [page, defectsPart, ages, assignmentsPart, signals] = await Promise.all([
      mainPart(unitPage, {query: {unit, as_of, compare}}, world),
      listed('defects', () => partOf(defects, {query: {unit, rule, pillar, state, limit}}, world)),
      listed('ages', () => partOf(defectAges, {query: {unit, level: by}}, world)),
      listed('assignments', () => partOf(assignments, {query: {unit}}, world)),
      listed('signals', () =>
        partOf(
          qualitySignals,
          {query: {unit, level: level === 'nation' ? 'province' : 'office', as_of}},
          world,
        ),
      ),
    ]);
    return {
      answer: {
        ...stampOf(version, as_of),
        page,
        defects: defectsPart,
        ages,
        assignments: assignmentsPart,
        signals,
      },
    };
  },
});

/** What is below a unit: of an office its officers, for those who may see them. */
function levelOfAges(level: UnitLevel, {role}: Asker) {
  if (level === 'nation') return 'province';
  return level === 'office' && seesOfficers.includes(role) ? 'officer' : 'office';
}
