import {sent, type ActionContext} from '../action.ts';
import {htmlOf} from '../bulletins/html.ts';
import {actorOf} from '../identity.ts';
import {writeAudit} from '../state/audit.ts';
import {docxOf} from './docx.ts';
import {pictureAddresses} from './drawn-pictures.ts';
import type {PaperFormat} from './offered.ts';
import type {Paper} from './paper.ts';
import {pdfOf} from './pdf.ts';
import {xlsxOf} from './xlsx-of.ts';

/** A paper as a file to keep. */
const writers = {docx: docxOf, pdf: pdfOf, xlsx: xlsxOf} as const satisfies Record<
  Exclude<PaperFormat, 'html'>,
  (paper: Paper) => Promise<Buffer>
>;

/** Gives a paper to whoever asked for it, as a page or as a file. */
export async function sendPaper(
  paper: Paper,
  format: PaperFormat,
  {store, person, now, request, response}: ActionContext,
): Promise<typeof sent> {
  const {night, version} = paper.stamp;
  // Written before anything is given: a paper leaves the house.
  const subject = request.originalUrl.slice(0, 2000);
  const note = {
    ...actorOf(person),
    action: 'rows.read',
    subject,
    details: {version, ...(person.purpose === undefined ? {} : {purpose: person.purpose})},
    outcome: 'begun',
  } as const;
  writeAudit(store, note, now);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-thads-night', night);
  response.setHeader('x-thads-version', version);
  if (paper.stamp.demo) response.setHeader('x-thads-demo', 'true');
  if (format === 'html') {
    response.type('html').send(htmlOf(paper, undefined, await pictureAddresses(paper)));
    return sent;
  }
  const file = await writers[format](paper);
  response.setHeader('content-disposition', `attachment; filename="${paper.name}.${format}"`);
  response.type(format).send(file);
  return sent;
}
