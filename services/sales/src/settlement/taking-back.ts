import { DomainError } from '@dhanman/kernel';

/** Documents that are taken back: by a reversal, or withdrawn where the ledger has refused them. */
export type TakenBack = 'receipt' | 'credit-note' | 'refund' | 'write-off';

export class DocumentUndone extends DomainError {
  constructor(document: TakenBack) {
    const message = `This ${named(document)} is taken back already, or is being taken back.`;
    super('conflict', `${document}-undone`, message);
  }
}

export class DocumentUndoneTooEarly extends DomainError {
  constructor(document: TakenBack, on: string) {
    const message = `Something of this ${named(document)} was entered on ${on} only.`;
    super('conflict', `${document}-undone-too-early`, message, { field: 'on', details: { on } });
  }
}

/** The number stays, and with it the year. */
export class DocumentYearFixed extends DomainError {
  constructor(document: TakenBack, number: string) {
    const message = `${number} is numbered in another financial year: withdraw it and enter the ${named(document)} again.`;
    super('conflict', `${document}-year-fixed`, message, { field: 'on' });
  }
}

const named = (document: TakenBack): string => document.replace('-', ' ');
