import {agesFigure} from '../../web/charts/ages-chart.ts';
import {calendarFigure} from '../../web/charts/calendar-chart.ts';
import type {DrawnFigure} from '../../web/charts/drawn-figure.ts';
import {heatFigure} from '../../web/charts/heat-chart.ts';
import {mapFigure} from '../../web/charts/map-chart.ts';
import {peersFigure} from '../../web/charts/peers-chart.ts';
import {rankingFigure, rowsInRanking} from '../../web/charts/ranking-chart.ts';
import {stripFigure} from '../../web/charts/strip-chart.ts';
import {shortOfficeName} from '../../web/findings/office-name.ts';
import {unitNameShown} from '../../web/labels/unit-name.ts';
import type {UnitPageAnswer} from '../answers.ts';
import {campaignAnswer, rankingAnswer} from '../campaign-schemas.ts';
import {ApiError} from '../errors.ts';
import {unitPageAnswer} from '../page-schemas.ts';
import {ask} from '../papers/asking.ts';
import type {PaperWorld} from '../papers/offered.ts';
import {campaign} from '../routes/campaigns/campaigns.ts';
import {ranking} from '../routes/campaigns/ranking.ts';
import {defectAges} from '../routes/defect-ages.ts';
import {overview} from '../routes/overview.ts';
import {unitPage} from '../routes/pages/unit.ts';
import {overviewAnswer} from '../schemas.ts';
import {defectAgesAnswer} from '../work-schemas.ts';
import {mustBeNation, type AskedPicture} from './asked.ts';

/** The figures that the page draws without a chart, by their names in the address. */
export const figures = {
  async map({unit, as_of, measure}, world) {
    mustBeNation(unit, 'Bản đồ ô');
    return mapFigure(await ask(overview, overviewAnswer, {query: {as_of}}, world), measure ?? 'completion');
  },
  async strip(asked, world) {
    const page = await pageOf(asked, world);
    const about = {goal: page.targets.money_coverage?.goal ?? null, place: placeOf(page)};
    return known(stripFigure(page.below, about, page), page);
  },
  async quality(asked, world) {
    const page = await pageOf(asked, world);
    return known(page.below.length > 0 ? heatFigure(page, 'score') : null, page);
  },
  async peers(asked, world) {
    const page = await pageOf(asked, world);
    return known(peersFigure(page), page);
  },
  async calendar(asked, world) {
    const page = await pageOf(asked, world);
    const days = {entries: page.entries ?? [], signs: page.signal_days, place: placeOf(page)};
    return known(calendarFigure(days, page), page);
  },
  async ages(asked, world) {
    if (asked.as_of !== undefined) {
      throw new ApiError('invalid_parameter', 'Lỗi còn mở chỉ có của đêm mới nhất; hãy bỏ as_of.');
    }
    const page = await pageOf(asked, world);
    const unit = page.unit.level === 'nation' ? undefined : page.unit.unit_id;
    return agesFigure(await ask(defectAges, defectAgesAnswer, {query: {unit}}, world), placeOf(page));
  },
  async ranking({unit, campaign: id, kind, as_of}, world) {
    mustBeNation(unit, 'Bảng xếp hạng');
    if (id === undefined) {
      throw new ApiError('invalid_parameter', 'Bảng xếp hạng cần mã đợt thi đua ở campaign.');
    }
    const [about, ranked] = await Promise.all([
      ask(campaign, campaignAnswer, {params: {id}}, world),
      ask(ranking, rankingAnswer, {params: {id}, query: {kind, as_of, limit: rowsInRanking}}, world),
    ]);
    return rankingFigure(about.campaign, ranked);
  },
} satisfies Record<string, (asked: AskedPicture, world: PaperWorld) => Promise<DrawnFigure>>;

/** Who sees one province alone means that one. */
const pageOf = ({unit, as_of}: AskedPicture, world: PaperWorld) =>
  ask(unitPage, unitPageAnswer, {query: {unit: unit ?? world.person.province ?? undefined, as_of}}, world);

const placeOf = ({unit}: UnitPageAnswer) => unitNameShown(shortOfficeName(unit.unit_name));

function known(figure: DrawnFigure | null, page: UnitPageAnswer): DrawnFigure {
  if (figure) return figure;
  throw new ApiError('no_figures', `Màn hình của ${placeOf(page)} không có hình này.`);
}
