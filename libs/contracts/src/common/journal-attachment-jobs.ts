import { z } from 'zod';
import { job } from '../contract.js';

/** The bytes may be needed by another attachment that holds the same: whoever does it looks first. */
export const DiscardAttachmentBytes = job('common.discard-attachment-bytes.v1', {
  summary: 'Take the bytes of a removed attachment out of the object store, if no other attachment has them.',
  payload: z.object({ keptAs: z.string() }),
  queue: 'low',
});
