import type {Chart} from './chart.ts';

/** What a picture says about itself, for it is seen far from the page. */
export interface PictureWords {
  heading: string;
  /** Each begins a line of its own below the heading. */
  notes: readonly string[];
}

/** Wide enough for a sheet of A4. */
const WIDTH = 900;
const MARGIN = 16;
/** What a letter takes of a line on average, at the sizes below. */
const HEADING_LETTER = 10.7;
const NOTE_LETTER = 7;

/** A chart as a picture that stands alone: on white, under its own heading, with what it measures and its source. */
export function pictureOf(chart: Chart, {heading, notes}: PictureWords, width = WIDTH): Chart {
  return (theme) => ({
    ...chart(theme, width),
    // A chart made to fit its place would give up height to the words; here the sheet grows instead.
    autosize: 'pad',
    padding: MARGIN,
    background: theme.paper,
    title: {
      text: linesOf(heading, width / HEADING_LETTER),
      subtitle: notes.filter(Boolean).flatMap((note) => linesOf(note, width / NOTE_LETTER)),
      anchor: 'start',
      frame: 'bounds',
      offset: MARGIN,
      color: theme.ink,
      fontSize: 17,
      fontWeight: 700,
      subtitleColor: theme.inkSoft,
      subtitleFontSize: 12,
      subtitleLineHeight: 16,
      subtitlePadding: 6,
    },
  });
}

/** A text in lines of so many letters at most, broken between words. */
function linesOf(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
