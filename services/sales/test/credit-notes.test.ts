import type {
  CreditableDto,
  CreditNoteDto,
  CustomerDto,
  InvoiceDto,
  PostingCounts,
  ReportDto,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { aCompany, aCustomer, aPerson, type Person } from './builders.js';
import { Ledger } from './support/ledger.js';

let started: StartedService;
let ledger: Ledger;
let person: Person;
let customer: CustomerDto;

beforeAll(async () => {
  started = await startService(sales);
  ledger = await Ledger.beside(started);
});

afterAll(async () => {
  await ledger.leave();
  await started.stop();
});

beforeEach(async () => {
  person = await aPerson(started);
  await aCompany(started, person, { gstins: ['27AAPFU0939F1ZV'] });
  customer = await aCustomer(person, { stateCode: '27' });
});

const patience = { deadlineMs: 30_000 };
const tenAtAThousand = {
  ...{ description: 'Tea chest', classification: '0902', quantity: '10', unit: 'NOS', price: '1000.00' },
  ratePercent: '18',
};

async function anInvoice(on = '2026-06-01', line: object = tenAtAThousand): Promise<InvoiceDto> {
  const { body } = await person.company
    .post('/invoices', { customerId: customer.id, on, lines: [line] })
    .expect(201);
  const { id } = body as InvoiceDto;
  return (await person.company.post(`/invoices/${id}/issue`, { on }).expect(200)).body as InvoiceDto;
}

const details = ({ id }: InvoiceDto, change: object = {}) => ({
  ...{
    invoiceId: id,
    on: '2026-06-10',
    reason: 'sales-return',
    lines: [{ line: 0, quantity: '2' }],
    ...change,
  },
});

async function drafted(invoice: InvoiceDto, change: object = {}): Promise<CreditNoteDto> {
  const { body } = await person.company.post('/credit-notes', details(invoice, change)).expect(201);
  return body as CreditNoteDto;
}

async function issued(invoice: InvoiceDto, change: object = {}, on = '2026-06-10'): Promise<CreditNoteDto> {
  const { id } = await drafted(invoice, change);
  return (await person.company.post(`/credit-notes/${id}/issue`, { on }).expect(200)).body as CreditNoteDto;
}

const noteOf = async (id: string) =>
  (await person.company.get(`/credit-notes/${id}`).expect(200)).body as CreditNoteDto;
const invoiceOf = async (id: string) =>
  (await person.company.get(`/invoices/${id}`).expect(200)).body as InvoiceDto;
const asked = ({ id }: CreditNoteDto, version = 1) => ({
  ...{ document: 'credit-note', purpose: 'issue', documentId: id, version },
});

async function inState(id: string, state: CreditNoteDto['state']): Promise<CreditNoteDto> {
  return until(async () => {
    const note = await noteOf(id);
    return note.state === state && note;
  }, patience);
}

async function posted(note: CreditNoteDto): Promise<CreditNoteDto> {
  await ledger.post(person, asked(note));
  return inState(note.id, 'posted');
}

describe('a credit note', () => {
  test('takes two of ten back with their tax, and the invoice is due for less', async () => {
    const invoice = await anInvoice();
    const note = await issued(invoice);
    expect(note).toMatchObject({
      ...{ number: 'CN/2627/0001', invoiceNumber: invoice.number, total: '2360.00', state: 'issued' },
      ...{ allocated: '2360.00', advance: '0.00', lastTaxDay: '2027-11-30', warnings: [] },
      lines: [{ line: 0, quantity: '2', net: '2000.00', taxable: '2000.00', total: '2360.00' }],
    });
    expect(await invoiceOf(invoice.id)).toMatchObject({ settled: '2360.00', outstanding: '9440.00' });
    expect(await posted(note)).toMatchObject({ state: 'posted', postings: [{ amount: '2360.00' }] });
    const { body } = await person.company.get(`/invoices/${invoice.id}/settlements`).expect(200);
    expect(body).toMatchObject({
      items: [{ document: 'credit-note', documentId: note.id, number: note.number, amount: '2360.00' }],
    });
  });

  test('asks the ledger to take income and tax back from what the customer owes', async () => {
    await issued(await anInvoice());
    const messages = await query<{ lines: object[] }>(
      started.database.adminUrl,
      `select payload -> 'lines' as lines from outbox
       where envelope ->> 'organizationId' = $1 and payload -> 'source' ->> 'document' = 'credit-note'`,
      [person.organizationId],
    );
    const party = { kind: 'customer', id: customer.id };
    expect(messages).toEqual([
      {
        lines: [
          expect.objectContaining({ account: '40010', side: 'debit', amount: '2000.00' }),
          expect.objectContaining({ role: 'output-cgst', side: 'debit', amount: '180.00' }),
          expect.objectContaining({ role: 'output-sgst', side: 'debit', amount: '180.00' }),
          expect.objectContaining({ account: '11200', side: 'credit', amount: '2360.00', party }),
        ],
      },
    ]);
  });

  test('of everything, after a payment, leaves the customer a credit that settles the next invoice', async () => {
    const invoice = await anInvoice();
    const receipt = { customerId: customer.id, on: '2026-06-05', mode: 'cash', amount: '10000.00' };
    await person.company.post('/receipts', receipt).expect(201);
    const note = await posted(await issued(invoice, { lines: undefined }));
    expect(note).toMatchObject({ total: '11800.00', allocated: '1800.00', advance: '10000.00' });
    const next = await anInvoice('2026-06-11');
    const { body } = await person.company
      .post(`/credit-notes/${note.id}/apply`, { on: '2026-06-12' })
      .expect(200);
    expect(body).toMatchObject({ allocated: '11800.00', advance: '0.00' });
    expect(await invoiceOf(next.id)).toMatchObject({ settled: '10000.00', payment: 'partly-paid' });
    const [, allocation] = (body as CreditNoteDto).allocations;
    const release = { on: '2026-06-13', allocationIds: [allocation!.id] };
    await until(async () => (await noteOf(note.id)).state === 'posted', patience);
    const opened = await person.company.post(`/credit-notes/${note.id}/release`, release).expect(200);
    expect(opened.body).toMatchObject({ advance: '10000.00' });
  });

  test('is counted in dues, ageing and the statement of the customer', async () => {
    const invoice = await anInvoice();
    await issued(invoice);
    const dues = (await person.company.get('/reports/customer-dues?asOf=2026-06-30').expect(200))
      .body as ReportDto;
    expect(dues.rows[0]?.cells.slice(0, 4)).toEqual(['1', '11800.00', '2360.00', '9440.00']);
    const before = (await person.company.get('/reports/customer-dues?asOf=2026-06-09').expect(200))
      .body as ReportDto;
    expect(before.rows[0]?.cells[3]).toBe('11800.00');
    const path = `/customers/${customer.id}/ledger?asOf=2026-06-30`;
    const statement = (await person.company.get(path).expect(200)).body as ReportDto;
    expect(statement.rows.at(-2)?.cells).toEqual([
      ...['2026-06-10', 'credit-note', 'CN/2627/0001', invoice.number, null, null, '2360.00', '9440.00'],
    ]);
    expect(statement.checks).toMatchObject([{ holds: true }]);
  });

  test('that comes after the last day of the law says so', async () => {
    const note = await drafted(await anInvoice('2025-05-01'), { on: '2026-12-01' });
    expect(note).toMatchObject({
      lastTaxDay: '2026-11-30',
      warnings: [{ code: 'credit-note-after-last-day', source: 'CGST Act, section 34(2)' }],
    });
    expect(await drafted(await anInvoice('2026-05-01'), { on: '2026-11-30' })).toMatchObject({
      warnings: [],
    });
  });

  test('is counted by the posting proof, once', async () => {
    const note = await issued(await anInvoice());
    await ledger.post(person, asked(note), 3);
    await inState(note.id, 'posted');
    const { items } = (await person.company.get('/postings').expect(200)).body as PostingCounts;
    expect(items).toContainEqual(
      expect.objectContaining({ document: 'credit-note', due: 1, posted: 1, amountPosted: '2360.0000' }),
    );
  });
});

describe('rounded down, a credit note', () => {
  test('counts in the posting proof with what the customer is credited, and not with the paise', async () => {
    const invoice = await anInvoice('2026-06-01', { ...tenAtAThousand, quantity: '1', price: '100.34' });
    const note = await issued(invoice, { lines: [{ line: 0, quantity: '1' }] });
    expect([invoice.total, note.total]).toEqual(['118.00', '118.00']);
    await ledger.post(person, asked(note), 3);
    await inState(note.id, 'posted');
    const { items } = (await person.company.get('/postings').expect(200)).body as PostingCounts;
    expect(items).toContainEqual(
      expect.objectContaining({ document: 'credit-note', amountPosted: '118.0000' }),
    );
  });
});

describe('what is left of an invoice', () => {
  test('is never given back twice, whatever was promised by drafts', async () => {
    const invoice = await anInvoice();
    const six = { lines: [{ line: 0, quantity: '6' }] };
    const [one, other] = [await drafted(invoice, six), await drafted(invoice, six)];
    await person.company.post(`/credit-notes/${one.id}/issue`, { on: '2026-06-10' }).expect(200);
    const { body } = await person.company
      .post(`/credit-notes/${other.id}/issue`, { on: '2026-06-10' })
      .expect(409);
    expect(body).toMatchObject({
      code: 'credit-above-line',
      errors: [{ path: 'lines.0.quantity' }],
    });
    const left = (await person.company.get(`/invoices/${invoice.id}/creditable`).expect(200))
      .body as CreditableDto;
    expect(left).toMatchObject({ total: '4720.00', lines: [{ quantity: '4', net: '4000.00' }] });
  });

  test('is given back by one of many who ask at once', async () => {
    const invoice = await anInvoice();
    // Paid in full, so that nothing but what is left of its lines stands in the way of a note.
    const receipt = { customerId: customer.id, on: '2026-06-05', mode: 'cash', amount: '11800.00' };
    await person.company.post('/receipts', receipt).expect(201);
    const notes: CreditNoteDto[] = [];
    for (let times = 0; times < 8; times += 1)
      notes.push(await drafted(invoice, { lines: [{ line: 0, quantity: '3' }] }));
    const answers = await Promise.all(
      notes.map(({ id }) => person.company.post(`/credit-notes/${id}/issue`, { on: '2026-06-10' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 200, 409, 409, 409, 409, 409,
    ]);
    const left = await person.company.get(`/invoices/${invoice.id}/creditable`).expect(200);
    expect(left.body).toMatchObject({ total: '1180.00', lines: [{ quantity: '1' }] });
    const numbers = answers.flatMap(({ body }) => (body as CreditNoteDto).number ?? []);
    expect(numbers.toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'CN/2627/0001',
      'CN/2627/0002',
      'CN/2627/0003',
    ]);
  });

  test.each<[string, object, number, string]>([
    ['more than was sold', { lines: [{ line: 0, quantity: '11' }] }, 409, 'credit-above-line'],
    ['more than was billed', { lines: [{ line: 0, amount: '10000.01' }] }, 409, 'credit-above-line'],
    ['a line that is not there', { lines: [{ line: 4, quantity: '1' }] }, 422, 'credit-line-unknown'],
    ['nothing of a line', { lines: [{ line: 0, quantity: '0.00' }] }, 400, 'request-invalid'],
    ['before it was billed', { on: '2026-05-31' }, 422, 'credit-note-before-invoice'],
    ['for no reason of the law', { reason: 'kindness' }, 400, 'request-invalid'],
    ['of an invoice nobody knows', { invoiceId: newId() }, 404, 'invoice-not-found'],
  ])('is not given back: %s', async (_, change, status, code) => {
    const { body } = await person.company
      .post('/credit-notes', details(await anInvoice(), change))
      .expect(status);
    expect(body).toMatchObject({ code });
  });

  test('is nothing while the invoice is a draft', async () => {
    const { body: draft } = await person.company
      .post('/invoices', { customerId: customer.id, lines: [tenAtAThousand] })
      .expect(201);
    const { body } = await person.company.post('/credit-notes', details(draft as InvoiceDto)).expect(409);
    expect(body).toMatchObject({ code: 'invoice-not-creditable' });
  });
});

describe('the ledger', () => {
  test('may refuse a note, which is sent again, or withdrawn for good', async () => {
    const invoice = await anInvoice();
    const note = await issued(invoice);
    await ledger.reject(person, asked(note));
    expect(await inState(note.id, 'rejected')).toMatchObject({ rejection: { code: 'period-closed' } });
    await person.company.post(`/credit-notes/${note.id}/issue`, { on: '2026-06-10' }).expect(200);
    await ledger.reject(person, asked(note, 2));
    await inState(note.id, 'rejected');
    const undo = { on: '2026-06-12', reason: 'The month is closed' };
    const { body } = await person.company.post(`/credit-notes/${note.id}/undo`, undo).expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', advance: '0.00', number: 'CN/2627/0001' });
    expect(await invoiceOf(invoice.id)).toMatchObject({ settled: '0.00', payment: 'unpaid' });
    expect(await issued(invoice, { lines: undefined })).toMatchObject({
      total: '11800.00',
      number: 'CN/2627/0002',
    });
  });

  test('may refuse a day: the note goes again under its number, on another day of its year', async () => {
    const invoice = await anInvoice();
    const note = await issued(invoice);
    const path = `/credit-notes/${note.id}/issue`;
    const waiting = await person.company.post(path, { on: '2026-07-01' }).expect(409);
    expect(waiting.body).toMatchObject({ code: 'posting-not-rejected' });
    await ledger.reject(person, asked(note));
    await inState(note.id, 'rejected');
    const nextYear = await person.company.post(path, { on: '2027-04-01' }).expect(409);
    expect(nextYear.body).toMatchObject({ code: 'credit-note-year-fixed', errors: [{ path: 'on' }] });
    const before = await person.company.post(path, { on: '2026-05-31' }).expect(422);
    expect(before.body).toMatchObject({ code: 'credit-note-before-invoice' });
    const { body } = await person.company.post(path, { on: '2026-07-01' }).expect(200);
    expect(body).toMatchObject({
      ...{ state: 'issued', number: note.number, on: '2026-07-01', total: '2360.00', rejection: null },
      allocations: [{ invoiceId: invoice.id, on: '2026-07-01', amount: '2360.00' }],
      postings: [{ on: '2026-07-01', amount: '2360.00' }],
    });
    const dues = `/reports/customer-dues?asOf=2026-06-30`;
    const june = (await person.company.get(dues).expect(200)).body as ReportDto;
    expect(june.rows[0]?.cells[3]).toBe('11800.00');
    // The answer to the first question comes late and says nothing about the second.
    await ledger.post(person, asked(note));
    await ledger.post(person, asked(note, 2));
    expect(await inState(note.id, 'posted')).toMatchObject({ on: '2026-07-01' });
    await person.company.post(path, { on: '2026-08-01' }).expect(409);
  });

  test('takes a note back, and only then is the invoice open again', async () => {
    const invoice = await anInvoice();
    const note = await posted(await issued(invoice));
    const path = `/credit-notes/${note.id}/undo`;
    const undo = { on: '2026-06-12', reason: 'The goods never came' };
    await person.company.post(path, { ...undo, on: '2026-06-09' }).expect(409);
    expect((await person.company.post(path, undo).expect(200)).body).toMatchObject({ state: 'undoing' });
    await ledger.refuseReversal(person, [asked(note)]);
    expect(await inState(note.id, 'posted')).toMatchObject({ undoneOn: null });
    expect(await invoiceOf(invoice.id)).toMatchObject({ settled: '2360.00' });
    await person.company.post(path, undo).expect(200);
    await ledger.reverse(person, [asked(note)]);
    await inState(note.id, 'reversed');
    expect(await invoiceOf(invoice.id)).toMatchObject({ settled: '0.00' });
    const ledgerPath = `/customers/${customer.id}/ledger?asOf=2026-06-30`;
    const statement = (await person.company.get(ledgerPath).expect(200)).body as ReportDto;
    expect(statement.rows.at(-2)?.cells.slice(0, 2)).toEqual(['2026-06-12', 'credit-note-reversed']);
    expect(statement.checks).toMatchObject([{ holds: true }]);
    const again = await person.company.post(path, undo).expect(409);
    expect(again.body).toMatchObject({ code: 'credit-note-undone' });
  });

  test('never sees an issued note change, whatever the code does', async () => {
    const { id } = await issued(await anInvoice());
    for (const change of ['total = 1', `dated_on = '2026-07-01'`]) {
      const changing = query(started.database.adminUrl, `update credit_note set ${change} where id = $1`, [
        id,
      ]);
      await expect(changing).rejects.toThrow('reversed, never changed');
    }
  });
});
