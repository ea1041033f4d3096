import type {TopLevelSpec} from 'vega-lite';
import type {QueryCell} from '../../api/answers.ts';
import {isNumeric, isTime, type Result} from '../workbench/result.ts';
import {chartConfig, type Chart} from './chart.ts';

/** The ways a result may be drawn. */
export const chartKinds = ['bar', 'line', 'dot', 'strip', 'heat', 'scatter'] as const;
export type ChartKind = (typeof chartKinds)[number];

/** Which columns a chart shows, by their place; `by` tells the rows of a heat map apart. */
export interface ChartChoice {
  kind: ChartKind;
  x: number;
  y: number;
  by: number | null;
}

/** More marks than these can neither be told apart nor named. */
export const mostMarks: Record<ChartKind, number> = {
  bar: 50,
  dot: 50,
  line: 2_000,
  strip: 5_000,
  heat: 2_000,
  scatter: 5_000,
};

/** The chart that suits a result, null when there is no number in it. */
export function suitedChoice({columns}: Result): ChartChoice | null {
  const y = columns.findIndex(isNumeric);
  if (y === -1) return null;
  const time = columns.findIndex(isTime);
  const name = columns.findIndex((column) => !isNumeric(column) && !isTime(column));
  if (time !== -1) return {kind: 'line', x: time, y, by: name === -1 ? null : name};
  if (name !== -1) return {kind: 'bar', x: name, y, by: null};
  const other = columns.findIndex((column, index) => index !== y && isNumeric(column));
  return other === -1 ? {kind: 'strip', x: y, y, by: null} : {kind: 'scatter', x: y, y: other, by: null};
}

/** A result drawn in one of six ways, its rows in the order they came. */
export function resultChart(result: Result, {kind, x, y, by}: ChartChoice): Chart {
  const rows = Array.from({length: Math.min(result.rowCount, mostMarks[kind])}, (_, row) => ({
    x: valueOf(result.cell(row, x), isNumeric(result.columns[x]!)),
    y: valueOf(result.cell(row, y), isNumeric(result.columns[y]!)),
    by: by === null ? '' : valueOf(result.cell(row, by), false),
  }));
  const titles = {
    x: result.columns[x]!.name,
    y: result.columns[y]!.name,
    by: by === null ? '' : result.columns[by]!.name,
  };
  const groups = new Set(rows.map((row) => row.by)).size;
  const isTemporal = isTime(result.columns[x]!);
  return (theme, width): TopLevelSpec => {
    const wide = {
      width: Math.max(width - 2, 120),
      autosize: {type: 'fit' as const, contains: 'padding' as const},
      data: {values: rows},
      config: chartConfig(theme)!,
    };
    const quantity = (field: 'x' | 'y') => ({
      field,
      type: 'quantitative' as const,
      title: titles[field],
      axis: {grid: true, tickCount: 5},
    });
    const names = {
      field: 'x',
      type: 'nominal' as const,
      title: null,
      sort: null,
      axis: {labelLimit: Math.min(320, Math.round(width * 0.4))},
    };
    const along = isTemporal
      ? {field: 'x', type: 'temporal' as const, title: titles.x, axis: {format: '%d/%m', grid: false}}
      : {field: 'x', type: 'ordinal' as const, title: titles.x, sort: null};
    switch (kind) {
      case 'bar':
        return {
          ...wide,
          height: rows.length * 22 + axisHeight,
          mark: {type: 'bar', color: theme.accent},
          encoding: {y: names, x: {...quantity('y'), scale: {zero: true}}},
        };
      case 'dot':
        return {
          ...wide,
          height: rows.length * 22 + axisHeight,
          mark: {type: 'point', filled: true, size: 70, color: theme.accent},
          encoding: {
            y: {...names, axis: {...names.axis, grid: true}},
            x: {...quantity('y'), scale: {zero: false}},
          },
        };
      case 'line':
        return {
          ...wide,
          height: 320,
          mark: {type: 'line', point: rows.length <= 60, color: theme.accent},
          encoding: {
            x: along,
            y: {...quantity('y'), scale: {zero: false}},
            ...(titles.by === '' ? {} : {detail: {field: 'by', type: 'nominal'}}),
          },
        };
      case 'strip':
        return {
          ...wide,
          height: groups * 26 + axisHeight,
          mark: {type: 'tick', thickness: 1.5, color: theme.accent},
          encoding: {
            x: {...quantity('y'), scale: {zero: false}},
            ...(titles.by === '' ? {} : {y: {field: 'by', type: 'nominal', title: null, sort: null}}),
          },
        };
      case 'heat':
        return {
          ...wide,
          height: groups * 24 + axisHeight,
          encoding: {
            x: {field: 'x', type: 'ordinal', title: titles.x, sort: null},
            y: {field: 'by', type: 'nominal', title: null, sort: null},
          },
          layer: [
            {
              mark: {type: 'rect', color: theme.accent},
              encoding: {
                opacity: {field: 'y', type: 'quantitative', legend: null, scale: {range: [0.08, 0.55]}},
              },
            },
            {
              mark: {type: 'text', color: theme.ink},
              encoding: {text: {field: 'y', type: 'quantitative', format: ',.4~g'}},
            },
          ],
        };
      case 'scatter':
        return {
          ...wide,
          height: 360,
          mark: {type: 'point', size: 40, color: theme.accent, opacity: 0.7},
          encoding: {
            x: {...quantity('x'), scale: {zero: false}},
            y: {...quantity('y'), scale: {zero: false}},
          },
        };
    }
  };
}

/** What the axis below a chart takes, in pixels. */
const axisHeight = 44;

const valueOf = (cell: QueryCell, isNumber: boolean): string | number | null =>
  cell === null
    ? null
    : isNumber
      ? Number(cell)
      : typeof cell === 'object'
        ? JSON.stringify(cell)
        : String(cell);
