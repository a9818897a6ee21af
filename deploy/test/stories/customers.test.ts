// The first thing a person does, through everything that stands between them and the database.
import { newId } from '@dhanman/kernel';
import { aToken, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { services } from '../../topology.ts';
import type { Answer } from '../nginx/ask.ts';
import { openHouse, type House } from './house.ts';

const organizationId = newId();
const companyId = newId();
const customers = `/api/v1/companies/${companyId}/customers`;

let house: House;

beforeAll(async () => {
  house = await openHouse();
}, 90_000);

afterAll(async () => {
  await house.stop();
}, 30_000);

async function headersOf(companies: readonly string[]) {
  const permissions = ['dhanman.sales.customer.create', 'dhanman.sales.customer.read'];
  const token = await aToken({ organizationId, companies, permissions });
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

const read = (answer: Answer) => JSON.parse(answer.body) as Record<string, unknown>;

test.each(services)('$name is ready under the address of the app', async ({ name }) => {
  const answer = await house.ask(name, '/health/ready');
  expect(answer.status).toBe(200);
  expect(read(answer)).toMatchObject({ service: name });
});

test('a customer that was entered is there after the service was killed and started again', async () => {
  const headers = await headersOf([companyId]);
  const body = JSON.stringify({ name: 'Asha Traders', code: 'ASHA' });
  const entered = await house.ask('sales', customers, { method: 'POST', headers, body });
  expect(entered.status).toBe(201);

  await house.services.sales.process.kill();
  const meanwhile = await house.ask('sales', customers, { headers });
  expect(meanwhile.status).toBe(502);
  expect(meanwhile.headers['content-type']).toContain('application/problem+json');

  await house.services.sales.respawn();
  const path = `${customers}/${String(read(entered)['id'])}`;
  const found = await until(async () => {
    const answer = await house.ask('sales', path, { headers });
    return answer.status === 200 ? answer : undefined;
  });
  expect(read(found)).toEqual(read(entered));
});

test('nobody sees it without a token, or with one for another company', async () => {
  expect((await house.ask('sales', customers)).status).toBe(401);
  const headers = await headersOf([newId()]);
  expect((await house.ask('sales', customers, { headers })).status).toBe(404);
});

test('every service ends by itself when it is asked to', async () => {
  const running = Object.values(house.services).filter(({ process }) => process.isRunning);
  const exits = await Promise.all(running.map(({ process }) => process.stop()));
  expect(exits).toEqual(running.map(() => ({ code: 0, signal: null })));
});
