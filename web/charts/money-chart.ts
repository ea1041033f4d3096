import type {MoneyRow} from '../findings/money-rows.ts';
import {formatCount, formatPercentNumber} from '../format.ts';
import {words} from '../labels/words.ts';
import {fixedChart, type FixedChart} from './fixed-chart.ts';
import {moneyRowHeight, moneySpacing, moneySpec} from './money-spec.ts';

/** What axes and their last numbers take beyond the panels. */
const EDGES = 18;

/** Below this share a dot is a diamond. */
const LOW = 0.5;

/** The share of files whose money is complete, to 100 from 0 or 95, beside the files that lack it. */
export function moneyChart(
  rows: readonly MoneyRow[],
  floor: number | null,
  {from = 0}: {from?: 0 | 95} = {},
): FixedChart {
  const names = rows.map((row) => row.name);
  const most = Math.max(1, ...rows.map((row) => row.missing));

  return fixedChart('money', moneySpec, (width) => {
    const isNarrow = width < 520;
    // On the smallest screens the ranks stay in the table of numbers alone.
    const hasRanks = width >= 300;
    const namesWidth = isNarrow ? 92 : 112;
    const rankWidth = hasRanks ? (isNarrow ? 20 : 52) : 1;
    const shareTextWidth = isNarrow ? 38 : 52;
    const countWidth = isNarrow ? 46 : 52;
    const free = width - EDGES - namesWidth - 2 * rankWidth - shareTextWidth - countWidth - 4 * moneySpacing;
    const sharesWidth = Math.max(36, Math.round(free * 0.6));
    const barsWidth = Math.max(20, free - sharesWidth);
    const text = words().money;
    const share = isNarrow ? text.shareShort : text.share;
    return {
      sizes: {
        height: moneyRowHeight * rows.length,
        rankByShare_width: rankWidth,
        rankByMissing_width: rankWidth,
        shares_width: sharesWidth,
        shareTexts_width: shareTextWidth,
        missing_width: barsWidth + countWidth,
      },
      values: {
        names,
        namesWidth,
        titles: {
          // Without ranks the heading of the shares has the room above the names.
          rankByShare: hasRanks ? (isNarrow ? text.rankShareShort : text.rankShareLines) : share,
          rankByMissing: hasRanks ? (isNarrow ? text.rankMissingShort : text.rankMissingLines) : '',
          shares: hasRanks ? share : '',
          missing: isNarrow ? text.missingShort : text.missing,
        },
        shareAxis: isNarrow ? [from, 100] : from === 0 ? [0, 25, 50, 75, 100] : [95, 96, 97, 98, 99, 100],
        shareSpan: [from, 100],
        missingSpan: [0, most * ((barsWidth + countWidth) / barsWidth)],
      },
      rows: {
        provinces: rows.map((row) => ({
          name: row.name,
          share: row.value === null ? null : row.value * 100,
          shareText: row.value === null ? '–' : formatPercentNumber(row.value),
          isLow: row.value !== null && row.value < LOW,
          isMissed: row.status === 'missed',
          missing: row.missing,
          missingText: formatCount(row.missing),
          rankByShare: hasRanks ? (row.rankByShare === null ? '–' : String(row.rankByShare)) : '',
          rankByMissing: hasRanks ? String(row.rankByMissing) : '',
        })),
        floor: floor === null || floor * 100 < from ? [] : [{limit: floor * 100}],
      },
    };
  });
}
