import type { CustomerImport, CustomerPage } from '@dhanman/contracts';
import { aWorkbook, query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { aCustomer, aPerson, type Person } from './builders.js';
import { bytesIn } from './support/papers.js';

let started: StartedService;
let person: Person;

beforeAll(async () => {
  started = await startService(sales);
});

afterAll(() => started.stop());

beforeEach(async () => {
  person = await aPerson(started);
});

const sheet = [
  'Name,Code,GSTIN,Phone',
  'Deccan Cafe,DC,27AAPFU0939F1ZV,98765 43210',
  'Asha,,,',
  'Ravi,,27AAPFU0939F1ZX,',
].join('\n');

const send = (path: string, text: string) => person.company.post(`/customer-imports${path}`, { text });

async function imported(text: string): Promise<CustomerImport> {
  return (await send('', text).expect(201)).body as CustomerImport;
}

async function names(): Promise<readonly string[]> {
  const { items } = (await person.company.get('/customers').expect(200)).body as CustomerPage;
  return items.map(({ name }) => name);
}

const outcomes = ({ customers }: CustomerImport) => customers.map(({ outcome }) => outcome);

describe('customers as a sheet', () => {
  test('are looked at before anything is stored', async () => {
    const { body } = await send('/preview', sheet).expect(200);
    expect(outcomes(body as CustomerImport)).toEqual(['ready', 'ready', 'refused']);
    expect((body as CustomerImport).problems).toMatchObject([{ row: 4, column: 'GSTIN' }]);
    expect(await names()).toEqual([]);
  });

  test('are imported except for what is wrong, and once, however often they are sent', async () => {
    expect(outcomes(await imported(sheet))).toEqual(['imported', 'imported', 'refused']);
    expect(await names()).toEqual(['Asha', 'Deccan Cafe']);
    const again = await imported(sheet.replace('27AAPFU0939F1ZX', ''));
    expect(outcomes(again)).toEqual(['known', 'known', 'imported']);
    expect(await names()).toEqual(['Asha', 'Deccan Cafe', 'Ravi']);
  });

  test('leave who is a customer already as they are', async () => {
    const { id } = await aCustomer(person, { name: 'Tea House', code: 'TH', phone: '+919876543210' });
    const { customers } = await imported('Name,Code,Phone\nTea House and Sons,TH,9123456780\ntea house,,');
    expect(customers).toMatchObject([
      { outcome: 'known', customerId: id },
      { outcome: 'known', customerId: id },
    ]);
    const { body } = await person.company.get(`/customers/${id}`).expect(200);
    expect(body).toMatchObject({ name: 'Tea House', phone: '+919876543210' });
  });

  test('of two who send the same sheet at once are there once', async () => {
    const many = ['Name', ...Array.from({ length: 300 }, (_, index) => `Customer ${index}`)].join('\n');
    const both = await Promise.all([imported(many), imported(many)]);
    expect(both.flatMap(outcomes).toSorted()).toEqual([
      ...Array(300).fill('imported'),
      ...Array(300).fill('known'),
    ]);
    const [{ count } = { count: 0 }] = await query<{ count: number }>(
      started.database.adminUrl,
      'select count(*)::int as count from customer where organization_id = $1',
      [person.organizationId],
    );
    expect(count).toBe(300);
  });

  test('that cannot be read are refused as a whole', async () => {
    const { body } = await send('', 'Name,Colour\nAsha,red').expect(422);
    expect(body).toMatchObject({ code: 'sheet-unreadable', errors: [{ path: 'text' }] });
  });
});

describe('customers as a workbook', () => {
  const sendFile = (path: string, file: Buffer) =>
    person.company.post(`/customer-imports${path}`, { workbook: file.toString('base64') });

  test('become customers as those of a text do; what looks like a formula is a name', async () => {
    const file = aWorkbook([
      ['Name', 'GSTIN', 'State code', 'Phone'],
      ['=1+1', '', '7', '9876543210'],
      ['चाय घर', '27AAPFU0939F1ZV'],
      ['Ravi', '27AAPFU0939F1ZX'],
    ]);
    const looked = (await sendFile('/preview', file).expect(200)).body as CustomerImport;
    expect(outcomes(looked)).toEqual(['ready', 'ready', 'refused']);
    expect(looked.problems).toMatchObject([{ row: 4, column: 'GSTIN' }]);
    const { body } = await sendFile('', file).expect(201);
    expect(outcomes(body as CustomerImport)).toEqual(['imported', 'imported', 'refused']);
    const { items } = (await person.company.get('/customers').expect(200)).body as CustomerPage;
    expect(items).toMatchObject([
      { name: '=1+1', stateCode: '07', phone: '+919876543210' },
      { name: 'चाय घर' },
    ]);
  });

  test.each([
    ['none', Buffer.from('Name'), 'workbook', 'This is no workbook'],
    ['a bomb', aWorkbook([['Name']], 33 * 1024 * 1024), 'workbook', 'too large when it is unpacked'],
    ['of other columns', aWorkbook([['Number'], ['1']]), 'text', 'not known: Number'],
  ])('that is %s is refused with a sentence', async (_, file, path, why) => {
    const { body } = await sendFile('', file).expect(422);
    expect(body).toMatchObject({ code: 'sheet-unreadable', detail: expect.stringContaining(why) });
    expect(body).toMatchObject({ errors: [{ path }] });
  });

  test('begin with an empty one that names every column', async () => {
    const { headers, body } = await bytesIn(person.company.get('/customer-imports/template'));
    expect(headers['content-disposition']).toBe('attachment; filename="customers.xlsx"');
    const answer = await sendFile('/preview', body as Buffer).expect(422);
    expect(answer.body).toMatchObject({ detail: 'There are no rows below the names of the columns.' });
  });
});
