import { newId, systemClock } from '@dhanman/kernel';
import { Database, EndedSessions, keepEnded } from '@dhanman/platform';
import {
  aMember,
  aToken,
  type Member,
  query,
  startService,
  type StartedService,
  type TokenFlaws,
  until,
} from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';

const noOrganization = { organizationId: newId() };
let started: StartedService;
let member: Member;

beforeAll(async () => {
  started = await startService(sales, { overrides: { AUTH_PERMISSIONS_CLAIM: 'ignored' } });
  member = await aMember(started);
});

afterAll(async () => {
  await started.stop();
});

const minute = 60_000;
const inMs = (ms: number): string => new Date(systemClock.now().getTime() + ms).toISOString();

/** What the handler of Common's event does, up to the commit. */
const heard = (sessionIds: string[], beforeMs: number, forgetMs = 15 * minute): Promise<void> =>
  started.service
    .get(Database)
    .transaction(noOrganization, (tx) =>
      keepEnded(tx, { sessionIds, before: inMs(beforeMs), forgetAt: inMs(forgetMs) }),
    );

async function asked(sessionId: string | undefined, flaws: TokenFlaws = {}): Promise<number> {
  const { organizationId, companyId, personId: userId } = member;
  const token = await aToken(
    { organizationId, userId, ...(sessionId !== undefined && { sessionId }) },
    flaws,
  );
  const request = started.agent.get(`/api/v1/companies/${companyId}/customers`);
  return (await request.set('authorization', `Bearer ${token}`)).status;
}

test('tokens of a session are refused up to the moment it was called back, and no others', async () => {
  const [ended, other] = [newId(), newId()];
  expect(await asked(ended, { issuedSecondsAgo: 60 })).toBe(200);
  await heard([ended], -20_000);
  expect(await asked(ended, { issuedSecondsAgo: 60 })).toBe(401);
  expect(await asked(ended, { issuedSecondsAgo: 10 })).toBe(200);
  expect([await asked(other, { issuedSecondsAgo: 60 }), await asked(undefined)]).toEqual([200, 200]);
});

test('what is heard twice, or late, does not let a token in again', async () => {
  const ended = newId();
  await heard([ended, ended], 15 * minute);
  await heard([ended], -minute);
  expect(await asked(ended)).toBe(401);
});

test('what another instance heard is known here soon', async () => {
  const ended = newId();
  expect(await asked(ended)).toBe(200);
  await query(
    started.database.adminUrl,
    `insert into ended_session values ($1, now() + interval '1 h', now() + interval '1 h')`,
    [ended],
  );
  await until(async () => (await asked(ended)) === 401, { deadlineMs: 30_000, what: 'the token is refused' });
});

test('what has had its time is forgotten, in memory and in the table', async () => {
  const [over, present] = [newId(), newId()];
  await heard([over], -minute, -1);
  await heard([present], minute);
  let now = systemClock.now().getTime();
  const elsewhere = new EndedSessions(started.service.get(Database), { now: () => new Date(now) });
  const token = { sessionId: present, issuedAt: new Date(now - minute) };
  await elsewhere.look();
  expect(elsewhere.include(token)).toBe(true);
  now += 16 * minute;
  await elsewhere.look();
  expect(elsewhere.include(token)).toBe(false);
  await started.service.get(Database).query('select sweep_ended_sessions()');
  const left = await query<{ sid: string }>(
    started.database.adminUrl,
    'select sid from ended_session where sid = any($1)',
    [[over, present]],
  );
  expect(left).toEqual([{ sid: present }]);
});
