import { readFileSync } from 'node:fs';
import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, type SpawnedService, spawnService } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let sales: SpawnedService;
let token: string;
const companyId = newId();

/** Everything that must be seen nowhere: passwords, keys, and the whole addresses that hold them. */
let secrets: readonly string[];

const personal = {
  name: 'Canary Trading',
  email: 'canary.person@example.in',
  phone: '+919812345670',
  gstin: '27AAPFU0939F1ZV',
};

beforeAll(async () => {
  sales = await spawnService('sales', { overrides: { LOG_LEVEL: 'debug' } });
  token = await aToken({ organizationId: newId(), companies: [companyId], permissions });
  const passwords = Object.values(sales.secrets).map((secret) =>
    URL.canParse(secret) ? new URL(secret).password : secret,
  );
  secrets = [...Object.values(sales.secrets), ...passwords].filter((secret) => secret.length > 5);
});

afterAll(async () => {
  await sales.drop();
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(sales.process.url + path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });

describe('the secrets of a service', () => {
  test('are not in its environment, its arguments or its limits', () => {
    const process = `/proc/${sales.process.pid}`;
    const visible = readFileSync(`${process}/environ`, 'utf8') + readFileSync(`${process}/cmdline`, 'utf8');
    expect(visible).toContain('CREDENTIALS_DIRECTORY');
    for (const secret of secrets) expect(visible).not.toContain(secret);
  });

  test('are not in anything it serves, not even in answers to mistakes', async () => {
    const customers = `/api/v1/companies/${companyId}/customers`;
    const answers = await Promise.all([
      ...[
        '/health',
        '/health/ready',
        '/openapi.json',
        '/docs',
        '/nothing',
        '/%zz',
        '/.env',
        '/proc/self/environ',
      ].map((path) => ask(path)),
      ask(customers, { method: 'POST', body: '{"name":' }),
      ask(customers, { method: 'POST', body: '{"nope":1}' }),
      fetch(sales.process.metricsUrl),
    ]);
    for (const answer of answers) {
      const text = JSON.stringify([...answer.headers]) + (await answer.text());
      for (const secret of secrets) expect(text).not.toContain(secret);
      expect(text).not.toMatch(/node_modules|\bat .+:\d+:\d+/);
    }
  });

  test('and the personal data of customers are not in its log, whatever happens', async () => {
    const customers = `/api/v1/companies/${companyId}/customers`;
    for (const [path, init] of [
      [customers, { method: 'POST', body: JSON.stringify(personal) }],
      [customers, { method: 'POST', body: JSON.stringify({ ...personal, nope: personal.email }) }],
      [customers, { method: 'POST', body: JSON.stringify(personal).slice(0, -3) }],
      [`${customers}?q=${encodeURIComponent(personal.email)}`, {}],
      [`/${personal.email}/${personal.gstin}/${encodeURIComponent(personal.phone)}`, {}],
    ] as const) {
      await ask(path, init);
    }
    const log = sales.process.output;
    expect(log).toContain('"route":"/api/v1/companies/:companyId/customers"');
    for (const canary of [...secrets, ...Object.values(personal), token, 'AAPFU0939F'])
      expect(log).not.toContain(canary);
  });

  test('leave one line of JSON per event, however the request is written', async () => {
    const forged = '\r\n{"level":"error","message":"forged"}\u001b[31m';
    await ask(`/x?q=${encodeURIComponent(forged)}`, {
      method: 'POST',
      body: JSON.stringify({ name: forged }),
    });
    const lines = sales.process.output.trim().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ service: 'sales', level: expect.any(String) });
    expect(sales.process.output).not.toMatch(/forged"|\u001b/);
  });
});
