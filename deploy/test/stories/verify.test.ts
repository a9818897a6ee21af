// Guards the guard: each kind of corruption is planted behind the services' backs, and the checker has to name it.
import type { CustomerDto, InvoiceDto, SignedUp } from '@dhanman/contracts';
import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aSale, aToken, query, server, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { effectsIn } from '../../chaos/arena/effects.ts';
import { plants } from '../../chaos/arena/plants.ts';
import { judge, type Kind, type Operation } from '../../chaos/history.ts';
import { services, type ServiceName } from '../../topology.ts';
import type { World } from '../../verify/invariant.ts';
import { type DatabaseUrls, openWorld } from '../../verify/databases.ts';
import { filesIn } from '../../verify/kept-files.ts';
import { brokenIn, textOf } from '../../verify/report.ts';
import { type Verdict, verdicts } from '../../verify/verdict.ts';
import { openHouse, type House } from './house.ts';

const store = {
  ...{ url: new URL(server('s3')), accessKey: server('s3AccessKey'), secretKey: server('s3SecretKey') },
  bucket: `verify-${newId()}`,
};
let house: House;
let organizationId: string = newId();
/** What was done here, as a chaos run would have recorded it. */
const operations: Operation[] = [];

beforeAll(async () => {
  house = await openHouse({ sales: { S3_BUCKET: store.bucket }, common: { S3_BUCKET: store.bucket } });
  const signedUp = await tell<SignedUp>('common', '/api/v1/sign-ups', {
    ...{ organization: { name: 'Asha' }, company: { name: 'Asha Traders' } },
    person: { name: 'Asha', email: 'asha@example.com' },
  });
  organizationId = signedUp.organizationId;
  remember('create company', 'Asha Traders');
  const books = `/api/v1/companies/${signedUp.companyId}`;
  const customer = await tell<CustomerDto>('sales', `${books}/customers`, { name: 'Ravi' });
  const [whole, rounded] = [
    aSale(customer.id),
    { ...aSale(customer.id, { price: '1180.40' }), isRoundedOff: true },
  ];
  for (const on of ['2026-04-01', '2026-04-02', '2026-04-03']) {
    const details = on === '2026-04-02' ? rounded : whole;
    const draft = await until(() => tell<InvoiceDto>('sales', `${books}/invoices`, details), patience);
    await tell('sales', `${books}/invoices/${draft.id}/issue`, { on });
    remember('issue invoice', draft.id);
    if (on !== '2026-04-01') continue;
    const receipt = { customerId: customer.id, on, mode: 'cash', amount: '10.00' };
    await tell('sales', `${books}/receipts`, receipt);
  }
}, 120_000);

afterAll(async () => {
  await house.stop();
}, 30_000);

const patience = { deadlineMs: 60_000 };

function remember(kind: Kind, key: string): void {
  operations.push({ kind, key, startedAt: 0, endedAt: 0, outcome: 'acknowledged', answer: '' });
}

async function tell<T>(service: ServiceName, path: string, body: object): Promise<T> {
  const token = await aToken({ organizationId, companies: path.split('/').slice(4, 5), permissions });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await house.ask(service, path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status >= 300) throw new Error(`${path}: ${String(answer.status)} ${answer.body}`);
  return JSON.parse(answer.body) as T;
}

async function inWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const urls = Object.fromEntries(
    services.map(({ name }) => [name, house.services[name].database.adminUrl]),
  ) as DatabaseUrls;
  const world = await openWorld(urls, { graceSeconds: 0, keptFiles: filesIn(store) });
  return work(world).finally(() => world.close());
}

const checked = async (): Promise<readonly Verdict[]> => inWorld(verdicts);

/** The offenders of now, each with the invariant it breaks. */
async function complaints(): Promise<readonly string[]> {
  return brokenIn(await checked()).flatMap(({ id, offenders }) =>
    offenders.map((offender) => `${id} ${JSON.stringify(offender)}`),
  );
}

