import {createRequire} from 'node:module';
import pdfmake from 'pdfmake';
import type {Content, ContentTable, TableCell, TDocumentDefinitions} from 'pdfmake/interfaces.js';
import {drawnFamily, drawnFonts} from './drawing.ts';
import {isDense, isFigure, upperHeadings, type Block, type Paper, type PaperTable} from './paper.ts';
import {
  attachedLine,
  cellWord,
  copyLines,
  dateLine,
  motto,
  numberLine,
  printable,
  sourceLine,
} from './wording.ts';

const {resolve} = createRequire(import.meta.url);
const tinos = (file: string) => resolve(`@expo-google-fonts/tinos/${file}`);

/** Free letters as wide as those of Times New Roman. */
const fonts = {
  Tinos: {
    normal: tinos('400Regular/Tinos_400Regular.ttf'),
    bold: tinos('700Bold/Tinos_700Bold.ttf'),
    italics: tinos('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
    bolditalics: tinos('700Bold_Italic/Tinos_700Bold_Italic.ttf'),
  },
  // Drawings keep the letters of the screen, and stay drawings: lines and words that can be printed at any size.
  [drawnFamily]: {normal: drawnFonts.normal, bold: drawnFonts.bold},
};
const fontFiles: readonly string[] = Object.values(fonts).flatMap((family) => Object.values(family));

pdfmake.setFonts(fonts);
// A paper is made of what it is handed, and of the fonts above; nothing else is fetched or opened.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontFiles.includes(path));

/** A text as it is set; a word that no line can hold is broken here, where that is quick. */
const shown = (text: string): string => printable(text).replace(/\S{80}(?=\S)/g, '$& ');

const millimetres = (length: number) => (length * 72) / 25.4;
const margin = {left: millimetres(30), right: millimetres(15), top: millimetres(20), bottom: millimetres(20)};
const sheet = {portrait: millimetres(210), landscape: millimetres(297)};

/** The paper as a PDF with its letters in it: A4, the page's number at the top but for the first page's. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  const width = sheet[paper.orientation] - margin.left - margin.right;
  const blocks = paper.blocks.map((block) => blockContent(block, width));
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: paper.orientation,
    pageMargins: [margin.left, margin.top, margin.right, margin.bottom],
    info: {title: shown(paper.title ?? paper.about ?? paper.name), author: paper.agency.name},
    language: 'vi',
    defaultStyle: {font: 'Tinos', fontSize: 13},
    header: (page) =>
      page === 1 ? '' : {text: String(page), alignment: 'center', margin: [0, millimetres(10), 0, 0]},
    footer: () => ({
      text: shown(sourceLine(paper.stamp)),
      fontSize: 9,
      italics: true,
      margin: [margin.left, millimetres(6), margin.right, 0],
    }),
    pageBreakBefore: isLeftAlone,
    content: [...headContent(paper), ...titleContent(paper), ...blocks.flat(), ...footContent(paper)],
  };
  return pdfmake.createPdf(definition).getBuffer();
}

/** Points that a heading, or what figures are counted in, needs below it for the beginning of its table. */
const roomBelow = [0, 130, 105];

/** What stands above a table goes to the next page when the table would begin there. */
const isLeftAlone: TDocumentDefinitions['pageBreakBefore'] = ({headlineLevel = 0, startPosition}) =>
  (1 - startPosition.verticalRatio) * startPosition.pageInnerHeight < (roomBelow[headlineLevel] ?? 0);

function headContent(paper: Paper): Content[] {
  const {agency, about} = paper;
  return [
    {
      columns: [
        {
          width: '45%',
          stack: [
            {text: shown(agency.parent), fontSize: 12},
            {text: shown(agency.name), bold: true, fontSize: 12},
            rule(70),
            {text: numberLine(paper), margin: [0, 4, 0, 0]},
            ...(about === undefined ? [] : [{text: `V/v ${shown(about)}`, fontSize: 12}]),
          ],
        },
        {
          width: '55%',
          stack: [
            {text: motto[0], bold: true, fontSize: 12},
            {text: motto[1], bold: true},
            rule(150),
            {text: shown(dateLine(paper)), italics: true, margin: [0, 4, 0, 0]},
          ],
        },
      ],
      alignment: 'center',
      columnGap: 6,
      margin: [0, 0, 0, 14],
    },
  ];
}

/** A line below a text, as long as the decree wants it, in the middle of its column. */
const rule = (length: number): Content => ({
  columns: [
    {width: '*', text: ''},
    {
      width: 'auto',
      canvas: [{type: 'line', x1: 0, y1: 2, x2: length, y2: 2, lineWidth: 0.7}],
    },
    {width: '*', text: ''},
  ],
});

function titleContent(paper: Paper): Content[] {
  const {annex, title, subtitle, recipients} = paper;
  const attached = attachedLine(paper);
  return [
    ...(annex === undefined ? [] : [{text: annex, bold: true, fontSize: 14, alignment: 'center'} as const]),
    ...(title === undefined
      ? []
      : [
          {
            text: shown(title).toLocaleUpperCase('vi'),
            bold: true,
            fontSize: 14,
            alignment: 'center',
          } as const,
        ]),
    ...(subtitle === undefined ? [] : [{text: shown(subtitle), bold: true, alignment: 'center'} as const]),
    ...(attached === undefined ? [] : [{text: attached, italics: true, alignment: 'center'} as const]),
    ...(recipients === undefined ? [] : [recipientsContent(recipients)]),
    {text: '', margin: [0, 0, 0, 8]},
  ];
}

function recipientsContent(recipients: readonly string[]): Content {
  const [only, ...others] = recipients.map(shown);
  return others.length === 0
    ? {text: `Kính gửi: ${only}`, alignment: 'center'}
    : {
        columns: [
          {width: 90, text: 'Kính gửi:'},
          {
            width: '*',
            stack: [only, ...others].map((text, i) => `- ${text}${i < others.length ? ';' : '.'}`),
          },
        ],
        margin: [60, 0, 0, 0],
      };
}

function blockContent(block: Block, width: number): Content[] {
  switch (block.block) {
    case 'heading':
      return [{text: shown(block.text), bold: true, margin: [0, 8, 0, 4], headlineLevel: 1}];
    case 'paragraph':
      return [
        {
          text: shown(block.text),
          alignment: 'justify',
          leadingIndent: millimetres(10),
          margin: [0, 0, 0, 6],
        },
      ];
    case 'table':
      return tableContent(block, width);
    case 'picture':
      return [
        {svg: block.svg, width: Math.min(width, widthOf(block.svg)), alignment: 'center'},
        {
          text: shown(block.caption),
          italics: true,
          alignment: 'center',
          fontSize: 12,
          margin: [0, 2, 0, 8],
        },
      ];
  }
}

const widthOf = (svg: string): number => Number(/<svg[^>]* width="([\d.]+)/.exec(svg)?.[1] ?? Infinity);

function tableContent(block: PaperTable, width: number): Content[] {
  const {columns, rows, total, unitOfMeasure} = block;
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const padding = 6;
  const size = isDense(block) ? 10 : 12;
  const line = (row: PaperTable['rows'][number], bold: boolean): TableCell[] =>
    columns.map((column) => ({
      text: shown(cellWord(row, column)),
      alignment: isFigure(column) ? 'right' : 'left',
      bold,
    }));
  const headings = headingRows(columns);
  const table: ContentTable = {
    table: {
      headerRows: headings.length + 1,
      // A row that is kept whole and is higher than a page would be lost.
      ...(fitsOnPage(block) ? {dontBreakRows: true, keepWithHeaderRows: 1} : {}),
      widths: columns.map((column) => (width * column.width) / shares - padding - 1),
      body: [
        ...headings,
        columns.map((_, i) => ({text: `(${i + 1})`, italics: true, alignment: 'center', fontSize: size - 2})),
        ...rows.map((row) => line(row, false)),
        ...(total === undefined ? [] : [line(total, true)]),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => padding / 2,
      paddingRight: () => padding / 2,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    fontSize: size,
    margin: [0, 0, 0, 8],
  };
  return [...(unitOfMeasure === undefined ? [] : [measureContent(unitOfMeasure)]), table];
}

/** As much text as surely fits on a page, in the narrowest column. */
const longestWhole = 600;

const fitsOnPage = ({columns, rows, total = {}}: PaperTable): boolean =>
  [...rows, total].every((row) => columns.every(({key}) => String(row[key]).length <= longestWhole));

const measureContent = (unitOfMeasure: string): Content => ({
  text: `Đơn vị tính: ${shown(unitOfMeasure)}`,
  italics: true,
  alignment: 'right',
  fontSize: 12,
  margin: [0, 0, 0, 2],
  headlineLevel: 2,
});

/** One row of headings, or two where columns belong to groups; pdfmake wants a cell in every place that is spanned. */
function headingRows(columns: PaperTable['columns']): TableCell[][] {
  const heading = (words: string, span: object = {}): TableCell => ({
    text: shown(words),
    bold: true,
    alignment: 'center',
    ...span,
  });
  const upper = upperHeadings(columns);
  if (upper === undefined) return [columns.map((column) => heading(column.heading))];
  return [
    upper.flatMap((one) => [
      heading(one.heading, one.isGroup ? {colSpan: one.columns} : {rowSpan: 2}),
      ...Array.from({length: one.columns - 1}, () => ''),
    ]),
    columns.map((column) => (column.group === undefined ? '' : heading(column.heading))),
  ];
}

function footContent(paper: Paper): Content[] {
  const {signature = [], countersignature} = paper;
  const copies = copyLines(paper);
  if (signature.length === 0 && copies.length === 0) return [];
  const copiesContent: Content[] =
    copies.length === 0
      ? []
      : [
          {text: 'Nơi nhận:', bold: true, italics: true, fontSize: 12},
          ...copies.map((text) => ({text, fontSize: 11})),
        ];
  const signed = (lines: readonly string[]) => ({
    width: '50%',
    alignment: 'center' as const,
    bold: true,
    // Below stand signature, seal and name.
    stack: [...lines.map(shown), {text: ' ', margin: [0, 0, 0, 70] as [number, number, number, number]}],
  });
  const left = countersignature ? signed(countersignature) : {width: '50%', stack: copiesContent};
  return [
    {unbreakable: true, margin: [0, 10, 0, 0], columns: [left, signed(signature)]},
    ...(countersignature ? copiesContent : []),
  ];
}
