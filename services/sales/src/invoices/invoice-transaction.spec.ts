import { PostTransaction, type SaleLine } from '@dhanman/contracts';
import { type Id, newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { type Buyer, type SaleContent, type Seller, taxed } from '../tax/sale.js';
import { usualSettings } from '../tax/tax-setting.js';
import { Invoice } from './invoice.js';
import { transactionFor } from './invoice-transaction.js';

const on = PlainDate.parse('2026-04-01');
const registered: Seller = {
  ...{ currency: 'INR', kind: 'business', settings: usualSettings },
  gstins: [{ gstin: '27AAPFU0939F1ZV', stateCode: '27' }],
};
const near: Buyer = { standing: 'unregistered', stateCode: '27', gstin: null };
const far: Buyer = { ...near, stateCode: '29' };
const abroad: Buyer = { standing: 'overseas', stateCode: null, gstin: null };

const goods: SaleLine = {
  ...{
    description: 'Tea',
    classification: '0902',
    quantity: '1',
    unit: 'NOS',
    price: '10000.00',
    ratePercent: '18',
  },
};
const service: SaleLine = { ...goods, description: 'Repair', classification: '9987' };

interface Case {
  readonly lines: SaleLine[];
  readonly buyer?: Buyer;
  readonly seller?: Seller;
  readonly content?: Partial<SaleContent>;
}

function entryOf({ lines, buyer = near, seller = registered, content = {} }: Case): Record<string, string> {
  const identity = { organizationId: newId(), companyId: newId(), id: newId<'Invoice'>() };
  const entered = { customerId: newId() as Id & string, on: on.toString(), lines, ...content };
  const quote = taxed({ on, content: entered, seller, buyer });
  const invoice = Invoice.draft(identity, entered, quote, newId()).issue('SI/2627/0001', on, quote);
  const { lines: entry } = transactionFor(invoice);
  return Object.fromEntries(entry.map(({ account, side, amount }) => [`${side} ${account}`, amount]));
}

describe('an issued invoice in the books', () => {
  test.each<[string, Case, Record<string, string>]>([
    [
      'inside a state',
      { lines: [goods] },
      {
        'debit 11200': '11800.00',
        'credit 40010': '10000.00',
        'credit 23020': '900.00',
        'credit 23010': '900.00',
      },
    ],
    [
      'into another state',
      { lines: [goods], buyer: far },
      { 'debit 11200': '11800.00', 'credit 40010': '10000.00', 'credit 23030': '1800.00' },
    ],
    [
      'of goods and a service',
      { lines: [goods, service] },
      {
        ...{ 'debit 11200': '23600.00', 'credit 40010': '10000.00', 'credit 41010': '10000.00' },
        ...{ 'credit 23020': '1800.00', 'credit 23010': '1800.00' },
      },
    ],
    [
      'rounded up',
      { lines: [{ ...service, price: '999.66' }] },
      {
        ...{
          'debit 11200': '1180.00',
          'credit 41010': '999.66',
          'credit 23020': '89.97',
          'credit 23010': '89.97',
        },
        'credit 43220': '0.40',
      },
    ],
    [
      'rounded down',
      { lines: [{ ...service, price: '100.40', treatment: 'exempt' }] },
      { 'debit 11200': '100.00', 'credit 41010': '100.40', 'debit 55020': '0.40' },
    ],
    [
      'under reverse charge',
      { lines: [service], content: { isReverseCharge: true } },
      { 'debit 11200': '10000.00', 'credit 41010': '10000.00' },
    ],
    [
      'abroad under undertaking',
      { lines: [goods], buyer: abroad },
      { 'debit 11200': '10000.00', 'credit 40110': '10000.00' },
    ],
    [
      'of a seller without registration',
      { lines: [service], seller: { ...registered, gstins: [] } },
      { 'debit 11200': '10000.00', 'credit 41010': '10000.00' },
    ],
  ])('%s', (_, sale, lines) => {
    expect(entryOf(sale)).toEqual(lines);
  });

  test('names the accounts by what they are for, the customer who owes, and the reason of each line', () => {
    const what = { customerId: newId() as Id & string, on: on.toString(), lines: [goods] };
    const quote = taxed({ on, content: what, seller: registered, buyer: near });
    const identity = { organizationId: newId(), companyId: newId(), id: newId<'Invoice'>() };
    const invoice = Invoice.draft(identity, what, quote, newId()).issue('SI/2627/0001', on, quote);
    const { lines } = PostTransaction.payload.parse(transactionFor(invoice));
    expect(lines.map(({ role }) => role)).toEqual([
      'receivable',
      'domestic-sales',
      'output-cgst',
      'output-sgst',
    ]);
    expect(lines[0]).toMatchObject({ party: { kind: 'customer', id: what.customerId } });
    expect(lines.at(-1)?.why).toEqual({
      rule: 'gst.output.sgst',
      inputs: { taxable: '10000.00', nature: 'intra-state', placeOfSupply: '27' },
    });
  });
});
