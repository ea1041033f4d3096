import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type FileChild,
  type IRunOptions,
} from 'docx';
import type {Row} from '../table.ts';
import {pngOf} from './drawing.ts';
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

/** Twentieths of a point in a number of millimetres. */
const millimetres = (length: number) => Math.round((length * 1440) / 25.4);
const margin = {left: millimetres(30), right: millimetres(15), top: millimetres(20), bottom: millimetres(20)};
const sheet = {width: millimetres(210), height: millimetres(297)};

/** Half points, as Word counts. */
const size = {small: 18, list: 22, label: 24, body: 26, title: 28};

/** The paper as a Word document that a clerk edits on: styles, tables and page numbers are Word's own. */
export async function docxOf(paper: Paper): Promise<Buffer> {
  const width = (paper.orientation === 'portrait' ? sheet.width : sheet.height) - margin.left - margin.right;
  const blocks = await Promise.all(paper.blocks.map((block) => blockParts(block, width)));
  const source = () =>
    new Footer({children: [new Paragraph({text: sourceLine(paper.stamp), style: 'Source'})]});
  const document = new Document({
    title: printable(paper.title ?? paper.about ?? paper.name),
    creator: printable(paper.agency.name),
    styles,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              ...sheet,
              orientation:
                paper.orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
            },
            margin: {...margin, header: millimetres(10), footer: millimetres(8)},
          },
        },
        headers: {
          first: new Header({children: [new Paragraph('')]}),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({children: [PageNumber.CURRENT]})],
              }),
            ],
          }),
        },
        footers: {first: source(), default: source()},
        children: [
          ...headParts(paper, width),
          ...titleParts(paper),
          ...blocks.flat(),
          ...footParts(paper, width),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const paragraphStyle = (id: string, name: string, run: IRunOptions, paragraph: object = {}) => ({
  id,
  name,
  basedOn: 'Normal',
  run,
  paragraph,
});

const styles = {
  default: {
    document: {run: {font: 'Times New Roman', size: size.body, language: {value: 'vi-VN'}}},
    title: {
      run: {font: 'Times New Roman', size: size.title, bold: true, color: '000000'},
      paragraph: {alignment: AlignmentType.CENTER},
    },
    heading1: {
      run: {font: 'Times New Roman', size: size.body, bold: true, color: '000000'},
      paragraph: {spacing: {before: 160, after: 80}, keepNext: true},
    },
  },
  paragraphStyles: [
    paragraphStyle(
      'Body',
      'Đoạn văn',
      {},
      {
        alignment: AlignmentType.JUSTIFIED,
        indent: {firstLine: millimetres(10)},
        spacing: {after: 120, line: 264, lineRule: LineRuleType.AUTO},
      },
    ),
    paragraphStyle('Subtitle', 'Trích yếu', {bold: true}, {alignment: AlignmentType.CENTER}),
    paragraphStyle(
      'Attached',
      'Kèm theo',
      {italics: true},
      {
        alignment: AlignmentType.CENTER,
        spacing: {after: 160},
      },
    ),
    paragraphStyle(
      'Measure',
      'Đơn vị tính',
      {italics: true, size: size.label},
      {
        alignment: AlignmentType.RIGHT,
        keepNext: true,
      },
    ),
    paragraphStyle(
      'Caption',
      'Chú thích hình',
      {italics: true, size: size.label},
      {
        alignment: AlignmentType.CENTER,
        spacing: {after: 160},
      },
    ),
    paragraphStyle('Source', 'Nguồn số liệu', {italics: true, size: size.small}),
    paragraphStyle('Centred', 'Giữa dòng', {}, {alignment: AlignmentType.CENTER}),
    paragraphStyle('Copies', 'Nơi nhận', {size: size.list}),
  ],
};

const centred = (text: string, run: IRunOptions = {}) =>
  new Paragraph({style: 'Centred', children: [new TextRun({text, ...run})]});

/** A line as long as the decree wants it: the lower border of an empty paragraph drawn in from both sides. */
const rule = (column: number, share: number) =>
  new Paragraph({
    indent: {left: Math.round((column * (1 - share)) / 2), right: Math.round((column * (1 - share)) / 2)},
    spacing: {line: 40, lineRule: LineRuleType.EXACT, after: 80},
    border: {top: {style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1}},
  });

const none = {style: BorderStyle.NONE, size: 0, color: 'auto'};

/** Two columns side by side without lines. */
function beside(width: number, [left, right]: [readonly Paragraph[], readonly Paragraph[]], share: number) {
  const widths = [Math.round(width * share), Math.round(width * (1 - share))];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: {size: width, type: WidthType.DXA},
    columnWidths: widths,
    borders: {top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none},
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, i) =>
            new TableCell({
              width: {size: widths[i] ?? 0, type: WidthType.DXA},
              children: children.length === 0 ? [new Paragraph('')] : [...children],
            }),
        ),
      }),
    ],
  });
}

function headParts(paper: Paper, width: number): FileChild[] {
  const {agency, about} = paper;
  const share = 0.42;
  return [
    beside(
      width,
      [
        [
          centred(printable(agency.parent), {size: size.label}),
          centred(printable(agency.name), {size: size.label, bold: true}),
          rule(width * share, 0.4),
          centred(numberLine(paper)),
          ...(about === undefined ? [] : [centred(`V/v ${printable(about)}`, {size: size.label})]),
        ],
        [
          centred(motto[0], {size: size.label, bold: true}),
          centred(motto[1], {bold: true}),
          rule(width * (1 - share), 0.55),
          centred(dateLine(paper), {italics: true}),
        ],
      ],
      share,
    ),
    new Paragraph(''),
  ];
}

