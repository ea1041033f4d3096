import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {LocaleFormatters} from 'vega';
import type {TopLevelSpec} from 'vega-lite';
import {drawnFamily, widthOfText} from '../papers/drawing.ts';

const {resolve} = createRequire(import.meta.url);

/** How figures on axes are written: 685.231, as on the screen. */
const vietnamese = {decimal: ',', thousands: '.', grouping: [3], currency: ['', ' đ'] as [string, string]};

/**
 * A chart of the screen as a drawing, without a browser: the same spec, measured by the same letters, and nothing
 * fetched whatever it says.
 */
export async function drawingOf(spec: TopLevelSpec): Promise<string> {
  // Loaded when first asked for: most visitors never need a picture from here.
  const [vega, {compile}, {expressionInterpreter}] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ]);
  const {textMetrics, font} = vega as unknown as Undeclared;
  textMetrics.width = (item, text) => widthOfText(text === null ? '' : String(text), font(item));
  const view = new vega.View(vega.parse(compile(spec).spec, undefined, {ast: true}), {
    expr: expressionInterpreter,
    // Its types say what it makes of this, not what it takes.
    locale: {number: vietnamese} as unknown as LocaleFormatters,
    loader: closedLoader,
    logLevel: vega.Error,
    renderer: 'none',
  });
  try {
    return linesApart(signsDrawn(await view.toSVG()));
  } finally {
    view.finalize();
  }
}

/** Two signs of lines that the letters lack, by letters that they have. */
const signsDrawn = (svg: string): string => svg.replaceAll('┈', '····').replaceAll('╌', '– –');

/** Each line of a text as a text of its own: what draws the PNG sets the later ones from the end of the first. */
const linesApart = (svg: string): string =>
  svg.replace(
    /<text ([^>]*)>((?:<tspan[^>]*>[^<]*<\/tspan>)+)<\/text>/g,
    (_, look: string, lines: string) => {
      let down = 0;
      return [...lines.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)]
        .map(([, place = '', text = '']) => {
          down += Number(/dy="([\d.]+)"/.exec(place)?.[1] ?? 0);
          return `<text ${look} y="${down}">${text}</text>`;
        })
        .join('');
    },
  );

/** What Vega has and its types do not say. */
interface Undeclared {
  textMetrics: {width: (item: object, text: string | number | null) => number};
  font: (item: object) => string;
}

const nothingFetched = () => Promise.reject(new Error('Biểu đồ không được lấy gì từ nơi khác.'));
const closedLoader = {
  load: nothingFetched,
  sanitize: nothingFetched,
  http: nothingFetched,
  file: nothingFetched,
};

/** The drawing with its letters in it, so that it looks the same where they are not installed. */
export function withLetters(svg: string): string {
  const weights = [400, 600, 700].filter((weight) => weight === 400 || isUsed(weight, svg));
  const faces = weights.flatMap((weight) => letterSets.map((set) => faceOf(weight, set)));
  return svg.replace(/<svg [^>]*>/, (opening) => `${opening}<style>${faces.join('')}</style>`);
}

const isUsed = (weight: number, svg: string) =>
  svg.includes(`font-weight="${weight}"`) ||
  // What has no file of its own takes the next heavier one.
  (weight === 600 && svg.includes('font-weight="500"')) ||
  (weight === 700 && svg.includes('font-weight="bold"'));

/** Vietnamese letters are in a file of their own, beside those that all of Europe has. */
const letterSets = ['latin', 'vietnamese'] as const;

const ranges = {
  latin: 'U+0000-00FF,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,' +
    'U+0323,U+0329,U+1EA0-1EF9,U+20AB',
} as const satisfies Record<(typeof letterSets)[number], string>;

const read = new Map<string, string>();

function faceOf(weight: number, set: (typeof letterSets)[number]): string {
  const file = resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${set}-${weight}-normal.woff2`);
  const letters = read.get(file) ?? readFileSync(file).toString('base64');
  read.set(file, letters);
  return (
    `@font-face{font-family:"${drawnFamily}";font-weight:${weight};unicode-range:${ranges[set]};` +
    `src:url(data:font/woff2;base64,${letters}) format("woff2")}`
  );
}
