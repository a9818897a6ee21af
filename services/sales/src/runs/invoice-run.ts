import type { CreateInvoice, InvoiceMaking, InvoiceRunState, StartInvoiceRun } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';
import type { SaleContent } from '../tax/sale.js';

export type InvoiceRunId = Id<'InvoiceRun'>;

export class RunNameTaken extends DomainError {
  constructor() {
    const what =
      'There is a run of this name already: open it to make what it lacks, or choose another name.';
    super('conflict', 'run-name-taken', what, { field: 'name' });
  }
}

export class RunOfNobody extends DomainError {
  constructor() {
    super('invalid', 'run-of-nobody', 'No customer is chosen by this.', { field: 'customers' });
  }
}

export class RunTooLarge extends DomainError {
  constructor(most: number) {
    const what = `A run bills ${most} customers at most: choose fewer, and make several runs.`;
    super('invalid', 'run-too-large', what, { field: 'customers', details: { most } });
  }
}

export class RunDueBeforeDate extends DomainError {
  constructor() {
    const what = 'The due date is before the date of the invoices.';
    super('invalid', 'run-due-before-date', what, { field: 'dueOn' });
  }
}

export class RunNotRunning extends DomainError {
  constructor(state: InvoiceRunState) {
    super('conflict', 'run-not-running', `Only a run that goes on can be cancelled; this one is ${state}.`);
  }
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: InvoiceRunId;
}

interface Fields extends Identity {
  readonly name: string;
  readonly makes: InvoiceMaking;
  readonly content: SaleContent;
  readonly on: string;
  readonly dueOn: string | null;
  readonly notes: string | null;
  readonly state: InvoiceRunState;
  readonly startedBy: string;
}

/** The same bill for many customers, made by and by. */
export class InvoiceRun implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: InvoiceRunId;
  declare readonly name: string;
  declare readonly makes: InvoiceMaking;
  declare readonly content: SaleContent;
  declare readonly on: string;
  declare readonly dueOn: string | null;
  declare readonly notes: string | null;
  declare readonly state: InvoiceRunState;
  declare readonly startedBy: string;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  static start(
    identity: Identity,
    { name, makes, customers: _, on, dueOn, notes, ...content }: StartInvoiceRun,
    startedBy: string,
  ): InvoiceRun {
    mustBeInOrder(on, dueOn ?? null);
    const texts = { name: name.trim(), notes: notes?.trim() ?? null };
    return new InvoiceRun({
      ...identity,
      ...texts,
      makes,
      content,
      on,
      dueOn: dueOn ?? null,
      state: 'running',
      startedBy,
    });
  }

  get isRunning(): boolean {
    return this.state === 'running';
  }

  /** What a customer is billed. */
  billOf(customerId: Id): CreateInvoice {
    const { content, on, dueOn, notes } = this;
    return {
      ...{ ...content, lines: [...content.lines], customerId, on },
      ...(dueOn !== null && { dueOn }),
      ...(notes !== null && { notes }),
    };
  }

  /** One that was cancelled meanwhile stays so. */
  finished(): InvoiceRun {
    return this.isRunning ? this.with({ state: 'finished' }) : this;
  }

  cancelled(): InvoiceRun {
    if (!this.isRunning) throw new RunNotRunning(this.state);
    return this.with({ state: 'cancelled' });
  }

  /** Goes on with what is missing, under another date where that is the remedy. */
  goingOn(on: string = this.on): InvoiceRun {
    mustBeInOrder(on, this.dueOn);
    return this.isRunning && on === this.on ? this : this.with({ state: 'running', on });
  }

  private with(changes: Partial<Fields>): InvoiceRun {
    return new InvoiceRun({ ...this, ...changes });
  }
}

function mustBeInOrder(on: string, dueOn: string | null): void {
  if (dueOn !== null && dueOn < on) throw new RunDueBeforeDate();
}
