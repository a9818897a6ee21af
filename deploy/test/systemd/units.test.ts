import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installStandIns, installUnits, unitFiles } from './prepared-root.ts';

const backupUnits = unitFiles().filter((name) => /^dhanman-backup-.*\.service$/.test(name));
const ofEnvironments = unitFiles().filter((name) => /^dhanman-(prod|qa)-.*\.service$/.test(name));
const serviceUnits = ofEnvironments.filter((name) => !/-(next|migrate)\.service$/.test(name));
const nextUnits = ofEnvironments.filter((name) => name.endsWith('-next.service'));
const migrateUnits = ofEnvironments.filter((name) => name.endsWith('-migrate.service'));
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dhanman-units-'));
  await installUnits(root);
  await installStandIns(root);
});
afterAll(() => rm(root, { recursive: true }));

/** What it prints is the verdict: it exits with 0 even after an unknown key. */
const verify = (names: readonly string[]) => analyze('verify', `--root=${root}`, ...names).said;

function analyze(...args: readonly string[]) {
  const { status, stdout, stderr, error } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  if (error) throw error;
  return { status, said: `${stdout}${stderr}`.trim() };
}

test('there is a unit for each service of production and QA', () => {
  expect(serviceUnits).toHaveLength(12);
  expect([nextUnits, migrateUnits].map(({ length }) => length)).toEqual([12, 12]);
});

describe('systemd', () => {
  test('has nothing to say about any unit', () => {
    expect(verify(unitFiles())).toBe('');
  });

  test('would have said something about a key it does not know and a program that is missing', async () => {
    const file = join(root, 'etc/systemd/system/dhanman-qa-sales.service');
    const unit = await readFile(file, 'utf8');
    await writeFile(file, unit.replace('Restart=', 'Restarts='));
    expect(verify(['dhanman-qa-sales.service'])).toContain("Unknown key 'Restarts'");
    await writeFile(file, unit);
    await rm(join(root, 'var/www/qa/dhanman-sales/current/bin/node'));
    expect(verify(['dhanman-qa-sales.service'])).toContain('bin/node is not executable');
    await installStandIns(root);
  });

  test.each([...ofEnvironments, ...backupUnits, 'dhanman-logs.service'])('rates the exposure of %s at 2.5 or less', (name) => {
    const { status, said } = analyze('security', `--root=${root}`, '--offline=true', '--threshold=25', name);
    expect({ status, said: status === 0 ? '' : said }).toEqual({ status: 0, said: '' });
  });
});

test.each(serviceUnits)('%s has the promised limits and habits', async (name) => {
  const lines = (await readFile(join(root, 'etc/systemd/system', name), 'utf8')).split('\n');
  const [, environment = '', service = ''] = name.replace('.service', '').split('-');
  for (const promised of [
    `User=dhanman-${environment}-${service}`,
    `WorkingDirectory=/var/www/${environment}/dhanman-${service}/current`,
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'PrivateTmp=yes',
    'CapabilityBoundingSet=',
    'SystemCallFilter=@system-service',
    'MemoryMax=2048M',
    'CPUQuota=200%',
    'LimitNOFILE=65536',
    'LimitCORE=0',
    'Restart=always',
    'StartLimitIntervalSec=0',
    'TimeoutStopSec=30',
    'After=network.target',
    `LoadCredential=DATABASE_URL:/etc/dhanman/${environment}/credentials/${service}/DATABASE_URL`,
  ]) {
    expect(lines).toContain(promised);
  }
  // The database may be on this machine, but the service waits for it itself.
  expect(lines.filter((line) => /^(After|Requires|Wants|BindsTo)=/.test(line))).toEqual([
    'After=network.target',
  ]);
  expect(lines.filter((line) => line.startsWith('Environment='))).toEqual([]);
});

test.each(nextUnits)(
  '%s is the service itself but for its release and its ports, and never starts by itself',
  async (name) => {
    const [own = [], second = []] = await Promise.all(
      [name.replace('-next', ''), name].map(async (unit) =>
        (await readFile(join(root, 'etc/systemd/system', unit), 'utf8')).split('\n'),
      ),
    );
    const same = (line: string) =>
      line.replace('/next', '/current').replace(/(SyslogIdentifier=.+)-next$/, '$1');
    const added = second.map(same).filter((line) => !own.includes(line));
    expect(added).toEqual([
      expect.stringMatching(/^Description=.+ the second instance of a release$/),
      expect.stringMatching(/^EnvironmentFile=\/etc\/dhanman\/.+\.next\.env$/),
    ]);
    const left = own.filter((line) => line !== '' && !second.map(same).includes(line));
    expect(left.map((line) => line.split('=')[0])).toEqual(['Description', '[Install]', 'WantedBy']);
  },
);

test.each(migrateUnits)(
  '%s alone reads the password of the owner, as an account that serves nobody',
  async (name) => {
    const [, environment = ''] = name.split('-');
    const lines = (await readFile(join(root, 'etc/systemd/system', name), 'utf8')).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([`User=dhanman-${environment}-migrate`, 'Type=oneshot', 'LimitCORE=0']),
    );
    expect(lines.filter((line) => line.startsWith('LoadCredential='))).toEqual([
      expect.stringContaining('/credentials-of-owners/'),
    ]);
    expect(lines).not.toContain('[Install]');
  },
);

test.each(backupUnits)(
  '%s runs by a timer, as the cluster, and spares what the cluster shares',
  async (name) => {
    const lines = (await readFile(join(root, 'etc/systemd/system', name), 'utf8')).split('\n');
    expect(lines).toEqual(expect.arrayContaining(['User=postgres', 'Type=oneshot', 'LimitCORE=0']));
    // `yes` would take the shared memory of the running Postgres with it each time a backup ends.
    expect(lines.filter((line) => line.startsWith('RemoveIPC='))).toEqual(['RemoveIPC=no']);
    expect(unitFiles()).toContain(name.replace('.service', '.timer'));
  },
);

test('every time of the timers is one systemd understands', async () => {
  const timers = unitFiles().filter((name) => name.endsWith('.timer'));
  expect(timers).toHaveLength(backupUnits.length);
  for (const name of timers) {
    const text = await readFile(join(root, 'etc/systemd/system', name), 'utf8');
    for (const [, time = ''] of text.matchAll(/^OnCalendar=(.+)$/gm))
      expect(analyze('calendar', time).status).toBe(0);
    for (const [, span = ''] of text.matchAll(/^On(?:Boot|UnitActive)Sec=(.+)$/gm))
      expect(analyze('timespan', span).status).toBe(0);
  }
});
