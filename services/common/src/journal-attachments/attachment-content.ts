import { attachmentLimitBytes, type AttachmentType } from '@dhanman/contracts';
import { FileTooLarge, FileTypeRefused, FileUnreadable } from './attachment-errors.js';

/** How files of a type begin; nothing else of them is believed. */
const beginnings: readonly (readonly [AttachmentType, (content: Buffer) => boolean])[] = [
  ['application/pdf', (content) => holds(content, 0, '%PDF-')],
  ['image/png', (content) => holds(content, 0, '\x89PNG\r\n\x1A\n')],
  ['image/jpeg', (content) => holds(content, 0, '\xFF\xD8\xFF')],
  ['image/webp', (content) => holds(content, 0, 'RIFF') && holds(content, 8, 'WEBP')],
];

export interface AttachmentContent {
  readonly content: Buffer;
  readonly type: AttachmentType;
}

/** The bytes that were sent and what they are. */
export function contentIn(base64: string): AttachmentContent {
  const content = Buffer.from(base64, 'base64');
  // Node passes over what is not Base64: a file that came broken would be kept broken.
  if (content.toString('base64') !== base64) throw new FileUnreadable();
  if (content.length > attachmentLimitBytes) throw new FileTooLarge();
  const [type] = beginnings.find(([, begins]) => begins(content)) ?? [];
  if (type === undefined) throw new FileTypeRefused();
  return { content, type };
}

function holds(content: Buffer, at: number, text: string): boolean {
  return content.subarray(at, at + text.length).toString('latin1') === text;
}
