// The last copy is brought back beside the running cluster, and what is wrong in it is named.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, freshVirtualHost, query, surroundingsOfBuilt, type VirtualHost } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { canRead, serverAccount } from '../../local/machine/account.ts';
import { databaseOf, environments, serviceNamed, services } from '../../topology.ts';
import { Place } from './a-cluster.ts';

const isPossible = canRead(serverAccount(), join(import.meta.dirname, '../../backup/main.ts'));
const why = isPossible ? '' : ' (skipped: the account of the servers cannot read this folder)';
const rehearsal = isPossible ? test : test.skip;

let place: Place;
let running: string;
let vhost: VirtualHost;
let rehearse: readonly string[];

beforeAll(async () => {
  if (!isPossible) return;
  place = new Place(await freePort());
  const folders = ['--in', place.folder, '--figures', place.folder];
  rehearse = ['rehearse', '--environment', 'qa', ...folders];
  running = await place.newCluster();
  await place.start(running);
  expect(await place.backup('init')).toMatchObject({ code: 0 });
  for (const service of services)
    await place.query(`create database "${databaseOf(environments.qa, service)}"`);
  vhost = await freshVirtualHost();
  place.besides('qa', vhost.name);
  expect(await place.backup('take-beside')).toMatchObject({ code: 0 });
  await fill(databaseOf(environments.qa, serviceNamed('common')), 'common');
}, 180_000);

afterAll(async () => {
  if (!isPossible) return;
  await place.stop(running);
  await vhost.drop();
  rmSync(place.folder, { recursive: true });
}, 60_000);

/** The tables of a service, and roles of the names its policies know: in a copy nobody but the superuser asks. */
async function fill(name: string, service: string): Promise<void> {
  const surroundings = await surroundingsOfBuilt(service);
  try {
    const dump = execFileSync('pg_dump', ['--no-owner', '--no-privileges', surroundings.database.adminUrl]);
    const roles = await query<{ name: string }>(
      surroundings.database.adminUrl,
      `select rolname as name from pg_roles where rolname like '%dhanman\\_${service}%'`,
    );
    for (const role of roles) await place.query(`create role "${role.name}"`);
    execFileSync('psql', ['--quiet', '--set=ON_ERROR_STOP=1', place.urlOf(name)], {
      input: dump,
      stdio: 'pipe',
    });
  } finally {
    await surroundings.drop();
  }
}

const figure = (file: string, name: string): number => {
  const lines = readFileSync(join(place.folder, `${file}.prom`), 'utf8').split('\n');
  return Number(lines.find((line) => line.startsWith(`${name} `))?.slice(name.length));
};

rehearsal(
  `a check leaves a mark that the log carries to the archive, also when nobody works${why}`,
  async () => {
    // A restart of the archive's clock: whatever was written before is stored, nothing else is under way.
    await place.query('select pg_switch_wal()');
    const [before] = await place.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at');
    const { output } = await place.backup('check', '--figures', place.folder);
    expect(output).toContain('The last whole copy is missing');
    expect(figure('check', 'backup_copy_timestamp_seconds')).toBe(0);
    expect(figure('check', 'backup_checked_timestamp_seconds')).toBeGreaterThan(0);
    const marks = await place.query<{ written: boolean }>(
      `select pg_current_wal_insert_lsn() > '${before?.at ?? ''}'::pg_lsn as written`,
    );
    expect(marks).toEqual([{ written: true }]);
  },
  120_000,
);

rehearsal(
  `what is stored is brought back, and everything that must be true of it is asked${why}`,
  async () => {
    expect(await place.backup('take')).toMatchObject({ code: 0 });
    const { code, output } = await place.backup(...rehearse);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^Back up to 20/) });
    expect(figure('rehearsal-qa', 'backup_rehearsal_broken{environment="qa"}')).toBe(0);
    expect(figure('rehearsal-qa', 'backup_rehearsal_duration_seconds{environment="qa"}')).toBeGreaterThan(0);
    expect(output).toContain('I11 ok');
    expect(output).toContain('I13 ok      0 files of journal_attachment are kept');
    // The running one goes on as it was.
    expect(await place.query('select pg_is_in_recovery() as recovers')).toEqual([{ recovers: false }]);
  },
  120_000,
);

rehearsal(
  `what is wrong in it is named${why}`,
  async () => {
    const planted = `
    set session_replication_role = replica;
    insert into account_month (organization_id, company_id, account_id, month, is_closing, debit, credit)
    values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '2026-04-01', false, 5, 0);
    insert into journal_attachment (organization_id, id, company_id, journal_id, name, type, kept_as, sha256, bytes,
      is_addition, attached_by, created_at)
    values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'Bill', 'image/png',
      'journals/lost', '', 1, false, 'Asha', '2026-04-01')`;
    execFileSync('psql', [
      '--quiet',
      '--command',
      planted,
      place.urlOf(databaseOf(environments.qa, serviceNamed('common'))),
    ]);
    expect(await place.backup('take')).toMatchObject({ code: 0 });
    const { code, output } = await place.backup(...rehearse);
    expect(code).toBe(1);
    expect(output).toContain('account_month');
    expect(output).toContain('"file":"journals/lost"');
    expect(figure('rehearsal-qa', 'backup_rehearsal_broken{environment="qa"}')).toBeGreaterThan(0);
  },
  120_000,
);

rehearsal(
  `a copy of something else is not taken for ours${why}`,
  async () => {
    const { code, output } = await place.backup('rehearse', '--environment', 'prod', '--in', place.folder);
    expect(code).toBe(1);
    expect(output).toContain('The copy is not one of prod');
  },
  120_000,
);
