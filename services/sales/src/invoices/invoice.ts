import type { CreateInvoice, InvoiceState } from '@dhanman/contracts';
import { DomainError, type Id, Money, type PlainDate } from '@dhanman/kernel';

export type InvoiceId = Id<'Invoice'>;

export class InvoiceIssued extends DomainError {
  constructor(state: InvoiceState) {
    super('conflict', 'invoice-issued', `This invoice cannot be issued: it is ${state}.`);
  }
}

export class InvoiceCustomerUnknown extends DomainError {
  constructor() {
    super('invalid', 'invoice-customer-unknown', 'This company has no such customer.', {
      field: 'customerId',
    });
  }
}

export class InvoiceCompanyUnknown extends DomainError {
  constructor() {
    super('conflict', 'invoice-company-unknown', 'Sales does not know this company yet. Please try again.');
  }
}

export class InvoiceDateTooEarly extends DomainError {
  constructor() {
    super('conflict', 'invoice-date-too-early', 'An invoice of this series has a later date already.', {
      field: 'on',
    });
  }
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: InvoiceId;
}

interface Details {
  readonly customerId: Id;
  readonly description: string;
  readonly currency: string;
  readonly total: string;
  readonly state: InvoiceState;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly postingVersion: number;
  readonly entryId: Id | null;
  readonly rejectionCode: string | null;
  readonly rejectionReason: string | null;
}

/** A demand for payment. From issue on it keeps its number, and its amount is in the ledger or says why not. */
export class Invoice implements Identity, Details {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: InvoiceId;
  declare readonly customerId: Id;
  declare readonly description: string;
  declare readonly currency: string;
  declare readonly total: string;
  declare readonly state: InvoiceState;
  declare readonly number: string | null;
  declare readonly issuedOn: string | null;
  /** How often the ledger was asked; an answer to an earlier question says nothing about this one. */
  declare readonly postingVersion: number;
  declare readonly entryId: Id | null;
  declare readonly rejectionCode: string | null;
  declare readonly rejectionReason: string | null;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Identity & Details) {
    Object.assign(this, fields);
  }

  static draft(identity: Identity, details: CreateInvoice, currency: string): Invoice {
    return new Invoice({
      ...identity,
      ...{ customerId: details.customerId, description: details.description.trim(), currency },
      total: Money.parse(details.total, currency).toJSON(),
      ...{ state: 'draft', number: null, issuedOn: null, postingVersion: 0, entryId: null },
      ...{ rejectionCode: null, rejectionReason: null },
    });
  }

  get amount(): Money {
    return Money.parse(this.total, this.currency);
  }

  get isNumbered(): boolean {
    return this.number !== null;
  }

  issue(number: string, on: PlainDate): Invoice {
    if (this.state !== 'draft') throw new InvoiceIssued(this.state);
    return this.with({ state: 'issued', number, issuedOn: on.toString(), postingVersion: 1 });
  }

  /** Asks the ledger once more, under the same number, after the cause of its refusal is mended. */
  askAgain(): Invoice {
    if (this.state !== 'rejected') throw new InvoiceIssued(this.state);
    const asked = { postingVersion: this.postingVersion + 1, rejectionCode: null, rejectionReason: null };
    return this.with({ state: 'issued', ...asked });
  }

  /** The ledger has it. Said twice, or late, it changes nothing. */
  posted(postingVersion: number, entryId: Id): Invoice {
    return this.awaits(postingVersion) ? this.with({ state: 'posted', entryId }) : this;
  }

  rejected(postingVersion: number, rejectionCode: string, rejectionReason: string): Invoice {
    return this.awaits(postingVersion)
      ? this.with({ state: 'rejected', rejectionCode, rejectionReason })
      : this;
  }

  private awaits(postingVersion: number): boolean {
    return this.state === 'issued' && postingVersion === this.postingVersion;
  }

  private with(changes: Partial<Details>): Invoice {
    return new Invoice({ ...this, ...changes });
  }
}
