import {z} from 'zod';
import {endpoint} from '../../endpoint.ts';
import {stampOf} from '../../nights.ts';
import {parameters} from '../../parameters.ts';
import {unitOf} from '../../places.ts';
import {reconciliationPageAnswer} from '../../whole-page-schemas.ts';
import {recordRevision} from '../../work/gap-record.ts';
import {formerProvinces} from '../former-provinces.ts';
import {gapRecord} from '../gap-record.ts';
import {letterList} from '../lists.ts';
import {reconciliation} from '../reconciliation.ts';
import {mainPart, partOf} from './part.ts';

const {nam, so_thang, loai_bieu, unit, only_json} = parameters;

/** Everything the page of paper beside platform shows: a unit, those below it, who lies closest, what units say. */
export const reconciliationPage = endpoint({
  path: '/pages/reconciliation',
  summary:
    'Mọi số liệu của trang Đối chiếu: một đơn vị, các đơn vị trực thuộc, danh sách lệch ít nhất, biên bản',
  params: z.strictObject({}),
  query: z.strictObject({
    nam,
    so_thang,
    loai_bieu,
    unit,
    provinces: z
      .enum(['former'], {error: 'chỉ nhận former'})
      .optional()
      .meta({description: 'Kèm các tỉnh, thành phố trước 01/07/2025.'}),
    format: only_json,
  }),
  answer: reconciliationPageAnswer,
  tabular: false,
  dependsOn: recordRevision,
  async find({query}, version, asker, store) {
    const world = {version, asker, store};
    const {nam, so_thang, loai_bieu, unit} = query;
    const {level} = await unitOf({unit}, version);
    const isNation = level === 'nation';
    const asked = {nam, so_thang, loai_bieu, unit};
    const [whole, parts, smallest, record, former] = await Promise.all([
      mainPart(reconciliation, {query: {...asked, level}}, world),
      mainPart(reconciliation, {query: {...asked, level: isNation ? 'province' : 'office'}}, world),
      isNation && loai_bieu !== 'TIEN'
        ? partOf(letterList, {params: {id: 'gap_smallest_13'}, query: {nam, so_thang}}, world)
        : null,
      partOf(gapRecord, {query: asked}, world),
      query.provinces ? partOf(formerProvinces, {query: {unit}}, world) : null,
    ]);
    return {
      answer: {
        ...stampOf(version, undefined),
        whole,
        parts,
        // Without paper there is no gap to be the smallest.
        smallest: whole.period.has_paper ? smallest : null,
        record,
        former,
      },
    };
  },
});
