// Common has what nobody else has: passwords, addresses of people, and everybody's sign-ins.
import { permissions, type SignedUp } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import {
  aToken,
  canaries,
  freePort,
  logOf,
  releaseCanaries,
  spawnService,
  type SpawnedService,
  tracesIn,
} from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let common: SpawnedService;

beforeAll(async () => {
  const app = 'http://app.test';
  const issuing = { OIDC_PORT: String(await freePort()), OIDC_ISSUER: `${app}/oidc`, APP_URL: app };
  common = await spawnService('common', { overrides: { LOG_LEVEL: 'debug', ...issuing } });
});

afterAll(() => common.drop());

async function ask(path: string, body: object, token?: string): Promise<Response> {
  return fetch(common.process.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
}

/** Everything about them is a canary: who signs up, whom they invite, and what they type at the door. */
async function aCanaryOwner(): Promise<void> {
  const email = 'canary@example.com';
  const signedUp = await ask('/api/v1/sign-ups', {
    organization: { name: 'ABCPE1234F' },
    company: { name: '27ABCPE1234F1Z5' },
    person: { name: '9876543210', email },
  });
  expect(signedUp.status).toBe(201);
  const { organizationId, personId } = (await signedUp.json()) as SignedUp;
  const token = await aToken({ organizationId, userId: personId });
  const invited = { email: 'canary@example.org', grants: [{ role: 'sales' }] };
  expect((await ask('/api/v1/invitations', invited, token)).status).toBe(201);
  const forgotten = await ask('/api/v1/identity/account-requests', { email, mail: 'reset-password' });
  expect(forgotten.status).toBe(204);
  await ask(`/api/v1/identity/sign-ins/${'a'.repeat(24)}/password`, { email, password: 'hunter2' });
}

test('the log of Common holds nothing of what was sent to any of its routes, nor of who signs up and is invited', async () => {
  const companyId = newId();
  const token = await aToken({ organizationId: newId(), companies: [companyId], permissions });
  await aCanaryOwner();
  const { statuses, sent } = await releaseCanaries(common, { token, companyId });
  expect(sent).toBeGreaterThan(1_000);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  const output = await logOf(common, sent - 10 * canaries.length);
  expect(output).toContain('"requestId":"[hidden]"');
  expect(tracesIn(output)).toEqual([]);
  expect(output).not.toContain(token);
}, 120_000);
