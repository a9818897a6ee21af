import type { PayloadIn, PostingState, PostTransaction } from '@dhanman/contracts';
import { DomainError, type Id, Money, type PlainDate } from '@dhanman/kernel';

export class PostingNotPosted extends DomainError {
  constructor(state: string) {
    const message =
      state === 'rejected'
        ? 'The ledger has refused a part of this: mend that first.'
        : 'The ledger has not answered yet: try again in a moment.';
    super('conflict', 'posting-not-posted', message);
  }
}

export class PostingNotRejected extends DomainError {
  constructor() {
    super(
      'conflict',
      'posting-not-rejected',
      'Only what the ledger has refused can be corrected or withdrawn.',
    );
  }
}

export type LedgerLine = PayloadIn<typeof PostTransaction>['lines'][number];

/** What the ledger is asked to enter, without the day and the names. */
export interface LedgerRequest {
  readonly currency: string;
  readonly narration: string;
  readonly lines: readonly LedgerLine[];
}

interface Source {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: Id<'Posting'>;
  /** As the document calls itself before the ledger. */
  readonly document: string;
  readonly documentId: Id;
  readonly purpose: string;
  /** The credit whose story this belongs to. */
  readonly creditId: Id | null;
}

interface Fields extends Source {
  readonly postingVersion: number;
  readonly on: string;
  readonly amount: string;
  readonly request: LedgerRequest;
  readonly state: PostingState | 'withdrawn';
  readonly entryId: Id | null;
  readonly reversalId: Id | null;
  readonly reversalOn: string | null;
  readonly reversalReason: string | null;
  readonly reversalEntryId: Id | null;
  readonly rejectionCode: string | null;
  readonly rejectionReason: string | null;
}

interface Reversal {
  readonly id: Id;
  readonly on: PlainDate;
  readonly reason: string;
}

const unanswered = {
  ...{ entryId: null, reversalId: null, reversalOn: null, reversalReason: null, reversalEntryId: null },
  ...{ rejectionCode: null, rejectionReason: null },
};

/** One thing the ledger was asked for, and what it has answered. A late or repeated answer changes nothing. */
export class Posting implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: Id<'Posting'>;
  declare readonly document: string;
  declare readonly documentId: Id;
  declare readonly purpose: string;
  declare readonly creditId: Id | null;
  declare readonly postingVersion: number;
  declare readonly on: string;
  declare readonly amount: string;
  declare readonly request: LedgerRequest;
  declare readonly state: PostingState | 'withdrawn';
  declare readonly entryId: Id | null;
  declare readonly reversalId: Id | null;
  declare readonly reversalOn: string | null;
  declare readonly reversalReason: string | null;
  declare readonly reversalEntryId: Id | null;
  declare readonly rejectionCode: string | null;
  declare readonly rejectionReason: string | null;
  declare readonly version: number;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  static asked(source: Source, on: PlainDate, request: LedgerRequest): Posting {
    const amount = amountOf(request);
    const asked = { postingVersion: 1, on: on.toString(), amount, request, state: 'asked' } as const;
    return new Posting({ ...source, ...asked, ...unanswered });
  }

  /** After a refusal, as the next version of the same. */
  corrected(on: PlainDate, request: LedgerRequest = this.request): Posting {
    if (this.state !== 'rejected') throw new PostingNotRejected();
    const asked = {
      postingVersion: this.postingVersion + 1,
      on: on.toString(),
      request,
      state: 'asked',
    } as const;
    return this.with({ ...unanswered, ...asked, amount: amountOf(request) });
  }

  /** Given up: nothing of it is in the books. */
  withdrawn(): Posting {
    if (this.state !== 'rejected') throw new PostingNotRejected();
    return this.with({ state: 'withdrawn' });
  }

  posted(postingVersion: number, entryId: Id): Posting {
    return this.awaits(postingVersion) ? this.with({ state: 'posted', entryId }) : this;
  }

  rejected(postingVersion: number, rejectionCode: string, rejectionReason: string): Posting {
    if (!this.awaits(postingVersion)) return this;
    return this.with({ state: 'rejected', rejectionCode, rejectionReason });
  }

  reverse({ id, on, reason }: Reversal): Posting {
    if (this.state !== 'posted') throw new PostingNotPosted(this.state);
    const asked = { reversalId: id, reversalOn: on.toString(), reversalReason: reason };
    return this.with({ state: 'reversing', ...asked, rejectionCode: null, rejectionReason: null });
  }

  reversed(reversalEntryId: Id): Posting {
    return this.state === 'reversing' ? this.with({ state: 'reversed', reversalEntryId }) : this;
  }

  /** It stands in the books as before. */
  reversalRejected(rejectionCode: string, rejectionReason: string): Posting {
    if (this.state !== 'reversing') return this;
    return this.with({ state: 'posted', reversalId: null, rejectionCode, rejectionReason });
  }

  private awaits(postingVersion: number): boolean {
    return this.state === 'asked' && postingVersion === this.postingVersion;
  }

  private with(changes: Partial<Fields>): Posting {
    return new Posting({ ...this, ...changes });
  }
}

function amountOf({ lines, currency }: LedgerRequest): string {
  const debits = lines
    .filter(({ side }) => side === 'debit')
    .map(({ amount }) => Money.parse(amount, currency));
  return Money.sum(debits, currency).toJSON();
}
