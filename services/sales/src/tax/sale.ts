import type {
  CustomerStanding,
  QuoteTax,
  ReasonDto,
  TaxedLineDto,
  TaxQuoteDto,
  TaxSettings,
} from '@dhanman/contracts';
import {
  DomainError,
  type DocumentToTax,
  type LineToTax,
  Money,
  type PlainDate,
  Quantity,
  Rate,
  type Reason,
  type StateCode,
  type Supply,
  tax,
  type TaxedDocument,
  type TaxedLine,
} from '@dhanman/kernel';
import { type Registration, registrationIn } from './registration.js';

export class SaleCompanyUnknown extends DomainError {
  constructor() {
    super('conflict', 'sale-company-unknown', 'Sales does not know this company yet. Please try again.');
  }
}

export class SaleCustomerUnknown extends DomainError {
  constructor() {
    super('invalid', 'sale-customer-unknown', 'This company has no such customer.', { field: 'customerId' });
  }
}

export class StateNotRegistered extends DomainError {
  constructor() {
    const message = 'The company has no GSTIN of this state: choose one of its registrations.';
    super('invalid', 'state-not-registered', message, { field: 'soldFrom' });
  }
}

/** What a person entered, without whom it is for and when. */
export type SaleContent = Omit<QuoteTax, 'customerId' | 'on'>;

export interface Seller {
  readonly currency: string;
  readonly kind: 'business' | 'society' | null;
  readonly gstins: readonly Registration[];
  readonly settings: TaxSettings;
}

export interface Buyer {
  readonly standing: CustomerStanding;
  readonly stateCode: StateCode | null;
  readonly gstin: string | null;
}

export interface Sale {
  readonly on: PlainDate;
  readonly content: SaleContent;
  readonly seller: Seller;
  readonly buyer: Buyer;
}

/** What a sale amounts to under the law of its day: a preview and the issued paper are computed by the same lines. */
export function taxed({ on, content, seller, buyer }: Sale): TaxQuoteDto {
  const { currency } = seller;
  const document = tax({
    ...{ currency, supply: supplyOf({ on, content, seller, buyer }), lines: linesOf(content, currency) },
    charges: (content.charges ?? []).map(({ name, amount }) => ({
      name,
      amount: Money.parse(amount, currency),
    })),
    ...(content.discount === undefined ? {} : { discount: Money.parse(content.discount, currency) }),
    pricesIncludeTax: content.pricesIncludeTax ?? false,
    isRoundedOff: content.isRoundedOff ?? true,
    ...societyOf(content, seller),
  });
  const { warnings, reason } = document;
  return {
    currency,
    lines: document.lines.map(lineDto),
    totals: totalsOf(document),
    warnings: [...warnings],
    reason: reasonDto(reason),
  };
}

function reasonDto({ because, inputs, ...reason }: Reason): ReasonDto {
  return { ...reason, inputs: { ...inputs }, because: because.map(reasonDto) };
}

function supplyOf({ on, content, seller, buyer }: Sale): Supply {
  const { deliveredTo, propertyIn, paysTaxOnZeroRated = false, isReverseCharge = false } = content;
  return {
    ...{ on, paysTaxOnZeroRated, isReverseCharge },
    supplier: supplierOf(content, seller, buyer),
    recipient: {
      standing: buyer.standing,
      ...(buyer.stateCode === null ? {} : { state: buyer.stateCode }),
      ...(buyer.gstin === null ? {} : { gstin: buyer.gstin }),
    },
    ...(deliveredTo === undefined ? {} : { deliveredTo }),
    ...(propertyIn === undefined ? {} : { propertyIn }),
  };
}

/** Without a registration it is the state the company has stated; one that has stated none is taken for a neighbour of the buyer. */
function supplierOf(
  { soldFrom }: SaleContent,
  { gstins, settings }: Seller,
  buyer: Buyer,
): Supply['supplier'] {
  const registration = registrationIn(gstins, soldFrom);
  if (registration) {
    const standing = settings.isComposition ? 'composition' : 'regular';
    return { standing, state: registration.stateCode, gstin: registration.gstin };
  }
  if (gstins.length > 0) throw new StateNotRegistered();
  const state = soldFrom ?? settings.stateCode ?? buyer.stateCode ?? otherTerritory;
  return { standing: 'unregistered', state };
}

const otherTerritory = '97';

function linesOf({ lines }: SaleContent, currency: string): LineToTax[] {
  return lines.map(
    ({ quantity, unit, price, treatment = 'taxable', ratePercent, discount, cess, contributionOf }) => ({
      quantity: Quantity.parse(quantity, unit),
      price: Money.parse(price, currency),
      ...{ treatment, ratePercent },
      ...(discount === undefined ? {} : { discount: discountOf(discount, currency) }),
      ...(cess === undefined ? {} : { cess: cessOf(cess, currency) }),
      ...(contributionOf === undefined ? {} : { contributionOf }),
    }),
  );
}

type Line = SaleContent['lines'][number];

function discountOf(
  discount: NonNullable<Line['discount']>,
  currency: string,
): NonNullable<LineToTax['discount']> {
  if ('percent' in discount) return { percent: Rate.percent(discount.percent) };
  return { amount: Money.parse(discount.amount, currency) };
}

function cessOf(
  { percent, perUnit }: NonNullable<Line['cess']>,
  currency: string,
): NonNullable<LineToTax['cess']> {
  return {
    ...(percent === undefined ? {} : { percent }),
    ...(perUnit === undefined ? {} : { perUnit: Money.parse(perUnit, currency) }),
  };
}

function societyOf(
  { months = 1 }: SaleContent,
  { kind, settings, currency }: Seller,
): Pick<DocumentToTax, 'society'> {
  if (kind !== 'society') return {};
  return {
    society: { turnover: Money.parse(settings.turnover, currency), view: settings.societyView, months },
  };
}

function lineDto({ gross, discount, charges, net, taxable, taxes, total }: TaxedLine): TaxedLineDto {
  return {
    ...{ gross: gross.toJSON(), discount: discount.toJSON(), charges: charges.toJSON(), net: net.toJSON() },
    ...{ taxable: taxable.toJSON(), total: total.toJSON() },
    taxes: taxes.map(({ kind, ratePercent, amount }) => ({ kind, ratePercent, amount: amount.toJSON() })),
  };
}

function totalsOf(document: TaxedDocument): TaxQuoteDto['totals'] {
  const { kind, levy, gross, discount, charges, net, taxable, taxes, reverseCharge, roundOff, total } =
    document;
  return {
    ...{ kind, nature: levy.nature, placeOfSupply: levy.place.state },
    ...{ gross: gross.toJSON(), discount: discount.toJSON(), charges: charges.toJSON(), net: net.toJSON() },
    ...{ taxable: taxable.toJSON(), reverseCharge: reverseCharge.toJSON(), roundOff: roundOff.toJSON() },
    taxes: taxes.map((one) => ({ kind: one.kind, amount: one.amount.toJSON() })),
    total: total.toJSON(),
  };
}
