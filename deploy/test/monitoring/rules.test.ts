// An alert on a figure that nobody reports never fires, and its silence looks like health.
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@dhanman/kernel';
import { query, spawnService, type SpawnedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, it, test } from '@jest/globals';
import { exported, metricsIn, withReplica } from './exported.ts';

const repository = join(import.meta.dirname, '../../..');
const folder = join(repository, 'deploy/monitoring/rules');
const cases = join(import.meta.dirname, '../../monitoring/tests');
const patience = { deadlineMs: 30_000 };

let sales: SpawnedService;

beforeAll(async () => {
  sales = await spawnService('sales', { overrides: withReplica });
}, 90_000);

afterAll(async () => {
  await sales.drop();
}, 30_000);

async function metricsNamedInRules(): Promise<readonly string[]> {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const expressions = texts.flatMap((text) =>
    [...text.matchAll(/^\s+expr: (.+)$/gm)].map(([, expr = '']) => expr),
  );
  return [...new Set(expressions.flatMap(metricsIn))];
}

async function figures(): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(sales.process.metricsUrl)).text();
  const lines = [...text.matchAll(/^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{[^}]*\})? (\S+)/gm)];
  return new Map(lines.map(([, name = '', value]) => [name, Number(value)]));
}

test('every figure that a rule asks for is reported by a running service or by the backups', async () => {
  const named = await metricsNamedInRules();
  expect(named).toEqual(expect.arrayContaining(['messages_unsent_oldest_seconds', 'dead_letters_open']));
  // The directory is looked at once a service has started, and not before.
  await until(async () => {
    const reported = await exported(sales);
    expect(named.filter((name) => !reported.has(name))).toEqual([]);
    return true;
  }, patience);
});

test('the figures tell what waits', async () => {
  const organization = newId();
  const envelope = { source: 'sales', organizationId: organization };
  const tables = sales.database.adminUrl;
  await query(
    tables,
    `insert into dead_letter (id, payload, message_id, contract, queue, correlation_id, reason, envelope, history)
     values ($1, '{}', 'm', 'c', 'q', 'x', 'r', $2, '[]')`,
    [newId(), envelope],
  );
  await query(
    tables,
    `insert into inbox_parked
       (stream, key, number, message_id, contract, queue, correlation_id, envelope, payload, parked_at)
     values ('s', $1, 2, $1, 'c', 'q', 'x', $2, '{}', now() - interval '1 hour')`,
    [newId(), envelope],
  );
  await query(
    tables,
    `insert into job (id, contract, once, organization, correlation_id, envelope, payload, state)
     values ($1, 'c', 'o', $2, 'x', $3, '{}', 'failed')`,
    [newId(), organization, envelope],
  );
  // A queue that no service has: the broker returns it, and it stays.
  await query(
    tables,
    `insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload, created_at)
     values ($1, $1, 'command', 'nobody.does-this.v1', '', 'x', $2, '{}', now() - interval '1 hour')`,
    [newId(), envelope],
  );
  const seen = await until(async () => {
    const now = await figures();
    return now.get('messages_unroutable') === 1 && now;
  }, patience);
  expect(Object.fromEntries(seen)).toMatchObject({
    messages_unsent: 1,
    dead_letters_open: 1,
    jobs_failed: 1,
  });
  expect(seen.get('messages_unsent_oldest_seconds')).toBeGreaterThanOrEqual(3_600);
  expect(seen.get('messages_parked_oldest_seconds')).toBeGreaterThanOrEqual(3_600);
  await until(async () => {
    const { checks } = (await (await fetch(`${sales.process.url}/health/ready`)).json()) as {
      checks: Record<string, { status: string }>;
    };
    return checks['outbox']?.status === 'degraded';
  }, patience);
}, 60_000);

test('every alert is seen firing and silent, and no other file lies among the rules', async () => {
  const files = await readdir(folder);
  expect(files.toSorted()).toEqual((await readdir(cases)).toSorted());
  for (const file of files) {
    const alerts = [...(await readFile(join(folder, file), 'utf8')).matchAll(/^ +- alert: (\w+)$/gm)];
    const text = await readFile(join(cases, file), 'utf8');
    expect(alerts.length).toBeGreaterThan(0);
    for (const [, alert = ''] of alerts) {
      expect(text).toMatch(new RegExp(`alertname: ${alert} \\}$`, 'm'));
      expect(text).toMatch(new RegExp(`alertname: ${alert}\\n +exp_alerts:`));
    }
  }
});

/** As the pages that show Markdown make it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');

test('every alert leads to a page that says what to do', async () => {
  for (const file of await readdir(folder)) {
    const text = await readFile(join(folder, file), 'utf8');
    const alerts = text.match(/^ +- alert: /gm) ?? [];
    const pages = [...text.matchAll(/^ +runbook: (docs\/\w+\.md)#(.+)$/gm)];
    expect([file, pages.length]).toEqual([file, alerts.length]);
    for (const [, page = '', anchor = ''] of pages) {
      const headings = (await readFile(join(repository, page), 'utf8')).matchAll(/^#+ (.+)$/gm);
      expect([...headings].map(([, heading = '']) => anchorOf(heading))).toContain(anchor);
    }
  }
});

test('requests are counted at the 200 ms of the objective', async () => {
  const text = await (await fetch(sales.process.metricsUrl)).text();
  expect(text).toMatch(/^http_server_request_duration_seconds_bucket\{.*le="0\.2"/m);
});

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
const why = hasPromtool ? '' : ' (skipped: promtool is not installed)';

(hasPromtool ? it : it.skip)(
  `the rules are what Prometheus understands, and do what their cases say${why}`,
  async () => {
    for (const file of await readdir(folder)) {
      for (const words of [
        ['check', 'rules', join(folder, file)],
        ['test', 'rules', join(cases, file)],
      ]) {
        const { status, stdout, stderr } = spawnSync('promtool', words, { encoding: 'utf8' });
        expect({ status, said: `${stdout}${stderr}` }).toEqual({
          status: 0,
          said: expect.stringContaining('SUCCESS'),
        });
      }
    }
  },
  120_000,
);
