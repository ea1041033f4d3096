import {expect, test} from 'vitest';
import {signsAsShapes} from '../../../api/papers/drawn-signs.ts';

/** Ten for each letter. */
const drawn = (svg: string) => signsAsShapes(svg, 'Letters', (text) => 10 * text.length);

const xsOf = (svg: string) => [...svg.matchAll(/<text [^>]*\bx="([^"]*)"/g)].map(([, x]) => Number(x));

test('a text without signs stays as it is', () => {
  const plain = '<text text-anchor="end" font-size="12px">đạt</text>';
  expect(drawn(plain)).toBe(plain);
});

test('a sign becomes a shape of its colour, before the words that it stands before', () => {
  const svg = drawn('<text transform="translate(5,6)" font-size="20px" fill="#111111">● đạt</text>');
  expect(svg).not.toContain('●');
  expect(svg).toMatch(
    /^<g transform="translate\(5,6\)"><path [^>]*fill="#111111"\/><text [^>]*> đạt<\/text><\/g>$/,
  );
  expect(xsOf(svg)).toEqual([17]);
});

test('a line keeps its end and its middle where they were', () => {
  expect(xsOf(drawn('<text text-anchor="end" font-size="20px">ab◆cd</text>'))).toEqual([-57, -20]);
  expect(xsOf(drawn('<text text-anchor="middle" font-size="20px">ab◆cd</text>'))).toEqual([-28.5, 8.5]);
});

test('what is written for SVG counts as the one letter it is', () => {
  expect(xsOf(drawn('<text font-size="20px">&lt;◆c</text>'))).toEqual([0, 27]);
});
