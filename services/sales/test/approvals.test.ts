import type { InvoiceDto, PostingCounts, TaxQuoteDto } from '@dhanman/contracts';
import { aSale, startService, type StartedService } from '@dhanman/testing';
import { newId } from '@dhanman/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { aCompany, aCustomer, aPerson, type Person } from './builders.js';
import { type Colleague, colleagueOf, type Told } from './support/colleague.js';

let started: StartedService;
let person: Person;
let author: Colleague<InvoiceDto>;
let customerId: string;

type Answer = Told<InvoiceDto>;

beforeAll(async () => {
  started = await startService(sales);
});

afterAll(() => started.stop());

beforeEach(async () => {
  person = await aPerson(started);
  await aCompany(started, person);
  customerId = (await aCustomer(person, { stateCode: '27' })).id;
  author = await aColleague('sales');
});

const aColleague = async (role: string, amountLimit?: string) =>
  colleagueOf<InvoiceDto>(started, person, role, amountLimit);

const levels = (settings: object) => person.company.put('/invoice-approval', settings).expect(200, settings);

async function aDraft(price = '100.00'): Promise<InvoiceDto> {
  const { status, body } = await author.send('post', '/invoices', aSale(customerId, { price }));
  expect(status).toBe(201);
  return body;
}

async function decided(
  who: Colleague<InvoiceDto>,
  what: string,
  { id, version }: InvoiceDto,
  body = {},
): Promise<Answer> {
  return who.send('post', `/invoices/${id}/${what}`, body, version);
}

async function submitted(price?: string): Promise<InvoiceDto> {
  const { status, body } = await decided(author, 'submit', await aDraft(price));
  expect([status, body.state]).toEqual([200, 'submitted']);
  return body;
}

describe('an invoice of a company that wants approval', () => {
  beforeEach(() => levels({ levels: 1, secondAbove: null }));

  test('is issued once somebody else has approved it, and not before', async () => {
    const approver = await aColleague('approver');
    const draft = await aDraft();
    const early = await decided(author, 'issue', draft, { on: '2026-06-01' });
    expect([early.status, early.body.code]).toEqual([409, 'invoice-needs-approval']);
    const { body: asked } = await decided(author, 'submit', draft);
    const { body: approved } = await decided(approver, 'approve', asked);
    expect(approved).toMatchObject({ state: 'approved', number: null, approvals: [{ by: approver.id }] });
    const { body: issued } = await decided(author, 'issue', approved, { on: '2026-06-01' });
    expect(issued).toMatchObject({ state: 'issued', number: 'SI/2627/0001' });
  });

  test('is not approved by who wrote it, whatever their role, nor by who may not approve', async () => {
    const owner = await aColleague('owner');
    const { body: own } = await owner.send('post', '/invoices', aSale(customerId));
    const { body: asked } = await decided(owner, 'submit', own);
    const answer = await decided(owner, 'approve', asked);
    expect([answer.status, answer.body.code]).toEqual([403, 'approver-wrote-invoice']);
    expect((await decided(author, 'approve', asked)).status).toBe(403);
    expect((await decided(owner, 'approve', await submitted())).body.state).toBe('approved');
  });

  test('is not approved above the limit of the role', async () => {
    const limited = await aColleague('approver', '100.00');
    const above = await decided(limited, 'approve', await submitted('101.00'));
    expect([above.status, above.body.code]).toEqual([403, 'invoice-approval-above-limit']);
    expect((await decided(limited, 'approve', await submitted('100.00'))).body.state).toBe('approved');
  });

  test('cannot be changed while it waits; it comes back with a reason, or is withdrawn', async () => {
    const approver = await aColleague('approver');
    const asked = await submitted();
    const body = aSale(customerId, { price: '90.00' });
    const change = await author.send('put', `/invoices/${asked.id}`, body, asked.version);
    expect([change.status, change.body.code]).toEqual([409, 'invoice-not-draft']);
    const { body: back } = await decided(approver, 'return', asked, { reason: 'The rate' });
    expect(back).toMatchObject({ state: 'draft', returned: { by: approver.id, reason: 'The rate' } });
    const { body: again } = await decided(author, 'submit', back);
    expect(again.returned).toBeNull();
    expect((await decided(author, 'withdraw', again)).body.state).toBe('draft');
  });

  test('is decided on as it was seen: who saw an older version is told so', async () => {
    const approver = await aColleague('approver');
    const asked = await submitted();
    const { body: back } = await decided(author, 'withdraw', asked);
    const { body: again } = await decided(author, 'submit', back);
    expect((await decided(approver, 'approve', asked)).status).toBe(412);
    expect((await decided(approver, 'approve', again)).status).toBe(200);
  });

  test('does not count for the ledger before it is issued', async () => {
    await submitted();
    await decided(author, 'discard', await aDraft());
    const { body } = await person.company.get('/postings').expect(200);
    expect((body as PostingCounts).items).toEqual([]);
  });
});

