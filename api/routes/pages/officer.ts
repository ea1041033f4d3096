import {z} from 'zod';
import {endpoint} from '../../endpoint.ts';
import {ApiError} from '../../errors.ts';
import {stampOf} from '../../nights.ts';
import * as schemas from '../../page-schemas.ts';
import {officerMetrics} from '../../page-schemas.ts';
import {parameters} from '../../parameters.ts';
import {Figures, firstOf, pageNights, readPageTargets, type Count} from '../../tracked-figures.ts';
import {readSignalDays} from './signal-days.ts';
import {eachMetric} from './unit.ts';

const {as_of, compare, unit, only_json} = parameters;

const officer = unit.unwrap().meta({description: 'Mã của chấp hành viên.', example: 'CB0123'});

/** What the addresses about one officer take. */
export const officerQuery = z.strictObject({unit: officer, as_of, compare, format: only_json});

/** Everything the page about one officer shows but the list of what to put right. */
export const officerPage = endpoint({
  path: '/pages/officer',
  summary: 'Mọi số liệu của trang một chấp hành viên; unit là mã của người đó',
  params: z.strictObject({}),
  query: officerQuery,
  answer: schemas.officerPageAnswer,
  tabular: false,
  async find({query}, version) {
    const stamp = stampOf(version, query.as_of);
    const id = query.unit;
    const nights = pageNights(version, stamp.night, query.compare);
    const isLatest = stamp.night === version.current.night;
    const [people, targets, counts, entries, signal_days] = await Promise.all([
      version.rows<Person>('officers_of', {unit: id}),
      readPageTargets(version, nights),
      version.rows<Count>('officer_figures', {
        unit: id,
        from: firstOf(nights),
        to: stamp.night,
        compared: nights.compared,
      }),
      isLatest && version.has('marts.entries')
        ? version.rows<{day: string; entered: number}>('entry_days_of_officer', {officer: id})
        : null,
      isLatest ? readSignalDays(version, 'signal_days_of_officer', {officer: id}) : null,
    ]);
    const found = people.find(({officer_id}) => officer_id === id);
    if (!found) throw new ApiError('unknown_officer', 'Không có cán bộ mang mã này.');
    const figures = new Figures(counts, targets, nights);
    return {
      answer: {
        ...stamp,
        compared_with: nights.compared,
        officer: {officer_id: id, officer_name: found.officer_name},
        office: placeOf(found.office_id, found.office_name),
        province: placeOf(found.province_id, found.province_name),
        targets: eachMetric(officerMetrics, (metric) => targets.find(metric, stamp.night)),
        figures: eachMetric(officerMetrics, (metric) => figures.tracked(metric, id)),
        entries,
        signal_days,
      },
    };
  },
});

interface Person {
  officer_id: string;
  officer_name: string | null;
  office_id: string | null;
  office_name: string | null;
  province_id: string | null;
  province_name: string | null;
}

const placeOf = (id: string | null, name: string | null) =>
  id === null ? null : {unit_id: id, unit_name: name ?? id};