function titleParts(paper: Paper): FileChild[] {
  const {annex, title, subtitle, recipients} = paper;
  const attached = attachedLine(paper);
  return [
    ...(annex === undefined ? [] : [centred(annex, {bold: true, size: size.title})]),
    ...(title === undefined
      ? []
      : [new Paragraph({heading: HeadingLevel.TITLE, text: printable(title).toLocaleUpperCase('vi')})]),
    ...(subtitle === undefined ? [] : [new Paragraph({style: 'Subtitle', text: printable(subtitle)})]),
    ...(attached === undefined ? [] : [new Paragraph({style: 'Attached', text: attached})]),
    ...(recipients === undefined ? [] : recipientParts(recipients)),
    new Paragraph(''),
  ];
}

function recipientParts(recipients: readonly string[]): Paragraph[] {
  const names = recipients.map(printable);
  if (names.length === 1) return [centred(`Kính gửi: ${names[0]}`)];
  const indent = {left: millimetres(35)};
  return [
    new Paragraph({text: 'Kính gửi:', indent: {left: millimetres(20)}}),
    ...names.map(
      (name, i) => new Paragraph({text: `- ${name}${i === names.length - 1 ? '.' : ';'}`, indent}),
    ),
  ];
}

async function blockParts(block: Block, width: number): Promise<FileChild[]> {
  switch (block.block) {
    case 'heading':
      return [new Paragraph({heading: HeadingLevel.HEADING_1, text: printable(block.text)})];
    case 'paragraph':
      return [new Paragraph({style: 'Body', text: printable(block.text)})];
    case 'table':
      return tableParts(block, width);
    case 'picture': {
      const drawn = await pngOf(block.svg);
      // Word counts pictures in pixels of 1/96 inch.
      const shrink = Math.min(1, width / 15 / drawn.width);
      const caption = printable(block.caption);
      return [
        new Paragraph({
          style: 'Centred',
          children: [
            new ImageRun({
              type: 'png',
              data: drawn.png,
              transformation: {
                width: Math.round(drawn.width * shrink),
                height: Math.round(drawn.height * shrink),
              },
              altText: {name: caption, description: caption, title: caption},
            }),
          ],
        }),
        new Paragraph({style: 'Caption', text: caption}),
      ];
    }
  }
}

function tableParts(block: PaperTable, width: number): FileChild[] {
  const {columns, rows, total, unitOfMeasure} = block;
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.round((width * column.width) / shares));
  const letters = isDense(block) ? 20 : size.label;
  const cell = (at: number, text: string, alignment: 'left' | 'right' | 'center', run: IRunOptions = {}) =>
    new TableCell({
      width: {size: widths[at] ?? 0, type: WidthType.DXA},
      margins: {left: 60, right: 60, top: 30, bottom: 30},
      children: [new Paragraph({alignment, children: [new TextRun({text, size: letters, ...run})]})],
    });
  const line = (row: Row, bold: boolean) =>
    new TableRow({
      cantSplit: true,
      children: columns.map((column, i) =>
        cell(i, cellWord(row, column), isFigure(column) ? 'right' : 'left', {bold}),
      ),
    });
  return [
    ...(unitOfMeasure === undefined
      ? []
      : [new Paragraph({style: 'Measure', text: `Đơn vị tính: ${printable(unitOfMeasure)}`})]),
    new Table({
      layout: TableLayoutType.FIXED,
      width: {size: width, type: WidthType.DXA},
      columnWidths: widths,
      rows: [
        ...headingRows(columns, letters),
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map((_, i) =>
            cell(i, `(${i + 1})`, 'center', {italics: true, size: letters - 4}),
          ),
        }),
        ...rows.map((row) => line(row, false)),
        ...(total === undefined ? [] : [line(total, true)]),
      ],
    }),
    new Paragraph(''),
  ];
}

/** One row of headings, or two where columns belong to groups. */
function headingRows(columns: PaperTable['columns'], letters: number): TableRow[] {
  const cell = (words: string, span: {columnSpan?: number; rowSpan?: number} = {}) =>
    new TableCell({
      ...span,
      verticalAlign: VerticalAlign.CENTER,
      margins: {left: 60, right: 60, top: 30, bottom: 30},
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({text: printable(words), size: letters, bold: true})],
        }),
      ],
    });
  const row = (children: TableCell[]) => new TableRow({tableHeader: true, cantSplit: true, children});
  const upper = upperHeadings(columns);
  if (upper === undefined) return [row(columns.map(({heading}) => cell(heading)))];
  return [
    row(
      upper.map(({heading, columns: across, isGroup}) =>
        cell(heading, isGroup ? {columnSpan: across} : {rowSpan: 2}),
      ),
    ),
    row(columns.flatMap(({heading, group}) => (group === undefined ? [] : [cell(heading)]))),
  ];
}

function footParts(paper: Paper, width: number): FileChild[] {
  const {signature = [], countersignature} = paper;
  const copies = copyLines(paper);
  if (signature.length === 0 && copies.length === 0) return [];
  const copyParts =
    copies.length === 0
      ? []
      : [
          new Paragraph({
            // Below the signatures stand the names.
            spacing: {before: countersignature ? 1400 : 0},
            children: [new TextRun({text: 'Nơi nhận:', bold: true, italics: true, size: size.label})],
          }),
          ...copies.map((text) => new Paragraph({style: 'Copies', text})),
        ];
  // Below stand signature, seal and name.
  const signed = (lines: readonly string[]) => lines.map((text) => centred(printable(text), {bold: true}));
  return [
    beside(width, [countersignature ? signed(countersignature) : copyParts, signed(signature)], 0.5),
    new Paragraph(''),
    ...(countersignature ? copyParts : []),
  ];
}
