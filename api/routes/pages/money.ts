import {z} from 'zod';
import {endpoint} from '../../endpoint.ts';
import {stampOf} from '../../nights.ts';
import {parameters} from '../../parameters.ts';
import {moneyPageAnswer} from '../../whole-page-schemas.ts';
import {metricFigures} from '../metrics.ts';
import {money} from '../money.ts';
import {overview} from '../overview.ts';
import {mainPart, partOf} from './part.ts';

const {as_of, compare, only_json} = parameters;

/** Everything the page about money data shows. */
export const moneyPage = endpoint({
  path: '/pages/money',
  summary: 'Mọi số liệu của trang Dữ liệu tiền: toàn quốc và các tỉnh, tổng số tiền, các phòng',
  params: z.strictObject({}),
  query: z.strictObject({as_of, compare, format: only_json}),
  answer: moneyPageAnswer,
  tabular: false,
  async find({query}, version, asker, store) {
    const world = {version, asker, store};
    const {as_of, compare} = query;
    const [overviewPart, sums, offices] = await Promise.all([
      mainPart(overview, {query: {as_of, compare}}, world),
      partOf(money, {query: {level: 'province', as_of}}, world),
      partOf(metricFigures, {params: {id: 'money_coverage'}, query: {level: 'office', as_of}}, world),
    ]);
    return {answer: {...stampOf(version, as_of), overview: overviewPart, sums, offices}};
  },
});