test('a system that has done its work breaks nothing, and what is not built yet is named', async () => {
  const text = await until(async () => {
    const found = await checked();
    return brokenIn(found).length === 0 && textOf(found);
  }, patience);
  expect(text).toContain('I1  ok      4 entries balance');
  expect(text).toContain('I3  ok      4 posted documents have one entry each');
  expect(text).toContain('I5  ok      1 customers owe and have given in the ledger');
  expect(text).toContain('I13 ok      8 files of invoice_paper are kept');
  expect(text).toContain('I14 ok      5 copies of companies are as Common has them');
  // Six hear of organization, company and membership; four questions to the ledger and four answers.
  expect(text).toContain('I8  ok      26 messages took effect at every receiver');
  expect(text).toContain('I9  not yet payroll: no tables for it in payroll');
});

test('what chaos plants is seen by the history check: a loss and a double', async () => {
  const judged = async () => inWorld(async (world) => judge(operations, await effectsIn(world)));
  expect(await judged()).toEqual([]);
  for (const { service, sql } of Object.values(plants))
    await query(house.services[service].database.adminUrl, `set session_replication_role = replica; ${sql}`);
  expect(await judged()).toMatchObject([
    { verdict: 'lost', operation: { key: 'Asha Traders' }, effects: { common: 1, payroll: 0, sales: 1 } },
    { verdict: 'doubled', operation: { kind: 'issue invoice' }, effects: { question: 1, entry: 2 } },
  ]);
});

/** What a superuser does with all guards off, and what must be said about it. */
interface Corruption {
  readonly what: string;
  readonly in: ServiceName;
  readonly sql: string;
  readonly said: readonly string[];
}

const firstEntry = '(select id from journal_entry where source_version = 1 order by id limit 1)';
const lastInvoice = `(select id from invoice order by number desc limit 1)`;
const message = (contract: string): string =>
  `'${newId()}', '${contract}', 'common', '${newId()}', 'planted'`;

