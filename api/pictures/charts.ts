import type {DrawnFigure} from '../../web/charts/drawn-figure.ts';
import {entriesChart} from '../../web/charts/entries-chart.ts';
import {identityChart} from '../../web/charts/identity-chart.ts';
import {moneyChart} from '../../web/charts/money-chart.ts';
import {eventDays} from '../../web/findings/course-events.ts';
import {
  courseOfNation,
  courseOfUnit,
  headingOfCourse,
  type Course,
} from '../../web/findings/entries-course.ts';
import {headingOfIdentity, headingOfMoney} from '../../web/findings/money-headings.ts';
import {moneyRows} from '../../web/findings/money-rows.ts';
import {identitySteps, wholeOf} from '../../web/findings/money-sums.ts';
import {nameOfEvent} from '../../web/findings/event-names.ts';
import {formatDate, formatDay} from '../../web/format.ts';
import {moneySumWords} from '../../web/labels/money-sum-words.ts';
import {words} from '../../web/labels/words.ts';
import type {MoneyAnswer, OverviewAnswer, UnitPageAnswer} from '../answers.ts';
import {ApiError} from '../errors.ts';
import {moneyAnswer} from '../money-schemas.ts';
import {unitPageAnswer} from '../page-schemas.ts';
import {ask} from '../papers/asking.ts';
import type {PaperWorld} from '../papers/offered.ts';
import {money} from '../routes/money.ts';
import {overview} from '../routes/overview.ts';
import {unitPage} from '../routes/pages/unit.ts';
import {overviewAnswer} from '../schemas.ts';
import {isNation, mustBeNation, type AskedPicture} from './asked.ts';
import {figures} from './figures.ts';

/** A chart of the screen with the words it stands under there. */
export type DrawnChart = DrawnFigure;

/** How files were entered, to the deadline; with what happened on the way where there is room to say what it was. */
function courseChart(course: Course, place: string, hasMarks: boolean): DrawnChart {
  const start = course.entries[0]?.day ?? course.night;
  const marked = hasMarks ? eventDays(course.events ?? [], start) : [];
  return {
    chart: entriesChart({
      entries: course.entries,
      required: course.completion.denominator ?? 0,
      deadline: course.target?.deadline ?? null,
      forecast: course.pace?.forecast ?? null,
      marked,
    }).whole,
    heading: headingOfCourse(course),
    subtitle: words().entries.subtitle(place, formatDate(start), formatDate(course.night)),
    marks: marked.map(
      ({number, day, events}) => `${number}. ${formatDay(day)}: ${events.map(nameOfEvent).join('; ')}`,
    ),
    stamp: course,
  };
}

/** The chart of the first page. */
export const courseOfNationChart = (answer: OverviewAnswer): DrawnChart =>
  courseChart(courseOfNation(answer), words().entries.nation, false);

/** The chart of a unit's page; null where it shows none. */
export function courseOfUnitChart(answer: UnitPageAnswer, {hasMarks = false} = {}): DrawnChart | null {
  const course = courseOfUnit(answer);
  return course && courseChart(course, answer.unit.unit_name, hasMarks);
}

const moneyOfProvinces = (answer: OverviewAnswer): DrawnChart => ({
  chart: moneyChart(moneyRows(answer.provinces, 'share'), answer.targets.money?.floor ?? null).whole,
  heading: headingOfMoney(answer),
  subtitle: words().money.subtitle(formatDate(answer.night)),
  marks: [],
  stamp: answer,
});

function identityOfMoney(answer: MoneyAnswer): DrawnChart {
  const whole = wholeOf(answer.rows);
  return {
    chart: identityChart(identitySteps(whole)).whole,
    heading: headingOfIdentity(whole),
    subtitle: moneySumWords().identity.subtitle(formatDate(answer.night)),
    marks: [],
    stamp: answer,
  };
}

/** The charts that can be had as pictures, by their names in the address; each asks what the screen asks. */
export const charts = {
  async entries({unit: asked, as_of}, world) {
    // Who sees one province alone means that one.
    const unit = asked ?? world.person.province;
    if (isNation(unit)) {
      return courseOfNationChart(await ask(overview, overviewAnswer, {query: {as_of}}, world));
    }
    const page = await ask(unitPage, unitPageAnswer, {query: {unit, as_of}}, world);
    const drawn = courseOfUnitChart(page, {hasMarks: true});
    if (drawn) return drawn;
    throw new ApiError('no_figures', 'Đơn vị này chưa có ngày nào để vẽ biểu đồ.');
  },
  async money({unit, as_of}, world) {
    mustBeNation(unit, 'Biểu đồ dữ liệu tiền');
    return moneyOfProvinces(await ask(overview, overviewAnswer, {query: {as_of}}, world));
  },
  async identity({unit, as_of}, world) {
    mustBeNation(unit, 'Biểu đồ dữ liệu tiền');
    return identityOfMoney(await ask(money, moneyAnswer, {query: {level: 'province', as_of}}, world));
  },
  ...figures,
} satisfies Record<string, (asked: AskedPicture, world: PaperWorld) => Promise<DrawnChart>>;

export type ChartName = keyof typeof charts;
