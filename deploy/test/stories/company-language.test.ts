// What a company says in Common about its language is what its papers are in, and survives the loss of a copy.
import type {
  CompanyDto,
  CustomerDto,
  DirectoryChecksums,
  InvoiceDto,
  PaperDto,
  SignedUp,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import {
  aSale,
  aToken,
  freshVirtualHost,
  query,
  spawnService,
  type SpawnedService,
  until,
  type VirtualHost,
} from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const patience = { deadlineMs: 60_000 };
let vhost: VirtualHost;
let common: SpawnedService;
let sales: SpawnedService;

beforeAll(async () => {
  vhost = await freshVirtualHost();
  [common, sales] = await Promise.all([spawnService('common', { vhost }), spawnService('sales', { vhost })]);
}, 120_000);

afterAll(async () => {
  await common.drop();
  await sales.drop();
  await vhost.drop();
}, 30_000);

interface Question {
  readonly method?: 'POST' | 'PATCH';
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(
  service: SpawnedService,
  path: string,
  { method, body, headers }: Question,
): Promise<Response> {
  return fetch(`${service.process.url}/api/v1${path}`, {
    ...(method && { method }),
    headers: { 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** A company of its own, whose language is said at sign-up, with an owner who asks about it. */
async function signUp(language: 'en' | 'hi') {
  const details = {
    organization: { name: 'Asha Group' },
    company: { name: 'Asha Traders', preferences: { language } },
    person: { name: 'Asha Rao', email: `${newId()}@example.com` },
  };
  const answer = await ask(common, '/sign-ups', { method: 'POST', body: details });
  const { organizationId, companyId, personId } = (await answer.json()) as SignedUp;
  const token = await aToken({ organizationId, userId: personId });
  const asking =
    (service: SpawnedService) =>
    async (path: string, question: Question = {}) => {
      const headers = { ...question.headers, authorization: `Bearer ${token}` };
      return ask(service, path, { ...question, headers });
    };
  return { organizationId, companyId, inCommon: asking(common), inSales: asking(sales) };
}

type Owner = Awaited<ReturnType<typeof signUp>>;

async function issued({ companyId, inSales }: Owner): Promise<string> {
  const company = `/companies/${companyId}`;
  const made = await until(async () => {
    const answer = await inSales(`${company}/customers`, { method: 'POST', body: { name: 'Deccan Cafe' } });
    return answer.status === 201 && ((await answer.json()) as CustomerDto);
  }, patience);
  const body = { ...aSale(made.id), on: '2026-06-01' };
  const draft = (await (await inSales(`${company}/invoices`, { method: 'POST', body })).json()) as InvoiceDto;
  const path = `${company}/invoices/${draft.id}`;
  const answer = await inSales(`${path}/issue`, { method: 'POST', body: { on: '2026-06-01' } });
  expect([answer.status, answer.status === 200 ? '' : await answer.text()]).toEqual([200, '']);
  return path;
}

/** As the file is called that one gets without naming a language, and as the page is told. */
async function languages({ inSales }: Owner, invoice: string): Promise<readonly (string | undefined)[]> {
  const { language, state } = (await (await inSales(`${invoice}/paper`)).json()) as PaperDto;
  if (state !== 'ready') return [];
  const name = (await inSales(`${invoice}/pdf`)).headers.get('content-disposition') ?? '';
  return [language, /-(\w\w)\.pdf/.exec(name)?.[1]];
}

const speaks = async (owner: Owner, invoice: string, language: 'en' | 'hi'): Promise<void> => {
  const wanted = JSON.stringify([language, language]);
  await until(async () => JSON.stringify(await languages(owner, invoice)) === wanted, patience);
};

async function checksums(from: Owner['inSales']): Promise<string> {
  const { items } = (await (await from('/directory/checksums')).json()) as DirectoryChecksums;
  return JSON.stringify(items);
}

const agree = async ({ inCommon, inSales }: Owner): Promise<boolean> =>
  (await checksums(inCommon)) === (await checksums(inSales));

test('papers are in the language of the sign-up, and in another as soon as the company says so', async () => {
  const owner = await signUp('hi');
  const invoice = await issued(owner);
  await speaks(owner, invoice, 'hi');
  const path = `/companies/${owner.companyId}`;
  const { preferences, version } = (await (await owner.inCommon(path)).json()) as CompanyDto;
  expect(preferences).toEqual({ language: 'hi' });
  const headers = { 'if-match': `"${String(version)}"` };
  const body = { preferences: { ...preferences, language: 'en' } };
  expect((await owner.inCommon(path, { method: 'PATCH', headers, body })).status).toBe(200);
  await speaks(owner, invoice, 'en');
  expect(await agree(owner)).toBe(true);
}, 120_000);

test('a copy that lost the language is seen to differ, and gets it back by what Common says again', async () => {
  const owner = await signUp('hi');
  const invoice = await issued(owner);
  await speaks(owner, invoice, 'hi');
  await query(sales.database.adminUrl, 'update company set language = null where id = $1', [owner.companyId]);
  expect(await agree(owner)).toBe(false);
  await speaks(owner, invoice, 'en');
  expect((await owner.inCommon('/directory/restate', { method: 'POST', body: {} })).status).toBe(200);
  await speaks(owner, invoice, 'hi');
  expect(await agree(owner)).toBe(true);
}, 120_000);
