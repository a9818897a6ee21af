import { DiscardAttachmentBytes, type Message } from '@dhanman/contracts';
import { Job } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { JournalAttachmentsService } from './journal-attachments.service.js';

@Injectable()
export class JournalAttachmentsJobs {
  constructor(private readonly attachments: JournalAttachmentsService) {}

  @Job(DiscardAttachmentBytes)
  async discard({ envelope, payload }: Message<typeof DiscardAttachmentBytes>): Promise<void> {
    await this.attachments.discardBytes(envelope.organizationId, payload.keptAs);
  }
}
