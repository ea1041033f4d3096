import {z} from 'zod';
import type {EntryDay, OverviewAnswer, ProvinceRow, SourceFreshness, Target} from '../answers.ts';
import {isOver} from '../deadline.ts';
import {endpoint} from '../endpoint.ts';
import {stampOf} from '../nights.ts';
import type {OpenVersion} from '../open-version.ts';
import {readPaces} from '../paces.ts';
import {parameters} from '../parameters.ts';
import * as schemas from '../schemas.ts';
import {Figures, firstOf, pageNights, readPageTargets, type Count} from '../tracked-figures.ts';

const {as_of, compare, only_json} = parameters;

/** Everything the first page shows, in one answer. */
export const overview = endpoint({
  path: '/pages/overview',
  summary: 'Mọi số liệu của trang Tổng quan',
  params: z.strictObject({}),
  query: z.strictObject({as_of, compare, format: only_json}),
  answer: schemas.overviewAnswer,
  tabular: false,
  async find({query}, version) {
    const stamp = stampOf(version, query.as_of);
    const {night} = stamp;
    const nights = pageNights(version, night, query.compare);
    const {compared} = nights;
    const targets = await readPageTargets(version, nights);
    const completionTarget = targets.find('completion_rate', night);

    const [counts, provinces, sources, tiles, entries, [officesComplete], [onTime]] = await Promise.all([
      version.rows<Count>('overview_figures', {from: firstOf(nights), to: night, compared}),
      version.rows<Pick<ProvinceRow, 'unit_id' | 'unit_name' | 'offices'>>('provinces'),
      version.rows<SourceFreshness>('source_freshness'),
      version.rows<OverviewAnswer['tiles'][number]>('tiles'),
      version.rows<EntryDay>('entry_days', {night}),
      version.rows<OverviewAnswer['nation']['offices_complete']>('offices_complete', {night}),
      version.has('history.candidates')
        ? version.rows<{numerator: number; denominator: number}>('offices_on_time', {night})
        : [],
    ]);
    const figures = new Figures(counts, targets, nights);
    const missing = figures.at('files_missing', 'VN', night).numerator;

    const answer: OverviewAnswer = {
      ...stamp,
      compared_with: compared,
      nights: [...version.nights],
      published_at: version.current.published_at,
      sources,
      nation: {
        completion: figures.tracked('completion_rate', 'VN'),
        files_missing: figures.tracked('files_missing', 'VN'),
        money: figures.tracked('money_coverage', 'VN'),
        money_items: figures.at('money_item_coverage', 'VN', night),
        money_amount: figures.at('money_amount_coverage', 'VN', night),
        petitions: figures.tracked('petition_completion_rate', 'VN'),
        offices_complete: officesComplete ?? {numerator: 0, denominator: 0},
        quality: figures.tracked('quality_score', 'VN'),
        offices_on_time: onTime ? {numerator: onTime.numerator, denominator: onTime.denominator} : null,
      },
      targets: {
        completion: completionTarget,
        money: targets.find('money_coverage', night),
        petitions: targets.find('petition_completion_rate', night),
      },
      provinces: provinces.map((province) => provinceRow(province, figures, night)),
      tiles,
      entries,
      pace: await readPace(version, night, completionTarget, missing),
    };
    return {answer};
  },
});

function provinceRow(
  province: Pick<ProvinceRow, 'unit_id' | 'unit_name' | 'offices'>,
  figures: Figures,
  night: string,
): ProvinceRow {
  const {unit_id} = province;
  const money = figures.tracked('money_coverage', unit_id);
  return {
    ...province,
    completion: figures.tracked('completion_rate', unit_id),
    files_missing: figures.at('files_missing', unit_id, night).numerator ?? 0,
    money,
    money_items: figures.at('money_item_coverage', unit_id, night),
    money_amount: figures.at('money_amount_coverage', unit_id, night),
    money_files_missing: (money.denominator ?? 0) - (money.numerator ?? 0),
  };
}

/** How many files each working day must bring, and how many it brings; none without a deadline ahead. */
async function readPace(
  version: OpenVersion,
  night: string,
  target: Target | null,
  missing: number | null,
): Promise<OverviewAnswer['pace']> {
  const deadline = target?.deadline;
  if (!deadline || isOver(deadline, night) || !version.has('marts.calendar')) return null;
  const paceFor = await readPaces(version, {level: 'nation', night});
  const {working_days_left, ...pace} = paceFor('VN', missing, deadline);
  return {deadline, working_days_left: working_days_left ?? 0, ...pace};
}
