import { createHash } from 'node:crypto';
import type { CustomerDto, InvoiceDto, PaperDto } from '@dhanman/contracts';
import { PdfPress, qrCode } from '@dhanman/platform';
import { aSale, query, server, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'minio';
import { sales } from '../src/main.js';
import { paperTemplate } from '../src/papers/paper-template.js';
import type { InvoicePaper, PaperContent } from '../src/papers/paper-content.js';
import { printedPaper } from '../src/papers/printed-paper.js';
import { aCustomer, aPerson, type Person } from './builders.js';
import { bytesIn, pdfOf, printed } from './support/papers.js';
import { scanned } from './support/scanned.js';

let started: StartedService;
let person: Person;
let customer: CustomerDto;

beforeAll(async () => {
  started = await startService(sales);
});

afterAll(() => started.stop());

beforeEach(async () => {
  person = await aPerson(started);
  await query(
    started.database.adminUrl,
    `insert into company (organization_id, id, revision, name, legal_name, currency, time_zone,
       financial_year_start_month, is_active, kind, gstins, number_series)
     values ($1, $2, 1, 'Asha', 'Asha Traders LLP', 'INR', 'Asia/Kolkata', 4, true, 'business', $3, '{}')`,
    [person.organizationId, person.companyId, JSON.stringify(['27AAPFU0939F1ZV'])],
  );
  customer = await aCustomer(person, { name: 'Deccan Cafe', stateCode: '27' });
});

async function aDraft(): Promise<InvoiceDto> {
  return (await person.company.post('/invoices', { ...aSale(customer.id), on: '2026-06-01' }).expect(201))
    .body as InvoiceDto;
}

async function anIssued(): Promise<string> {
  const { id } = await aDraft();
  await person.company.post(`/invoices/${id}/issue`, { on: '2026-06-01' }).expect(200);
  return id;
}

const ready = (id: string): Promise<PaperDto> => printed(person, `/invoices/${id}`);
const pdf = (id: string, language: string): Promise<Buffer> => pdfOf(person, `/invoices/${id}`, language);
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function stored(id: string) {
  const [row] = await query<{
    content: PaperContent;
    files: { name: string; sha256: string; bytes: number }[];
  }>(started.database.adminUrl, 'select content, files from invoice_paper where id = $1', [id]);
  return row!;
}

test('an issued invoice gets its paper in English and Hindi, with the hash it was kept under', async () => {
  const id = await anIssued();
  const { files } = await ready(id);
  expect(files.map(({ language }) => language)).toEqual(['en', 'hi']);
  for (const { language, sha256, bytes } of files) {
    const content = await pdf(id, language);
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect([hashOf(content), content.length]).toEqual([sha256, bytes]);
  }
});

test('who names no language gets the paper in that of the company, which is English until it says another', async () => {
  const id = await anIssued();
  await ready(id);
  const asked = async () => ({
    shown: ((await person.company.get(`/invoices/${id}/paper`).expect(200)).body as PaperDto).language,
    hash: hashOf((await bytesIn(person.company.get(`/invoices/${id}/pdf`)).expect(200)).body as Buffer),
  });
  expect(await asked()).toEqual({ shown: 'en', hash: hashOf(await pdf(id, 'en')) });
  await query(started.database.adminUrl, `update company set language = 'hi' where id = $1`, [
    person.companyId,
  ]);
  expect(await asked()).toEqual({ shown: 'hi', hash: hashOf(await pdf(id, 'hi')) });
});

test('the paper stays as it was issued, and printing it again gives the same bytes', async () => {
  const id = await anIssued();
  await ready(id);
  const before = await pdf(id, 'hi');
  await person.patch(`/${customer.id}`, customer.version, { name: 'Another name' }).expect(200);
  await person.company.post(`/invoices/${id}/paper`, {}).expect(200);
  expect((await pdf(id, 'hi')).equals(before)).toBe(true);
  const { content } = await stored(id);
  expect(content.buyer.name).toBe('Deccan Cafe');
  const again = await new PdfPress().print(paperTemplate, printedPaper(content, 'hi'));
  expect(again.equals(before)).toBe(true);
});

test('whoever writes to what was frozen is refused by the database', async () => {
  const id = await anIssued();
  await ready(id);
  for (const change of [`files = null`, `content = content || '{"number": "X"}'`]) {
    const write = query(started.database.adminUrl, `update invoice_paper set ${change} where id = $1`, [id]);
    await expect(write).rejects.toThrow('an issued paper is never changed');
  }
});

test('a job that died between storing and noting runs again and changes nothing', async () => {
  const id = await anIssued();
  const { files } = await ready(id);
  const { content } = await stored(id);
  const admin = started.database.adminUrl;
  await query(admin, 'alter table invoice_paper disable trigger invoice_paper_kept');
  await query(admin, 'update invoice_paper set files = null where id = $1', [id]);
  await query(admin, 'alter table invoice_paper enable trigger invoice_paper_kept');
  await Promise.all([1, 2, 3].map(() => person.company.post(`/invoices/${id}/paper`, {}).expect(200)));
  expect((await ready(id)).files).toEqual(files);
  expect((await stored(id)).content).toEqual(content);
});

test('a file that is no longer what was kept is named and not given out', async () => {
  const id = await anIssued();
  await ready(id);
  const [file] = (await stored(id)).files;
  const { hostname, port } = new URL(server('s3'));
  const keys = { accessKey: server('s3AccessKey'), secretKey: server('s3SecretKey'), region: 'us-east-1' };
  const store = new Client({ endPoint: hostname, port: Number(port), useSSL: false, ...keys });
  await store.putObject('dhanman-test', `${person.organizationId}/${file!.name}`, Buffer.from('%PDF-forged'));
  const { body } = await person.company.get(`/invoices/${id}/pdf?language=en`).expect(409);
  expect(body).toMatchObject({ code: 'kept-file-damaged' });
  await store.removeObject('dhanman-test', `${person.organizationId}/${file!.name}`);
  const { body: gone } = await person.company.get(`/invoices/${id}/pdf?language=en`).expect(409);
  expect(gone).toMatchObject({ code: 'kept-file-missing' });
});

test('a draft has no paper, and cannot be given one', async () => {
  const { id } = await aDraft();
  expect((await person.company.get(`/invoices/${id}/paper`).expect(200)).body).toEqual({
    state: 'none',
    language: 'en',
    files: [],
  });
  expect((await person.company.post(`/invoices/${id}/paper`, {}).expect(409)).body.code).toBe(
    'paper-of-unissued',
  );
  expect((await person.company.get(`/invoices/${id}/pdf`).expect(409)).body.code).toBe('paper-not-made');
});

const settings = {
  ...{ address: '4, MG Road\nPune 411001', contact: null, payment: 'UPI asha@bank', terms: null },
  upiId: null as string | null,
};

test('has the addresses and what the company says on its papers, as they were at issue', async () => {
  await person.company.put('/paper-settings', settings).expect(200, settings);
  const { version } = customer;
  await person.patch(`/${customer.id}`, version, { address: ' 9, FC Road\nPune ' }).expect(200);
  const id = await anIssued();
  await person.company.put('/paper-settings', { ...settings, address: 'Elsewhere' }).expect(200);
  const { content } = await stored(id);
  expect(content).toMatchObject({
    seller: { name: 'Asha Traders LLP', address: settings.address, contact: null },
    buyer: { name: 'Deccan Cafe', address: '9, FC Road\nPune' },
    ...{ payment: 'UPI asha@bank', terms: null },
  });
});

test('a phone that scans the paper is asked for the bill, the same for ever', async () => {
  await person.company.put('/paper-settings', { ...settings, upiId: 'asha@bank' }).expect(200);
  const id = await anIssued();
  await ready(id);
  await person.company.put('/paper-settings', { ...settings, upiId: 'other@bank' }).expect(200);
  const { number, total } = (await person.company.get(`/invoices/${id}`).expect(200)).body as InvoiceDto;
  const before = await pdf(id, 'hi');
  for (const paper of [before, await pdf(id, 'en')]) {
    expect(Object.fromEntries(new URL(scanned(paper)!).searchParams)).toEqual({
      ...{ pa: 'asha@bank', pn: 'Asha Traders LLP', am: total, cu: 'INR' },
      ...{ tn: `Invoice ${number}`, tr: number },
    });
  }
  const { content } = await stored(id);
  const again = { ...printedPaper(content, 'hi'), code: qrCode((content as InvoicePaper).upi!.link) };
  expect((await new PdfPress().print(paperTemplate, again)).equals(before)).toBe(true);
});

test('without a UPI id there is nothing to scan', async () => {
  const id = await anIssued();
  await ready(id);
  expect(scanned(await pdf(id, 'en'))).toBeUndefined();
});

test.each(['asha', 'asha@', '@bank', 'asha@bank&am=1', 'asha @bank', 'a@b'])(
  'the UPI id %s is refused',
  async (upiId) => {
    const { body } = await person.company.put('/paper-settings', { ...settings, upiId }).expect(400);
    expect(JSON.stringify(body)).toContain('must be a UPI id, such as shop@bank');
  },
);

test('who does not mention the UPI id leaves it as it was, and who says nothing takes it away', async () => {
  const { address, contact, payment, terms } = settings;
  await person.company.put('/paper-settings', { ...settings, upiId: 'asha@bank' }).expect(200);
  const { body } = await person.company
    .put('/paper-settings', { address, contact, payment, terms })
    .expect(200);
  expect(body).toEqual({ ...settings, upiId: 'asha@bank' });
  await person.company.put('/paper-settings', settings).expect(200, settings);
});

test('what stands on papers can be emptied, and a blank line is refused', async () => {
  const nothing = { address: null, contact: null, payment: null, terms: null, upiId: null };
  await person.company.get('/paper-settings').expect(200, nothing);
  await person.company.put('/paper-settings', { ...settings, terms: '   ' }).expect(400);
  const { body } = await person.company.put('/paper-settings', { ...settings, terms: ' In 30 days ' });
  expect(body).toEqual({ ...settings, terms: 'In 30 days' });
  await person.company.put('/paper-settings', nothing).expect(200, nothing);
});
