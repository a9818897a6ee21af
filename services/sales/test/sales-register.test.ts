import type { CustomerDto, ReportDto } from '@dhanman/contracts';
import { startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { aPerson } from './builders.js';
import { Ledger } from './support/ledger.js';
import { aLine, karnataka, maharashtra, TaxedSales } from './support/taxed-sales.js';

let started: StartedService;
let ledger: Ledger;
let shop: TaxedSales;
let cafe: CustomerDto;
let ravi: CustomerDto;

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
});

const june = 'sales-register?from=2026-06-01&asOf=2026-06-30';
const lines = ({ rows }: ReportDto) =>
  rows.map(({ caption, cells }) => [...(caption ? [caption] : []), ...cells]);
const figures = ({ rows }: ReportDto) => rows.map(({ cells }) => [cells[2], ...cells.slice(6, 14)]);
const nothing = Array<string>(8).fill('0.00');

/** One into another state; one inside it, partly exempt; one that is cancelled; and everything of the first returned. */
async function aJune(): Promise<void> {
  const first = await shop.invoice(cafe, '2026-06-01', [aLine('1000.00')]);
  await shop.posted(first);
  const exempt = aLine('200.00', { treatment: 'exempt', ratePercent: '0' });
  await shop.invoice(ravi, '2026-06-02', [aLine('999.50', { ratePercent: '5' }), exempt]);
  await shop.cancelled(await shop.invoice(ravi, '2026-06-03', [aLine('500.00')]), '2026-06-04');
  await shop.note(first, '2026-06-10');
  await shop.invoice(ravi, '2026-07-01', [aLine('700.00')]);
}

describe('the sales register', () => {
  test('has each document of its days in a line, credit below zero and the cancelled at nothing, and adds up', async () => {
    await aJune();
    const register = await shop.report(june);
    const igst = (sign: string) =>
      ['1000.00', '1000.00', '0.00', '0.00', '180.00', '0.00', '0.00', '1180.00'].map((figure) =>
        figure === '0.00' ? figure : sign + figure,
      );
    const ravis = ['1199.50', '999.50', '24.99', '24.99', '0.00', '0.00', '-0.48', '1249.00'];
    const toCafe = ['Deccan Cafe', '29AAFCC9980M1ZR', '29 Karnataka'];
    const toRavi = ['Ravi', null, '27 Maharashtra'];
    expect(lines(register)).toEqual([
      ['2026-06-01', 'invoice', 'SI/2627/0001', ...toCafe, ...igst(''), 'posted'],
      ['2026-06-02', 'invoice', 'SI/2627/0002', ...toRavi, ...ravis, 'issued'],
      ['2026-06-03', 'invoice', 'SI/2627/0003', ...toRavi, ...nothing, 'cancelled'],
      ['2026-06-10', 'credit-note', 'CN/2627/0001', ...toCafe, ...igst('-'), 'issued'],
      ['total', ...Array<null>(6).fill(null), ...ravis, null],
    ]);
    expect(register.checks).toEqual([
      { name: 'parts-are-total', left: '1249.00', right: '1249.00', holds: true },
    ]);
  });

  test('comes in pages that fit together, with the sums of all of them on the last', async () => {
    await aJune();
    const whole = await shop.report(june);
    const pages: ReportDto[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      pages.push(await shop.report(`${june}&limit=3${cursor && `&cursor=${cursor}`}`));
      cursor = pages.at(-1)!.nextCursor;
    }
    expect(pages.map(({ rows, checks }) => [rows.length, checks.length])).toEqual([
      [3, 0],
      [2, 1],
    ]);
    expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows);
  });

  test('is of one registration where one is asked for', async () => {
    await shop.invoice(ravi, '2026-06-05', [aLine('100.00')], { soldFrom: '29' });
    await shop.invoice(ravi, '2026-06-06', [aLine('300.00')]);
    const totals = async (gstin: string) => {
      const { rows, subject } = await shop.report(`${june}&gstin=${gstin}`);
      expect(subject).toBe(gstin);
      return [rows.length - 1, ...rows.at(-1)!.cells.slice(7, 11), rows.at(-1)!.cells[13]];
    };
    expect(await totals(karnataka)).toEqual([1, '100.00', '0.00', '0.00', '18.00', '118.00']);
    expect(await totals(maharashtra)).toEqual([1, '300.00', '27.00', '27.00', '0.00', '354.00']);
    await shop.person.company.get(`/reports/${june}&gstin=27AAPFU0939F1ZX`).expect(400);
  });

  test('leaves out tax that the customer pays to the government', async () => {
    await shop.invoice(cafe, '2026-06-01', [aLine('1000.00')], { isReverseCharge: true });
    const { rows, checks } = await shop.report(june);
    expect(rows[0]!.cells.slice(6, 14)).toEqual([
      ...['1000.00', '1000.00', '0.00', '0.00', '0.00', '0.00', '0.00', '1000.00'],
    ]);
    expect(checks[0]!.holds).toBe(true);
  });

  test('counts a note that was taken back in its month for nothing, and later on the day it was', async () => {
    const invoice = await shop.invoice(ravi, '2026-06-01', [aLine('100.00', { quantity: '2' })]);
    await shop.posted(invoice);
    await shop.takenBack(await shop.note(invoice, '2026-06-10'), '2026-06-30');
    await shop.takenBack(await shop.note(invoice, '2026-06-11'), '2026-07-01');
    const back = ['100.00', '100.00', '9.00', '9.00', '0.00', '0.00', '0.00', '118.00'];
    const minus = back.map((figure) => (figure === '0.00' ? figure : `-${figure}`));
    expect(figures(await shop.report(june)).slice(1, 3)).toEqual([
      ['CN/2627/0001', ...nothing],
      ['CN/2627/0002', ...minus],
    ]);
    const july = await shop.report('sales-register?from=2026-07-01&asOf=2026-07-31');
    expect(figures(july)).toEqual([
      ['CN/2627/0002', ...back],
      [null, ...back],
    ]);
    expect(july.rows[0]!.cells[1]).toBe('credit-note-reversed');
  });

  test('knows the customer as on the paper, whatever is changed later', async () => {
    await shop.invoice(cafe, '2026-06-01', [aLine('1000.00')]);
    const change = { gstin: null, stateCode: '27' };
    await shop.person.patch(`/${cafe.id}`, cafe.version, change).expect(200);
    expect((await shop.report(june)).rows[0]!.cells[4]).toBe('29AAFCC9980M1ZR');
  });

  test('is a file without formulas, in which refused, cancelled and posted are said in words', async () => {
    const evil = await shop.customer({ name: '=HYPERLINK("http://x")', stateCode: '27' });
    await shop.invoice(evil, '2026-06-01', [aLine('100.00')]);
    const csv = await shop.person.company.get(`/reports/${june}&format=csv`).expect(200);
    expect(csv.headers['content-disposition']).toContain('sales-register-2026-06-30.csv');
    expect(csv.text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv.text).toContain(',118.00,On its way to the books');
    expect(csv.text).toContain(',,,Total,,,100.00');
    for (const format of ['xlsx', 'pdf']) {
      await shop.person.company.get(`/reports/${june}&format=${format}`).expect(200);
    }
  });

  test('of another company is not read', async () => {
    await aJune();
    const stranger = await aPerson(started, { organizationId: shop.person.organizationId });
    await stranger.company.get(`/reports/${june}`).expect(409);
    await shop.person.company.get('/reports/sales-register?from=2026-07-01&asOf=2026-06-30').expect(422);
    await shop.person.company.get(`/reports/${june}&cursor=bm9uc2Vuc2U`).expect(422);
  });
});
