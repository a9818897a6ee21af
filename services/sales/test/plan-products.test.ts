import type { Problem, ProductDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { sales } from '../src/main.js';
import { UseOfPlan1760000320000 } from '../src/migrations/1760000320000-use-of-plan.js';
import { aPerson, type Person } from './builders.js';

const limit = 500;

let started: StartedService;

beforeAll(async () => {
  started = await startService(sales);
});

afterAll(async () => {
  await started.stop();
});

/** Two companies of one organization on this plan. */
async function companiesOn(plan: string): Promise<readonly [Person, Person]> {
  const [organizationId, one, other] = [newId(), newId(), newId()];
  await aMember(started, { organizationId, companyIds: [one, other], plan });
  return [
    await aPerson(started, { organizationId, companyId: one }),
    await aPerson(started, { organizationId, companyId: other }),
  ];
}

const add = ({ company }: Person) => company.post('/products', { name: 'Tea', price: '90.00' });

const added = async (person: Person): Promise<ProductDto> =>
  (await add(person).expect(201)).body as ProductDto;

const used = async ({ organizationId }: Pick<Person, 'organizationId'>): Promise<number> => {
  const sql = 'select amount from plan_use where organization_id = $1 and counted = $2';
  const [row] = await query<{ amount: string }>(started.database.adminUrl, sql, [organizationId, 'products']);
  return Number(row?.amount ?? 0);
};

/** As if that many had been sold already. */
const use = ({ organizationId }: Person, amount: number): Promise<object[]> =>
  query(
    started.database.adminUrl,
    `insert into plan_use (organization_id, counted, amount) values ($1, 'products', $2)
     on conflict (organization_id, counted) do update set amount = excluded.amount`,
    [organizationId, amount],
  );

test('of many who add the last product that the plan has room for at once, in two companies, one does', async () => {
  const [one, other] = await companiesOn('trial');
  await use(one, limit - 1);
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => await add(index % 2 === 0 ? one : other)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(11).fill(409)]);
  expect(await used(one)).toBe(limit);
  const refused = answers.find(({ status }) => status === 409)!.body as Problem;
  expect(refused).toMatchObject({
    code: 'plan-exhausted',
    details: { counted: 'products', limit, plan: 'trial' },
    detail:
      'The plan trial has room for 500 products in use, and all are taken. Switch off one that is no longer sold, or move to a larger plan.',
  });
});

test('a product that is no longer sold makes room, and comes back only while there is some', async () => {
  const [person] = await companiesOn('trial');
  const { id } = await added(person);
  await use(person, limit);
  await add(person).expect(409);
  await person.company.patch(`/products/${id}`, 1, { price: '95.00' }).expect(200);
  await person.company.patch(`/products/${id}`, 2, { isActive: false }).expect(200);
  await added(person);
  const { body } = await person.company.patch(`/products/${id}`, 3, { isActive: true }).expect(409);
  expect(body).toMatchObject({ code: 'plan-exhausted' });
});

test('a larger plan has more room, and who moves to a smaller one keeps what is there', async () => {
  const [person] = await companiesOn('growth');
  await use(person, limit);
  const { id } = await added(person);
  await query(
    started.database.adminUrl,
    `update organization set plan = 'trial' where organization_id = $1`,
    [person.organizationId],
  );
  await add(person).expect(409);
  await person.company.patch(`/products/${id}`, 1, { price: '95.00' }).expect(200);
});

test('what was there before plans were counted is counted when they begin to be', async () => {
  const [one, other] = await companiesOn('growth');
  await added(one);
  const { id } = await added(other);
  await added(other);
  await other.company.patch(`/products/${id}`, 1, { isActive: false }).expect(200);
  const source = await new DataSource({ type: 'postgres', url: started.database.adminUrl }).initialize();
  const runner = source.createQueryRunner();
  await runner.query('drop table plan_use; drop function count_product_for_plan cascade');
  await new UseOfPlan1760000320000().up(runner);
  await source.destroy();
  expect(await used(one)).toBe(2);
  expect(await used({ organizationId: newId() })).toBe(0);
});
