// An alert that no route takes wakes nobody, and a target that does not exist is watched for nothing.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, test } from '@jest/globals';
import { otherwise, receivers, routes } from '../../generate/watching.ts';
import { alertmanagerPort, deployed, metricsPort, nodeExporterPort, services } from '../../topology.ts';

const monitoring = join(import.meta.dirname, '../../monitoring');
const operatorPage = join(import.meta.dirname, '../../../docs/watching.md');
const has = (program: string) => spawnSync(program, ['--version']).status === 0;
const skipped = (program: string) => (has(program) ? '' : ` (skipped: ${program} is not installed)`);

type Labels = Readonly<Record<string, string>>;

async function alerts(): Promise<readonly { readonly alert: string; readonly severity: string }[]> {
  const files = await readdir(join(monitoring, 'rules'));
  const texts = await Promise.all(files.map((file) => readFile(join(monitoring, 'rules', file), 'utf8')));
  return texts
    .flatMap((text) => text.split(/^ +- alert: /m).slice(1))
    .map((text) => ({
      alert: /^\w+/.exec(text)?.[0] ?? '',
      severity: /^ +severity: (\S+)$/m.exec(text)?.[1] ?? '',
    }));
}

function receiverOf(labels: Labels): string | undefined {
  return routes.find(({ matches }) =>
    Object.entries(matches).every(([label, value]) => labels[label] === value),
  )?.receiver;
}

/** What an operator puts together: our routes, and the receivers as the page shows them with something filled in. */
async function wholeConfiguration(): Promise<string> {
  const example = /```yaml\n([\s\S]*?)```/.exec(await readFile(operatorPage, 'utf8'))?.[1] ?? '';
  const filled = example
    .replaceAll("smarthost: ''", "smarthost: 'mail.example.com:587'")
    .replaceAll(/(to|from|routing_key): ''/g, "$1: 'somebody@example.com'");
  return (await readFile(join(monitoring, 'alertmanager.routes.yml'), 'utf8')) + filled;
}

test('every alert goes where its severity says, and none of QA wakes anybody', async () => {
  const all = await alerts();
  expect(all.length).toBeGreaterThan(10);
  for (const { alert, severity } of all) {
    // Not by falling through: a severity with a typing error would be found here.
    expect({ alert, goesTo: receiverOf({ severity, environment: 'prod' }) }).toEqual({
      alert,
      goesTo: severity,
    });
    expect({ alert, goesTo: receiverOf({ severity }) }).toEqual({ alert, goesTo: severity });
    expect(receiverOf({ severity, environment: 'qa' })).toBe('ticket');
  }
  expect(otherwise).toBe('page');
});

test('the receivers that routes name are those that the operator is told to fill in', async () => {
  const text = await wholeConfiguration();
  const named = [...text.matchAll(/^ +(?:- )?receiver: (\w+)$/gm)].map(([, name]) => name);
  const defined = [...text.matchAll(/^ {2}- name: (\w+)$/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(receivers));
  expect(defined).toEqual([...receivers]);
});

test('what is scraped is every service in production and QA, and nothing the topology does not know', async () => {
  const text = await readFile(join(monitoring, 'prometheus.yml'), 'utf8');
  const files = /^ +- files: \[(.+)\]$/m.exec(text)?.[1]?.split(', ') ?? [];
  expect(files).toEqual((await readdir(join(monitoring, 'targets'))).map((file) => `targets/${file}`));
  const scraped = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(monitoring, file), 'utf8')) as unknown),
  );
  const expected = deployed.flatMap(({ name: environment }) =>
    services.map(({ name: service, ports }) => ({
      targets: [`127.0.0.1:${metricsPort(ports[environment])}`],
      labels: { environment, service },
    })),
  );
  expect(scraped.flat()).toEqual(expected);
  const others = [...text.matchAll(/targets: \['127\.0\.0\.1:(\d+)'\]/g)].map(([, port]) => Number(port));
  expect(others).toEqual([alertmanagerPort, nodeExporterPort]);
});

(has('promtool') ? it : it.skip)(`Prometheus takes its file${skipped('promtool')}`, () => {
  const file = join(monitoring, 'prometheus.yml');
  const { status, stdout, stderr } = spawnSync('promtool', ['check', 'config', file], { encoding: 'utf8' });
  expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
});

(has('amtool') ? it : it.skip)(
  `Alertmanager takes the routes with the receivers, and sends each alert there${skipped('amtool')}`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dhanman-routes-'));
    try {
      const file = join(folder, 'alertmanager.yml');
      await writeFile(file, await wholeConfiguration());
      const amtool = (...words: string[]) => spawnSync('amtool', words, { encoding: 'utf8' }).stdout.trim();
      expect(amtool('check-config', file)).toContain('SUCCESS');
      const goesTo = (...labels: string[]) =>
        amtool('config', 'routes', 'test', `--config.file=${file}`, ...labels);
      for (const { alert, severity } of await alerts()) {
        expect(goesTo(`alertname=${alert}`, `severity=${severity}`)).toBe(severity);
        expect(goesTo(`alertname=${alert}`, `severity=${severity}`, 'environment=qa')).toBe('ticket');
      }
      expect(goesTo('severity=unheard-of')).toBe('page');
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  60_000,
);
