import { createHash } from 'node:crypto';
import type { CreditNoteDto, CustomerDto, InvoiceDto, PaperDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { PdfPress } from '@dhanman/platform';
import { query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import type { PaperContent } from '../src/papers/paper-content.js';
import { paperTemplate } from '../src/papers/paper-template.js';
import { printedPaper } from '../src/papers/printed-paper.js';
import { aCompany, aCustomer, aPerson, type Person } from './builders.js';
import { Ledger } from './support/ledger.js';
import { pdfOf, printed } from './support/papers.js';
import { textOf } from './support/read-text.js';

let started: StartedService;
let ledger: Ledger;
let person: Person;
let customer: CustomerDto;
let invoice: InvoiceDto;

beforeAll(async () => {
  started = await startService(sales);
  ledger = await Ledger.beside(started);
});

afterAll(async () => {
  await ledger.leave();
  await started.stop();
});

const chest = {
  ...{ description: 'Tea chest', classification: '0902', quantity: '10', unit: 'NOS', price: '1000.00' },
  ratePercent: '18',
};

beforeEach(async () => {
  person = await aPerson(started);
  await aCompany(started, person, { gstins: ['27AAPFU0939F1ZV'] });
  customer = await aCustomer(person, { name: 'Deccan Cafe', stateCode: '27', address: '9, FC Road' });
  const sale = { customerId: customer.id, on: '2026-06-01', lines: [chest] };
  const { id } = (await person.company.post('/invoices', sale).expect(201)).body as InvoiceDto;
  const issuing = person.company.post(`/invoices/${id}/issue`, { on: '2026-06-01' });
  invoice = (await issuing.expect(200)).body as InvoiceDto;
});

async function drafted(): Promise<string> {
  const note = {
    ...{ invoiceId: invoice.id, on: '2026-06-10', reason: 'sales-return' },
    ...{ notes: 'Two were broken', lines: [{ line: 0, quantity: '2' }] },
  };
  return ((await person.company.post('/credit-notes', note).expect(201)).body as CreditNoteDto).id;
}

async function issued(on = '2026-06-10'): Promise<string> {
  const id = await drafted();
  await person.company.post(`/credit-notes/${id}/issue`, { on }).expect(200);
  return id;
}

const asked = (documentId: string, version = 1) => ({
  ...{ document: 'credit-note', purpose: 'issue', documentId, version },
});

async function inState(id: string, state: string): Promise<void> {
  await until(
    async () => ((await person.company.get(`/credit-notes/${id}`)).body as CreditNoteDto).state === state,
    { deadlineMs: 30_000 },
  );
}

async function posted(): Promise<string> {
  const id = await issued();
  await ledger.post(person, asked(id));
  await inState(id, 'posted');
  return id;
}

const paperOf = async (id: string) =>
  (await person.company.get(`/credit-notes/${id}/paper`).expect(200)).body as PaperDto;

test('a credit note in the books gets its paper, with everything that rule 53 asks for', async () => {
  const id = await posted();
  const { files } = await printed(person, `/credit-notes/${id}`);
  expect(files.map(({ language }) => language)).toEqual(['en', 'hi']);
  const content = await pdfOf(person, `/credit-notes/${id}`, 'en');
  expect(createHash('sha256').update(content).digest('hex')).toBe(files[0]!.sha256);
  const text = textOf(content).split('\n');
  for (const line of [
    ...[
      'Credit Note',
      'Asha',
      'GSTIN: 27AAPFU0939F1ZV',
      'Deccan Cafe',
      '9, FC Road',
      'State: Maharashtra (27)',
    ],
    ...['CN/2627/0001', '10-06-2026', invoice.number, '01-06-2026', 'Goods returned', 'Maharashtra (27)'],
    ...['Tea chest', '0902', '2 NOS', '2,000.00', '18 %', '360.00', '2,360.00', 'CGST', 'SGST', '180.00'],
    ...[
      '₹2,360.00',
      'Rupees two thousand three hundred sixty only',
      'Two were broken',
      'Authorised signatory',
    ],
  ])
    expect(text).toContain(line);
});

test('and the same in Hindi', async () => {
  const id = await posted();
  await printed(person, `/credit-notes/${id}`);
  const text = textOf(await pdfOf(person, `/credit-notes/${id}`, 'hi')).split('\n');
  for (const line of ['क्रेडिट नोट', 'माल वापस आया', '₹2,360.00', 'रुपये दो हज़ार तीन सौ साठ मात्र'])
    expect(text).toContain(line);
});

test('printed again it is the same, whoever is named otherwise meanwhile', async () => {
  const id = await posted();
  await printed(person, `/credit-notes/${id}`);
  const before = await pdfOf(person, `/credit-notes/${id}`, 'en');
  await person.patch(`/${customer.id}`, customer.version, { name: 'Another name' }).expect(200);
  await person.company.post(`/credit-notes/${id}/paper`, {}).expect(200);
  expect((await pdfOf(person, `/credit-notes/${id}`, 'en')).equals(before)).toBe(true);
  const [row] = await query<{ content: PaperContent }>(
    started.database.adminUrl,
    'select content from invoice_paper where id = $1',
    [id],
  );
  const again = await new PdfPress().print(paperTemplate, {
    ...printedPaper(row!.content, 'en'),
    code: null,
  });
  expect(again.equals(before)).toBe(true);
});

test('what the ledger refused has no paper, and gets one of the day it was given then', async () => {
  const id = await issued('2026-06-10');
  await ledger.reject(person, asked(id));
  await inState(id, 'rejected');
  expect(await paperOf(id)).toEqual({ state: 'none', language: 'en', files: [] });
  const { body } = await person.company.post(`/credit-notes/${id}/paper`, {}).expect(409);
  expect(body).toMatchObject({ code: 'paper-of-unposted' });
  await person.company.post(`/credit-notes/${id}/issue`, { on: '2026-07-01' }).expect(200);
  await ledger.post(person, asked(id, 2));
  await printed(person, `/credit-notes/${id}`);
  const text = textOf(await pdfOf(person, `/credit-notes/${id}`, 'en')).split('\n');
  expect(text).toContain('01-07-2026');
  expect(text).not.toContain('10-06-2026');
});

test('a note of before papers were kept gets one when it is asked for, once', async () => {
  const id = await posted();
  await printed(person, `/credit-notes/${id}`);
  await query(started.database.adminUrl, 'delete from invoice_paper where id = $1', [id]);
  expect(await paperOf(id)).toEqual({ state: 'none', language: 'en', files: [] });
  expect((await person.company.get(`/credit-notes/${id}/pdf`).expect(409)).body).toMatchObject({
    code: 'paper-not-made',
  });
  await Promise.all([1, 2, 3].map(() => person.company.post(`/credit-notes/${id}/paper`, {}).expect(200)));
  await printed(person, `/credit-notes/${id}`);
});

test('a draft has no paper, and neither has a note that nobody knows', async () => {
  const id = await drafted();
  expect(await paperOf(id)).toEqual({ state: 'none', language: 'en', files: [] });
  await person.company.post(`/credit-notes/${id}/paper`, {}).expect(409);
  for (const part of ['paper', 'pdf']) {
    await person.company.get(`/credit-notes/${newId()}/${part}`).expect(404);
    // The invoice has a paper, which is not one of a credit note.
    await person.company.get(`/credit-notes/${invoice.id}/${part}`).expect(404);
  }
  await person.company.post(`/credit-notes/${newId()}/paper`, {}).expect(404);
});