const corruptions: readonly Corruption[] = [
  {
    ...{ what: 'entries that were taken from the end, with the head put back', in: 'common' },
    sql: `
      insert into ledger_head_day (organization_id, company_id, day, sequence, hash)
      select organization_id, company_id, current_date - 1, sequence + 1, hash from ledger_head limit 1`,
    said: ['I11 "why":"entries that ended'],
  },
  {
    ...{ what: 'a posted entry that says something else', in: 'common' },
    sql: `update journal_entry set narration = 'Coffee' where id = ${firstEntry}`,
    said: ['I11 "why":"is not what was posted"'],
  },
  {
    ...{ what: 'a balance that no lines stand behind', in: 'common' },
    sql: `update account_month set debit = debit + 1 where debit > 0`,
    said: ['I2 "table":"account_month"'],
  },
  {
    ...{ what: 'an entry that does not balance', in: 'common' },
    sql: `update journal_line set amount = amount + 1 where entry_id = ${firstEntry} and side = 'debit'`,
    said: ['I1', 'I2', 'I14'],
  },
  {
    ...{ what: 'an entry that is gone', in: 'common' },
    sql: `delete from journal_line where entry_id = ${firstEntry}; delete from journal_entry where id = ${firstEntry}`,
    said: ['I3 "why":"is posted and has no entry"'],
  },
  {
    ...{ what: 'an effect that happened twice', in: 'common' },
    sql: `
      create temporary table twin as select * from journal_entry one where not exists (
        select from journal_entry other where other.source_id = one.source_id and other.id <> one.id) limit 1;
      create temporary table twin_line as select * from journal_line where entry_id = (select id from twin);
      update twin set id = gen_random_uuid(), source_version = 2, sequence = sequence + 2000, number = number || '-two';
      update twin_line set entry_id = (select id from twin);
      insert into journal_entry select * from twin; insert into journal_line select * from twin_line`,
    said: ['I3 "why":"has 2 entries"', 'I11 "why":"the books of its company end before it"'],
  },
  {
    ...{ what: 'an invoice that nothing has settled', in: 'sales' },
    sql: `update invoice set settled = settled + 1 where id = ${lastInvoice}`,
    said: ['I5 "invoice"', 'I5 "ledgerOwed"'],
  },
  {
    ...{ what: 'money that is spent without a trace', in: 'sales' },
    sql: `update credit set used = used - 1`,
    said: ['I5 "credit"', 'I5 "ledgerAdvance":"0.00"'],
  },
  {
    ...{ what: 'a customer who owes more in the ledger', in: 'common' },
    sql: `update journal_line set amount = amount + 1 where side = 'debit' and party_id is not null`,
    said: ['I5 "ledgerOwed"'],
  },
  {
    ...{ what: 'a gap in the numbers', in: 'sales' },
    sql: `update invoice set number = 'SI/2627/0009' where id = ${lastInvoice}`,
    said: ['I4 "highest":9'],
  },
  {
    ...{ what: 'a number that is older than the one before it', in: 'sales' },
    sql: `update invoice set dated_on = '2026-03-01' where id = ${lastInvoice}`,
    said: ['I4 "oneBefore":"2026-04-02"'],
  },
  {
    ...{ what: 'a message that was never sent', in: 'sales' },
    sql: `
      insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload, claimed_until)
      values ('${newId()}', '${newId()}', 'command', 'nothing', '', '', '{"organizationId": ""}', '{}', 'infinity')`,
    said: ['I7 "service":"sales"'],
  },
  {
    ...{ what: 'a message that was sent twice', in: 'common' },
    sql: `
      insert into outbox_sent (id, message_id, kind, contract, target, correlation_id, envelope, payload, created_at, attempts)
      select gen_random_uuid(), message_id, kind, contract, target, correlation_id, envelope, payload, created_at, attempts
      from outbox_sent where target = 'payroll'`,
    said: ['I7 "times":2'],
  },
  {
    ...{ what: 'a message that was lost on the way', in: 'community' },
    sql: `delete from inbox`,
    said: ['I8 "to":"community","why":"no trace of it"'],
  },
  {
    ...{ what: 'a message that is dead', in: 'purchase' },
    sql: `
      insert into dead_letter (id, message_id, contract, queue, correlation_id, envelope, payload, reason, history)
      select gen_random_uuid(), message_id, contract, '', '', '{}', '', 'out of luck', '[]' from inbox;
      delete from inbox`,
    said: ['I8 "to":"purchase","why":"dead: out of luck"'],
  },
  {
    ...{ what: 'an effect of a message that nobody sent', in: 'inventory' },
    sql: `
      insert into inbox (message_id, contract, source, organization, correlation_id, occurred_at, attempt, outcome)
      values (${message('common.company-created.v1')}, now(), 1, 'handled')`,
    said: ['I8 "to":"inventory","why":"never sent"'],
  },
  {
    ...{ what: 'a hearer that has stopped listening', in: 'community' },
    sql: `update inbox_sequence set last = 0`,
    said: ['I8 "to":"community"'],
  },
  {
    ...{ what: 'a row that points to another organisation', in: 'sales' },
    sql: `
      with stranger as (
        insert into customer (organization_id, id, company_id, name)
        values ('${newId()}', gen_random_uuid(), gen_random_uuid(), 'Stranger') returning id)
      update invoice set customer_id = stranger.id from stranger where invoice.id = ${lastInvoice}`,
    said: ['I10 "key":"invoice_customer_fkey"'],
  },
  {
    ...{ what: 'a paper whose file is not in the object store', in: 'sales' },
    sql: `
      update invoice_paper set files = jsonb_set(files, '{0,name}', '"invoices/lost"')
      where id = ${lastInvoice}`,
    said: ['I13 "file":"invoices/lost"'],
  },
  {
    ...{ what: 'work that is owed twice', in: 'sales' },
    sql: `
      alter table job drop constraint job_owed_once;
      insert into job (id, contract, once, organization, correlation_id, envelope, payload)
      select gen_random_uuid(), 'sales.remind.v1', '2026-04', '019a0000-0000-7000-8000-000000000001', '', '{}', '{}' from generate_series(1, 2)`,
    said: ['I12 "times":2'],
  },
  {
    ...{ what: 'a copy of a company that differs', in: 'payroll' },
    sql: `update company set name = 'Usha Traders'`,
    said: ['I14 "service":"payroll"'],
  },
];

test.each(corruptions)('$what is found in $in', async ({ in: service, sql, said }) => {
  const before = new Set(await complaints());
  await query(house.services[service].database.adminUrl, `set session_replication_role = replica; ${sql}`);
  const added = (await complaints()).filter((complaint) => !before.has(complaint));
  for (const words of said) {
    const [id = '', ...rest] = words.split(' ');
    const isSaid = (complaint: string) =>
      complaint.startsWith(`${id} `) && complaint.includes(rest.join(' '));
    expect({ words, added: added.filter(isSaid) }).not.toEqual({ words, added: [] });
  }
});
