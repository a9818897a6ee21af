// The generated units with the built services, under a real systemd. There is no database, broker or store in the
// container: the services must start all the same, say that they are not ready, and wait.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '@dhanman/testing';
import { deployed, limits, services, unitOf } from '../../topology.ts';
import { Container, whyNoContainer } from './container.ts';
import { currentReleases, installConfiguration, installUnits, secretWord } from './prepared-root.ts';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const refusal = whyNoContainer();
const title = 'units under a booted systemd';
const describeBooted = refusal === undefined ? describe : describe.skip;

describeBooted.each(deployed)(`${title}: $name`, (environment) => {
  const units = services.map((service) => unitOf(environment, service));
  const target = `dhanman-${environment.name}.target`;
  const why = refusal === undefined ? '' : ` (skipped: ${refusal})`;
  let container: Container;
  let remove = () => Promise.resolve();

  beforeAll(async () => {
    container = await Container.boot({
      // A release is the built repository with its own Node in bin/.
      joined: currentReleases(environment).map((at) => ({ at, directories: [nodeFolder(), repository] })),
      prepare: async (root) => {
        await installUnits(root);
        await installConfiguration(root);
      },
    });
    remove = () => container.remove();
    container.run('systemctl', 'enable', ...units);
    container.run('systemctl', 'start', target);
  }, 60_000);
  afterAll(() => remove(), 30_000);

  const show = (unit: string, property: string) =>
    container.run('systemctl', 'show', '--value', '--property', property, unit);
  const journalOf = (unit: string) => container.run('journalctl', '--no-pager', '--output=cat', '--unit', unit);
  const statusOf = (path: string) =>
    Object.fromEntries(
      services.map((service) => {
        const address = `http://127.0.0.1:${service.ports[environment.name]}${path}`;
        const script = `fetch('${address}').then((r) => console.log(r.status), () => console.log('no answer'))`;
        return [service.name, container.runFromOutside(process.execPath, '-e', script)];
      }),
    );
  const all = (value: string) => Object.fromEntries(services.map(({ name }) => [name, value]));
  const eventually = (path: string, expected: string) =>
    until(() => Object.values(statusOf(path)).every((status) => status === expected), {
      deadlineMs: 60_000,
      what: `${path} answers ${expected} everywhere`,
    }).catch((error: unknown) => {
      throw new Error(units.map((unit) => `${unit}: ${journalOf(unit).slice(-1_500)}`).join('\n\n'), { cause: error });
    });

  test(`every service is alive without its servers, and says that it is not ready${why}`, async () => {
    await eventually('/health', '200');
    expect(statusOf('/health/ready')).toEqual(all('503'));
    expect(statusOf('/health/startup')).toEqual(all('503'));
    expect(units.map((unit) => show(unit, 'NRestarts'))).toEqual(units.map(() => '0'));
  }, 90_000);

  test(`each runs as its own user, without capabilities, privileges to gain, or core dumps${why}`, () => {
    for (const unit of units) {
      const pid = show(unit, 'MainPID');
      const status = container.read(`/proc/${pid}/status`);
      const uid = container.run('id', '--user', unit);
      expect(status).toMatch(new RegExp(`^Uid:\\s+${uid}\\s+${uid}\\s+${uid}\\s+${uid}$`, 'm'));
      expect(status).toMatch(/^CapBnd:\s+0+$/m);
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(container.read(`/proc/${pid}/limits`)).toMatch(/^Max core file size\s+0\s+0\s/m);
      expect(show(unit, 'LimitNOFILE')).toBe('65536');
    }
  });

  test(`no secret is in an environment, a command line or the journal${why}`, () => {
    for (const unit of units) {
      const pid = show(unit, 'MainPID');
      expect(container.run('ls', `/run/credentials/${unit}.service`)).toContain('DATABASE_URL');
      expect(container.read(`/proc/${pid}/environ`)).toContain('CREDENTIALS_DIRECTORY');
      for (const place of [container.read(`/proc/${pid}/environ`), container.read(`/proc/${pid}/cmdline`)]) {
        expect(place).not.toContain(secretWord);
      }
      expect(journalOf(unit)).not.toContain(secretWord);
    }
  });

  test(`each is restarted after kill -9, with a new process${why}`, async () => {
    const before = units.map((unit) => show(unit, 'MainPID'));
    container.run('systemctl', 'kill', '--signal=KILL', '--kill-who=main', ...units);
    await until(() => units.every((unit) => show(unit, 'NRestarts') === '1'), { deadlineMs: 30_000 });
    await eventually('/health', '200');
    const after = units.map((unit) => show(unit, 'MainPID'));
    for (const [index, pid] of after.entries()) expect(pid).not.toBe(before[index]);
  }, 90_000);

  test(`each stops by itself inside the drain deadline${why}`, async () => {
    const started = performance.now();
    container.run('systemctl', 'stop', target);
    await until(() => units.every((unit) => show(unit, 'ActiveState') === 'inactive'), {
      deadlineMs: limits.stopTimeoutSeconds * 1_000,
    });
    expect(performance.now() - started).toBeLessThan(limits.shutdownDeadlineMs);
    for (const unit of units) expect(journalOf(unit)).toContain(`${unit}.service: Deactivated successfully.`);
    const [, farewell = ''] = container.run('journalctl', '--no-pager', '--output=cat').split(`Stopped target ${target}`);
    expect(farewell).not.toBe('');
    expect(farewell).not.toMatch(/timed out|SIGKILL|Failed with result/);
  }, 60_000);
});

test('the built services are there to be booted', () => {
  const missing = services.filter(({ name }) => !existsSync(join(repository, `services/${name}/dist/main.js`)));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

/** The Node that runs this test, pinned by the repository: `<folder>/bin/node`. */
function nodeFolder(): string {
  return dirname(dirname(process.execPath));
}
