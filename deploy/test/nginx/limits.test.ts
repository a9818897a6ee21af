import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Problem } from '@dhanman/contracts';
import {
  connectionsPerClient,
  environments,
  hostOf,
  rateLimits,
  webApp,
  type RateLimit,
} from '../../topology.ts';
import { ask, openStream, storm, type Answer, type OpenStream, type Storm } from './ask.ts';
import { until } from '@dhanman/testing';
import { startSite, type Site } from './site.ts';

const payroll = hostOf(environments.prod, 'payroll');
const common = hostOf(environments.prod, 'common');
const app = hostOf(environments.prod, webApp);
const customers = '/api/v1/companies/1/customers';

const served = ({ answers }: Storm) => answers[200] ?? 0;
const refused = ({ answers }: Storm) => answers[429] ?? 0;

/** As many as the class lets through at once, and what its rate allowed while the storm lasted. */
function expectLimited(attack: Storm, limit: RateLimit): void {
  const { rate, burst } = rateLimits[limit];
  expect(served(attack)).toBeGreaterThanOrEqual(burst);
  expect(served(attack)).toBeLessThanOrEqual(burst + Number.parseInt(rate, 10) * attack.seconds + 2);
  expect(refused(attack)).toBeGreaterThan(0);
}

describe('one client who asks too often', () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite();
  });
  afterEach(() => site.stop());

  test('is told to wait, in the language of the services', async () => {
    let refusal: Answer | undefined;
    await storm(1_000, async (_, agent) => {
      const answer = await ask(site, payroll, customers, { agent });
      if (answer.status === 429) refusal = answer;
      return answer;
    });
    expect(refusal?.headers).toMatchObject({
      'retry-after': '1',
      'content-type': 'application/problem+json',
    });
    expect(Problem.parse(JSON.parse(refusal!.body)).code).toBe('too-many-requests');
  });

  test('cannot hide behind a thousand invented forwarding addresses', async () => {
    const attack = await storm(1_000, (index, agent) => {
      const invented = `10.1.${index >> 8}.${index & 255}`;
      return ask(site, payroll, customers, {
        agent,
        headers: { 'x-forwarded-for': invented, 'x-real-ip': invented, forwarded: `for=${invented}` },
      });
    });
    expectLimited(attack, 'api');
    expect(served(attack) + refused(attack)).toBe(1_000);
  });

  test('does not use up the share of the other environment', async () => {
    expectLimited(await storm(1_000, (_, agent) => ask(site, payroll, customers, { agent })), 'api');
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
    ['at the service', common, '', '192.0.2.1'],
    ['through the app', app, '/api/common', '192.0.2.2'],
  ])('sign-in attempts %s are few, reading around them is not', async (_, host, prefix, client) => {
    const headers = from(client);
    const attempts = await storm(100, (__, agent) =>
      ask(site, host, `${prefix}/oidc/token`, { agent, method: 'POST', headers, body: 'x' }),
    );
    expectLimited(attempts, 'login');
    expect((await ask(site, host, `${prefix}/oidc/jwks`, { headers })).status).toBe(200);
    expect((await ask(site, host, `${prefix}/api/v1/companies`, { headers })).status).toBe(200);
  });

  test('heavy reports are fewer than plain requests', async () => {
    const headers = from('192.0.2.3');
    const path = '/api/v1/companies/1/reports/payslips';
    expectLimited(await storm(180, (_, agent) => ask(site, payroll, path, { agent, headers })), 'heavy');
    expect((await ask(site, payroll, customers, { headers })).status).toBe(200);
  });

  test('a network that owns a /64 is one client, its neighbour another', async () => {
    const network = await storm(1_000, (index, agent) =>
      ask(site, payroll, customers, { agent, headers: from(`2001:db8:0:1:${index.toString(16)}::1`) }),
    );
    expectLimited(network, 'api');
    expect((await ask(site, payroll, customers, { headers: from('2001:db8:0:2::1') })).status).toBe(200);
  });

  test('other IPv4 clients are not limited together', async () => {
    const { answers } = await storm(1_000, (index, agent) =>
      ask(site, payroll, customers, { agent, headers: from(`198.51.${100 + (index >> 8)}.${index & 255}`) }),
    );
    expect(answers).toEqual({ 200: 1_000 });
  });

  test('requests under way at once have a limit of their own', async () => {
    const headers = from('192.0.2.4');
    const held: OpenStream[] = [];
    const hold = async () => {
      const stream = await openStream(site, payroll, headers);
      if (stream.status === 200) held.push(stream);
      else stream.close();
      return held.length === connectionsPerClient;
    };
    try {
      await until(async () => (await Promise.all(Array.from({ length: 8 }, hold))).includes(true), {
        deadlineMs: 30_000,
      });
      const recovered = performance.now() + 1_000; // enough for the rate to let many through
      while (performance.now() < recovered)
        expect((await ask(site, payroll, customers, { headers })).status).toBe(429);
      expect((await ask(site, payroll, customers, { headers: from('192.0.2.5') })).status).toBe(200);
    } finally {
      for (const stream of held) stream.close();
    }
    await until(async () => (await ask(site, payroll, customers, { headers })).status === 200);
  }, 60_000);
});
