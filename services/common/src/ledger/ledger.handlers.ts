import {
  PostTransaction,
  ReversalRejected,
  ReverseTransactions,
  TransactionPosted,
  TransactionRejected,
  TransactionsReversed,
} from '@dhanman/contracts';
import { PlainDate } from '@dhanman/kernel';
import { Handles, HandlesTogether, type Message, reply } from '@dhanman/messaging';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LedgerService } from './ledger.service.js';
import { type Outcome, rejectedFor } from './posting.js';
import { ReversalsService } from './reversals.service.js';

/** A broken rule is an answer, which its sender shows to a person; anything else is a failure and is tried again. */
@Controller()
export class LedgerHandlers {
  constructor(
    private readonly ledger: LedgerService,
    private readonly reversals: ReversalsService,
  ) {}

  /** What waits together is posted together: one turn at the books, one statement for all their entries. */
  @HandlesTogether(PostTransaction)
  async onPostTransaction(
    messages: readonly Message<typeof PostTransaction>[],
    tx: EntityManager,
  ): Promise<void> {
    const [first] = messages;
    if (!first) return;
    const asked = messages.map(({ envelope, payload }) => ({
      ...{ service: envelope.source, by: envelope.actor, request: payload },
    }));
    const outcomes = await this.ledger.postAll(tx, first.envelope, asked);
    for (const [index, message] of messages.entries()) await tell(tx, message, outcomes[index]);
  }

  @Handles(ReverseTransactions)
  async onReverseTransactions(
    message: Message<typeof ReverseTransactions>,
    tx: EntityManager,
  ): Promise<void> {
    const { envelope, payload } = message;
    const { on, reason, transactions } = payload;
    const sources = transactions.map((source) => ({ service: envelope.source, ...source }));
    try {
      const reversal = { on: PlainDate.parse(on), reason, by: envelope.actor };
      const posted = await this.reversals.reverse(tx, envelope, sources, reversal);
      const answers = transactions.flatMap((source, index) => {
        const answer = posted[index];
        return answer ? [{ source, ...answer }] : [];
      });
      await reply(tx, message, TransactionsReversed, { transactions: answers });
    } catch (error) {
      await reply(tx, message, ReversalRejected, { transactions, ...rejectedFor(error).rejected });
    }
  }
}

async function tell(
  tx: EntityManager,
  message: Message<typeof PostTransaction>,
  outcome: Outcome | undefined,
): Promise<void> {
  if (!outcome) throw new Error('The ledger has no answer to a request.');
  const { source } = message.payload;
  if ('posted' in outcome) await reply(tx, message, TransactionPosted, { source, ...outcome.posted });
  else await reply(tx, message, TransactionRejected, { source, ...outcome.rejected });
}
