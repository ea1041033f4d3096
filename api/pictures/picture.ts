import {pictureOf} from '../../web/charts/picture.ts';
import {formatDate} from '../../web/format.ts';
import {figureWords} from '../../web/labels/figure-words.ts';
import {pngOf} from '../papers/drawing.ts';
import type {Picture} from '../papers/paper.ts';
import {madeUp} from '../table.ts';
import type {DrawnChart} from './charts.ts';
import {drawingOf, withLetters} from './draw.ts';
import {paperTheme} from './theme.ts';

/** As what a chart can be had. */
export const pictureFormats = ['svg', 'png'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** The chart as a file that stands alone: on white, under its heading, with its source and its letters. */
export async function pictureFile(drawn: DrawnChart, format: PictureFormat, width: number): Promise<Buffer> {
  const {night, version, demo} = drawn.stamp;
  const source = figureWords().source(formatDate(night), version);
  const notes = [drawn.subtitle, ...drawn.marks, demo ? `${source}. ${madeUp}` : source];
  const svg = await drawingOf(pictureOf(drawn.chart, {heading: drawn.heading, notes}, width)(paperTheme, 0));
  return format === 'svg' ? Buffer.from(withLetters(svg)) : (await pngOf(svg)).png;
}

/** As wide as the text of a sheet of A4, with letters of nine points on it. */
const widthOnPaper = 620;

/** The chart as a block of a paper, whose own heading and source stand around it; as high as its spec says, or less. */
export async function pictureOnPaper(
  {chart, heading, subtitle}: DrawnChart,
  room: {height?: number} = {},
): Promise<Picture> {
  const spec = {...chart(paperTheme, widthOnPaper), ...room, background: paperTheme.paper};
  return {block: 'picture', svg: await drawingOf(spec), caption: `${heading}. ${subtitle}`};
}
