import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {SMTPServer} from 'smtp-server';

/** A letter as it arrived: to whom, and every byte of it. */
export interface Arrived {
  to: string;
  raw: string;
}

/** A mail server of this machine that keeps what arrives. */
export interface MailServer {
  url: URL;
  arrived: Arrived[];
  /** Addresses that it knows nobody under. */
  unknown: Set<string>;
  close(): Promise<void>;
}

/** Starts a mail server on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const unknown = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({address}, _session, callback) {
      callback(unknown.has(address) ? new Error('Khong co nguoi nhan nay') : undefined);
    },
    onData(stream, session, callback) {
      void text(stream).then((raw) => {
        for (const {address} of session.envelope.rcptTo) arrived.push({to: address, raw});
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.server.address() as AddressInfo;
  return {
    url: new URL(`smtp://127.0.0.1:${port}`),
    arrived,
    unknown,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The part of a letter of a kind, decoded; empty when it has none. */
export function partOf({raw}: Arrived, type: string): Buffer {
  const boundaries = [...raw.matchAll(/boundary="([^"]+)"/g)].map(([, boundary]) => boundary!);
  const parts = boundaries.reduce(
    (all, boundary) => all.flatMap((part) => part.split(`--${boundary}`)),
    [raw],
  );
  const part = parts.find((one) => new RegExp(`^\\s*Content-Type: ${type}`, 'i').test(one));
  if (part === undefined) return Buffer.alloc(0);
  const [head = '', ...body] = part.trimStart().split('\r\n\r\n');
  const encoded = body.join('\r\n\r\n');
  if (/encoding: base64/i.test(head)) return Buffer.from(encoded, 'base64');
  if (!/encoding: quoted-printable/i.test(head)) return Buffer.from(encoded);
  const bytes = encoded
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

/** A header of a letter, its words decoded. */
export function headerOf({raw}: Arrived, name: string): string {
  const [head = ''] = raw.split('\r\n\r\n');
  const line = new RegExp(`^${name}: (.*)$`, 'im').exec(head.replaceAll(/\r\n[ \t]+/g, ' '))?.[1] ?? '';
  return line.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/(=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (run) =>
    Buffer.concat(
      [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind, word = '']) =>
        kind?.toLowerCase() === 'b'
          ? Buffer.from(word, 'base64')
          : Buffer.from(
              word
                .replaceAll('_', ' ')
                .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
                  String.fromCharCode(Number.parseInt(hex, 16)),
                ),
              'latin1',
            ),
      ),
    ).toString('utf8'),
  );
}
