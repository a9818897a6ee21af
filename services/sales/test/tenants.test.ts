import { newId, type Id } from '@dhanman/kernel';
import { aToken, query, seededRandom, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';

const organizations = 1_000;
const requests = 1_500;
const seed = Number(process.env['SEED'] ?? 1);

interface Tenant {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly personId: Id;
  readonly customerId: Id;
}

const ofOne = (): Tenant => ({
  organizationId: newId(),
  companyId: newId(),
  personId: newId(),
  customerId: newId(),
});

let started: StartedService;
const tenants = Array.from({ length: organizations }, ofOne);

beforeAll(async () => {
  started = await startService(sales);
  const rows = (['organizationId', 'companyId', 'personId', 'customerId'] as const).map((field) =>
    tenants.map((tenant) => tenant[field]),
  );
  for (const sql of seeding) await query(started.database.adminUrl, sql, rows);
});

afterAll(async () => {
  await started.stop();
});

// The name of a customer is the organization it belongs to, so that every answer tells whose rows were read.
const all =
  'unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) as one (organization, company, person, customer)';
const seeding = [
  `insert into organization (organization_id, id, name, state, plan)
   select organization, organization, organization::text, 'active', 'growth' from ${all}`,
  `insert into company (organization_id, id, name, currency, time_zone, financial_year_start_month, is_active)
   select organization, company, organization::text, 'INR', 'Asia/Kolkata', 4, true from ${all}`,
  `insert into membership (organization_id, id, person_id, is_active, grants)
   select organization, gen_random_uuid(), person, true, '[{"role":"owner"}]' from ${all}`,
  `insert into customer (organization_id, id, company_id, name)
   select organization, customer, company, organization::text from ${all}`,
];

test('of a thousand organizations none ever reads a row of another, whatever it asks for', async () => {
  const random = seededRandom(seed);
  const any = (): Tenant => tenants[Math.floor(random() * tenants.length)]!;
  const leaks: string[] = [];
  const seen = new Map<number, number>();
  const ask = async (): Promise<void> => {
    const me = any();
    // Half of the questions name the own company, the others somebody else's; so do the ids below it.
    const { companyId } = random() < 0.5 ? me : any();
    const { customerId } = random() < 0.3 ? me : any();
    const suffix = ['', '?limit=200', `/${customerId}`, '?q=a', '?sort=-createdAt'][
      Math.floor(random() * 5)
    ]!;
    const token = await aToken({ organizationId: me.organizationId, userId: me.personId });
    const path = `/api/v1/companies/${companyId}/customers${suffix}`;
    const { status, text } = await started.agent.get(path).set('authorization', `Bearer ${token}`);
    seen.set(status, (seen.get(status) ?? 0) + 1);
    const names = [...text.matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name);
    if (names.some((name) => name !== me.organizationId)) leaks.push(`${me.organizationId} ${path}: ${text}`);
  };
  for (let asked = 0; asked < requests; asked += 10) await Promise.all(Array.from({ length: 10 }, ask));
  expect(leaks).toEqual([]);
  expect([...seen.keys()].sort()).toEqual([200, 404]);
  expect(seen.get(200)).toBeGreaterThan(requests / 4);
}, 120_000);
