import type {Paper} from './paper.ts';
import {attachedLine, copyLines, dateLine, escaped, motto, numberLine} from './wording.ts';

const centred = 'margin:0;text-align:center;white-space:pre-wrap';
const half = 'width:50%;padding:0 8px;vertical-align:top';

/** What stands above the text of a paper that is signed: who issues it, the motto, what it is and to whom it goes. */
export function officialHead(paper: Paper): string {
  const {agency, annex, title, subtitle, about, recipients = []} = paper;
  const attached = attachedLine(paper);
  return `<table role="presentation" style="width:100%;border-collapse:collapse;font-size:14px"><tr>
<td style="${half}">${[
    `<p style="${centred}">${escaped(agency.parent)}</p>`,
    `<p style="${centred};font-weight:700">${escaped(agency.name)}</p>`,
    `<p style="${centred};margin-top:8px">${escaped(numberLine(paper))}</p>`,
    ...(about === undefined ? [] : [`<p style="${centred};font-size:13px">V/v ${escaped(about)}</p>`]),
  ].join('')}</td>
<td style="${half}">${[
    `<p style="${centred};font-weight:700">${motto[0]}</p>`,
    `<p style="${centred};font-weight:700"><span style="border-bottom:1px solid">${motto[1]}</span></p>`,
    `<p style="${centred};margin-top:8px;font-style:italic">${escaped(dateLine(paper))}</p>`,
  ].join('')}</td>
</tr></table>
<div style="margin:16px 0">
${annex === undefined ? '' : `<p style="${centred};font-weight:700">${escaped(annex)}</p>`}
${title === undefined ? '' : `<h1 style="${centred};font-size:18px">${escaped(title.toLocaleUpperCase('vi'))}</h1>`}
${subtitle === undefined ? '' : `<p style="${centred};font-weight:700">${escaped(subtitle)}</p>`}
${attached === undefined ? '' : `<p style="${centred};font-style:italic">${escaped(attached)}</p>`}
${recipients.map((name, i) => `<p style="${centred}">${i === 0 ? 'Kính gửi: ' : ''}${escaped(name)}</p>`).join('\n')}
</div>`;
}

/** What stands below it: who gets it, and in what capacity it is signed. */
export function officialFoot(paper: Paper): string {
  const {signature = [], countersignature} = paper;
  const copies = copyLines(paper);
  const copiesHtml =
    copies.length === 0
      ? ''
      : `<p style="margin:0;font-size:13px"><strong><em>Nơi nhận:</em></strong><br>${copies.map(escaped).join('<br>')}</p>`;
  const signed = (lines: readonly string[]) =>
    `<p style="${centred};padding-bottom:72px;font-weight:700">${lines.map(escaped).join('<br>')}</p>`;
  return `<table role="presentation" style="width:100%;margin-top:16px;border-collapse:collapse"><tr>
<td style="${half}">${countersignature ? signed(countersignature) : copiesHtml}</td>
<td style="${half}">${signed(signature)}</td>
</tr></table>
${countersignature ? copiesHtml : ''}`;
}
