// The units of the backup under a real systemd: what their sandbox lets through is what a rehearsal needs.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findProgram } from '../../local/machine/programs.ts';
import { backupFigures, backupUnitOf, deployed, nodeExporterFolder, toolsDirectory } from '../../topology.ts';
import { Container, whyNoContainer } from './container.ts';
import { installUnits } from './prepared-root.ts';

const repository = join(import.meta.dirname, '../../..');
const refusal = whyNoContainer();
const why = refusal === undefined ? '' : ` (skipped: ${refusal})`;
const describeBooted = refusal === undefined ? describe : describe.skip;
const check = `${backupUnitOf('check')}.service`;
const beside = `${backupUnitOf('beside')}.service`;
const rehearse = `${backupUnitOf('rehearse-prod')}.service`;

describeBooted('the units of the backup', () => {
  let container: Container;
  let remove = () => Promise.resolve();
  beforeAll(async () => {
    container = await Container.boot({
      shown: [
        { directory: repository, at: `${toolsDirectory}/current` },
        { directory: dirname(dirname(process.execPath)), at: '/opt/node' },
      ],
      prepare: async (root) => {
        await installUnits(root);
        await mkdir(join(root, toolsDirectory, 'current'), { recursive: true });
        await mkdir(join(root, 'opt/node'), { recursive: true });
        await dropIn(root, check, ['/opt/node/bin/node deploy/backup/main.ts check']);
        // The cluster's account may read what root has packed, and nothing else of it.
        await dropIn(root, beside, ['/usr/bin/tar -tf /run/dhanman-backup/configuration.tar']);
        await mkdir(join(root, 'etc/dhanman/prod/credentials/sales'), { recursive: true });
        await writeFile(join(root, 'etc/dhanman/prod/credentials/sales/AMQP_URL'), '', { mode: 0o400 });
        await dropIn(root, rehearse, clusterOfItsOwn());
      },
    });
    remove = () => container.remove();
  }, 120_000);
  afterAll(() => remove(), 60_000);

  const start = (unit: string) => container.run('systemctl', 'start', unit);
  const journalOf = (unit: string) => container.run('journalctl', '--no-pager', '--output=cat', '-u', unit);

  test(`the check runs as the account of the cluster, and says what is not set up${why}`, () => {
    start(check);
    expect(journalOf(check)).toContain(
      '/etc/dhanman/backup/KEY is missing. docs/backups.md says what goes into it.',
    );
    expect(container.run('systemctl', 'is-failed', check)).toBe('failed');
    expect(container.run('stat', '-c', '%U %a', backupFigures)).toBe('postgres 755');
  }, 60_000);

  test(`the configuration is packed with its secrets, without the key that seals it, and gone afterwards${why}`, () => {
    container.run('install', '-D', '-m', '0400', '/dev/null', '/etc/dhanman/backup/KEY');
    start(beside);
    const said = journalOf(beside);
    expect(said).toContain('dhanman/prod/credentials/sales/AMQP_URL');
    expect(said).not.toContain('backup/KEY');
    expect(container.run('systemctl', 'show', '--property=Result', '--value', beside)).toBe('success');
    expect(container.run('ls', '/run/dhanman-backup')).toContain('No such file');
  }, 60_000);

  test(`a cluster starts, takes writes and stops inside the sandbox of the rehearsal${why}`, () => {
    start(rehearse);
    expect(journalOf(rehearse)).toContain('forty-two is 42');
    expect(container.run('systemctl', 'show', '--property=Result', '--value', rehearse)).toBe('success');
  }, 120_000);

  test(`the node exporter finds the figures by links in its own folder${why}`, () => {
    container.run('systemd-tmpfiles', '--create', '/etc/systemd/system/dhanman-backup.tmpfiles.conf');
    for (const file of ['check', ...deployed.map(({ name }) => `rehearsal-${name}`)])
      expect(container.run('readlink', `${nodeExporterFolder}/dhanman-${file}.prom`)).toBe(
        `${backupFigures}/${file}.prom`,
      );
  });

  test(`the timers are scheduled${why}`, () => {
    container.run('systemctl', 'start', `${backupUnitOf('take')}.timer`);
    expect(container.run('systemctl', 'list-timers', '--all', '--no-pager')).toContain(backupUnitOf('take'));
  });
});

const folder = '/var/cache/dhanman-backup/cluster';

function clusterOfItsOwn(): readonly string[] {
  const postgres = dirname(findProgram('postgresql/pg_ctl'));
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder}`;
  const asks = `-c "create table t as select 42 as n" -c "select 'forty-two is ' || n from t"`;
  return [
    `${postgres}/initdb -D ${folder} --no-sync --auth=trust`,
    `${postgres}/pg_ctl -D ${folder} -w -l ${folder}/log -o "${settings}" start`,
    `${postgres}/psql -h ${folder} -d postgres -At ${asks}`,
    `${postgres}/pg_ctl -D ${folder} -m immediate stop`,
  ];
}

/** Only the commands are others: the account, the folders and the sandbox are those of the unit. */
async function dropIn(root: string, unit: string, commands: readonly string[]): Promise<void> {
  const place = join(root, 'etc/systemd/system', `${unit}.d`);
  await mkdir(place, { recursive: true });
  const lines = ['[Service]', 'ExecStart=', ...commands.map((command) => `ExecStart=${command}`), ''];
  await writeFile(join(place, 'of-the-test.conf'), lines.join('\n'));
}
