import { request } from 'node:http';
import { type Permission, services } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import {
  aMember,
  aToken,
  query,
  startService,
  type StartedService,
  type TokenFlaws,
  until,
} from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { common } from '../src/main.js';

const look: Permission = 'dhanman.common.job-board.read';
const manage: Permission = 'dhanman.common.job-board.manage';
const organizationId = newId();

let started: StartedService;

beforeAll(async () => {
  started = await startService(common, { overrides: { OPERATOR_ORGANIZATION: organizationId } });
  await aMember(started, { organizationId });
});

afterAll(async () => {
  await started.stop();
});

const bearer = async (permissions: readonly Permission[], flaws: TokenFlaws = {}): Promise<string> =>
  `Bearer ${await aToken({ organizationId, companies: [], permissions }, flaws)}`;

/** All rights, in an organization that does not run this installation. */
const stranger = async (): Promise<string> =>
  `Bearer ${await aToken({ organizationId: newId(), companies: [], permissions: [look, manage] })}`;

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends the path as it is written here: a client library would tidy it first. */
async function ask(path: string, { method = 'GET', headers = {} }: Asked = {}) {
  const { hostname, port } = new URL(started.url);
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const asked = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const body = Buffer.concat(parts).toString();
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
        });
      });
      asked.on('error', reject);
      asked.end();
    },
  );
}

async function sessionOf(permissions: readonly Permission[]): Promise<{ cookie: string; setCookie: string }> {
  const headers = { authorization: await bearer(permissions) };
  const answer = await ask('/jobs/session', { method: 'POST', headers });
  expect(answer.status).toBe(204);
  const [setCookie = ''] = answer.headers['set-cookie'] as string[];
  return { cookie: setCookie.split(';')[0] ?? '', setCookie };
}

interface QueueOnBoard {
  readonly name: string;
  readonly readOnlyMode: boolean;
}

async function queuesFor(headers: Readonly<Record<string, string>>): Promise<readonly QueueOnBoard[]> {
  const { status, body } = await ask('/jobs/api/queues', { headers });
  expect(status).toBe(200);
  return (JSON.parse(body) as { queues: QueueOnBoard[] }).queues;
}

/** Every path and method behind which the dashboard has something, and what its page loads. */
async function everything(): Promise<readonly (readonly [method: string, path: string])[]> {
  const { appRoutes } = (await import('@bull-board/api/dist/routes.js')) as unknown as {
    appRoutes: Record<'api', { method: string | string[]; route: string | string[] }[]> & {
      entryPoint: { route: string[] };
    };
  };
  const filled = (route: string): string => `/jobs${route.replaceAll(/:[A-Za-z]+/g, 'common-default')}`;
  const api = appRoutes.api.flatMap(({ method, route }) =>
    [method]
      .flat()
      .flatMap((verb) => [route].flat().map((one) => [verb.toUpperCase(), filled(one)] as const)),
  );
  const pages = appRoutes.entryPoint.route.map((route) => ['GET', filled(route)] as const);
  const { body } = await ask('/jobs', { headers: { authorization: await bearer([look]) } });
  const loaded = [...body.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(
    ([, path]) => ['GET', `/jobs/${path!}`] as const,
  );
  return [...pages, ...api, ...loaded];
}

describe('the job board', () => {
  test('answers nobody who is not let in, at any of its addresses, however they are written', async () => {
    const all = await everything();
    expect(all.length).toBeGreaterThan(40);
    const odd = [
      '/jobs/',
      '//jobs',
      '/jobs//api/queues',
      '/JOBS',
      '/%6aobs',
      '/jobs%2fapi/queues',
      '/jobs/../jobs/api/queues',
    ];
    const refused = {
      401: [
        undefined,
        await bearer([look], { isForged: true }),
        await bearer([look], { expiresInSeconds: -60 }),
      ],
      403: [await bearer([]), await bearer(['dhanman.common.daily-run.read']), await stranger()],
    };
    for (const [status, tokens] of Object.entries(refused)) {
      for (const token of tokens) {
        const headers = token === undefined ? {} : { authorization: token };
        for (const [method, path] of all)
          expect([method, path, (await ask(path, { method, headers })).status]).toEqual([
            method,
            path,
            Number(status),
          ]);
        for (const path of odd) expect([401, 403, 404]).toContain((await ask(path, { headers })).status);
      }
    }
    const cookie = `dhanman_session=${'x'.repeat(43)}`;
    for (const [method, path] of all)
      expect((await ask(path, { method, headers: { cookie } })).status).toBe(401);
  }, 120_000);

  test('shows the queues of all services, and only shows them', async () => {
    const headers = { authorization: await bearer([look]) };
    const queues = await queuesFor(headers);
    expect(queues.map(({ name }) => name).sort()).toEqual(
      services
        .flatMap((service) =>
          ['critical', 'default', 'low', 'outgoing', 'alarms'].map((queue) => `${service}-${queue}`),
        )
        .sort(),
    );
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    const path = '/jobs/api/queues/common-default/pause';
    expect((await ask(path, { method: 'PUT', headers })).status).toBe(403);
  });

  test('lets itself be used by who may manage it', async () => {
    const headers = { authorization: await bearer([look, manage]) };
    expect((await queuesFor(headers)).some(({ readOnlyMode }) => readOnlyMode)).toBe(false);
    for (const verb of ['pause', 'resume']) {
      const path = `/jobs/api/queues/sales-low/${verb}`;
      expect((await ask(path, { method: 'PUT', headers })).status).toBe(200);
    }
  });

  test('is a page that loads nothing from elsewhere', async () => {
    const { status, headers, body } = await ask('/jobs', {
      headers: { authorization: await bearer([look]) },
    });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('<base href="/jobs/"');
    expect(headers['content-security-policy']).toMatch(
      /default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/,
    );
    for (const [, path] of body.matchAll(/src="(static\/[^"]+\.js)"/g)) {
      const script = await ask(`/jobs/${path!}`, { headers: { authorization: await bearer([look]) } });
      expect([script.status, script.headers['content-type']]).toEqual([
        200,
        'application/javascript; charset=utf-8',
      ]);
    }
  });
});

