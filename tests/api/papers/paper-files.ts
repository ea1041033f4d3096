import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {readXlsx} from 'hucre/xlsx';
import PizZip from 'pizzip';
import {extractText, getDocumentProxy, renderPageAsImage} from 'unpdf';

const artefacts = join(import.meta.dirname, '../../../.build/papers');

/** A paper as its readers have it, opened again: the words of each file, and the cells of the workbook's tables. */
export interface PaperFiles {
  html: string;
  docx: string;
  /** Page by page. */
  pdf: readonly string[];
  sheets: readonly {name: string; rows: readonly (readonly unknown[])[]}[];
}

/** Asks for a paper in every format, and keeps the files and a picture of the first page for people to look at. */
export async function paperFiles(
  fetchFile: (format: 'html' | 'docx' | 'pdf' | 'xlsx') => Promise<Response>,
  name: string,
): Promise<PaperFiles> {
  await mkdir(artefacts, {recursive: true});
  const read = async (format: 'html' | 'docx' | 'pdf' | 'xlsx') => {
    const response = await fetchFile(format);
    if (response.status !== 200) throw new Error(`${name}.${format}: ${await response.text()}`);
    const file = Buffer.from(await response.arrayBuffer());
    await writeFile(join(artefacts, `${name}.${format}`), file);
    return file;
  };
  const [html, docx, pdf, xlsx] = [
    await read('html'),
    await read('docx'),
    await read('pdf'),
    await read('xlsx'),
  ];
  const picture = await renderPageAsImage(new Uint8Array(pdf), 1, {
    canvasImport: () => import('@napi-rs/canvas'),
    scale: 1,
  });
  await writeFile(join(artefacts, `${name}-1.png`), Buffer.from(picture));
  const pages = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {mergePages: false});
  const {sheets} = await readXlsx(new Uint8Array(xlsx), {readStyles: true});
  return {
    html: oneLine(html.toString().replaceAll(/<[^>]+>/g, ' ')),
    docx: oneLine(textOfDocx(docx)),
    pdf: pages.text.map(oneLine),
    sheets: sheets.slice(1).map((sheet) => ({name: sheet.name, rows: sheet.rows})),
  };
}

/** The words of a Word document, each paragraph on its own; it must be XML that can be read. */
export function textOfDocx(file: Buffer): string {
  const body = new PizZip(file).file('word/document.xml')!.asText();
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(body))
    throw new Error('An & that is no entity.');
  return body.replaceAll('</w:p>', ' ').replaceAll(/<[^>]+>/g, '');
}

/** Words as they are compared: entities read, and blanks of any kind one blank. */
export const oneLine = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll(/&#39;|&apos;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ');
