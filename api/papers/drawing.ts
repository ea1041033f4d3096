import {createRequire} from 'node:module';
import {createCanvas, GlobalFonts, loadImage, type SKRSContext2D} from '@napi-rs/canvas';
import {signsAsShapes} from './drawn-signs.ts';

const {resolve} = createRequire(import.meta.url);

const letters = (file: string) => resolve(`@expo-google-fonts/be-vietnam-pro/${file}`);

/** The letters of the screen, in the weights that charts use. */
export const drawnFonts = {
  normal: letters('400Regular/BeVietnamPro_400Regular.ttf'),
  semibold: letters('600SemiBold/BeVietnamPro_600SemiBold.ttf'),
  bold: letters('700Bold/BeVietnamPro_700Bold.ttf'),
} as const;

/** The family of the screen's letters. */
export const drawnFamily = 'Be Vietnam Pro';

/** Twice as fine as a screen, so that it can be printed. */
const fineness = 2;

/** Registers the letters once; asked for by all who measure or draw. */
const haveFonts = (() => {
  let has = false;
  return () => {
    if (!has) for (const file of Object.values(drawnFonts)) GlobalFonts.registerFromPath(file, drawnFamily);
    has = true;
  };
})();

let ruler: SKRSContext2D | undefined;

/** How wide a text is in a font, in the words of CSS: `600 12px Be Vietnam Pro`. */
export function widthOfText(text: string, font: string): number {
  haveFonts();
  ruler ??= createCanvas(1, 1).getContext('2d');
  ruler.font = font;
  return ruler.measureText(text).width;
}

/** A drawing as a PNG on white, with its size in points. */
export async function pngOf(svg: string): Promise<{png: Buffer; width: number; height: number}> {
  haveFonts();
  const image = await loadImage(Buffer.from(signsAsShapes(svg, drawnFamily, widthOfText)));
  const canvas = createCanvas(image.width * fineness, image.height * fineness);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return {png: await canvas.encode('png'), width: image.width, height: image.height};
}
