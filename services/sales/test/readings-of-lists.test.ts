import type { AuditEntry, AuditPage, CustomerPage } from '@dhanman/contracts';
import { aMember, query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';

let started: StartedService;
let ask: (address: string) => ReturnType<StartedService['agent']['get']>;
let customers: string;
let reader: string;

beforeAll(async () => {
  started = await startService(sales);
});

afterAll(() => started.stop());

beforeEach(async () => {
  const member = await aMember(started);
  const signed = { authorization: `Bearer ${member.token}` };
  reader = member.personId;
  customers = `/api/v1/companies/${member.companyId}/customers`;
  ask = (address) => started.agent.get(address).set(signed);
  for (const name of ['Asha', 'Ashok', 'Bela'])
    await started.agent.post(customers).set(signed).send({ name }).expect(201);
});

async function readings(): Promise<readonly AuditEntry[]> {
  const { body } = await ask('/api/v1/audit?entity=list&action=read&sort=at').expect(200);
  return (body as AuditPage).items;
}

const said = ({ changes }: AuditEntry) =>
  Object.fromEntries(changes.map(({ field, after }) => [field, after]));

test('who reads a list of customers leaves one trace: who, what they looked for, and how many they saw', async () => {
  await ask(customers).expect(200);
  await ask(`${customers}?q=ash&sort=-name&limit=50`).expect(200);
  await ask(`${customers}?q=nobody`).expect(200);
  const traces = await readings();
  expect(traces.map(said)).toEqual([
    { rows: 3 },
    { filter: { q: 'ash' }, rows: 2 },
    { filter: { q: 'nobody' }, rows: 0 },
  ]);
  for (const trace of traces)
    expect(trace).toMatchObject({ entityId: 'customer', actor: reader, address: '127.0.0.1' });
});

test('the same page again within a minute leaves none, the next page does', async () => {
  const { body } = await ask(`${customers}?limit=2`).expect(200);
  await ask(`${customers}?limit=2`).expect(200);
  const next = encodeURIComponent((body as CustomerPage).nextCursor ?? '');
  await ask(`${customers}?limit=2&cursor=${next}`).expect(200);
  expect((await readings()).map(said)).toEqual([{ rows: 2 }, { rows: 1 }]);
});

test('a list that was refused was not read, and one whose trace cannot be stored is not shown', async () => {
  await ask(`${customers}?nope=1`).expect(400);
  expect(await readings()).toEqual([]);
  const { adminUrl } = started.database;
  await query(adminUrl, 'alter table audit rename to audit_away');
  try {
    const { body } = await ask(customers).expect(500);
    expect(body).not.toHaveProperty('items');
  } finally {
    await query(adminUrl, 'alter table audit_away rename to audit');
  }
});
