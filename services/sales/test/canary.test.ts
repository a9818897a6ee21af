import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import {
  aToken,
  canaries,
  logOf,
  releaseCanaries,
  spawnService,
  type SpawnedService,
  tracesIn,
} from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let sales: SpawnedService;
let token: string;
const companyId = newId();

beforeAll(async () => {
  sales = await spawnService('sales', { overrides: { LOG_LEVEL: 'debug' } });
  token = await aToken({ organizationId: newId(), companies: [companyId], permissions });
});

afterAll(() => sales.drop());

/** A customer whose every detail is a canary, stored, changed, found again and traced. */
async function aCanaryCustomer(): Promise<void> {
  const customers = `/api/v1/companies/${companyId}/customers`;
  const details = { name: 'ABCPE1234F', email: 'canary@example.com', phone: '+919876543210' };
  const json = (body: object) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
    body: JSON.stringify(body),
  });
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(sales.process.url + path, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...(init.headers as object) },
    });
  const twice = json(details);
  const { id } = (await (await ask(customers, twice)).json()) as { id: string };
  expect((await ask(customers, twice)).headers.get('idempotent-replayed')).toBe('true');
  const patch = { method: 'PATCH', body: '{"email":"canary@example.org"}' };
  const headers = { 'content-type': 'application/json', 'if-match': '"1"' };
  expect((await ask(`${customers}/${id}`, { ...patch, headers })).status).toBe(200);
  const audit = await (await ask(`/api/v1/audit?entityId=${id}`)).text();
  // The trail is where such things belong: it shows what was changed to whoever may see it.
  expect(audit).toContain('canary@example.org');
}

describe('the log of a service', () => {
  it('holds nothing of what was sent to any of its routes, and one event per line', async () => {
    const { statuses, sent } = await releaseCanaries(sales, { token, companyId });
    expect(sent).toBeGreaterThan(100);
    await aCanaryCustomer();
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    // Health is asked too often to be logged.
    const output = await logOf(sales, sent - 3 * canaries.length);
    // A well-formed request id is kept; one that is a PAN shows that the canaries reached the log, and were hidden.
    expect(output).toContain('"requestId":"[hidden]"');
    expect(tracesIn(output)).toEqual([]);
    for (const line of output.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('message');
    expect(output).not.toContain(token);
  });
});
