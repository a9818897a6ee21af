import type { CreditNoteDto, InvoiceDto } from '@dhanman/contracts';
import { aSale, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { aCompany, aCustomer, aPerson, type Person } from './builders.js';
import { type Colleague, colleagueOf, type Told } from './support/colleague.js';

let started: StartedService;
let person: Person;
let author: Colleague<CreditNoteDto>;
let approver: Colleague<CreditNoteDto>;
let invoiceId: string;

beforeAll(async () => {
  started = await startService(sales);
});

afterAll(() => started.stop());

beforeEach(async () => {
  person = await aPerson(started);
  await aCompany(started, person);
  const { id: customerId } = await aCustomer(person, { stateCode: '27' });
  const { body } = await person.company.post('/invoices', aSale(customerId)).expect(201);
  invoiceId = (body as InvoiceDto).id;
  await person.company.post(`/invoices/${invoiceId}/issue`, { on: '2026-06-01' }).expect(200);
  await person.company.put('/invoice-approval', { levels: 1, secondAbove: null }).expect(200);
  [author, approver] = [
    await colleagueOf(started, person, 'accountant'),
    await colleagueOf(started, person, 'owner'),
  ];
});

async function aDraft(who = author): Promise<CreditNoteDto> {
  const details = { invoiceId, on: '2026-06-10', reason: 'sales-return' };
  const { status, body } = await who.send('post', '/credit-notes', details);
  expect(status).toBe(201);
  return body;
}

const decided = async (
  who: Colleague<CreditNoteDto>,
  what: string,
  { id, version }: CreditNoteDto,
  body: object = {},
): Promise<Told<CreditNoteDto>> => who.send('post', `/credit-notes/${id}/${what}`, body, version);

describe('a credit note of a company that wants approval', () => {
  test('is issued once somebody else has approved it, and not before', async () => {
    const draft = await aDraft();
    const early = await decided(author, 'issue', draft, { on: '2026-06-10' });
    expect([early.status, early.body.code]).toEqual([409, 'credit-note-needs-approval']);
    const { body: asked } = await decided(author, 'submit', draft);
    const waiting = await decided(author, 'issue', asked, { on: '2026-06-10' });
    expect([waiting.status, waiting.body.code]).toEqual([409, 'credit-note-needs-approval']);
    const { body: approved } = await decided(approver, 'approve', asked);
    expect(approved).toMatchObject({ state: 'approved', number: null, approvals: [{ by: approver.id }] });
    const { body: issued } = await decided(author, 'issue', approved, { on: '2026-06-10' });
    expect(issued).toMatchObject({ state: 'issued', number: 'CN/2627/0001' });
  });

  test('is not approved by who wrote it, whatever their role', async () => {
    const { body: asked } = await decided(approver, 'submit', await aDraft(approver));
    const answer = await decided(approver, 'approve', asked);
    expect([answer.status, answer.body.code]).toEqual([403, 'approver-wrote-credit-note']);
  });

  test('is not approved above the limit of the role', async () => {
    const limited = await colleagueOf<CreditNoteDto>(started, person, 'approver', '100.00');
    const { body: asked } = await decided(author, 'submit', await aDraft());
    const answer = await decided(limited, 'approve', asked);
    expect([answer.status, answer.body.code]).toEqual([403, 'credit-note-approval-above-limit']);
  });

  test('comes back with a reason, or is withdrawn, and is decided on as it was seen', async () => {
    const { body: asked } = await decided(author, 'submit', await aDraft());
    const { body: back } = await decided(approver, 'return', asked, { reason: 'The quantity' });
    expect(back).toMatchObject({ state: 'draft', returned: { by: approver.id, reason: 'The quantity' } });
    const { body: again } = await decided(author, 'submit', back);
    expect(again.returned).toBeNull();
    expect((await decided(approver, 'approve', asked)).status).toBe(412);
    expect((await decided(author, 'withdraw', again)).body.state).toBe('draft');
  });
});

describe('a draft credit note', () => {
  const smaller = { on: '2026-06-11', reason: 'others', lines: [{ line: 0, amount: '10.00' }] };
  const changed = async (
    who: Colleague<CreditNoteDto>,
    { id, version }: CreditNoteDto,
    to: object = smaller,
  ) => who.send('put', `/credit-notes/${id}`, to, version);

  test('is written anew, and computed anew from the lines that are named', async () => {
    const draft = await aDraft();
    const { status, body } = await changed(author, draft);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ id: draft.id, on: '2026-06-11', reason: 'others', state: 'draft', number: null },
      lines: [{ line: 0, quantity: '0', net: '10.00' }],
      total: '10.00',
    });
    expect(draft.total).not.toBe('10.00');
    expect(body.version).toBeGreaterThan(draft.version);
  });

  test('is not overwritten by whoever has not seen the last change', async () => {
    const draft = await aDraft();
    await changed(author, draft);
    expect((await changed(approver, draft, { reason: 'sales-return' })).status).toBe(412);
    const { body } = await person.company.get(`/credit-notes/${draft.id}`).expect(200);
    expect(body).toMatchObject({ reason: 'others', lines: [{ net: '10.00' }] });
  });

  test('is not approved by whoever has changed it, though another began it', async () => {
    const { body: mended } = await changed(approver, await aDraft());
    const { body: asked } = await decided(author, 'submit', mended);
    const answer = await decided(approver, 'approve', asked);
    expect([answer.status, answer.body.code]).toEqual([403, 'approver-wrote-credit-note']);
  });

  test('keeps what it says once it is asked to be approved', async () => {
    const { body: asked } = await decided(author, 'submit', await aDraft());
    const answer = await changed(author, asked);
    expect([answer.status, answer.body.code]).toEqual([409, 'credit-note-not-draft']);
  });

  test('cannot be moved to before its invoice, nor credit more than is left of it', async () => {
    const draft = await aDraft();
    const early = await changed(author, draft, { ...smaller, on: '2026-05-31' });
    expect([early.status, early.body.code]).toEqual([422, 'credit-note-before-invoice']);
    const above = await changed(author, draft, { ...smaller, lines: [{ line: 0, amount: '999999.00' }] });
    expect([above.status, above.body.code]).toEqual([409, 'credit-above-line']);
  });
});
