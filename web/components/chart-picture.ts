import type {Chart, ChartTheme} from '../charts/chart.ts';
import type {FixedChart} from '../charts/fixed-chart.ts';
import {pageTheme} from '../charts/page-theme.ts';
import {pictureOf, type PictureWords} from '../charts/picture.ts';

/** The forms a chart can be kept in: one for documents, one that is sharp at every size. */
export const pictureKinds = ['png', 'svg'] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** A chart as a picture that stands alone, with its heading and its source; what draws it is loaded only now. */
export async function drawPicture(
  chart: Chart | FixedChart,
  kind: PictureKind,
  words: PictureWords,
): Promise<Blob> {
  const whole = typeof chart === 'function' ? chart : chart.whole;
  const [{drawAny}] = await Promise.all([import('../charts/draw-any.ts'), document.fonts.ready]);
  const {view, finalize} = await drawAny(
    document.createElement('div'),
    pictureOf(whole, words)(themeOnPaper(), 0),
  );
  try {
    if (kind === 'svg') return new Blob([await view.toSVG()], {type: 'image/svg+xml'});
    const canvas = await view.toCanvas(2);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no PNG.'))));
    });
  } finally {
    finalize();
  }
}

/** The colours by value, as paper has them: away from the page their names mean nothing. */
function themeOnPaper(): ChartTheme {
  const {dataset} = document.documentElement;
  const {theme = 'system'} = dataset;
  const probe = document.body.appendChild(document.createElement('i'));
  // The page is light for as long as it is asked, which is too short for anything to be painted.
  dataset['theme'] = 'light';
  const {font, ...colors} = pageTheme;
  const values = Object.entries(colors).map(([name, color]) => {
    probe.style.color = color;
    return [name, getComputedStyle(probe).color] as const;
  });
  dataset['theme'] = theme;
  probe.remove();
  return {font, ...(Object.fromEntries(values) as Omit<ChartTheme, 'font'>)};
}
