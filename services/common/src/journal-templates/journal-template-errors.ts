import type { JournalTemplateState } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';

export class TemplateStateWrong extends DomainError {
  constructor(state: JournalTemplateState, wanted: string) {
    super('conflict', 'template-state-wrong', `Only ${wanted} template can do that; this one is ${state}.`);
  }
}

export class TemplateDoesNotRecur extends DomainError {
  constructor() {
    const what = 'This template has no dates: journals are begun from it by hand and approved one by one.';
    super('conflict', 'template-does-not-recur', what);
  }
}

export class TemplateEndsBeforeStart extends DomainError {
  constructor() {
    const what = 'The last date is not before the first.';
    super('invalid', 'template-ends-before-start', what, { field: 'recurrence.endsOn' });
  }
}

export class TemplateUnbalanced extends DomainError {
  constructor() {
    const what = 'What recurs has to balance: its debits and credits differ.';
    super('invalid', 'template-unbalanced', what, { field: 'lines' });
  }
}
