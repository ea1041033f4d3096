import {z} from 'zod';
import {defects} from '../../../warehouse/defects.ts';
import type {OfficerBelow, RuleRow, Unit, UnitBelow, UnitPageAnswer, UnitRule} from '../../answers.ts';
import {endpoint} from '../../endpoint.ts';
import {stampOf} from '../../nights.ts';
import type {OpenVersion} from '../../open-version.ts';
import * as schemas from '../../page-schemas.ts';
import {officerMetrics, unitMetrics, type OfficerMetric, type UnitMetric} from '../../page-schemas.ts';
import {parameters} from '../../parameters.ts';
import {seesOfficers} from '../../permissions.ts';
import {unitOf, type UnitLevel} from '../../places.ts';
import type {Targets} from '../../targets.ts';
import {
  Figures,
  firstOf,
  pageNights,
  readPageTargets,
  type Count,
  type PageNights,
} from '../../tracked-figures.ts';
import {paceOfUnit, readCourse} from './unit-course.ts';
import {readPaper} from './unit-paper.ts';
import {readPeers, standingsOf} from './unit-standings.ts';

const {as_of, compare, unit, only_json} = parameters;

const levelBelow: Record<UnitLevel, UnitLevel | ''> = {nation: 'province', province: 'office', office: ''};

/** Everything the pages about one unit show, the nation among them: its figures, the units below it, its rules. */
export const unitPage = endpoint({
  path: '/pages/unit',
  summary: 'Mọi số liệu của trang một đơn vị: toàn quốc, một tỉnh hoặc một phòng',
  params: z.strictObject({}),
  query: z.strictObject({unit, as_of, compare, format: only_json}),
  answer: schemas.unitPageAnswer,
  tabular: false,
  needs: ['history.rule_offenders', 'history.live_subjects'],
  async find({query}, version, asker) {
    const stamp = stampOf(version, query.as_of);
    const {level, unit: id} = await unitOf({unit: query.unit}, version);
    const nights = pageNights(version, stamp.night, query.compare);
    const [targets, tree, provinces, counts, rules, officers, course, peers, paper] = await Promise.all([
      readPageTargets(version, nights),
      version.rows<Unit>('units_in_force', {night: stamp.night}),
      version.rows<Place>('provinces'),
      version.rows<Count>('unit_figures', {
        unit: id,
        level,
        level_below: levelBelow[level],
        from: firstOf(nights),
        to: stamp.night,
        compared: nights.compared,
      }),
      readRules(version, {unit: id, level}, nights),
      level === 'office' && seesOfficers.includes(asker.role) ? readOfficers(version, id, nights) : null,
      level === 'nation' ? null : readCourse(version, {unit: id, level}, stamp.night),
      level === 'province' && typeof asker.scope !== 'object' ? readPeers(version, id) : null,
      level === 'nation' ? null : readPaper(version, {unit: id, level}),
    ]);
    const places = placesOf(tree, provinces.map(nameOf), level, id);
    const figures = new Figures(counts, targets, nights);
    const missing = missingOf(figures.at('completion_rate', id, stamp.night));
    const {deadline = null} = targets.find('completion_rate', stamp.night) ?? {};
    return {
      answer: {
        ...stamp,
        compared_with: nights.compared,
        ...places.around,
        targets: eachMetric(unitMetrics, (metric) => targets.find(metric, stamp.night)),
        figures: eachMetric(unitMetrics, (metric) => figures.tracked(metric, id)),
        files_missing: missing,
        standings: peers && standingsOf(figures, {unit: id, provinces, peers}, stamp.night),
        entries: course && course.entries.map(({day, done, entered}) => ({day, done, entered})),
        events: course && course.events,
        signal_days: course && course.signalDays,
        pace: course && paceOfUnit(course, {night: stamp.night, missing, deadline}),
        paper,
        below: places.below.map((place) => belowOf(place, figures, nights)),
        rules,
        officers: officers && officersOf(officers, targets, nights),
      },
    };
  },
});

/** A value for each metric of a list. */
export function eachMetric<Metric extends string, Value>(
  list: readonly Metric[],
  valueOf: (metric: Metric) => Value,
): Record<Metric, Value> {
  return Object.fromEntries(list.map((metric) => [metric, valueOf(metric)])) as Record<Metric, Value>;
}

type Place = Pick<Unit, 'unit_id' | 'unit_name'>;

const nameOf = ({unit_id, unit_name}: Place): Place => ({unit_id, unit_name});

