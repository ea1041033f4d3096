import {createHash} from 'node:crypto';
import {ApiError} from '../errors.ts';
import {fileNamesIn} from './zip-names.ts';

/** What may be attached, by what the bytes are and not by what the file is called. */
export const attachmentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpg: 'image/jpeg',
} as const;
export type AttachmentType = keyof typeof attachmentTypes;

export const largestAttachment = 5 * 1024 * 1024;

/** A file that came with an objection. */
export interface Attachment {
  name: string;
  type: AttachmentType;
  content: Buffer;
  sha256: string;
}

/** What is told of a file without giving it out. */
export type AttachmentNote = Pick<Attachment, 'name' | 'type' | 'sha256'> & {bytes: number};

/** A file as it was sent in, in base64, once it has been looked at; anything but the four kinds is refused. */
export function attachmentFrom({name, content: sent}: {name: string; content: string}): Attachment {
  const content = Buffer.from(sent, 'base64');
  if (content.length === 0 || content.toString('base64') !== sent) {
    throw new ApiError('invalid_body', 'Trường attachment.content: cần nội dung của tệp ở dạng base64.');
  }
  if (content.length > largestAttachment) {
    throw new ApiError('body_too_large', 'Tệp đính kèm lớn nhất 5 MB; hãy gửi tệp nhỏ hơn.');
  }
  const type = typeOf(content);
  if (type === null) {
    throw new ApiError(
      'not_possible',
      'Tệp đính kèm phải là PDF, DOCX (không có macro), PNG hoặc JPEG, xét theo nội dung chứ không theo tên tệp.',
    );
  }
  return {
    name: harmless(name),
    type,
    content,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

/** What a file is by its first bytes, a DOCX by what is in it; null when it is none of ours. */
function typeOf(content: Buffer): AttachmentType | null {
  const begins = (bytes: readonly number[]) => bytes.every((byte, i) => content[i] === byte);
  if (content.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (begins([0xff, 0xd8, 0xff])) return 'jpg';
  const names = fileNamesIn(content);
  const isDocument = names.includes('[Content_Types].xml') && names.includes('word/document.xml');
  return isDocument && !names.some((name) => /vbaProject/i.test(name)) ? 'docx' : null;
}

const longestName = 150;

/** A name that is only ever read by people: its last part, without what cannot be seen or turns the text around. */
function harmless(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!.replaceAll(/\p{C}/gu, '').trim();
  return [...(last.normalize('NFC') || 'tệp đính kèm')].slice(0, longestName).join('');
}
