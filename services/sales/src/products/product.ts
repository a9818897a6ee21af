import type { CreateProduct, PatchProduct, SaleLine } from '@dhanman/contracts';
import { DomainError, type Id, Money } from '@dhanman/kernel';

export type ProductId = Id<'Product'>;

export class ProductCodeTaken extends DomainError {
  constructor() {
    super('conflict', 'product-code-taken', 'Another product of this company has this code.', {
      field: 'code',
    });
  }
}

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: ProductId;
}

interface Details {
  readonly name: string;
  readonly code: string | null;
  readonly classification: string | null;
  readonly unit: string;
  readonly price: string;
  readonly treatment: NonNullable<SaleLine['treatment']>;
  readonly ratePercent: string;
  readonly isActive: boolean;
}

/** Goods or a service that a company sells; an invoice copies what it says on that day. */
export class Product implements Identity, Details {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: ProductId;
  declare readonly name: string;
  declare readonly code: string | null;
  declare readonly classification: string | null;
  declare readonly unit: string;
  declare readonly price: string;
  declare readonly treatment: NonNullable<SaleLine['treatment']>;
  declare readonly ratePercent: string;
  declare readonly isActive: boolean;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Identity & Details) {
    Object.assign(this, fields);
  }

  static create(identity: Identity, details: CreateProduct): Product {
    const { name, price } = details;
    return new Product({ ...identity, ...valid({ ...usual, name, price }, details) });
  }

  patched(patch: PatchProduct): Product {
    const next = valid(this, patch);
    const isUnchanged = detailNames.every((name) => next[name] === this[name]);
    return isUnchanged ? this : new Product({ ...this, ...next });
  }
}

const usual: Omit<Details, 'name' | 'price'> = {
  ...{ code: null, classification: null, unit: 'NOS', treatment: 'taxable', ratePercent: '18' },
  isActive: true,
};

const detailNames = [
  ...(['name', 'code', 'classification', 'unit'] as const),
  ...(['price', 'treatment', 'ratePercent', 'isActive'] as const),
];

/** What is left out stays, null removes; a price is kept in one spelling, so that writing it otherwise is no change. */
function valid(current: Details, patch: PatchProduct): Details {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const next = { ...current, ...(Object.fromEntries(given) as Partial<Details>) };
  return { ...next, name: next.name.trim(), price: Money.parse(next.price, 'INR').toJSON() };
}
