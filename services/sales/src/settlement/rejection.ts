import type { PostingDto } from '@dhanman/contracts';

export interface Refused {
  readonly rejectionCode: string | null;
  readonly rejectionReason: string | null;
}

export function rejectionOf({
  rejectionCode: code,
  rejectionReason: reason,
}: Refused): PostingDto['rejection'] {
  return code === null || reason === null ? null : { code, reason };
}
