import { createHash } from 'node:crypto';
import type { InvoiceDto, InvoiceMailsDto, PaperDto } from '@dhanman/contracts';
import type { KeptMail } from '@dhanman/platform';
import { aSale, query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { InvoiceMailsJobs } from '../src/invoices/invoice-mails.jobs.js';
import { sales } from '../src/main.js';
import { aCompany, aCustomer, aPerson, type Person } from './builders.js';
import { MailServer } from './support/mail-server.js';

const wish = { recipients: ['asha@example.in'], language: 'hi', subject: 'Your bill', text: 'Here it is.' };

async function aPrinted(person: Person, started: StartedService, language?: 'en' | 'hi'): Promise<string> {
  await aCompany(started, person, { gstins: ['27AAPFU0939F1ZV'], ...(language && { language }) });
  const customer = await aCustomer(person, {
    name: 'Deccan Cafe',
    stateCode: '27',
    email: 'cafe@example.in',
  });
  const draft = { ...aSale(customer.id), on: '2026-06-01' };
  const { id } = (await person.company.post('/invoices', draft).expect(201)).body as InvoiceDto;
  await person.company.post(`/invoices/${id}/issue`, { on: '2026-06-01' }).expect(200);
  await until(async () => (await paperOf(person, id)).state === 'ready', { deadlineMs: 60_000 });
  return id;
}

async function paperOf(person: Person, id: string): Promise<PaperDto> {
  return (await person.company.get(`/invoices/${id}/paper`).expect(200)).body as PaperDto;
}

async function mailsOf(person: Person, id: string): Promise<InvoiceMailsDto> {
  return (await person.company.get(`/invoices/${id}/mails`).expect(200)).body as InvoiceMailsDto;
}

/** The last mail, once it has an end. */
async function ended(person: Person, id: string): Promise<InvoiceMailsDto['items'][number]> {
  return until(
    async () => {
      const [last] = (await mailsOf(person, id)).items;
      return last?.endedAt ? last : undefined;
    },
    { deadlineMs: 30_000 },
  );
}

describe('an invoice by mail', () => {
  let started: StartedService;
  let person: Person;
  beforeAll(async () => {
    started = await startService(sales);
  });
  afterAll(() => started.stop());
  beforeEach(async () => {
    person = await aPerson(started);
  });

  test('goes to whom a person names, with the PDF that is kept', async () => {
    const id = await aPrinted(person, started);
    const { recipients, drafts, items } = await mailsOf(person, id);
    expect([recipients, items]).toEqual([['cafe@example.in'], []]);
    const { number } = (await person.company.get(`/invoices/${id}`).expect(200)).body as InvoiceDto;
    expect(drafts.en.subject).toBe(`Invoice ${number} from Asha`);
    expect(drafts.en.text).toContain('Dear Deccan Cafe');
    expect(drafts.hi.subject).toBe(`Asha का इनवॉइस ${number}`);
    const to = `${person.companyId}@example.in`;
    await person.company.post(`/invoices/${id}/mails`, { ...wish, recipients: [to] }).expect(201);
    expect(await ended(person, id)).toMatchObject({ state: 'sent', reason: null, recipients: [to] });
    const box = (await started.agent.get(`/dev/mail?to=${to}`).expect(200)).body as KeptMail[];
    expect(box.map(({ subject, text }) => [subject, text])).toEqual([[wish.subject, wish.text]]);
    const hash = createHash('sha256').update(Buffer.from(box[0]!.files[0]!.base64, 'base64')).digest('hex');
    const { files } = await paperOf(person, id);
    expect(hash).toBe(files.find(({ language }) => language === 'hi')?.sha256);
  });

  test('is in the language of the company unless a person chooses another', async () => {
    const id = await aPrinted(person, started, 'hi');
    expect((await mailsOf(person, id)).language).toBe('hi');
    await person.company.post(`/invoices/${id}/mails`, { ...wish, language: undefined }).expect(201);
    expect(await ended(person, id)).toMatchObject({ state: 'sent', language: 'hi' });
    await person.company.post(`/invoices/${id}/mails`, { ...wish, language: 'en' }).expect(201);
    expect((await ended(person, id)).language).toBe('en');
  });

  test('is not sent before there is a PDF, nor with heads smuggled into its subject', async () => {
    const id = await aPrinted(person, started);
    const wrong = { ...wish, subject: 'Bill\r\nBcc: all@example.in' };
    await person.company.post(`/invoices/${id}/mails`, wrong).expect(400);
    await person.company.post(`/invoices/${id}/mails`, { ...wish, recipients: ['asha'] }).expect(400);
    const draft = aSale((await aCustomer(person, {})).id);
    const { id: unissued } = (await person.company.post('/invoices', draft).expect(201)).body as InvoiceDto;
    const { body } = await person.company.post(`/invoices/${unissued}/mails`, wish).expect(409);
    expect(body.code).toBe('paper-not-made');
    expect((await mailsOf(person, id)).items).toEqual([]);
  });
});

test('a cancelled invoice asks nobody for anything', async () => {
  const started = await startService(sales);
  try {
    const person = await aPerson(started);
    const id = await aPrinted(person, started);
    const cancelled = `update invoice set state = 'cancelled', cancelled_on = dated_on where id = '${id}'`;
    await query(started.database.adminUrl, cancelled);
    const { body } = await person.company.post(`/invoices/${id}/mails`, wish).expect(409);
    expect(body.code).toBe('cancelled-not-mailed');
  } finally {
    await started.stop();
  }
});

describe('through a mail server', () => {
  let server: MailServer;
  let started: StartedService;
  let person: Person;

  beforeAll(async () => {
    server = await MailServer.listening();
    started = await startService(sales, { overrides: { MAIL_URL: server.url } });
  });
  afterAll(async () => {
    await started.stop();
    await server.close();
  });
  beforeEach(async () => {
    server.forget();
    person = await aPerson(started);
  });

  test('the PDF is attached, and there is no page of kept mails', async () => {
    const id = await aPrinted(person, started);
    await person.company.post(`/invoices/${id}/mails`, wish).expect(201);
    expect(await ended(person, id)).toMatchObject({ state: 'sent' });
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]).toMatch(/Content-Type: application\/pdf; name=[^\r\n]*-hi\.pdf/);
    await started.agent.get('/dev/mail').expect(404);
  });

  test('what it refuses is refused, in its words', async () => {
    const id = await aPrinted(person, started);
    server.turn = 'refuse';
    await person.company.post(`/invoices/${id}/mails`, wish).expect(201);
    const { state, reason } = await ended(person, id);
    expect([state, reason]).toEqual(['refused', expect.stringContaining('No such mailbox')]);
  });

  test('a connection that breaks under the mail leaves it in doubt, and it is not sent again', async () => {
    const id = await aPrinted(person, started);
    server.turn = 'break';
    await person.company.post(`/invoices/${id}/mails`, wish).expect(201);
    expect(await ended(person, id)).toMatchObject({ state: 'unknown' });
    expect(server.taken).toHaveLength(1);
  });

  test('an attempt that was begun and has no end is in doubt when its job runs again, and sends nothing', async () => {
    const id = await aPrinted(person, started);
    await person.company.post(`/invoices/${id}/mails`, wish).expect(201);
    const { id: mailId } = await ended(person, id);
    const admin = started.database.adminUrl;
    await query(admin, `update invoice_mail set state = 'sending', ended_at = null where id = $1`, [mailId]);
    const jobs = started.service.get(InvoiceMailsJobs);
    const message = { envelope: { organizationId: person.organizationId }, payload: { mailId } };
    await Promise.all([1, 2, 3].map(() => jobs.send(message as never)));
    expect(await ended(person, id)).toMatchObject({ state: 'unknown' });
    expect(server.taken).toHaveLength(1);
  });

  test('a wish whose job runs several times at once is tried once', async () => {
    const id = await aPrinted(person, started);
    await person.company.post(`/invoices/${id}/mails`, wish).expect(201);
    const { id: mailId } = await ended(person, id);
    const admin = started.database.adminUrl;
    const asBefore = `update invoice_mail set state = 'waiting', begun_at = null, ended_at = null where id = $1`;
    await query(admin, asBefore, [mailId]);
    const jobs = started.service.get(InvoiceMailsJobs);
    const message = { envelope: { organizationId: person.organizationId }, payload: { mailId } };
    await Promise.all([1, 2, 3].map(() => jobs.send(message as never)));
    expect(await ended(person, id)).toMatchObject({ state: 'sent' });
    expect(server.taken).toHaveLength(2);
  });
});
