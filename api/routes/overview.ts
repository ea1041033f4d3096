import {z} from 'zod';
import {metrics, statusOf, valueOf, type MetricId} from '../../warehouse/metrics.ts';
import type {
  EntryDay,
  Figure,
  OverviewAnswer,
  ProvinceRow,
  SourceFreshness,
  Target,
  TrackedFigure,
} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {findNight, stampOf} from '../nights.ts';
import type {OpenVersion} from '../open-version.ts';
import {readPaces} from '../paces.ts';
import {parameters} from '../parameters.ts';
import * as schemas from '../schemas.ts';
import {readTargets, type Targets} from '../targets.ts';

/** Nights drawn in a sparkline. */
const nightsDrawn = 30;

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
    const compared = findNight(version, query.compare ?? weekBefore(night)) ?? null;
    const drawn = version.nights.filter((known) => known <= night).slice(-nightsDrawn);
    const first = drawn[0] ?? night;
    const targets = await readTargets(
      version,
      compared !== null && compared < first ? compared : first,
      latestOf(night, compared),
    );
    const completionTarget = targets.find('completion_rate', night);

    const [counts, provinces, sources, tiles, entries, [officesComplete]] = await Promise.all([
      version.rows<Count>('overview_figures', {from: first, to: night, compared}),
      version.rows<Pick<ProvinceRow, 'unit_id' | 'unit_name' | 'offices'>>('provinces'),
      version.rows<SourceFreshness>('source_freshness'),
      version.rows<OverviewAnswer['tiles'][number]>('tiles'),
      version.rows<EntryDay>('entry_days', {night}),
      version.rows<OverviewAnswer['nation']['offices_complete']>('offices_complete', {night}),
    ]);
    const figures = new Figures(counts, targets, {night, compared, drawn});
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
  if (!deadline || deadline.slice(0, 10) < night || !version.has('marts.calendar')) return null;
  const paceFor = await readPaces(version, {level: 'nation', night});
  const {working_days_left, ...pace} = paceFor('VN', missing, deadline);
  return {deadline, working_days_left: working_days_left ?? 0, ...pace};
}

interface Count {
  metric_id: string;
  unit_id: string;
  night: string;
  numerator: number | null;
  denominator: number | null;
}

/** The counts of the page, judged: a figure of a night, or with its past. */
class Figures {
  readonly #counts: ReadonlyMap<string, Count>;
  readonly #targets: Targets;
  readonly #nights: {night: string; compared: string | null; drawn: readonly string[]};

  constructor(
    counts: readonly Count[],
    targets: Targets,
    nights: {night: string; compared: string | null; drawn: readonly string[]},
  ) {
    this.#counts = new Map(
      counts.map((count) => [keyOf(count.metric_id, count.unit_id, count.night), count]),
    );
    this.#targets = targets;
    this.#nights = nights;
  }

  at(id: MetricId, unit: string, night: string): Figure {
    const {numerator = null, denominator = null} = this.#counts.get(keyOf(id, unit, night)) ?? {};
    const value = valueOf(metrics[id].unit, numerator, denominator);
    return {
      numerator,
      denominator,
      value,
      status: statusOf(value, metrics[id].better, this.#targets.find(id, night)),
    };
  }

  tracked(id: MetricId, unit: string): TrackedFigure {
    const {night, compared, drawn} = this.#nights;
    return {
      ...this.at(id, unit, night),
      previous: compared === null ? null : this.at(id, unit, compared),
      history: drawn.map((past) => ({night: past, value: this.at(id, unit, past).value})),
    };
  }
}

const keyOf = (metric: string, unit: string, night: string) => `${metric} ${unit} ${night}`;

const latestOf = (night: string, compared: string | null) =>
  compared !== null && compared > night ? compared : night;

function weekBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 7);
  return day.toISOString().slice(0, 10);
}