describe('the session of a browser', () => {
  test('stands for the token on the board and nowhere else', async () => {
    const { cookie, setCookie } = await sessionOf([look]);
    expect(setCookie).toMatch(/; Path=\/jobs; Max-Age=900; HttpOnly; SameSite=Strict/);
    expect(setCookie).not.toContain('eyJ');
    expect((await ask('/jobs', { headers: { cookie } })).status).toBe(200);
    expect(await queuesFor({ cookie })).toHaveLength(30);
    expect((await ask('/api/v1/daily-runs', { headers: { cookie } })).status).toBe(401);
    expect((await ask('/jobs/session', { method: 'POST', headers: { cookie } })).status).toBe(401);
  });

  test('changes nothing from a page of another site', async () => {
    const { cookie } = await sessionOf([look, manage]);
    const path = '/jobs/api/queues/sales-low/resume';
    const from = async (site: string | undefined): Promise<number> => {
      const headers = { cookie, ...(site !== undefined && { 'sec-fetch-site': site }) };
      return (await ask(path, { method: 'PUT', headers })).status;
    };
    expect(await from('same-origin')).toBe(200);
    expect([await from('same-site'), await from('cross-site'), await from(undefined)]).toEqual([
      401, 401, 401,
    ]);
  });

  test('ends with its token', async () => {
    const headers = { authorization: await bearer([look], { expiresInSeconds: -28 }) };
    const answer = await ask('/jobs/session', { method: 'POST', headers });
    const [setCookie = ''] = answer.headers['set-cookie'] as string[];
    const cookie = setCookie.split(';')[0] ?? '';
    await until(async () => (await ask('/jobs', { headers: { cookie } })).status === 401, {
      deadlineMs: 15_000,
    });
  });
});

test('what is in the queues names jobs and nothing else', async () => {
  const { body } = await started.agent
    .post('/api/v1/companies')
    .set('authorization', await bearer(['dhanman.common.company.create']))
    .send({ name: 'Asha Traders' })
    .expect(201);
  const { id } = body as { id: string };
  await query(
    started.database.adminUrl,
    `update schedule set next_due_at = next_due_at - interval '1 day', contract = 'common.check-daily-run.v1'
     where company = $1`,
    [id],
  );
  // A reminder about no run: its job fails, which is what the board shows longest.
  const headers = { authorization: await bearer([look]) };
  const jobs = await until(
    async () => {
      const answer = await ask('/jobs/api/queues?activeQueue=common-critical&status=latest', { headers });
      const { queues } = JSON.parse(answer.body) as {
        queues: { name: string; jobs: Record<string, unknown>[] }[];
      };
      const found = queues.find(({ name }) => name === 'common-critical')?.jobs ?? [];
      return found.some(({ failedReason }) => failedReason) && found;
    },
    { deadlineMs: 30_000 },
  );
  for (const { data, failedReason, stacktrace } of jobs) {
    expect(data).toEqual({});
    expect(failedReason).toBe('See the log and the ledger of jobs.');
    expect(JSON.stringify(stacktrace)).not.toContain(id);
  }
});
