import { PostTransaction, TransactionPosted, TransactionRejected } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';
import { Handles, type Message, reply } from '@dhanman/messaging';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LedgerService } from './ledger.service.js';

@Controller()
export class LedgerHandlers {
  constructor(private readonly ledger: LedgerService) {}

  /** A broken rule is an answer, which its sender shows to a person; anything else is a failure and is tried again. */
  @Handles(PostTransaction)
  async onPostTransaction(message: Message<typeof PostTransaction>, tx: EntityManager): Promise<void> {
    const { envelope, payload } = message;
    const { source } = payload;
    try {
      const { entryId, postedAt } = await this.ledger.post(tx, envelope, payload);
      await reply(tx, message, TransactionPosted, { source, entryId, postedAt: postedAt.toISOString() });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      await reply(tx, message, TransactionRejected, { source, code: error.code, reason: error.message });
    }
  }
}
