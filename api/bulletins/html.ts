import {officialFoot, officialHead} from '../papers/official-html.ts';
import {
  isFigure,
  upperHeadings,
  type Block,
  type Paper,
  type PaperTable,
  type Picture,
} from '../papers/paper.ts';
import {cellWord, escaped, printable, sourceLine, wordOf} from '../papers/wording.ts';

const cell = 'border:1px solid #999;padding:4px 6px;vertical-align:top';

/**
 * The paper as one HTML file that a mail program shows as it is: no script, nothing fetched. Its pictures are those
 * whose addresses are handed in, in their order; of others the caption alone stands there.
 */
export function htmlOf(paper: Paper, link?: URL, pictures: readonly string[] = []): string {
  let shown = 0;
  const {title, subtitle = '', about, blocks, stamp} = paper;
  const isSigned = paper.signature !== undefined;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped([title ?? about ?? paper.name, subtitle].filter(Boolean).join(' – '))}</title>
</head>
<body style="margin:0 auto;max-width:720px;padding:16px;background:#fff;color:#111;font:15px/1.45 'Times New Roman',Times,serif">
${isSigned ? officialHead(paper) : plainHead(paper)}
${blocks.map((block) => blockHtml(block, block.block === 'picture' ? pictures[shown++] : undefined)).join('\n')}
${isSigned ? officialFoot(paper) : ''}
${link === undefined ? '' : `<p><a href="${escaped(link.href)}">Mở trang số liệu</a></p>`}
<p style="margin-top:16px;border-top:1px solid #999;padding-top:6px;color:#444;font-size:12px">${escaped(sourceLine(stamp))}</p>
</body>
</html>
`;
}

/** What is sent around and signed by nobody has no motto. */
const plainHead = ({
  agency,
  title = '',
  subtitle = '',
}: Paper) => `<p style="margin:0;font-size:13px">${escaped(agency.parent)}<br><strong>${escaped(agency.name)}</strong></p>
<h1 style="margin:16px 0 0;font-size:20px">${escaped(title)}</h1>
<p style="margin:2px 0 12px;color:#444">${escaped(subtitle)}</p>`;

function blockHtml(block: Block, address: string | undefined): string {
  switch (block.block) {
    case 'heading':
      return `<h2 style="margin:16px 0 4px;font-size:16px">${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p style="margin:6px 0">${escaped(block.text)}</p>`;
    case 'table':
      return tableHtml(block);
    case 'picture':
      return `${pictureHtml(block, address)}<p style="margin:6px 0;text-align:center;font-size:13px"><em>${escaped(block.caption)}</em></p>`;
  }
}

const pictureHtml = ({caption}: Picture, address: string | undefined): string =>
  address === undefined
    ? ''
    : `<img src="${escaped(address)}" alt="${escaped(caption)}" style="display:block;width:100%;max-width:620px;height:auto;margin:12px auto 0">`;

function tableHtml({columns, rows, total, unitOfMeasure}: PaperTable): string {
  const side = (column: (typeof columns)[number]) => (isFigure(column) ? 'right' : 'left');
  const line = (row: PaperTable['rows'][number], tag: 'td' | 'th') =>
    `<tr>${columns
      .map(
        (column) =>
          `<${tag} style="${cell};text-align:${side(column)}">${escaped(cellWord(row, column))}</${tag}>`,
      )
      .join('')}</tr>`;
  const head = (words: string, align: string, span = '') =>
    `<th scope="col${span.startsWith(' colspan') ? 'group' : ''}"${span} style="${cell};background:#eee;text-align:${align}">${escaped(words)}</th>`;
  const upper = upperHeadings(columns);
  const heads =
    upper === undefined
      ? columns.map((column) => head(column.heading, side(column))).join('')
      : `${upper
          .map(({heading, columns: across, isGroup}) =>
            head(heading, 'center', isGroup ? ` colspan="${across}"` : ' rowspan="2"'),
          )
          .join('')}</tr><tr>${columns
          .flatMap(({heading, group}) => (group === undefined ? [] : [head(heading, 'center')]))
          .join('')}`;
  return `${unitOfMeasure === undefined ? '' : `<p style="margin:6px 0;text-align:right;font-size:13px"><em>Đơn vị tính: ${escaped(unitOfMeasure)}</em></p>`}
<table style="width:100%;border-collapse:collapse;font-size:14px">
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => line(row, 'td')).join('\n')}
${total === undefined ? '' : line(total, 'th')}
</tbody>
</table>`;
}

/** The same words without any form, for programs that show no HTML. */
export function textOf({title = '', subtitle = '', blocks, stamp}: Paper, link?: URL): string {
  const lines = blocks.flatMap((block): string[] => {
    if (block.block === 'table') {
      const {columns, rows, total} = block;
      return [...rows, ...(total ? [total] : [])].map((row) =>
        columns
          .map(({key, heading, kind, limit}) => `${printable(heading)}: ${wordOf(row[key], kind, limit)}`)
          .join('; '),
      );
    }
    return [printable(block.block === 'picture' ? block.caption : block.text)];
  });
  return [
    printable(title),
    printable(subtitle),
    '',
    ...lines,
    '',
    ...(link ? [link.href] : []),
    printable(sourceLine(stamp)),
    '',
  ].join('\n');
}
