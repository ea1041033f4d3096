import type {Row} from '../table.ts';

/** A paper as it is to be printed, whatever the file; its form is that of Decree 30/2020/NĐ-CP, Annex I. */
export interface Paper {
  /** What its file is called, without extension. */
  name: string;
  agency: Agency;
  orientation: 'portrait' | 'landscape';
  /** "Phụ lục", where it goes with a letter. */
  annex?: string;
  /** What it goes with, number and date left for the clerk: "Công văn số …". */
  attachedTo?: string;
  /** The type and name of what it is, or the title of the annex; a letter has none. */
  title?: string;
  /** What it is about, below the title. */
  subtitle?: string;
  /** What a letter is about: "V/v …". */
  about?: string;
  /** To whom a letter goes: "Kính gửi". */
  recipients?: readonly string[];
  blocks: readonly Block[];
  /** In what capacity it is signed, line by line; the name is left for the clerk. */
  signature?: readonly string[];
  /** In what capacity somebody else signs at its left: the secretary of minutes. */
  countersignature?: readonly string[];
  /** Who gets it: "Nơi nhận"; the file copy comes by itself. */
  copies?: readonly string[];
  /** Where the file copy is kept: "VT, TCCB"; without it, "VT" and the symbol. */
  kept?: string;
  stamp: Stamp;
}

/** Who issues a paper. */
export interface Agency {
  parent: string;
  name: string;
  place: string;
  /** What follows the number that the clerk gives. */
  symbol: string;
}

/** Where a paper's figures come from: printed on each of its pages. */
export interface Stamp {
  night: string;
  version: string;
  /** The rules the figures were judged by, where a version of them is kept. */
  rules?: string;
  demo: boolean;
}

export type Block = Heading | Paragraph | PaperTable | Picture;

interface Heading {
  block: 'heading';
  text: string;
}

interface Paragraph {
  block: 'paragraph';
  text: string;
}

/** Rows under a header that comes again on every page. */
export interface PaperTable {
  block: 'table';
  columns: readonly PaperColumn[];
  rows: readonly Row[];
  /** The last row, in bold. */
  total?: Row;
  /** What the figures are counted in: "việc; đồng". */
  unitOfMeasure?: string;
}

/** A drawing with letters, and what it shows for those who do not see it. */
export interface Picture {
  block: 'picture';
  svg: string;
  caption: string;
}

export interface PaperColumn {
  key: string;
  heading: string;
  kind: ColumnKind;
  /** What stands above its heading and those of its neighbours that have the same. */
  group?: string;
  /** Its share of the table's width, beside the others'. */
  width: number;
  /** What its rates are judged by: none is rounded to it. */
  limit?: number;
}

/** A rate is a fraction of 1; money is in đồng; a date is `YYYY-MM-DD`. */
export type ColumnKind = 'text' | 'count' | 'rate' | 'money' | 'date';

/** The department that runs the whole system. */
export const department: Agency = {
  parent: 'BỘ TƯ PHÁP',
  // Broken nowhere but before its last four words.
  name: 'CỤC QUẢN LÝ THI\u00a0HÀNH\u00a0ÁN\u00a0DÂN\u00a0SỰ',
  place: 'Hà Nội',
  symbol: 'CQLTHADS',
};

/** The column that numbers the rows. */
export const numberColumn: PaperColumn = {key: 'n', heading: 'STT', kind: 'count', width: 0.7};

/** Whether a column's figures stand at its right. */
export const isFigure = ({kind}: PaperColumn) => kind === 'count' || kind === 'rate' || kind === 'money';

/** A heading in the row above the others: over all columns of its group, or alone and as high as both rows. */
export interface UpperHeading {
  heading: string;
  columns: number;
  isGroup: boolean;
}

/** The upper of two rows of headings; none where no column belongs to a group. */
export function upperHeadings(columns: readonly PaperColumn[]): readonly UpperHeading[] | undefined {
  if (columns.every(({group}) => group === undefined)) return undefined;
  const headings: UpperHeading[] = [];
  let before: string | undefined;
  for (const {heading, group} of columns) {
    const last = headings.at(-1);
    if (last && group !== undefined && group === before) last.columns += 1;
    else headings.push({heading: group ?? heading, columns: 1, isGroup: group !== undefined});
    before = group;
  }
  return headings;
}

/** Whether a table's columns are so many, or its figures so long, that it is set in smaller letters. */
export const isDense = ({columns}: PaperTable): boolean =>
  columns.length > 8 || columns.filter(({kind}) => kind === 'money').length > 4;
