import type { ManualJournalState } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';

export class JournalNotDraft extends DomainError {
  constructor(state: ManualJournalState) {
    const what =
      state === 'submitted'
        ? 'This journal waits for approval: withdraw it to change it.'
        : `Only a draft can be changed or submitted; this journal is ${state}.`;
    super('conflict', 'journal-not-draft', what);
  }
}

export class JournalNotSubmitted extends DomainError {
  constructor(state: ManualJournalState) {
    super('conflict', 'journal-not-submitted', `This journal does not wait for approval: it is ${state}.`);
  }
}

export class ReversalNotLater extends DomainError {
  constructor() {
    const what = 'The reversal is dated after the journal itself.';
    super('invalid', 'reversal-not-later', what, { field: 'reverseOn' });
  }
}

export class AmountTooFine extends DomainError {
  constructor(currency: string, index: number) {
    const what = `Amounts in ${currency} have fewer decimals.`;
    super('invalid', 'amount-too-fine', what, { field: `lines.${String(index)}.amount` });
  }
}

export class ApproverWroteIt extends DomainError {
  constructor() {
    const what =
      'You had a hand in this journal: somebody else has to approve it. If nobody else may, the company can allow its only approver to, where one approval is enough.';
    super('forbidden', 'approver-wrote-it', what);
  }
}

export class ApprovedAlready extends DomainError {
  constructor() {
    super(
      'conflict',
      'approved-already',
      'You have approved this journal: the second approval is another’s.',
    );
  }
}

export class ApprovalAboveLimit extends DomainError {
  constructor(limit: string) {
    const what = `Your role approves up to ${limit}: somebody with a higher limit has to approve this journal.`;
    super('forbidden', 'approval-above-limit', what, { details: { limit } });
  }
}

/** Everything that keeps the books from taking it, so that a person mends it in one go. */
export class JournalNotPostable extends DomainError {
  constructor(objections: readonly DomainError[]) {
    const complaints = objections.map((objection) => objection.at(objection.field ?? ''));
    const sentences = objections.map(({ message }) => message).join(' ');
    super('invalid', 'journal-not-postable', sentences, { complaints });
  }
}
