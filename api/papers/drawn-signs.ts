/** How wide a text is in a font, in the words of CSS. */
type Ruler = (text: string, font: string) => number;

/** The signs of the screen that its letters lack, as shapes in a square of ten around the middle. */
const shapes: Readonly<Record<string, {path: string; isOutline?: true}>> = {
  '●': {path: circle()},
  '○': {path: circle(), isOutline: true},
  '◐': {path: `${circle()}M0,-4V4M-2,-3.4V3.4`, isOutline: true},
  '◆': {path: 'M0,-5L5,0L0,5L-5,0Z'},
  '◇': {path: 'M0,-4.5L4.5,0L0,4.5L-4.5,0Z', isOutline: true},
  '■': {path: 'M-4,-4H4V4H-4Z'},
  '□': {path: 'M-4,-4H4V4H-4Z', isOutline: true},
  '▲': {path: 'M0,-4L4.5,4H-4.5Z'},
  '▼': {path: 'M0,4L4.5,-4H-4.5Z'},
  '◄': {path: 'M-4.5,0L4,-4V4Z'},
  '◀': {path: 'M-4.5,0L4,-4V4Z'},
  '│': {path: 'M0,-6V6', isOutline: true},
};

const signs = new RegExp(`[${Object.keys(shapes).join('')}]`);
const besideSigns = new RegExp(`(${signs.source})`);

/** How much of the size of the letters a sign takes along the line, and how high above the line its middle is. */
const advance = 0.85;
const middle = 0.34;

/**
 * The drawing with such signs as shapes: what makes a PNG of it takes letters from one font only, and leaves a gap
 * for what is not in that.
 */
export const signsAsShapes = (svg: string, family: string, widthOf: Ruler): string =>
  svg.replace(/<text ([^>]*)>([^<]*)<\/text>/g, (whole, look: string, text: string) =>
    signs.test(text) ? shapedLine(look, text, family, widthOf) : whole,
  );

/** One line of text, put together of its texts and shapes from left to right. */
function shapedLine(look: string, text: string, family: string, widthOf: Ruler): string {
  const size = Number.parseFloat(attribute(look, 'font-size') ?? '12');
  const font = `${attribute(look, 'font-weight') ?? 'normal'} ${size}px ${family}`;
  const parts = text.split(besideSigns).filter(Boolean);
  const widths = parts.map((part) => (part in shapes ? advance * size : widthOf(unescaped(part), font)));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const anchor = attribute(look, 'text-anchor');
  let x = anchor === 'end' ? -whole : anchor === 'middle' ? -whole / 2 : 0;
  const y = Number(attribute(look, 'y') ?? 0);
  const plain = look.replace(/\b(?:text-anchor|transform|y)="[^"]*"/g, '').trim();
  const drawn = parts.map((part, index) => {
    const from = x;
    x += widths[index]!;
    const shape = shapes[part];
    if (!shape) return `<text ${plain} xml:space="preserve" x="${from}" y="${y}">${part}</text>`;
    const place = `translate(${from + (advance * size) / 2},${y - middle * size}) scale(${size / 14})`;
    const color = attribute(look, 'fill') ?? '#000';
    return `<path transform="${place}" d="${shape.path}" ${shape.isOutline ? `fill="none" stroke="${color}" stroke-width="1.2"` : `fill="${color}"`}/>`;
  });
  return `<g transform="${attribute(look, 'transform') ?? ''}">${drawn.join('')}</g>`;
}

const attribute = (look: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(look)?.[1];

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function circle(): string {
  return 'M-4,0A4,4 0 1 0 4,0A4,4 0 1 0 -4,0Z';
}
