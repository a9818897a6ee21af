import { DomainError } from '@dhanman/kernel';

export class YearNotOpen extends DomainError {
  constructor(label: string, state: string) {
    super('conflict', 'financial-year-not-open', `The year ${label} is ${state}.`);
  }
}

export class YearNotClosed extends DomainError {
  constructor(label: string) {
    super('conflict', 'financial-year-not-closed', `The year ${label} is open: close it first.`);
  }
}

export class YearAudited extends DomainError {
  constructor(label: string) {
    super('conflict', 'financial-year-audited', `The year ${label} is audited: it is never opened again.`);
  }
}

export class YearBeforeOpen extends DomainError {
  constructor(label: string) {
    super(
      'conflict',
      'financial-year-before-open',
      `Years are closed in their order: ${label} is still open.`,
    );
  }
}

export class YearAfterClosed extends DomainError {
  constructor(label: string) {
    super('conflict', 'financial-year-after-closed', `Years are reopened from the last: ${label} is closed.`);
  }
}

export class YearNotNext extends DomainError {
  constructor(before: string, after: string) {
    const what = `Years follow each other: only ${before} or ${after} can be opened now.`;
    super('conflict', 'financial-year-not-next', what, { field: 'label', details: { before, after } });
  }
}
