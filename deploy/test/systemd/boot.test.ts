// The generated units with the built services, under a real systemd. There is no database, broker or store in the
// container: the services must start all the same, say that they are not ready, and wait.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '@dhanman/testing';
import { deployed, limits, services, unitOf } from '../../topology.ts';
import { Container, whyNoContainer, type Shown } from './container.ts';
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
      shown: currentReleases(environment).flatMap(release),
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
  const journalOf = (unit: string) =>
    container.run('journalctl', '--no-pager', '--output=cat', '--unit', unit);
  const statusOf = (path: string) => {
    const addresses = services.map(({ ports }) => `http://127.0.0.1:${ports[environment.name]}${path}`);
    const answers = JSON.parse(
      container.runFromOutside(process.execPath, '-e', askAll, ...addresses),
    ) as string[];
    return Object.fromEntries(services.map(({ name }, index) => [name, answers[index]]));
  };
  const all = (value: string) => Object.fromEntries(services.map(({ name }) => [name, value]));
  const eventually = (path: string, expected: string) =>
    until(() => Object.values(statusOf(path)).every((status) => status === expected), {
      deadlineMs: 60_000,
      what: `${path} answers ${expected} everywhere`,
    }).catch((error: unknown) => {
      throw new Error(units.map((unit) => `${unit}: ${journalOf(unit).slice(-1_500)}`).join('\n\n'), {
        cause: error,
      });
    });

  test(`every service is alive without its servers, and says that it is not ready${why}`, async () => {
    await eventually('/health', '200');
    expect(statusOf('/health/ready')).toEqual(all('503'));
    expect(statusOf('/health/startup')).toEqual(all('503'));
    const restarted = units.filter((unit) => show(unit, 'NRestarts') !== '0');
    expect(restarted.map(journalOf)).toEqual([]);
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
    const isAnother = (unit: string, index: number) => !['0', before[index]].includes(show(unit, 'MainPID'));
    await until(() => units.every(isAnother), { deadlineMs: 30_000, what: 'every unit has a new process' });
    await eventually('/health', '200');
  }, 90_000);

  test(`each stops by itself inside the drain deadline${why}`, async () => {
    const started = performance.now();
    container.run('systemctl', 'stop', target);
    await until(() => units.every((unit) => show(unit, 'ActiveState') === 'inactive'), {
      deadlineMs: limits.stopTimeoutSeconds * 1_000,
    });
    expect(performance.now() - started).toBeLessThan(limits.shutdownDeadlineMs);
    for (const unit of units) expect(journalOf(unit)).toContain(`${unit}.service: Deactivated successfully.`);
    const [, farewell = ''] = container
      .run('journalctl', '--no-pager', '--output=cat')
      .split(`Stopped target ${target}`);
    expect(farewell).not.toBe('');
    expect(farewell).not.toMatch(/timed out|SIGKILL|Failed with result/);
  }, 60_000);
});

/** Prints the status of each address given, or that there was no answer. */
const askAll = `
  const status = (address) => fetch(address).then((answer) => String(answer.status), () => 'no answer');
  Promise.all(process.argv.slice(1).map(status)).then((all) => console.log(JSON.stringify(all)));
`;

test('the built services are there to be booted', () => {
  const missing = services.filter(
    ({ name }) => !existsSync(join(repository, `services/${name}/dist/main.js`)),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});

/** A release is the built repository with its own Node in bin/: here the one that runs this test. */
const release = (at: string): readonly Shown[] => [
  { directory: dirname(process.execPath), at: `${at}/bin` },
  ...['services', 'libs', 'node_modules'].map((name) => ({
    directory: join(repository, name),
    at: `${at}/${name}`,
  })),
];