test('above the limit for it a second approval is another’s', async () => {
  await levels({ levels: 2, secondAbove: '500.00' });
  const [first, second] = [await aColleague('approver'), await aColleague('approver')];
  expect((await decided(first, 'approve', await submitted('500.00'))).body.state).toBe('approved');
  const { body: once } = await decided(first, 'approve', await submitted('501.00'));
  expect(once).toMatchObject({ state: 'submitted', approvalsNeeded: 2 });
  const twice = await decided(first, 'approve', once);
  expect([twice.status, twice.body.code]).toEqual([409, 'invoice-approved-already']);
  expect((await decided(second, 'approve', once)).body.state).toBe('approved');
});

test('how much approval there is is not decided by who needs it', async () => {
  const settings = { levels: 0, secondAbove: null };
  expect((await author.send('put', '/invoice-approval', settings)).status).toBe(403);
  const { body } = await person.company
    .put('/invoice-approval', { levels: 1, secondAbove: '5.00' })
    .expect(422);
  expect(body).toMatchObject({ code: 'second-approval-not-used', errors: [{ path: 'secondAbove' }] });
  const draft = await aDraft();
  const answer = await decided(author, 'submit', draft);
  expect([answer.status, answer.body.code]).toEqual([409, 'approval-not-asked']);
});

test('a draft is discarded and then neither changed nor issued', async () => {
  const { body: gone } = await decided(author, 'discard', await aDraft());
  expect(gone).toMatchObject({ state: 'discarded', number: null });
  expect((await decided(author, 'issue', gone, { on: '2026-06-01' })).status).toBe(409);
  expect((await decided(author, 'discard', gone)).body.code).toBe('invoice-not-draft');
});

test('a company without a GSTIN says in which state it is', async () => {
  const settings = { isComposition: false, turnover: '0.00', societyView: 'whole' };
  const place = async (customer: string): Promise<string[]> => {
    const sale = { ...aSale(customer), on: '2026-06-01' };
    const { totals } = (await person.company.post('/tax/quote', sale).expect(200)).body as TaxQuoteDto;
    return [totals.placeOfSupply, totals.nature];
  };
  await person.company.put('/tax-settings', { ...settings, stateCode: '29' }).expect(200);
  expect(await place(customerId)).toEqual(['27', 'inter-state']);
  const nowhere = await aCustomer(person);
  expect(await place(nowhere.id)).toEqual(['29', 'intra-state']);
  const { body } = await person.company.put('/tax-settings', settings).expect(200);
  expect(body).toMatchObject({ stateCode: '29' });
});

test('a copy is a new draft of whoever made it: the same customer, lines and tax, dated today', async () => {
  const original = await aDraft('250.00');
  const { body: issued } = await decided(author, 'issue', original, { on: '2026-06-01' });
  const colleague = await aColleague('sales');
  const { status, body: copy } = await colleague.send('post', `/invoices/${issued.id}/copy`);
  expect(status).toBe(201);
  expect(copy).toMatchObject({ state: 'draft', number: null, customerId, writtenBy: [colleague.id] });
  expect([copy.lines, copy.totals]).toEqual([issued.lines, issued.totals]);
  expect([copy.id, copy.on]).not.toEqual([issued.id, issued.on]);
  expect((await colleague.send('post', `/invoices/${newId()}/copy`)).status).toBe(404);
});
