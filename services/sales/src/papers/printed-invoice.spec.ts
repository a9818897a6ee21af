import { PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { type Buyer, type SaleContent, type Seller, taxed } from '../tax/sale.js';
import { usualSettings } from '../tax/tax-setting.js';
import { summaryOf } from './classification-summary.js';
import type { InvoicePaper } from './paper-content.js';
import { summedLines } from './printed-invoice.js';
import { printedPaper } from './printed-paper.js';

const gstin = '27AAPFU0939F1ZV';

const tea = {
  ...{ description: 'Tea', classification: '0902', quantity: '10', unit: 'KG' },
  ...{ price: '12345.00', ratePercent: '5' },
} as const;

function aPaper(content: Partial<SaleContent> = {}, buyer: Partial<Buyer> = {}): InvoicePaper {
  const sale = { lines: [tea], ...content };
  const seller: Seller = {
    currency: 'INR',
    kind: 'business',
    gstins: [{ gstin, stateCode: '27' }],
    settings: usualSettings,
  };
  const party: Buyer = { standing: 'unregistered', stateCode: '27', gstin: null, ...buyer };
  const { lines, totals } = taxed({ on: PlainDate.parse('2026-06-01'), content: sale, seller, buyer: party });
  return {
    seller: { name: 'Asha Traders LLP', gstin, stateCode: '27' },
    buyer: { name: 'Deccan Cafe', gstin: party.gstin, stateCode: party.stateCode },
    ...{ isComposition: false, number: 'SI/2627/0001', on: '2026-06-01', dueOn: null, notes: null },
    ...{ currency: 'INR', content: sale, taxed: { lines, totals } },
  };
}

describe('the paper of an invoice', () => {
  test('has the particulars the rules ask for, grouped the Indian way', () => {
    const paper = printedPaper(aPaper(), 'en');
    expect(paper.title).toBe('Tax Invoice');
    expect(paper.seller).toEqual({
      name: 'Asha Traders LLP',
      details: [`GSTIN: ${gstin}`, 'State: Maharashtra (27)'],
    });
    expect(paper.facts).toEqual([
      ['Invoice no.', 'SI/2627/0001'],
      ['Date', '01-06-2026'],
      ['Place of supply', 'Maharashtra (27)'],
      ['Tax payable on reverse charge', 'No'],
    ]);
    expect(paper.rows[0]).toEqual([
      ...['1', 'Tea', '0902', '10 KG', '12,345.00', '0.00', '1,23,450.00', '5 %'],
      '1,29,622.50',
    ]);
    expect(paper.totals).toContainEqual(['CGST', '3,086.25']);
    expect(paper.total).toEqual(['Total', '₹1,29,623.00']);
    expect(paper.words).toBe('Rupees one lakh twenty-nine thousand six hundred twenty-three only');
  });

  test('has the addresses, how to pay and the terms line by line, and none of it where nothing is said', () => {
    const plain = aPaper();
    const paper = {
      ...plain,
      seller: { ...plain.seller, address: '4, MG Road\nPune 411001', contact: '+912012345678' },
      buyer: { ...plain.buyer, address: '9, FC Road' },
      ...{ payment: 'UPI asha@bank', terms: 'Paid in 30 days\nInterest after' },
    };
    const { seller, buyer, said } = printedPaper(paper, 'en');
    expect(seller.details.slice(0, 3)).toEqual(['4, MG Road', 'Pune 411001', '+912012345678']);
    expect(buyer.details).toEqual(['9, FC Road', 'State: Maharashtra (27)']);
    expect(said).toEqual([
      { label: 'How to pay', lines: ['UPI asha@bank'] },
      { label: 'Terms', lines: ['Paid in 30 days', 'Interest after'] },
    ]);
    expect(printedPaper(plain, 'en').said).toEqual([]);
  });

  test('says the same in Hindi', () => {
    const paper = printedPaper(aPaper(), 'hi');
    expect(paper.title).toBe('कर इनवॉइस');
    expect(paper.words).toBe('रुपये एक लाख उनतीस हज़ार छह सौ तेईस मात्र');
    expect(paper.total[1]).toBe('₹1,29,623.00');
  });

  test.each([
    [{}, 'Supply meant for export under bond or letter of undertaking without payment of integrated tax'],
    [{ paysTaxOnZeroRated: true }, 'Supply meant for export on payment of integrated tax'],
  ])('of an export says on what terms it leaves: %j', (content, remark) => {
    const overseas = { standing: 'overseas', stateCode: '96' } as const;
    expect(printedPaper(aPaper(content, overseas), 'en').remarks).toEqual([remark]);
  });

  test('under composition says that no tax may be collected, and only then', () => {
    expect(printedPaper(aPaper(), 'en').remarks).toEqual([]);
    expect(printedPaper({ ...aPaper(), isComposition: true }, 'en').remarks).toEqual([
      'Composition taxable person, not eligible to collect tax on supplies',
    ]);
  });
});

test('the summary joins the lines of one HSN at one rate and adds up to the document', () => {
  const other = { ...tea, description: 'Coffee', classification: '0901', ratePercent: '18' };
  const paper = aPaper({ lines: [tea, other, { ...tea, quantity: '3' }] });
  const rows = summaryOf(summedLines(paper), paper.currency);
  expect(rows.map(({ classification, taxable }) => [classification, taxable.toJSON()])).toEqual([
    ['0902', '160485.00'],
    ['0901', '123450.00'],
  ]);
  const cgst = rows.reduce((sum, { taxes }) => sum + (taxes.get('cgst')?.minor ?? 0n), 0n);
  const inDocument = paper.taxed.totals.taxes.find(({ kind }) => kind === 'cgst')?.amount;
  expect(cgst).toBe(BigInt((inDocument ?? '').replace('.', '')));
});
