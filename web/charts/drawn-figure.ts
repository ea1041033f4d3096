import type {NightStamp} from '../../api/answers.ts';
import {formatDate} from '../format.ts';
import {figureWords} from '../labels/figure-words.ts';
import {words} from '../labels/words.ts';
import type {Chart} from './chart.ts';
import type {PictureWords} from './picture.ts';

/** A figure of the screen as a chart, with the words it stands under there. */
export interface DrawnFigure {
  chart: Chart;
  heading: string;
  subtitle: string;
  /** What its marks stand for, a line each. */
  marks: readonly string[];
  stamp: Pick<NightStamp, 'night' | 'version' | 'demo'>;
}

/** What a picture of the figure says about itself, with where its numbers are from. */
export function pictureWordsOf({heading, subtitle, marks, stamp}: DrawnFigure): PictureWords {
  const source = figureWords().source(formatDate(stamp.night), stamp.version);
  return {
    heading,
    notes: [subtitle, ...marks, stamp.demo ? `${source}. ${words().demo}` : source],
  };
}
