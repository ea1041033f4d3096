import type {Chart} from './chart.ts';
import {linesWithin, placedSpec, type Label, type Placed, type Tone} from './placed.ts';

/** Where something of a row is drawn, in pixels. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A column of a drawn table: a text in each row, or a drawing, or both. */
export interface Column<Row> {
  title: string;
  /** In pixels; without it the column takes its part of what the others leave. */
  width?: number;
  align?: 'left' | 'center' | 'right';
  text?: (row: Row) => string;
  tone?: (row: Row) => Tone;
  isBold?: (row: Row) => boolean;
  draw?: (row: Row, place: Place) => Placed;
}

const rowHeight = 24;
const lineHeight = 15;
const gap = 12;
/** Less than this no column is drawn in, so a narrow sheet grows wider. */
const leastWidth = 110;

/** Rows drawn as on the screen, in the order they come, with what is drawn in them beside their names and numbers. */
export function tableChart<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Chart {
  return (theme, asked) => {
    const fixed = columns.reduce((sum, {width = 0}) => sum + width + gap, -gap);
    const open = columns.filter(({width}) => width === undefined).length;
    const rest = open === 0 ? 0 : Math.max(leastWidth, Math.floor((asked - fixed) / open));
    const titles = columns.map(({title, width = rest}) => linesWithin(title, width));
    const top = Math.max(...titles.map(({length}) => length)) * lineHeight + 8;
    let x = 0;
    const places = columns.map(({width = rest}) => {
      const place = {x, width};
      x += width + gap;
      return place;
    });
    const width = x - gap;
    const lineAt = (y: number, tone: Tone) => ({x1: 0, x2: width, y1: y, y2: y, tone});
    const drawn = rows.flatMap((row, index) =>
      columns.flatMap(({draw}, column) =>
        draw ? [draw(row, {...places[column]!, y: top + index * rowHeight, height: rowHeight})] : [],
      ),
    );
    const heads = columns.flatMap(({align}, column) =>
      titles[column]!.map((text, line): Label => ({
        ...alongside(places[column]!, align),
        y: top - 10 - (titles[column]!.length - 1 - line) * lineHeight,
        text,
        tone: 'inkSoft',
      })),
    );
    const texts = rows.flatMap((row, index) =>
      columns.flatMap(({align, text, tone, isBold}, column): Label[] =>
        text
          ? [
              {
                ...alongside(places[column]!, align),
                y: top + (index + 0.5) * rowHeight,
                text: text(row),
                tone: tone?.(row) ?? 'ink',
                isBold: isBold?.(row) ?? false,
                room: places[column]!.width,
              },
            ]
          : [],
      ),
    );
    return placedSpec(
      theme,
      {width, height: top + rows.length * rowHeight},
      {
        boxes: drawn.flatMap(({boxes = []}) => boxes),
        lines: [
          lineAt(top, 'inkSoft'),
          ...rows.map((_, index) => lineAt(top + (index + 1) * rowHeight, 'rule')),
          ...drawn.flatMap(({lines = []}) => lines),
        ],
        signs: drawn.flatMap(({signs = []}) => signs),
        labels: [...heads, ...texts, ...drawn.flatMap(({labels = []}) => labels)],
      },
    );
  };
}

function alongside({x, width}: Pick<Place, 'x' | 'width'>, align: Column<never>['align'] = 'left') {
  return {align, x: align === 'left' ? x : align === 'right' ? x + width : x + width / 2};
}
