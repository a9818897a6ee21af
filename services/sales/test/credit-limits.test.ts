import type {
  CustomerCredit,
  CustomerDto,
  InvoiceDto,
  Problem,
  RecurringInvoiceDto,
} from '@dhanman/contracts';
import { startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aCompany, aCustomer, aLine, aPerson, type Person } from './builders.js';
import { Ledger } from './support/ledger.js';

let started: StartedService;
let ledger: Ledger;
let person: Person;
/** Who sells, and decides about no limit. */
let seller: Person;

beforeAll(async () => {
  started = await startService((await import('../src/main.js')).sales);
  ledger = await Ledger.beside(started);
});

afterAll(async () => {
  await ledger.leave();
  await started.stop();
});

beforeEach(async () => {
  person = await aPerson(started);
  seller = await aPerson(started, { ...person, without: ['dhanman.sales.credit-limit.update'] });
  await aCompany(started, person, { gstins: ['27AAPFU0939F1ZV'] });
});

const limited = (creditLimit: string): Promise<CustomerDto> =>
  aCustomer(person, { stateCode: '27', creditLimit });

/** Each is of ₹1,180. */
async function drafted(customer: CustomerDto, count: number): Promise<readonly InvoiceDto[]> {
  const details = { customerId: customer.id, on: '2026-06-01', lines: [aLine()] };
  const drafts: InvoiceDto[] = [];
  for (let place = 0; place < count; place += 1)
    drafts.push((await seller.company.post('/invoices', details).expect(201)).body as InvoiceDto);
  return drafts;
}

interface Asked {
  readonly by?: Person;
  readonly on?: string;
  readonly isAboveLimit?: boolean;
}

async function asked({ id }: InvoiceDto, { by = seller, on = '2026-06-01', ...change }: Asked = {}) {
  const { status, body } = await by.company.post(`/invoices/${id}/issue`, { on, ...change });
  return { ...(body as InvoiceDto & Problem), status };
}

async function creditOf({ id }: CustomerDto): Promise<CustomerCredit> {
  return (await seller.get(`/${id}/credit`).expect(200)).body as CustomerCredit;
}

const paid = (customer: CustomerDto, amount: string) =>
  seller.company
    .post('/receipts', { customerId: customer.id, on: '2026-06-02', mode: 'bank', amount })
    .expect(201);

describe('a customer with a credit limit', () => {
  test('is billed up to it and not a paisa more, and the next number is not lost', async () => {
    const customer = await limited('2360.00');
    const [first, second, third] = await drafted(customer, 3);
    expect((await asked(first!)).number).toBe('SI/2627/0001');
    expect(await creditOf(customer)).toEqual({ limit: '2360.00', owed: '1180.00', left: '1180.00' });
    expect((await asked(second!)).number).toBe('SI/2627/0002');
    expect(await asked(third!)).toMatchObject({
      status: 409,
      code: 'credit-limit-exceeded',
      details: { limit: '2360.00', owed: '2360.00', over: '1180.00' },
    });
    const { body: draft } = await seller.company.get(`/invoices/${third!.id}`).expect(200);
    expect(draft).toMatchObject({ state: 'draft', number: null });
    await paid(customer, '1179.99');
    expect(await asked(third!)).toMatchObject({ status: 409, details: { over: '0.01' } });
    await paid(customer, '0.01');
    expect((await asked(third!)).number).toBe('SI/2627/0003');
  });

  test('may use what was paid in advance besides', async () => {
    const customer = await limited('0.00');
    const [draft] = await drafted(customer, 1);
    expect((await asked(draft!)).code).toBe('credit-limit-exceeded');
    await paid(customer, '1180.00');
    expect(await creditOf(customer)).toEqual({ limit: '0.00', owed: '-1180.00', left: '1180.00' });
    expect((await asked(draft!)).status).toBe(200);
  });

  test('owes also what the ledger has refused, which goes to it again without being held to the limit', async () => {
    const customer = await limited('1180.00');
    const [first, second] = await drafted(customer, 2);
    await asked(first!);
    await ledger.reject(person, { document: 'invoice', documentId: first!.id, purpose: 'issue' });
    await until(async () => {
      const { body } = await seller.company.get(`/invoices/${first!.id}`).expect(200);
      return (body as InvoiceDto).state === 'rejected';
    });
    expect((await asked(second!)).code).toBe('credit-limit-exceeded');
    expect(await asked(first!)).toMatchObject({ status: 200, state: 'issued' });
  });

  test('goes above it only when somebody says so who may', async () => {
    const [draft] = await drafted(await limited('100.00'), 1);
    expect((await asked(draft!, { by: person })).code).toBe('credit-limit-exceeded');
    expect((await asked(draft!, { isAboveLimit: true })).status).toBe(403);
    expect((await asked(draft!, { by: person, isAboveLimit: true })).number).toBe('SI/2627/0001');
  });

  test('is not billed above it by many at the same time, whatever the years of their numbers', async () => {
    for (let round = 0; round < 5; round += 1) {
      const customer = await limited('3540.00');
      const drafts = await drafted(customer, 8);
      const answers = await Promise.all(
        drafts.map((draft, place) => asked(draft, { on: `202${6 + (place % 4)}-06-01` })),
      );
      const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
      expect(statuses).toEqual([200, 200, 200, 409, 409, 409, 409, 409]);
      expect(await creditOf(customer)).toMatchObject({ owed: '3540.00', left: '0.00' });
    }
  });

  test('is billed by nobody above it while no person looks', async () => {
    const customer = await limited('1180.00');
    const rhythm = { every: 'month', startsOn: '2026-04-30', times: 2 };
    const recurring = { name: 'Tea', makes: 'issued', customerId: customer.id, lines: [aLine()], rhythm };
    const { body } = await person.company.post('/recurring-invoices', recurring).expect(201);
    const { id } = body as { id: string };
    const periods = await until(async () => {
      const { body: shown } = await person.company.get(`/recurring-invoices/${id}`).expect(200);
      const { periods: found } = shown as RecurringInvoiceDto;
      return found.length === 2 && found;
    });
    expect(periods.map(({ state }) => state)).toEqual(['failed', 'made']);
    expect(JSON.stringify(periods[0])).toContain('credit limit');
    expect(await creditOf(customer)).toMatchObject({ owed: '1180.00' });
  });
});

test('only who may decide about limits sets one, and other details are changed without', async () => {
  await seller.post('', { name: 'Asha', creditLimit: '10.00' }).expect(403);
  const { id, version } = await limited('500');
  await seller.patch(`/${id}`, version, { creditLimit: '501.00' }).expect(403);
  await seller.patch(`/${id}`, version, { creditLimit: null }).expect(403);
  const { body } = await seller
    .patch(`/${id}`, version, { creditLimit: '500.00', name: 'Renamed' })
    .expect(200);
  expect(body).toMatchObject({ name: 'Renamed', creditLimit: '500.00', version: version + 1 });
  await person.patch(`/${id}`, version + 1, { creditLimit: '-1.00' }).expect(400);
  await person.patch(`/${id}`, version + 1, { creditLimit: null }).expect(200);
});

test('a customer without a limit owes what they like, and one of another company is not found', async () => {
  const customer = await aCustomer(person, { stateCode: '27' });
  for (const draft of await drafted(customer, 2))
    await asked(draft).then(({ status }) => expect(status).toBe(200));
  expect(await creditOf(customer)).toEqual({ limit: null, owed: '2360.00', left: null });
  const stranger = await aPerson(started);
  await stranger.get(`/${customer.id}/credit`).expect(404);
});
