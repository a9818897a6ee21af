import type { CustomerDto, CustomerPage } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { aCustomer, aPerson } from './builders.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(sales);
});

afterAll(async () => {
  await started.stop();
});

describe('creating a customer', () => {
  test('answers with the customer as stored and its version as ETag', async () => {
    const person = await aPerson(started);
    const answer = await person.post('', { name: 'Asha Traders', code: 'ASHA', gstin: '27AAPFU0939F1ZV' });
    expect(answer.status).toBe(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toMatchObject({
      companyId: person.companyId,
      code: 'ASHA',
      stateCode: '27',
      version: 1,
    });
    const { body } = await person.get(`/${(answer.body as CustomerDto).id}`).expect(200);
    expect(body).toEqual(answer.body);
  });

  test('names every wrong field in one answer', async () => {
    const person = await aPerson(started);
    const { body } = await person
      .post('', {
        name: ' ',
        phone: '98765',
        gstin: '27AAPFU0939F1ZX',
        organizationId: newId(),
        role: 'admin',
      })
      .expect(400)
      .expect('content-type', /application\/problem\+json/);
    const { errors } = body as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual([
      'gstin',
      'name',
      'organizationId',
      'phone',
      'role',
    ]);
  });

  test('refuses a code that another customer of the company has, and names the field', async () => {
    const person = await aPerson(started);
    await aCustomer(person, { code: 'C1' });
    const { body } = await person.post('', { name: 'Second', code: 'C1' }).expect(409);
    expect(body).toMatchObject({ code: 'customer-code-taken', errors: [{ path: 'code' }] });
  });

  test('lets another company of the organization use the same code', async () => {
    const person = await aPerson(started);
    await aCustomer(person, { code: 'C1' });
    await aCustomer(await aPerson(started, { organizationId: person.organizationId }), { code: 'C1' });
  });

  test('refuses a GSTIN of another state than the one stated', async () => {
    const person = await aPerson(started);
    const details = { name: 'Asha', gstin: '27AAPFU0939F1ZV', stateCode: '29' };
    const { body } = await person.post('', details).expect(422);
    expect(body).toMatchObject({ code: 'gstin-of-another-state', errors: [{ path: 'gstin' }] });
  });
});

describe('changing a customer', () => {
  test('changes what the patch names, removes what it sets to null, and counts the version up', async () => {
    const person = await aPerson(started);
    const customer = await aCustomer(person, { email: 'asha@example.in', phone: '+919876543210' });
    const { body } = await person.patch(`/${customer.id}`, 1, { name: 'Renamed', email: null }).expect(200);
    expect(body).toMatchObject({ name: 'Renamed', email: null, phone: '+919876543210', version: 2 });
  });

  test('is refused to who decided on an older version, and says which is current', async () => {
    const person = await aPerson(started);
    const customer = await aCustomer(person);
    await person.patch(`/${customer.id}`, 1, { name: 'First' }).expect(200);
    const { body } = await person.patch(`/${customer.id}`, 1, { name: 'Second' }).expect(412);
    expect(body).toMatchObject({ code: 'changed-meanwhile', details: { currentVersion: 2 } });
  });

  test('needs the version it was decided on', async () => {
    const person = await aPerson(started);
    const customer = await aCustomer(person);
    const { body } = await person.patch(`/${customer.id}`, 1, { name: 'X' }).unset('if-match').expect(428);
    expect(body).toMatchObject({ code: 'version-missing' });
  });

  test('of many at once with the same version lets exactly one win', async () => {
    const person = await aPerson(started);
    const customer = await aCustomer(person);
    const names = Array.from({ length: 12 }, (_, index) => `Writer ${index}`);
    const answers = await Promise.all(names.map((name) => person.patch(`/${customer.id}`, 1, { name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(412)]);
    const { body } = await person.get(`/${customer.id}`);
    expect(body).toMatchObject({ version: 2 });
  });

  test('that changes nothing leaves the version alone', async () => {
    const person = await aPerson(started);
    const customer = await aCustomer(person, { code: 'SAME' });
    const { body } = await person.patch(`/${customer.id}`, 1, { code: 'SAME' }).expect(200);
    expect(body).toEqual(customer);
  });

  test('reports a wrong address and a wrong body together', async () => {
    const person = await aPerson(started);
    const { body } = await person.patch('/not-an-id', 1, { name: '', version: 7 }).expect(400);
    const { errors } = body as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['id', 'name', 'name', 'version']);
  });
});

describe('customers of others', () => {
  test('do not exist: not for another organization, not for another company', async () => {
    const person = await aPerson(started);
    const customer = await aCustomer(person);
    const strangers = [
      await aPerson(started),
      await aPerson(started, { organizationId: person.organizationId }),
    ];
    for (const stranger of strangers) {
      await stranger.get(`/${customer.id}`).expect(404);
      await stranger.patch(`/${customer.id}`, 1, { name: 'Taken over' }).expect(404);
      const { body } = await stranger.get('').expect(200);
      expect(body).toEqual({ items: [], nextCursor: null });
    }
  });

  test('are not shown by the database itself to a statement that names no organization', async () => {
    const person = await aPerson(started);
    await aCustomer(person);
    expect(await query(started.database.appUrl, 'select * from customer')).toEqual([]);
  });
});

describe('the list of customers', () => {
  test('comes in pages that neither repeat nor miss one, in every order', async () => {
    const person = await aPerson(started);
    const names = ['delta', 'Alpha', 'charlie', 'Bravo', 'echo'];
    for (const name of names) await aCustomer(person, { name });
    for (const [sort, expected] of [
      ['name', ['Alpha', 'Bravo', 'charlie', 'delta', 'echo']],
      ['-name', ['echo', 'delta', 'charlie', 'Bravo', 'Alpha']],
      ['createdAt', names],
      ['-createdAt', [...names].reverse()],
    ] as const) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const { body } = await person
          .get(`?sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`)
          .expect(200);
        const page = body as CustomerPage;
        seen.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(expected);
    }
  });

  test('finds a part of name, code, e-mail or phone as it is typed', async () => {
    const person = await aPerson(started);
    await aCustomer(person, { name: '100% Cotton', code: 'COT', email: 'shop@cotton.in' });
    await aCustomer(person, { name: '1000 Lamps' });
    for (const [typed, count] of [
      ['100%', 1],
      ['cot', 1],
      ['@COTTON', 1],
      ['_', 0],
      ['100', 2],
    ] as const) {
      const { body } = await person.get(`?q=${encodeURIComponent(typed)}`).expect(200);
      expect((body as CustomerPage).items).toHaveLength(count);
    }
  });

  test('takes only the orders, limits and cursors it knows', async () => {
    const person = await aPerson(started);
    const [first] = (await person.get('?limit=1')).body.items as CustomerDto[];
    expect(first).toBeUndefined();
    const foreign = Buffer.from(JSON.stringify(['-name', 'x', newId()])).toString('base64url');
    for (const [asked, status] of [
      ['?sort=phone', 400],
      ['?sort=name;drop table customer', 400],
      ['?limit=201', 400],
      ['?limit=1e9', 400],
      ['?offset=10', 400],
      ['?cursor=%27', 400],
      ['?cursor=AAAA', 422],
      [`?sort=name&cursor=${foreign}`, 422],
    ] as const) {
      const { body } = await person.get(asked).expect(status);
      expect(body).toHaveProperty('code');
    }
  });
});

test('who looks at a customer is in the trail, each of them once a minute', async () => {
  const asha = await aPerson(started);
  const { id } = await aCustomer(asha, { email: 'cafe@example.in' });
  const { organizationId, companyId } = asha;
  const ravi = await aPerson(started, { organizationId, companyId });
  for (const reader of [asha, asha, ravi]) await reader.get(`/${id}`).expect(200);
  await asha.get('').expect(200);
  const traces = await query<{ actor: string }>(
    started.database.adminUrl,
    `select actor from audit where action = 'read' and entity = 'customer' and entity_id = $1`,
    [id],
  );
  expect([traces.length, new Set(traces.map(({ actor }) => actor)).size]).toEqual([2, 2]);
});