/** Where a unit stands in the tree: what is above, beside and below it. */
function placesOf(
  tree: readonly Unit[],
  provinces: readonly Place[],
  level: UnitLevel,
  id: string,
): {around: Pick<UnitPageAnswer, 'unit' | 'province' | 'siblings'>; below: Place[]} {
  if (level === 'nation') {
    return {
      around: {unit: {unit_id: 'VN', unit_name: 'Toàn quốc', level}, province: null, siblings: []},
      below: [...provinces],
    };
  }
  const own = [...provinces, ...tree].find(({unit_id}) => unit_id === id);
  const unitAnswer = {unit_id: id, unit_name: own?.unit_name ?? id, level};
  const officesOf = (province: string | null | undefined) =>
    tree
      .filter((one) => (one.level === 'office' || one.level === 'division') && one.province_id === province)
      .map(nameOf);
  if (level === 'province') {
    return {around: {unit: unitAnswer, province: null, siblings: [...provinces]}, below: officesOf(id)};
  }
  const office = tree.find(({unit_id}) => unit_id === id);
  const province = provinces.find(({unit_id}) => unit_id === office?.province_id) ?? null;
  return {
    around: {unit: unitAnswer, province, siblings: officesOf(province?.unit_id)},
    below: [],
  };
}

function belowOf(place: Place, figures: Figures, {night, compared}: PageNights): UnitBelow {
  const before = (metric: UnitMetric) =>
    compared === null ? null : figures.at(metric, place.unit_id, compared).value;
  const now = eachMetric(unitMetrics, (metric) => figures.at(metric, place.unit_id, night));
  return {
    ...place,
    figures: now,
    completion_before: before('completion_rate'),
    money_before: before('money_coverage'),
    quality_before: before('quality_score'),
    completion_history: figures.tracked('completion_rate', place.unit_id).history,
    files_missing: missingOf(now.completion_rate),
    money_files_missing: missingOf(now.money_coverage),
  };
}

const missingOf = ({numerator, denominator}: {numerator: number | null; denominator: number | null}) =>
  Math.max(0, (denominator ?? 0) - (numerator ?? 0));

/** Every rule with the unit's files that break it, the most first. */
async function readRules(
  version: OpenVersion,
  place: {unit: string; level: UnitLevel},
  {night, compared}: PageNights,
): Promise<UnitRule[]> {
  const offencesOf = (on: string) =>
    version.rows<Pick<RuleRow, 'rule' | 'offenders'> & {unit_id: string}>('quality_rules', {
      ...place,
      night: on,
    });
  const [subjects, now, before] = await Promise.all([
    version.rows<{unit_id: string; files: number}>('live_subjects', {...place, night}),
    offencesOf(night),
    compared === null ? null : offencesOf(compared),
  ]);
  const files = subjects.find(({unit_id}) => unit_id === place.unit)?.files ?? 0;
  const count = (rows: typeof now, rule: string) =>
    rows.find((row) => row.rule === rule && row.unit_id === place.unit)?.offenders ?? 0;
  return Object.entries(defects)
    .map(([rule, {label, meaning, pillar}]) => ({
      rule,
      label,
      meaning,
      pillar,
      offenders: count(now, rule),
      offenders_before: before && count(before, rule),
      files,
    }))
    .sort((one, other) => other.offenders - one.offenders || (one.rule < other.rule ? -1 : 1));
}

interface OfficersRead {
  people: {officer_id: string; officer_name: string | null; is_enforcement_officer: boolean}[];
  counts: Count[];
}

async function readOfficers(version: OpenVersion, office: string, nights: PageNights): Promise<OfficersRead> {
  const [people, counts] = await Promise.all([
    version.rows<OfficersRead['people'][number]>('officers_of', {unit: office}),
    version.rows<Count>('officer_figures', {
      unit: office,
      from: nights.night,
      to: nights.night,
      compared: nights.compared,
    }),
  ]);
  return {people, counts};
}

/** Enforcement officers, and whoever else has a figure. */
function officersOf({people, counts}: OfficersRead, targets: Targets, nights: PageNights): OfficerBelow[] {
  const figures = new Figures(counts, targets, nights);
  const counted = new Set(counts.map(({unit_id}) => unit_id));
  return people
    .filter(({officer_id, is_enforcement_officer}) => is_enforcement_officer || counted.has(officer_id))
    .map(({officer_id, officer_name}) => ({
      officer_id,
      officer_name,
      figures: eachMetric<OfficerMetric, OfficerBelow['figures'][OfficerMetric]>(officerMetrics, (metric) =>
        figures.at(metric, officer_id, nights.night),
      ),
    }));
}
