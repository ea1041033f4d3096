import type {TopLevelSpec} from 'vega-lite';
import {chartConfig, type ChartTheme} from './chart.ts';

/** What something is drawn in: a colour of the theme by its name. */
export type Tone = 'ink' | 'inkSoft' | 'rule' | 'accent' | 'alarm' | 'paper';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  fill: Tone;
  /** How strongly it is filled, to 1. */
  depth?: number;
  edge?: Tone;
  edgeWidth?: number;
}

export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  tone: Tone;
  width?: number;
  isDashed?: boolean;
}

export interface Sign {
  x: number;
  y: number;
  shape: 'circle' | 'diamond' | 'triangle-left';
  tone: Tone;
  /** Its middle left white. */
  isHollow?: boolean;
}

export interface Label {
  x: number;
  /** Its middle. */
  y: number;
  text: string;
  align?: 'left' | 'center' | 'right';
  tone?: Tone;
  isBold?: boolean;
  /** In pixels; what is longer ends in …. */
  room?: number;
}

/** What is to be drawn, each thing where it stands, in pixels; the later covers the earlier. */
export interface Placed {
  boxes?: readonly Box[];
  lines?: readonly Line[];
  signs?: readonly Sign[];
  labels?: readonly Label[];
}

const at = (field: string) => ({field, type: 'quantitative' as const, scale: null, axis: null});
const colored = (field: string) => ({field, type: 'nominal' as const, scale: null, legend: null});
const measured = (field: string) => ({field, type: 'quantitative' as const, scale: null, legend: null});
const dashed = {condition: {test: 'datum.isDashed', value: [4, 3]}, value: [1, 0]};

/** A drawing whose places are worked out: every text is data, so that no name is ever read as anything else. */
export function placedSpec(
  theme: ChartTheme,
  {width, height}: {width: number; height: number},
  {boxes = [], lines = [], signs = [], labels = []}: Placed,
): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height,
    padding: 0,
    layer: [
      {
        data: {
          values: boxes.map((box) => ({
            ...box,
            right: box.x + box.width,
            bottom: box.y + box.height,
            fill: theme[box.fill],
            depth: box.depth ?? 1,
            // Some draw an edge of no width as a hair.
            edge: box.edge ? theme[box.edge] : 'transparent',
            edgeWidth: box.edge ? (box.edgeWidth ?? 1) : 0,
          })),
        },
        mark: {type: 'rect'},
        encoding: {
          x: at('x'),
          x2: {field: 'right'},
          y: at('y'),
          y2: {field: 'bottom'},
          fill: colored('fill'),
          fillOpacity: measured('depth'),
          stroke: colored('edge'),
          strokeWidth: measured('edgeWidth'),
        },
      },
      {
        data: {
          values: lines.map((line) => ({...line, tone: theme[line.tone], width: line.width ?? 1})),
        },
        mark: {type: 'rule'},
        encoding: {
          x: at('x1'),
          x2: {field: 'x2'},
          y: at('y1'),
          y2: {field: 'y2'},
          color: colored('tone'),
          strokeWidth: measured('width'),
          strokeDash: dashed,
        },
      },
      {
        data: {
          values: signs.map((sign) => ({
            ...sign,
            edge: theme[sign.tone],
            fill: theme[sign.isHollow ? 'paper' : sign.tone],
          })),
        },
        mark: {type: 'point', filled: false, size: 62, strokeWidth: 1.5, opacity: 1},
        encoding: {
          x: at('x'),
          y: at('y'),
          shape: colored('shape'),
          fill: colored('fill'),
          stroke: colored('edge'),
        },
      },
      {
        data: {
          values: labels.map(({tone = 'ink', align = 'left', isBold = false, room = 0, ...label}) => ({
            ...label,
            align,
            room,
            weight: isBold ? 700 : 400,
            tone: theme[tone],
          })),
        },
        mark: {
          type: 'text',
          baseline: 'middle',
          align: {expr: 'datum.align'},
          limit: {expr: 'datum.room'},
          fontWeight: {expr: 'datum.weight'},
        },
        encoding: {x: at('x'), y: at('y'), text: {field: 'text'}, color: colored('tone')},
      },
    ],
    config: chartConfig(theme) ?? {},
  };
}

/** What a letter of 12 pixels takes of a line on average. */
export const letterWidth = 6.9;

/** A text in lines of so many pixels, broken between words. */
export function linesWithin(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length * letterWidth <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
