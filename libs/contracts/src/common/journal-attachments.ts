import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';

/** Found by what the file holds; what its name says is no proof. */
export const AttachmentType = z
  .enum(['application/pdf', 'image/jpeg', 'image/png', 'image/webp'])
  .meta({ id: 'AttachmentType' });

export const attachmentLimitBytes = 5 * 1024 * 1024;
export const attachmentsPerJournal = 20;

/** Somewhat more than the limit, so that a file that is little too large is refused with a sentence about files. */
const longestContent = 7_500_000;
export const attachRequestLimitBytes = 8_000_000;

export const AttachFile = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^\p{Cc}/\\]*$/u, 'must not hold slashes or control characters')
      .regex(/\S/, 'must not be blank')
      .meta({ examples: ['Rent agreement.pdf'] }),
    content: z
      .string()
      .min(1)
      .max(longestContent)
      .meta({ description: 'The file in Base64: a PDF, JPEG, PNG or WebP of at most 5 MiB.' }),
  })
  .meta({ id: 'AttachFile' });

export const JournalAttachmentDto = z
  .object({
    id: Id,
    name: z.string(),
    type: AttachmentType,
    bytes: z.int().min(1),
    sha256: z.string(),
    attachedBy: z.object({ id: z.string(), name: z.string().nullable() }),
    attachedAt: Instant,
    isAddition: z.boolean().meta({ description: 'Attached when the journal was posted already.' }),
  })
  .meta({ id: 'JournalAttachment' });

export const JournalAttachments = z
  .object({ items: z.array(JournalAttachmentDto) })
  .meta({ id: 'JournalAttachments', description: 'In the order in which they were attached.' });

export type AttachmentType = z.infer<typeof AttachmentType>;
export type AttachFile = z.infer<typeof AttachFile>;
export type JournalAttachmentDto = z.infer<typeof JournalAttachmentDto>;
export type JournalAttachments = z.infer<typeof JournalAttachments>;
