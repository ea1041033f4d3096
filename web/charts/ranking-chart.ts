import type {CampaignAnswer, RankedRow, RankingAnswer} from '../../api/answers.ts';
import {plainOfficeName} from '../findings/office-name.ts';
import {candidateName, laneShare} from '../findings/places.ts';
import {headingOfRanking, subtitleOfRanking} from '../findings/ranking-heading.ts';
import {formatCount, formatRate} from '../format.ts';
import {gateValue} from '../gate-value.ts';
import {figureWords} from '../labels/figure-words.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import type {DrawnFigure} from './drawn-figure.ts';
import type {Placed} from './placed.ts';
import {tableChart, type Place} from './table-chart.ts';

/** More rows than these are for the table and the file. */
export const rowsInRanking = 50;

/** Those with a rank, each on a lane from the campaign's start to its deadline. */
export function rankingFigure(
  campaign: Pick<CampaignAnswer['campaign'], 'starts_on' | 'ends_on'>,
  ranking: RankingAnswer,
  /** Those that are shown of them, in their order, and how many there are. */
  {rows, all}: {rows: readonly RankedRow[]; all: number} = {rows: ranking.rows, all: ranking.counts.ranked},
): DrawnFigure {
  const {columns, legend} = rankingWords().table;
  const shown = rows.slice(0, rowsInRanking);
  return {
    chart: tableChart<RankedRow>(
      [
        {title: columns.rank, width: 40, align: 'right', text: ({rank}) => String(rank), isBold: () => true},
        {title: columns.name, width: 230, text: (row) => plainOfficeName(candidateName(row))},
        {
          title: columns.lane,
          draw: ({finished_at}, place) =>
            lane(laneShare(finished_at, campaign.starts_on, campaign.ends_on), place),
        },
        {title: columns.finished, width: 150, text: ({finished_at}) => gateValue(finished_at, 'finished_at')},
        {title: columns.early, width: 50, align: 'right', text: ({days_early}) => String(days_early ?? '–')},
        {
          title: columns.quality,
          width: 76,
          align: 'right',
          text: ({quality_score}) => (quality_score === null ? '–' : formatRate(quality_score)),
        },
      ],
      shown,
    ),
    heading: headingOfRanking(ranking),
    subtitle: subtitleOfRanking(ranking, campaign),
    marks: [
      legend,
      ...(shown.length < all ? [figureWords().first(formatCount(shown.length), formatCount(all))] : []),
    ],
    stamp: ranking,
  };
}

function lane(share: number | null, {x, y, width, height}: Place): Placed {
  const [start, end, middle] = [x + 6, x + width - 6, y + height / 2];
  const finish = start + (share ?? 0) * (end - start);
  return {
    lines: [
      {x1: start, x2: end, y1: middle, y2: middle, tone: 'rule'},
      {x1: end, x2: end, y1: y + 4, y2: y + height - 4, tone: 'ink', width: 1.5},
      ...(share === null
        ? []
        : [{x1: start, x2: finish, y1: middle, y2: middle, tone: 'inkSoft', width: 2} as const]),
    ],
    signs: share === null ? [] : [{x: finish, y: middle, shape: 'circle', tone: 'inkSoft'}],
  };
}
