import {letterWidth, type Placed} from './placed.ts';

/** How strongly a box is filled by its step: the further from whole, or the more, the darker. */
export const tints = [0, 0.07, 0.16, 0.3] as const;

const side = 14;

/** The steps of a chart, each as a small box with its words, in one line from the left. */
export function tintLegend(steps: readonly string[], y: number): Required<Pick<Placed, 'boxes' | 'labels'>> {
  let x = 0;
  const places = steps.map((text) => {
    const place = {x, text};
    x += side + 6 + text.length * letterWidth + 16;
    return place;
  });
  return {
    boxes: places.map((place, step) => ({
      x: place.x,
      y: y - side / 2,
      width: side,
      height: side,
      fill: 'accent',
      depth: tints[step] ?? 0,
      edge: 'inkSoft',
    })),
    labels: places.map((place) => ({x: place.x + side + 6, y, text: place.text, tone: 'inkSoft'})),
  };
}
