import type { CreateCustomer, CustomerContact, CustomerStanding, PatchCustomer } from '@dhanman/contracts';
import { DomainError, type Id, Money } from '@dhanman/kernel';
import { areSame, validContacts } from './contact.js';

export type CustomerId = Id<'Customer'>;

export class CustomerCodeTaken extends DomainError {
  constructor() {
    super('conflict', 'customer-code-taken', 'Another customer of this company has this code.', {
      field: 'code',
    });
  }
}

export class GstinOfAnotherState extends DomainError {
  constructor() {
    super('invalid', 'gstin-of-another-state', 'The GSTIN begins with the code of another state.', {
      field: 'gstin',
    });
  }
}

export class StandingContradictsGstin extends DomainError {
  constructor(standing: CustomerStanding) {
    const message = needsGstin(standing)
      ? 'Such a customer has a GSTIN: please enter it.'
      : 'Such a customer has no GSTIN: please remove it, or say that the customer is registered.';
    super('invalid', 'standing-contradicts-gstin', message, { field: 'standing' });
  }
}

/** What a person may decide about a customer. */
export interface CustomerDetails {
  readonly name: string;
  readonly code: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly gstin: string | null;
  readonly stateCode: string | null;
  readonly standing: CustomerStanding;
  /** Days until their invoices are due; usual ones without. */
  readonly termDays: number | null;
  /** What they may owe at most; anything without. */
  readonly creditLimit: string | null;
  readonly contacts: readonly CustomerContact[];
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: CustomerId;
}

/** Whoever a company sells to. */
export class Customer implements Identity, CustomerDetails {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: CustomerId;
  declare readonly name: string;
  declare readonly code: string | null;
  declare readonly email: string | null;
  declare readonly phone: string | null;
  declare readonly address: string | null;
  declare readonly gstin: string | null;
  declare readonly stateCode: string | null;
  declare readonly standing: CustomerStanding;
  declare readonly termDays: number | null;
  declare readonly creditLimit: string | null;
  declare readonly contacts: readonly CustomerContact[];
  /** Counted and timed by the database. */
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Identity & CustomerDetails) {
    Object.assign(this, fields);
  }

  static create(identity: Identity, details: CreateCustomer): Customer {
    return new Customer({ ...identity, ...valid(merged(blank(details), details)) });
  }

  /** A detail left out stays as it is; null removes it. A patch that changes nothing leaves the customer as it was. */
  patched(patch: PatchCustomer): Customer {
    const details = valid(merged(this, patch));
    const isUnchanged =
      detailNames.every((name) => details[name] === this[name]) && areSame(details.contacts, this.contacts);
    return isUnchanged ? this : new Customer({ ...this, ...details });
  }
}

function blank({ name, gstin }: CreateCustomer): CustomerDetails {
  const standing = gstin === undefined ? 'unregistered' : 'registered';
  const nothing = { code: null, email: null, phone: null, address: null, gstin: null, stateCode: null };
  return { name, ...nothing, standing, termDays: null, creditLimit: null, contacts: [] };
}

const detailNames = [
  ...(['name', 'code', 'email', 'phone', 'address'] as const),
  ...(['gstin', 'stateCode', 'standing', 'termDays', 'creditLimit'] as const),
];

const removable = [
  ...(['code', 'email', 'phone', 'address'] as const),
  ...(['gstin', 'stateCode', 'termDays', 'creditLimit'] as const),
];

function merged(current: CustomerDetails, patch: PatchCustomer): CustomerDetails {
  const given = removable.filter((name) => patch[name] !== undefined).map((name) => [name, patch[name]]);
  return {
    ...current,
    ...(Object.fromEntries(given) as Partial<CustomerDetails>),
    name: patch.name ?? current.name,
    contacts: patch.contacts ?? current.contacts,
    standing: patch.standing ?? standingAfter(current, patch),
  };
}

/** Who gains or loses the GSTIN and says no more has become registered, or is so no longer. */
function standingAfter({ standing }: CustomerDetails, { gstin }: PatchCustomer): CustomerStanding {
  if (gstin === null && needsGstin(standing)) return 'unregistered';
  if (gstin && !needsGstin(standing)) return 'registered';
  return standing;
}

function needsGstin(standing: CustomerStanding): boolean {
  return standing !== 'unregistered' && standing !== 'overseas';
}

/** A GSTIN begins with the code of the state it was given in, so the state follows from it unless it is stated. */
function valid(details: CustomerDetails): CustomerDetails {
  const { gstin, standing } = details;
  if (needsGstin(standing) !== (gstin !== null)) throw new StandingContradictsGstin(standing);
  const stateCode = details.stateCode ?? gstin?.slice(0, 2) ?? null;
  if (gstin !== null && stateCode !== gstin.slice(0, 2)) throw new GstinOfAnotherState();
  return { ...trimmed(details), stateCode };
}

function trimmed(details: CustomerDetails): CustomerDetails {
  const { name, address, creditLimit } = details;
  const limit = creditLimit === null ? null : Money.parse(creditLimit, 'INR').toJSON();
  const contacts = validContacts(details.contacts);
  return { ...details, name: name.trim(), address: address?.trim() ?? null, creditLimit: limit, contacts };
}
