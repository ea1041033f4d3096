import {createHash} from 'node:crypto';
import {createTransport} from 'nodemailer';
import {drawnPictures} from '../papers/drawn-pictures.ts';
import type {Paper} from '../papers/paper.ts';
import {pdfOf} from '../papers/pdf.ts';
import {htmlOf, textOf} from './html.ts';
import type {MailSettings} from './mail-settings.ts';

/** Something that takes letters. */
export interface Mailer {
  send(letter: Letter): Promise<void>;
  close(): void;
}

export interface Letter {
  to: string;
  paper: Paper;
  /** The same for every try of one letter, so that a mail program knows the second as the first. */
  key: string;
  link?: URL | undefined;
  /** Whether the paper goes along as a PDF. */
  withPdf: boolean;
}

/** How long the mail server may take to answer. */
const patience = 10_000;

/** Opens the way to the mail server; nothing is sent before a letter is. */
export function openMailer({server, from}: MailSettings): Mailer {
  const transport = createTransport({
    host: server.hostname,
    port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
    secure: server.protocol === 'smtps:',
    // A password is never told to a server that does not hide it.
    requireTLS: server.protocol === 'smtp:' && server.username !== '',
    ...(server.username === ''
      ? {}
      : {auth: {user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password)}}),
    pool: true,
    maxConnections: 1,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({to, paper, key, link, withPdf}) {
      const pictures = (await drawnPictures(paper)).map((content, i) => ({
        filename: `bieu-do-${i + 1}.png`,
        content,
        contentType: 'image/png',
        // Shown in its place of the letter, and not as a file beside it.
        cid: `bieu-do-${i + 1}@${from.split('@')[1]}`,
        contentDisposition: 'inline' as const,
      }));
      await transport.sendMail({
        from: {name: 'Kho dữ liệu Thi hành án dân sự', address: from},
        to: {name: '', address: to},
        subject: `${sentenceCase(paper.title ?? '')} – ${paper.subtitle ?? ''}`,
        text: textOf(paper, link),
        html: htmlOf(
          paper,
          link,
          pictures.map(({cid}) => `cid:${cid}`),
        ),
        messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${from.split('@')[1]}>`,
        headers: {'Auto-Submitted': 'auto-generated'},
        attachments: [
          ...pictures,
          ...(withPdf
            ? [{filename: `${paper.name}.pdf`, content: await pdfOf(paper), contentType: 'application/pdf'}]
            : []),
        ],
      });
    },
    close: () => transport.close(),
  };
}

/** A title in capitals as a subject has it: "Bản tin dữ liệu". */
const sentenceCase = (title: string): string => title.slice(0, 1) + title.slice(1).toLocaleLowerCase('vi');
