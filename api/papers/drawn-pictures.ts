import {pngOf} from './drawing.ts';
import type {Paper} from './paper.ts';

/** The pictures of a paper as PNG, in their order. */
export async function drawnPictures({blocks}: Paper): Promise<Buffer[]> {
  const drawings = blocks.flatMap((block) => (block.block === 'picture' ? [block.svg] : []));
  return Promise.all(drawings.map(async (svg) => (await pngOf(svg)).png));
}

/** The same as addresses that hold the pictures themselves, for a page that may fetch nothing. */
export const pictureAddresses = async (paper: Paper): Promise<string[]> =>
  (await drawnPictures(paper)).map((png) => `data:image/png;base64,${png.toString('base64')}`);
