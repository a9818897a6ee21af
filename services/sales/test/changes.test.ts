import { newId, systemClock } from '@dhanman/kernel';
import { add, Database, keepEnded, Memberships } from '@dhanman/platform';
import {
  aMember,
  aToken,
  type Hearing,
  hearing,
  type Member,
  query,
  startService,
  type StartedService,
  until,
} from '@dhanman/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Customer } from '../src/customers/customer.js';
import { CustomerTable } from '../src/customers/customer.table.js';
import { sales } from '../src/main.js';

let started: StartedService;
let open: Hearing[];

beforeEach(async () => {
  started = await startService(sales, { overrides: { AUTH_PERMISSIONS_CLAIM: 'ignored' } });
  open = [];
});

afterEach(async () => {
  for (const one of open) one.leave();
  await started.stop();
});

async function listening(member: Pick<Member, 'companyId' | 'token'>, url = started.url): Promise<Hearing> {
  const one = await hearing(url, member);
  open.push(one);
  if (one.status === 200) await until(() => one.words.includes('ready'));
  return one;
}

const customersOf = ({ companyId }: Member): string => `/api/v1/companies/${companyId}/customers`;

async function write(member: Member): Promise<string> {
  const answer = await started.agent
    .post(customersOf(member))
    .set({ authorization: `Bearer ${member.token}` })
    .send({ name: newId() });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}

const ids = ({ changed }: Hearing): readonly string[] => changed.map(({ id }) => id);

describe('whoever looks at a company', () => {
  test('hears which record was made and which changed, and nothing of what stands in it', async () => {
    const member = await aMember(started);
    const one = await listening(member);
    const id = await write(member);
    await until(() => one.changed.length === 1);
    await started.agent
      .patch(`${customersOf(member)}/${id}`)
      .set({ authorization: `Bearer ${member.token}`, 'if-match': '"1"' })
      .send({ name: 'Another name' });
    await until(() => one.changed.length === 2);
    expect(one.changed).toEqual([
      { entity: 'customer', id, version: 1 },
      { entity: 'customer', id, version: 2 },
    ]);
  });

  test('hears of it after the commit, and nothing of what was rolled back', async () => {
    const member = await aMember(started);
    const one = await listening(member);
    const db = started.service.get(Database);
    const { organizationId, companyId } = member;
    const customer = () => Customer.create({ organizationId, companyId, id: newId() }, { name: newId() });
    const failing = db.transaction(member, async (tx) => {
      await add(tx, CustomerTable, customer());
      throw new Error('changed their mind');
    });
    await expect(failing).rejects.toThrow('changed their mind');
    const kept = await db.transaction(member, async (tx) => {
      const stored = await add(tx, CustomerTable, customer());
      // By the time the second is heard of, the first would have been.
      const other = await write(member);
      await until(() => ids(one).includes(other));
      return stored;
    });
    await until(() => ids(one).includes(kept.id));
    expect(one.changed).toHaveLength(2);
  });

  test('hears nothing of another company and nothing of another organization', async () => {
    const [first, second] = [newId(), newId()];
    const member = await aMember(started, { companyIds: [first, second] });
    const stranger = await aMember(started, { companyIds: [first] });
    const [here, there, elsewhere] = [
      await listening(member),
      await listening({ ...member, companyId: second }),
      await listening(stranger),
    ];
    const id = await write(member);
    const theirs = await write(stranger);
    await until(() => ids(here).length > 0 && ids(elsewhere).length > 0);
    expect(ids(here)).toEqual([id]);
    expect(ids(elsewhere)).toEqual([theirs]);
    const other = await write({ ...member, companyId: second });
    await until(() => ids(there).length > 0);
    expect(ids(there)).toEqual([other]);
  });

  test('is not let into the company of others', async () => {
    const [member, stranger] = [await aMember(started), await aMember(started)];
    const one = await listening({ ...stranger, companyId: member.companyId });
    expect(one.status).toBe(404);
  });

  test('hears only of what they may read, and from when on they may not, nothing', async () => {
    const { organizationId, companyId } = await aMember(started);
    const join = (role: string) =>
      aMember(started, { organizationId, companyIds: [companyId], grants: [{ role }] });
    const [owner, guard, seller] = [await join('owner'), await join('guard'), await join('sales')];
    const [deaf, hears] = [await listening(guard), await listening(seller)];
    const id = await write(owner);
    await until(() => ids(hears).length === 1);
    const grants = JSON.stringify([{ role: 'guard' }]);
    const sql = 'update membership set grants = $1 where person_id = $2';
    await query(started.database.adminUrl, sql, [grants, seller.personId]);
    started.service.get(Memberships).forget(organizationId);
    const all = await listening(owner);
    await write(owner);
    await until(() => ids(all).length === 1);
    expect([ids(hears), ids(deaf)]).toEqual([[id], []]);
  });

  test('hears from every instance of the service', async () => {
    const beside = await started.another();
    const member = await aMember(started);
    const one = await listening(member, beside.url);
    await until(async () => {
      await write(member);
      return one.changed.length > 0;
    });
  });
});

describe('a stream ends', () => {
  test('with the token', async () => {
    const member = await aMember(started);
    const { organizationId, personId: userId } = member;
    const token = await aToken({ organizationId, userId }, { expiresInSeconds: 2 });
    const one = await listening({ ...member, token });
    await until(() => one.isOver);
    expect(one.words).toEqual(['ready']);
  });

  test('with the session, before another word', async () => {
    const member = await aMember(started);
    const { organizationId, personId: userId } = member;
    const sessionId = newId();
    const one = await listening({ ...member, token: await aToken({ organizationId, userId, sessionId }) });
    const inAMinute = new Date(systemClock.now().getTime() + 60_000).toISOString();
    const ends = { sessionIds: [sessionId], before: inAMinute, forgetAt: inAMinute };
    await started.service.get(Database).transaction({ organizationId }, (tx) => keepEnded(tx, ends));
    await write(member);
    await until(() => one.isOver);
    expect(one.words).toEqual(['ready']);
  });

  test('when the service stops, which waits for none of them', async () => {
    const one = await listening(await aMember(started));
    const begun = performance.now();
    await started.service.stop();
    await until(() => one.isOver);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('and is not begun by somebody who has a dozen open', async () => {
    const member = await aMember(started);
    for (let count = 0; count < 12; count += 1) await listening(member);
    expect((await listening(member)).status).toBe(429);
    open[0]!.leave();
    await until(async () => (await listening(member)).status === 200);
    expect((await listening(await aMember(started))).status).toBe(200);
  });
});
