import type { Id, PlainDate } from '@dhanman/kernel';

interface Fields {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: Id<'Allocation'>;
  readonly customerId: Id;
  readonly creditId: Id;
  readonly invoiceId: Id;
  readonly amount: string;
  readonly on: string;
}

/** So much of a credit settles so much of an invoice, from a day on, until it is released. It is never deleted. */
export class Allocation implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: Id<'Allocation'>;
  declare readonly customerId: Id;
  declare readonly creditId: Id;
  declare readonly invoiceId: Id;
  declare readonly amount: string;
  declare readonly on: string;
  declare readonly releasedOn: string | null;
  declare readonly version: number;

  private constructor(fields: Fields & { readonly releasedOn: string | null }) {
    Object.assign(this, fields);
  }

  static made(fields: Fields): Allocation {
    return new Allocation({ ...fields, releasedOn: null });
  }

  /** One that holds from a later day than it is released on has never held. */
  release(on: PlainDate): Allocation {
    if (this.releasedOn !== null) return this;
    return new Allocation({ ...this, releasedOn: on.toString() < this.on ? this.on : on.toString() });
  }

  datedOn(on: PlainDate): Allocation {
    return new Allocation({ ...this, on: on.toString() });
  }
}
