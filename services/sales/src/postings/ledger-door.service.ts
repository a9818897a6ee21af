import { PostTransaction, ReverseTransactions } from '@dhanman/contracts';
import { DomainError, type Id, newId, type PlainDate } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { add, change } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Posting } from './posting.js';
import { PostingTable } from './posting.table.js';

/** More than this many in one night is not a lost answer, it is a ledger that does not work. */
const most = 1_000;

/** The ledger takes as many entries back at once as this. */
const mostAtOnce = 10;

export class ReversalTooLarge extends DomainError {
  constructor() {
    const message = `More than ${mostAtOnce} entries were made for this: it cannot be taken back at once.`;
    super('conflict', 'reversal-too-large', message);
  }
}

/** How documents ask the ledger: what was asked is kept, so that it can be asked again and proved. */
@Injectable()
export class LedgerDoor {
  async ask(tx: EntityManager, posting: Posting): Promise<void> {
    await publish(tx, PostTransaction, requestOf(await add(tx, PostingTable, posting)));
  }

  /** Everything that was asked for a credit, its own document first. */
  async askedFor(tx: EntityManager, organizationId: Id, creditId: Id): Promise<readonly Posting[]> {
    return tx.find(PostingTable, { where: { organizationId, creditId }, order: { id: 'ASC' } });
  }

  /** What one document of its own was asked for. */
  async askedBy(
    tx: EntityManager,
    source: Pick<Posting, 'organizationId' | 'document' | 'documentId' | 'purpose'>,
  ): Promise<Posting> {
    return tx.findOneByOrFail(PostingTable, source);
  }

  /** Gives up what the ledger has refused. */
  async withdraw(tx: EntityManager, { organizationId, id }: Posting): Promise<void> {
    await change(tx, PostingTable, { organizationId, id }, (posting) => posting.withdrawn());
  }

  /** Sends what the ledger has refused once more, after `correct` has made its next version of it. */
  async askAgain(
    tx: EntityManager,
    { organizationId, id }: Posting,
    correct: (refused: Posting) => Posting,
  ): Promise<void> {
    const key = { organizationId, id };
    await publish(tx, PostTransaction, requestOf(await change(tx, PostingTable, key, correct)));
  }

  /** Takes entries back: all of them, or none. */
  async reverse(
    tx: EntityManager,
    postings: readonly Posting[],
    reversal: { readonly on: PlainDate; readonly reason: string },
  ): Promise<void> {
    if (postings.length > mostAtOnce) throw new ReversalTooLarge();
    const id = newId();
    const reversing: Posting[] = [];
    for (const { organizationId, id: posting } of postings)
      reversing.push(
        await change(tx, PostingTable, { organizationId, id: posting }, (one) =>
          one.reverse({ id, ...reversal }),
        ),
      );
    await publish(tx, ReverseTransactions, reversalOf(reversing));
  }

  /**
   * Asks again what the ledger has not answered for a minute, in the company of the transaction. It gives a document the
   * entry, or the reversal, that it has: asking again can post nothing twice.
   */
  async askUnansweredAgain(tx: EntityManager): Promise<number> {
    const rows = await tx.query<{ id: Id<'Posting'> }[]>(
      `select id from posting where state in ('asked', 'reversing') and updated_at < now() - interval '1 minute'
       order by updated_at, id limit $1 for update skip locked`,
      [most],
    );
    const postings = await tx.findBy(PostingTable, { id: In(rows.map(({ id }) => id)) });
    for (const posting of postings)
      if (posting.state === 'asked') await publish(tx, PostTransaction, requestOf(posting));
    // Whole, however many of its postings were found above: what is taken back in parts would not be all or none.
    const reversals = new Set(postings.map(({ reversalId }) => reversalId).filter((id) => id !== null));
    const reversing = await tx.findBy(PostingTable, { reversalId: In([...reversals]), state: 'reversing' });
    for (const group of Map.groupBy(reversing, ({ reversalId }) => reversalId).values())
      await publish(tx, ReverseTransactions, reversalOf(group));
    return postings.length;
  }
}

function sourceOf({ document, documentId: id, postingVersion, purpose }: Posting) {
  return { document, id, version: postingVersion, purpose };
}

function requestOf(posting: Posting) {
  const { on, request } = posting;
  return { source: sourceOf(posting), on, ...request, lines: [...request.lines] };
}

/** The postings of one reversal, in the order of their ids, so that asking again says the same. */
function reversalOf(postings: readonly Posting[]) {
  const [first] = postings;
  const transactions = postings.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(sourceOf);
  return { on: first?.reversalOn ?? '', reason: first?.reversalReason ?? '', transactions };
}
