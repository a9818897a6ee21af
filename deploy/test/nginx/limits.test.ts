import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Problem } from '@dhanman/contracts';
import { environments, hostOf, rateLimits, webApp } from '../../topology.ts';
import { ask, storm, type Answer } from './ask.ts';
import { startSite, type Site } from './site.ts';

const payroll = hostOf(environments.prod, 'payroll');
const common = hostOf(environments.prod, 'common');
const app = hostOf(environments.prod, webApp);
const customers = '/api/v1/companies/1/customers';

const count = (answers: Record<number, number>, status: number) => answers[status] ?? 0;

describe('one client who asks too often', () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite();
  });
  afterEach(() => site.stop());

  test('is told to wait, in the language of the services', async () => {
    let refused: Answer | undefined;
    await storm(300, async () => {
      const answer = await ask(site, payroll, customers);
      if (answer.status === 429) refused = answer;
      return answer;
    });
    expect(refused?.headers).toMatchObject({ 'retry-after': '1', 'content-type': 'application/problem+json' });
    expect(Problem.parse(JSON.parse(refused!.body)).code).toBe('too-many-requests');
  });

  test('cannot hide behind a thousand invented forwarding addresses', async () => {
    const answers = await storm(1_000, (index) =>
      ask(site, payroll, customers, {
        headers: { 'x-forwarded-for': `10.1.${index >> 8}.${index & 255}`, 'x-real-ip': `10.2.0.${index & 255}` },
      }),
    );
    const seconds = 5; // far longer than the storm lasts
    expect(count(answers, 200)).toBeGreaterThanOrEqual(rateLimits.api.burst);
    expect(count(answers, 200)).toBeLessThan(rateLimits.api.burst + seconds * 50);
    expect(count(answers, 200) + count(answers, 429)).toBe(1_000);
  });

  test('does not use up the share of the other environment', async () => {
    await storm(300, () => ask(site, payroll, customers));
    expect((await ask(site, hostOf(environments.qa, 'payroll'), customers)).status).toBe(200);
  });
});

describe('narrower classes', () => {
  let site: Site;
  const from = (client: string) => ({ 'x-test-client': client });
  beforeAll(async () => {
    site = await startSite({ addressHeader: 'X-Test-Client' });
  });
  afterAll(() => site.stop());

  test.each([
    ['at the service', common, ''],
    ['through the app', app, '/api/common'],
  ])('sign-in attempts %s are few, reading around them is not', async (place, host, prefix) => {
    const headers = from(place === 'at the service' ? '192.0.2.1' : '192.0.2.2');
    const attempt = () => ask(site, host, `${prefix}/oidc/token`, { method: 'POST', headers, body: 'x' });
    const attempts = await storm(60, attempt);
    expect(count(attempts, 200)).toBeGreaterThanOrEqual(rateLimits.login.burst);
    expect(count(attempts, 200)).toBeLessThan(rateLimits.login.burst + 5);
    expect((await ask(site, host, `${prefix}/oidc/jwks`, { headers })).status).toBe(200);
    expect((await ask(site, host, `${prefix}/api/v1/companies`, { headers })).status).toBe(200);
  });

  test('heavy reports are fewer than plain requests', async () => {
    const headers = from('192.0.2.3');
    const reports = await storm(100, () =>
      ask(site, payroll, '/api/v1/companies/1/reports/payslips', { headers }),
    );
    expect(count(reports, 200)).toBeLessThan(rateLimits.heavy.burst + 25);
    expect(count(reports, 429)).toBeGreaterThan(0);
    expect((await ask(site, payroll, customers, { headers })).status).toBe(200);
  });

  test('a network that owns a /64 is one client, its neighbour another', async () => {
    const answers = await storm(400, (index) =>
      ask(site, payroll, customers, { headers: from(`2001:db8:0:1:${index.toString(16)}::1`) }),
    );
    expect(count(answers, 429)).toBeGreaterThan(50);
    expect((await ask(site, payroll, customers, { headers: from('2001:db8:0:2::1') })).status).toBe(200);
  });

  test('other IPv4 clients are not limited together', async () => {
    const answers = await storm(400, (index) =>
      ask(site, payroll, customers, { headers: from(`198.51.${100 + (index >> 8)}.${index & 255}`) }),
    );
    expect(answers).toEqual({ 200: 400 });
  });
});
