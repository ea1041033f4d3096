import type {MoneyRow} from '../findings/money-rows.ts';
import {formatCount, formatPercentNumber} from '../format.ts';
import {words} from '../labels/words.ts';
import {chartConfig, type Chart} from './chart.ts';

const ROW = 20;
/** What axes and their last numbers take beyond the panels. */
const EDGES = 14;

/** Below this share a dot is a diamond. */
const LOW = 0.5;

/**
 * Two panels that share their rows: the share of files whose money is complete, on a straight axis to 100 from 0 or 95,
 * and the files that lack it, as bars; between them the share in figures, before them both ranks.
 */
export function moneyChart(
  rows: readonly MoneyRow[],
  floor: number | null,
  {from = 0}: {from?: 0 | 95} = {},
): Chart {
  const names = rows.map((row) => row.name);
  const values = rows.map((row) => ({
    name: row.name,
    share: row.value === null ? null : row.value * 100,
    shareText: row.value === null ? '–' : formatPercentNumber(row.value),
    isLow: row.value !== null && row.value < LOW,
    isMissed: row.status === 'missed',
    missing: row.missing,
    missingText: formatCount(row.missing),
    rankByShare: row.rankByShare === null ? '–' : String(row.rankByShare),
    rankByMissing: String(row.rankByMissing),
  }));

  return (theme, width) => {
    const isNarrow = width < 520;
    // On the smallest screens the ranks stay in the table of numbers alone.
    const hasRanks = width >= 300;
    const gap = isNarrow ? 4 : 8;
    const namesWidth = isNarrow ? 92 : 112;
    const rankWidth = isNarrow ? 20 : 48;
    const shareTextWidth = isNarrow ? 38 : 48;
    const countWidth = isNarrow ? 46 : 48;
    const ranksWidth = hasRanks ? 2 * (rankWidth + gap) : 0;
    const free = width - EDGES - namesWidth - ranksWidth - shareTextWidth - countWidth - 3 * gap;
    const dotsWidth = Math.max(36, Math.round(free * 0.6));
    const barsWidth = Math.max(20, free - dotsWidth);
    const height = ROW * rows.length;
    const alarmOr = (color: string) => ({
      condition: {test: 'datum.isMissed', value: theme.alarm},
      value: color,
    });
    const sharedRows = (axis: object | null) => ({
      field: 'name',
      type: 'nominal' as const,
      // Vega would sort Đ after T, and layers that sort apart lose their order: the rows come in theirs.
      sort: names,
      scale: {domain: names},
      axis: axis as null,
    });
    const text = (field: string, x: number, align: 'left' | 'right') => ({
      mark: {type: 'text' as const, align, baseline: 'middle' as const},
      encoding: {text: {field}, x: {value: x}, color: alarmOr(theme.ink)},
    });

    const nameAxis = {
      title: null,
      domain: false,
      ticks: false,
      labelPadding: 6,
      labelColor: theme.ink,
      labelLimit: namesWidth,
      minExtent: namesWidth,
      maxExtent: namesWidth,
    };
    const rankPanel = (field: 'rankByShare' | 'rankByMissing', title: string[]) => ({
      width: rankWidth,
      height,
      title: {text: title, anchor: 'end' as const, frame: 'group' as const},
      encoding: {y: sharedRows(field === 'rankByShare' ? nameAxis : null)},
      layer: [text(field, rankWidth, 'right')],
    });

    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      data: {values},
      padding: 0,
      spacing: gap,
      hconcat: [
        ...(hasRanks
          ? [
              rankPanel(
                'rankByShare',
                isNarrow ? words().money.rankShareShort : words().money.rankShareLines,
              ),
              rankPanel(
                'rankByMissing',
                isNarrow ? words().money.rankMissingShort : words().money.rankMissingLines,
              ),
            ]
          : []),
        {
          width: dotsWidth,
          height,
          title: isNarrow ? words().money.shareShort : words().money.share,
          encoding: {
            y: sharedRows({...nameAxis, labels: !hasRanks, ...(hasRanks ? {minExtent: 0} : {}), grid: true}),
          },
          layer: [
            ...(floor === null || floor * 100 < from
              ? []
              : [
                  {
                    data: {values: [{limit: floor * 100}]},
                    mark: {type: 'rule' as const, color: theme.alarm, strokeWidth: 1, strokeDash: [3, 2]},
                    encoding: {
                      x: {field: 'limit', type: 'quantitative' as const},
                      y: {value: 0},
                      y2: {value: height},
                    },
                  },
                ]),
            {
              mark: {type: 'point', filled: true, opacity: 1},
              encoding: {
                x: {
                  field: 'share',
                  type: 'quantitative',
                  scale: {domain: [from, 100]},
                  axis: {
                    title: null,
                    values: isNarrow
                      ? [from, 100]
                      : from === 0
                        ? [0, 25, 50, 75, 100]
                        : [95, 96, 97, 98, 99, 100],
                    orient: 'top',
                    grid: true,
                  },
                },
                shape: {condition: {test: 'datum.isLow', value: 'diamond'}, value: 'circle'},
                size: {condition: {test: 'datum.isLow', value: 90}, value: 60},
                color: alarmOr(theme.ink),
              },
            },
          ],
        },
        {
          width: shareTextWidth,
          height,
          encoding: {y: sharedRows(null)},
          layer: [text('shareText', shareTextWidth - 2, 'right')],
        },
        {
          width: barsWidth + countWidth,
          height,
          title: isNarrow ? words().money.missingShort : words().money.missing,
          encoding: {
            y: sharedRows(null),
            x: {
              field: 'missing',
              type: 'quantitative',
              scale: {
                domain: [
                  0,
                  Math.max(1, ...rows.map((row) => row.missing)) * ((barsWidth + countWidth) / barsWidth),
                ],
                nice: false,
              },
              axis: null,
            },
          },
          layer: [
            {mark: {type: 'bar', height: ROW * 0.55}, encoding: {color: alarmOr(theme.inkSoft)}},
            {
              mark: {type: 'text', align: 'left', baseline: 'middle', dx: 4},
              encoding: {text: {field: 'missingText'}, color: alarmOr(theme.ink)},
            },
          ],
        },
      ],
      config: chartConfig(theme) ?? {},
    };
  };
}
