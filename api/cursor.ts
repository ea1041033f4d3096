import {createHash} from 'node:crypto';
import {z} from 'zod';
import {ApiError} from './errors.ts';

/** The offence that a page ended with, in the order of the list. */
export type Position = z.output<typeof position>;

/** A cursor leads on only in the list it was made for: one version, the same filters. */
export interface Bound {
  version: string;
  filters: Readonly<Record<string, string>>;
}

const position = z.strictObject({
  since: z.iso.date(),
  office: z.string(),
  rule: z.string(),
  subject: z.string(),
});

const cursor = z.strictObject({version: z.string(), filters: z.string(), position});

/** A position as a text that means nothing to anyone else. */
export const writeCursor = (end: Position, {version, filters}: Bound): string =>
  Buffer.from(
    JSON.stringify({version, filters: digestOf(filters), position: end} satisfies z.output<typeof cursor>),
  ).toString('base64url');

/** Where a cursor leads on from; one of another version or other filters leads nowhere. */
export function readCursor(text: string, {version, filters}: Bound): Position {
  const read = cursor.safeParse(parsed(text));
  if (!read.success) {
    throw new ApiError(
      'invalid_parameter',
      'Tham số “cursor” không phải con trỏ do máy chủ đưa ra; hãy dùng nguyên văn “next” của trang trước.',
    );
  }
  if (read.data.version !== version) {
    throw new ApiError(
      'stale_cursor',
      `Con trỏ thuộc một phiên bản khác, nay đang dùng ${version}; hãy đọc lại danh sách từ đầu.`,
    );
  }
  if (read.data.filters !== digestOf(filters)) {
    throw new ApiError(
      'invalid_parameter',
      'Tham số “cursor” thuộc điều kiện lọc khác; hãy giữ nguyên điều kiện lọc của trang trước, hoặc đọc lại từ đầu.',
    );
  }
  return read.data.position;
}

const digestOf = (filters: Bound['filters']) =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(filters).sort()))
    .digest('base64url')
    .slice(0, 16);

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
