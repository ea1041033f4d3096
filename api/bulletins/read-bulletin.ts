import type {Campaign} from '../campaigns/campaigns.ts';
import {rankingAnswer} from '../campaign-schemas.ts';
import {mustHaveTables} from '../older-version.ts';
import {unitPageAnswer} from '../page-schemas.ts';
import type {Paper, Picture} from '../papers/paper.ts';
import {courseOfNationChart, courseOfUnitChart, type DrawnChart} from '../pictures/charts.ts';
import {pictureOnPaper} from '../pictures/picture.ts';
import {ranking} from '../routes/campaigns/ranking.ts';
import {overview} from '../routes/overview.ts';
import {unitPage} from '../routes/pages/unit.ts';
import {overviewAnswer} from '../schemas.ts';
import type {Store} from '../state/store.ts';
import type {Versions} from '../versions.ts';
import {provinceBulletin, rankIn, type PublishedRank} from './province-bulletin.ts';
import {weeklyPage} from './weekly-page.ts';

/** The bulletin of a province: its figures out of its own file, its rank out of what is published. */
export async function readProvinceBulletin(
  province: string,
  versions: Versions,
  store: Store,
  ranks = readRanks(versions, store),
): Promise<Paper> {
  const asker = {role: 'tinh', scope: {province}} as const;
  const page = await versions.use(
    async (version) => {
      mustHaveTables(unitPage.needs ?? [], version);
      const {answer} = await unitPage.find({params: {}, query: {unit: province}}, version, asker, store);
      return unitPageAnswer.parse(answer);
    },
    {province},
  );
  return provinceBulletin(page, (await ranks)(province), await drawn(courseOfUnitChart(page)));
}

/** The leaders' page, from the answer that the first page of the dashboard is drawn from. */
export const readWeeklyPage = (versions: Versions, store: Store): Promise<Paper> =>
  versions.use(async (version) => {
    const asker = {role: 'lanh_dao', scope: 'no_parties'} as const;
    const {answer} = await overview.find({params: {}, query: {}}, version, asker, store);
    const page = overviewAnswer.parse(answer);
    const course = page.entries.length === 0 ? null : courseOfNationChart(page);
    return weeklyPage(page, await drawn(course, {height: heightOnWeeklyPage}));
  });

/** So that the leaders' page stays one page, in pixels of the chart. */
const heightOnWeeklyPage = 130;

/** The chart of the screen, on a paper too. */
const drawn = async (chart: DrawnChart | null, room?: {height: number}): Promise<Picture | null> =>
  chart && pictureOnPaper(chart, room);

/** Says the rank of a province, none before there is a campaign; of many provinces it is worked out once. */
export type Ranks = (province: string) => PublishedRank | null;

/** Reads the published ranking of provinces of the latest campaign that ranks any. */
export const readRanks = (versions: Versions, store: Store): Promise<Ranks> =>
  versions.use(async (version) => {
    if (!(ranking.needs ?? []).every((table) => version.has(table))) return () => null;
    const campaigns = await version.rows<Campaign & {nights: string[] | null}>('campaigns');
    const latest = campaigns.findLast(({nights}) => (nights ?? []).length > 0);
    if (!latest) return () => null;
    const question = {params: {id: latest.campaign_id}, query: {kind: 'province'}};
    const asker = {role: 'lanh_dao', scope: 'no_parties'} as const;
    const {answer} = await ranking.find(question, version, asker, store);
    const published = rankingAnswer.parse(answer);
    return (province) => rankIn(published, latest.campaign_name, province);
  });
