import type { CustomerDto, ReportDto } from '@dhanman/contracts';
import { startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { Ledger } from './support/ledger.js';
import { aLine, karnataka, maharashtra, TaxedSales } from './support/taxed-sales.js';

let started: StartedService;
let ledger: Ledger;
let shop: TaxedSales;
let cafe: CustomerDto;
let ravi: CustomerDto;
let far: CustomerDto;

beforeAll(async () => {
  started = await startService(sales);
  ledger = await Ledger.beside(started);
});

afterAll(async () => {
  await ledger.leave();
  await started.stop();
});

beforeEach(async () => {
  shop = await TaxedSales.begun(started, ledger);
  cafe = await shop.customer({ name: 'Deccan Cafe', gstin: '29AAFCC9980M1ZR' });
  ravi = await shop.customer({ name: 'Ravi', stateCode: '27' });
  far = await shop.customer({ name: 'Lakshmi', stateCode: '29' });
});

const byCaption = ({ rows }: ReportDto): Readonly<Record<string, unknown[]>> =>
  Object.fromEntries(rows.map(({ caption, cells }) => [caption ?? '', cells] as const));
const none = ['0', '0.00', '0.00', '0.00', '0.00', '0.00'];

/** One for each section, by hand: at 18 % into Karnataka it is IGST, inside Maharashtra half CGST and half SGST. */
async function aJune(): Promise<void> {
  const exempt = aLine('200.00', { treatment: 'exempt', ratePercent: '0' });
  const first = await shop.invoice(cafe, '2026-06-01', [aLine('1000.00', { quantity: '2' }), exempt]);
  await shop.invoice(far, '2026-06-02', [aLine('100000.00')]);
  await shop.invoice(ravi, '2026-06-03', [aLine('100.00')]);
  await shop.invoice(far, '2026-06-04', [aLine('50.00')]);
  const abroad = await shop.customer({ name: 'Oslo Te', standing: 'overseas' });
  const exported = await shop.invoice(abroad, '2026-06-05', [aLine('700.00')]);
  await shop.cancelled(await shop.invoice(ravi, '2026-06-06', [aLine('500.00')]), '2026-06-07');
  await shop.note(first, '2026-06-10');
  await shop.note(exported, '2026-06-11');
  await shop.invoice(ravi, '2026-07-01', [aLine('900.00', { classification: undefined })]);
}

describe('the GST summary of a month', () => {
  test('has every section with what it comes to, and ties with the register', async () => {
    await aJune();
    const summary = await shop.report('gst-summary?month=2026-06');
    expect(summary).toMatchObject({ from: '2026-06-01', asOf: '2026-06-30' });
    expect(byCaption(summary)).toEqual({
      b2b: ['1', '2000.00', '0.00', '0.00', '360.00', '0.00'],
      b2cl: ['1', '100000.00', '0.00', '0.00', '18000.00', '0.00'],
      b2cs: ['2', '150.00', '9.00', '9.00', '9.00', '0.00'],
      exp: ['1', '700.00', '0.00', '0.00', '0.00', '0.00'],
      cdnr: ['1', '-1000.00', '0.00', '0.00', '-180.00', '0.00'],
      cdnur: ['1', '-700.00', '0.00', '0.00', '0.00', '0.00'],
      nil: ['1', '200.00', '0.00', '0.00', '0.00', '0.00'],
      outside: none,
      total: ['7', '101350.00', '9.00', '9.00', '18189.00', '0.00'],
      'hsn-b2b': ['2', '1200.00', '0.00', '0.00', '180.00', '0.00'],
      'hsn-b2c': ['5', '100150.00', '9.00', '9.00', '18009.00', '0.00'],
      series: ['2', null, null, null, null, null],
      'to-mend': ['0', null, null, null, null, null],
    });
    const csv = await shop.person.company.get('/reports/gst-summary?month=2026-06&format=csv').expect(200);
    expect(csv.text).toContain('\r\n,"Large, into another state, to others (B2CL)",1,100000.00,');
    expect(summary.checks.map(({ left, right, holds }) => [left, right, holds])).toEqual([
      ['101350.00', '101350.00', true],
      ['18207.00', '18207.00', true],
      ['101350.00', '101350.00', true],
    ]);
  });

  test('opens each section into its documents', async () => {
    await aJune();
    const { rows } = await shop.report('gst-section?month=2026-06&section=b2cs');
    expect(rows.map(({ cells }) => [cells[2], ...cells.slice(6, 10)])).toEqual([
      ['SI/2627/0003', '100.00', '9.00', '9.00', '0.00'],
      ['SI/2627/0004', '50.00', '0.00', '0.00', '9.00'],
      [null, '150.00', '9.00', '9.00', '9.00'],
    ]);
    await shop.person.company.get('/reports/gst-section?month=2026-06&section=b2x').expect(400);
    await shop.person.company.get('/reports/gst-summary?month=2026-13').expect(400);
  });

  test('lists series with what was cancelled, and HSN with what was sold less what came back', async () => {
    await aJune();
    const { rows } = await shop.report('gst-documents?month=2026-06');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['invoice', 'SI/2627/0001', 'SI/2627/0006', '6', '1', '5'],
      ['credit-note', 'CN/2627/0001', 'CN/2627/0002', '2', '0', '2'],
    ]);
    const hsn = await shop.report('gst-hsn?month=2026-06');
    expect(hsn.rows.slice(0, 3).map(({ cells }) => cells.slice(0, 6))).toEqual([
      [null, null, null, null, '1200.00', '0.00'],
      ['0902', 'NOS', '1', '0', '200.00', '0.00'],
      ['0902', 'NOS', '1', '18', '1000.00', '0.00'],
    ]);
  });

  test('with its quarter has the months around it, and is of one registration where one is asked for', async () => {
    await shop.invoice(ravi, '2026-04-01', [aLine('100.00')]);
    await shop.invoice(ravi, '2026-06-30', [aLine('200.00')], { soldFrom: '29' });
    await shop.invoice(ravi, '2026-07-01', [aLine('400.00')]);
    const total = async (query: string) =>
      byCaption(await shop.report(`gst-summary?month=2026-05&span=quarter${query}`))['total']![1];
    expect(await total('')).toBe('300.00');
    expect(await total(`&gstin=${karnataka}`)).toBe('200.00');
    expect(await total(`&gstin=${maharashtra}`)).toBe('100.00');
  });

  test('names what is to be mended before it is filed', async () => {
    const placeless = await shop.customer({ name: 'Walk-in' });
    await shop.invoice(placeless, '2026-06-01', [aLine('100.00')]);
    const invoice = await shop.invoice(ravi, '2026-06-02', [aLine('200.00')]);
    await shop.posted(invoice);
    await shop.takenBack(await shop.note(invoice, '2026-06-03'), '2026-07-02');
    const mend = async (month: string) =>
      (await shop.report(`gst-to-mend?month=${month}`)).rows.map(({ cells }) => [cells[2], cells[4]]);
    expect(await mend('2026-06')).toEqual([['SI/2627/0001', 'state-missing']]);
    expect(await mend('2026-07')).toEqual([['CN/2627/0001', 'to-amend']]);
    const csv = await shop.person.company.get('/reports/gst-to-mend?month=2026-06&format=csv').expect(200);
    expect(csv.text).toContain('The customer has no state: the place of supply is a guess');
  });
});
