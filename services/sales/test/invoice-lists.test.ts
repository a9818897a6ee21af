import type { CustomerDto, InvoiceDto, InvoicePage } from '@dhanman/contracts';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aCompany, aCustomer, aLine, aPerson, type Person } from './builders.js';

let started: StartedService;
let person: Person;
let customer: CustomerDto;

beforeAll(async () => {
  started = await startService((await import('../src/main.js')).sales);
});

afterAll(() => started.stop());

beforeEach(async () => {
  person = await aPerson(started);
  await aCompany(started, person, { gstins: ['27AAPFU0939F1ZV'] });
  customer = await aCustomer(person, { name: 'Ravi', stateCode: '27' });
});

async function anInvoice(change: object = {}): Promise<InvoiceDto> {
  const details = { customerId: customer.id, on: '2026-06-01', lines: [aLine()], ...change };
  return (await person.company.post('/invoices', details).expect(201)).body as InvoiceDto;
}

async function issued(on = '2026-06-01', change: object = {}): Promise<InvoiceDto> {
  const { id } = await anInvoice({ on, ...change });
  return (await person.company.post(`/invoices/${id}/issue`, { on }).expect(200)).body as InvoiceDto;
}

async function list(filters: string): Promise<InvoicePage> {
  return (await person.company.get(`/invoices?${filters}`).expect(200)).body as InvoicePage;
}

async function search(q: string): Promise<readonly string[]> {
  return (await list(`sort=on&q=${encodeURIComponent(q)}`)).items.map(({ id }) => id);
}

/** All of them, two at a time. */
async function paged(filters: string, cursor: string | null = ''): Promise<readonly InvoiceDto['id'][]> {
  if (cursor === null) return [];
  const { items, nextCursor } = await list(`limit=2&${filters}${cursor && `&cursor=${cursor}`}`);
  return [...items.map(({ id }) => id), ...(await paged(filters, nextCursor))];
}

describe('an invoice', () => {
  test('is found by its running number in whatever series, and by a number from any place on', async () => {
    const [last, first, second] = [await issued('2026-03-31'), await issued(), await issued()];
    expect(first.number).toBe('SI/2627/0001');
    for (const q of ['1', '01', '0001', '/0001']) expect(await search(q)).toEqual([last.id, first.id]);
    for (const q of ['SI/2627/0002', 'i/2627/2', '27/0002', '0002'])
      expect(await search(q)).toEqual([second.id]);
    for (const q of ['SI/26', '2627', 'SI/2627/00']) expect(await search(q)).toEqual([first.id, second.id]);
    for (const q of ['3', 'SI/2728', 'CN/2627/0001']) expect(await search(q)).toEqual([]);
  });

  test('is found by a name that more than a thousand customers share', async () => {
    await query(
      started.database.adminUrl,
      `insert into customer (organization_id, id, company_id, name, standing)
       select $1, gen_random_uuid(), $2, 'Flat ' || place, 'unregistered' from generate_series(1, 1001) as place`,
      [person.organizationId, person.companyId],
    );
    await anInvoice();
    const flat = await aCustomer(person, { name: 'Flat 1002' });
    const { id } = await anInvoice({ customerId: flat.id });
    expect(await search('flat')).toEqual([id]);
  });

  test('comes by its number and by its total, page after page, drafts and equal totals too', async () => {
    const [draft, other] = [await anInvoice(), await anInvoice()];
    const first = await issued();
    const second = await issued('2026-06-01', { lines: [aLine({ price: '999.99' })] });
    const byNumber = await paged('sort=number');
    expect(byNumber.slice(0, 2).toSorted()).toEqual([draft.id, other.id].toSorted());
    expect(byNumber.slice(2)).toEqual([first.id, second.id]);
    expect(await paged('sort=-number')).toEqual(byNumber.toReversed());
    const equals = [draft.id, other.id, first.id].toSorted();
    expect(await paged('sort=total')).toEqual([...equals, second.id]);
  });

  test('is found by a part of the customer’s name, and by its total as people write one', async () => {
    const cafe = await aCustomer(person, { name: 'Deccan Cafe', stateCode: '27' });
    await anInvoice();
    const { id } = await anInvoice({ customerId: cafe.id, lines: [aLine({ price: '1000.00' })] });
    for (const q of ['deccan', 'AN CAF', '11,800', '₹11800.00']) expect(await search(q)).toEqual([id]);
    for (const q of ['11,800.50', '1180', 'decan']) expect(await search(q)).not.toContain(id);
  });

  test('is found by state, customer, date and number, page after page', async () => {
    const other = await aCustomer(person);
    const first = await issued();
    await anInvoice({ customerId: other.id, on: '2026-06-03' });
    expect((await list('state=issued')).items.map(({ id }) => id)).toEqual([first.id]);
    expect((await list(`customerId=${other.id}`)).items).toMatchObject([
      { customerName: other.name, on: '2026-06-03' },
    ]);
    expect((await list('from=2026-06-02&until=2026-06-30')).items).toHaveLength(1);
    expect((await list('q=si%2F2627')).items.map(({ number }) => number)).toEqual(['SI/2627/0001']);
    const page = await list('limit=1&sort=on');
    expect(page.items.map(({ id }) => id)).toEqual([first.id]);
    const next = await list(`limit=1&sort=on&cursor=${page.nextCursor!}`);
    expect(next).toMatchObject({ items: [{ on: '2026-06-03' }], nextCursor: null });
  });

  test('comes before others the longer it is due, by the day on it or the terms of the customer', async () => {
    const slow = await aCustomer(person, { termDays: 45 });
    const afterThirtyDays = await issued('2026-06-01');
    const soonest = await issued('2026-06-02', { dueOn: '2026-06-20' });
    const last = await issued('2026-06-03', { customerId: slow.id });
    const bills = [soonest, afterThirtyDays, last];
    expect(bills.map(({ dueOn }) => dueOn)).toEqual(['2026-06-20', '2026-07-01', '2026-07-18']);
    expect(await paged('payment=open&sort=dueOn')).toEqual(bills.map(({ id }) => id));
  });
});
