import {chartConfig} from './chart.ts';
import type {FixedSpec} from './fixed-chart.ts';

/** The height of one row, in pixels. */
export const moneyRowHeight = 20;
/** What is kept free between two panels, in pixels. */
export const moneySpacing = 4;

/**
 * Two panels that share their rows: the share of files whose money is complete, on a straight axis, and the files that
 * lack it, as bars; between them the share in figures, before them both ranks.
 */
export const moneySpec: FixedSpec = (theme) => {
  const alarmOr = (color: string) => ({
    condition: {test: 'datum.isMissed', value: theme.alarm},
    value: color,
  });
  const rows = (axis: object | null) => ({
    field: 'name',
    type: 'nominal' as const,
    // Vega would sort Đ after T, and layers that sort apart lose their order: the rows come in theirs.
    sort: null,
    scale: {domain: {expr: 'names'}},
    axis: axis as null,
  });
  const nameAxis = {
    title: null,
    domain: false,
    ticks: false,
    labelPadding: 6,
    labelColor: theme.ink,
    labelLimit: {expr: 'namesWidth'},
    minExtent: {expr: 'namesWidth'},
    maxExtent: {expr: 'namesWidth'},
  };
  // Vega-Lite makes one of widths that are the same, so each begins with its own.
  const size = (width: number) => ({width, height: moneyRowHeight});
  const rightText = (field: string) => ({
    mark: {type: 'text' as const, align: 'right' as const, baseline: 'middle' as const},
    encoding: {text: {field}, x: {value: 'width' as const}, color: alarmOr(theme.ink)},
  });
  const rankPanel = (name: 'rankByShare' | 'rankByMissing', width: number, axis: object | null) => ({
    name,
    ...size(width),
    title: {text: {expr: `titles.${name}`}, anchor: 'end' as const, frame: 'group' as const},
    encoding: {y: rows(axis)},
    layer: [rightText(name)],
  });

  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    params: [
      {name: 'names', value: []},
      {name: 'namesWidth', value: 0},
      {name: 'titles', value: {rankByShare: '', rankByMissing: '', shares: '', missing: ''}},
      {name: 'shareAxis', value: [0, 100]},
      {name: 'shareSpan', value: [0, 100]},
      {name: 'missingSpan', value: [0, 1]},
    ],
    data: {name: 'provinces'},
    padding: 0,
    spacing: moneySpacing,
    hconcat: [
      rankPanel('rankByShare', 1, nameAxis),
      rankPanel('rankByMissing', 2, null),
      {
        name: 'shares',
        ...size(3),
        title: {text: {expr: 'titles.shares'}},
        encoding: {y: rows({title: null, domain: false, ticks: false, labels: false, grid: true})},
        layer: [
          {
            data: {name: 'floor'},
            mark: {type: 'rule', color: theme.alarm, strokeWidth: 1, strokeDash: [3, 2]},
            encoding: {
              x: {field: 'limit', type: 'quantitative'},
              y: {value: 0},
              y2: {value: 'height'},
            },
          },
          {
            mark: {type: 'point', filled: true, opacity: 1},
            encoding: {
              x: {
                field: 'share',
                type: 'quantitative',
                scale: {domain: {expr: 'shareSpan'}},
                axis: {title: null, values: {expr: 'shareAxis'}, orient: 'top', grid: true},
              },
              shape: {condition: {test: 'datum.isLow', value: 'diamond'}, value: 'circle'},
              size: {condition: {test: 'datum.isLow', value: 90}, value: 60},
              color: alarmOr(theme.ink),
            },
          },
        ],
      },
      {name: 'shareTexts', ...size(4), encoding: {y: rows(null)}, layer: [rightText('shareText')]},
      {
        name: 'missing',
        ...size(5),
        title: {text: {expr: 'titles.missing'}},
        encoding: {
          y: rows(null),
          x: {
            field: 'missing',
            type: 'quantitative',
            scale: {domain: {expr: 'missingSpan'}, nice: false},
            axis: null,
          },
        },
        layer: [
          {
            mark: {type: 'bar', height: moneyRowHeight * 0.55},
            encoding: {color: alarmOr(theme.inkSoft)},
          },
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
