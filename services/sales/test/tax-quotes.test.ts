import type { CustomerDto, TaxQuoteDto } from '@dhanman/contracts';
import { startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aCompany, aCustomer, aLine, aPerson, type Person } from './builders.js';

let started: StartedService;
let person: Person;
let customer: CustomerDto;

beforeAll(async () => {
  started = await startService((await import('../src/main.js')).sales);
});

afterAll(() => started.stop());

const gstins = ['27AAPFU0939F1ZV'];

beforeEach(async () => {
  person = await aPerson(started);
  await aCompany(started, person, { gstins });
  customer = await aCustomer(person, { stateCode: '27' });
});

describe('a tax quote', () => {
  test('says what a sale amounts to, and why', async () => {
    const sale = { customerId: customer.id, on: '2026-06-01', lines: [aLine()] };
    const { body } = await person.company.post('/tax/quote', sale).expect(200);
    const { totals, reason } = body as TaxQuoteDto;
    expect(totals).toMatchObject({
      net: '1000.00',
      total: '1180.00',
      kind: 'tax-invoice',
      placeOfSupply: '27',
    });
    expect(totals.taxes).toEqual([
      { kind: 'cgst', amount: '90.00' },
      { kind: 'sgst', amount: '90.00' },
    ]);
    expect(reason.because[0]?.because[0]).toMatchObject({ rule: 'gst.cgst', found: '90.00' });
  });

  test('for another state has the integrated tax', async () => {
    const far = await aCustomer(person, { stateCode: '29' });
    const sale = { customerId: far.id, on: '2026-06-01', lines: [aLine()] };
    const { body } = await person.company.post('/tax/quote', sale).expect(200);
    expect((body as TaxQuoteDto).totals.taxes).toEqual([{ kind: 'igst', amount: '180.00' }]);
  });

  test('warns of a rate that is no more', async () => {
    const sale = { customerId: customer.id, on: '2026-06-01', lines: [aLine({ ratePercent: '12' })] };
    const { body } = await person.company.post('/tax/quote', sale).expect(200);
    expect((body as TaxQuoteDto).warnings).toMatchObject([{ code: 'rate-not-in-force', line: 0 }]);
  });

  test.each<[string, object, number, string]>([
    [
      'an unknown customer',
      { customerId: '019a9f3e-5f00-7000-8000-000000000001' },
      422,
      'sale-customer-unknown',
    ],
    [
      'a discount above the line',
      { lines: [aLine({ discount: { amount: '1000.01' } })] },
      422,
      'discount-above-value',
    ],
    ['a state without registration', { soldFrom: '33' }, 422, 'state-not-registered'],
    ['a quantity below zero', { lines: [aLine({ quantity: '-1' })] }, 400, 'request-invalid'],
    ['no lines', { lines: [] }, 400, 'request-invalid'],
  ])('is refused for %s', async (_, change, status, code) => {
    const sale = { customerId: customer.id, on: '2026-06-01', lines: [aLine()], ...change };
    const { body, status: answered } = await person.company.post('/tax/quote', sale);
    expect([answered, (body as { code: string }).code]).toEqual([status, code]);
  });
});

describe('a society', () => {
  test('taxes a contribution above the limit once it says that it is large', async () => {
    person = await aPerson(started);
    await aCompany(started, person, { gstins, kind: 'society' });
    const owner = await aCustomer(person, { stateCode: '29' });
    const lines = [
      aLine({ quantity: '1', price: '8000.00', classification: '999598', contributionOf: 'A-101' }),
    ];
    const sale = { customerId: owner.id, on: '2026-06-01', lines, propertyIn: '27' };
    const total = async (): Promise<string> =>
      ((await person.company.post('/tax/quote', sale).expect(200)).body as TaxQuoteDto).totals.total;
    expect(await total()).toBe('8000.00');
    const settings = { isComposition: false, turnover: '2500000.00', societyView: 'whole' };
    await person.company.put('/tax-settings', settings).expect(200, { ...settings, stateCode: null });
    expect(await total()).toBe('9440.00');
    await person.company.put('/tax-settings', { ...settings, societyView: 'excess' }).expect(200);
    expect(await total()).toBe('8090.00');
    expect((await person.company.get('/tax-settings').expect(200)).body).toMatchObject({
      societyView: 'excess',
    });
  });
});
