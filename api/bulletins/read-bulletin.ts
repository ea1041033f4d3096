import type {Campaign} from '../campaigns/campaigns.ts';
import {rankingAnswer} from '../campaign-schemas.ts';
import {mustHaveTables} from '../older-version.ts';
import {unitPageAnswer} from '../page-schemas.ts';
import type {Paper} from '../papers/paper.ts';
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
  return provinceBulletin(page, (await ranks)(province));
}

/** The leaders' page, from the answer that the first page of the dashboard is drawn from. */
export const readWeeklyPage = (versions: Versions, store: Store): Promise<Paper> =>
  versions.use(async (version) => {
    const asker = {role: 'lanh_dao', scope: 'no_parties'} as const;
    const {answer} = await overview.find({params: {}, query: {}}, version, asker, store);
    return weeklyPage(overviewAnswer.parse(answer));
  });

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
