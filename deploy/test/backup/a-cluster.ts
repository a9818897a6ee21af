// A cluster of its own that archives, as the account servers run under.
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  chmodSync,
  appendFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { archiveSettings } from '../../backup/archive-settings.ts';
import { serverAccount } from '../../local/machine/account.ts';
import { findProgram } from '../../local/machine/programs.ts';
import { mustRun, type Outcome, run } from '../../local/machine/run.ts';

const password = 'of the test';
const account = serverAccount();
const main = join(import.meta.dirname, '../../backup/main.ts');

export class Place {
  readonly folder = mkdtempSync(join(tmpdir(), 'dhanman-drill-'));
  readonly settings = join(this.folder, 'settings');
  readonly bucket = `drill-${this.folder.slice(-6).toLowerCase()}`;

  readonly port: number;

  constructor(port: number) {
    this.port = port;
    chownSync(this.folder, account.uid, account.gid);
    mkdirSync(this.settings);
    const { DHANMAN_TEST_S3_URL, DHANMAN_TEST_S3_ACCESS_KEY, DHANMAN_TEST_S3_SECRET_KEY } = process.env;
    const files = {
      S3_URL: DHANMAN_TEST_S3_URL,
      S3_ACCESS_KEY: DHANMAN_TEST_S3_ACCESS_KEY,
      S3_SECRET_KEY: DHANMAN_TEST_S3_SECRET_KEY,
      BUCKET: this.bucket,
      LOCK_DAYS: '1',
      KEY: '5e'.repeat(32),
      POSTGRES_URL: this.urlOf('postgres'),
    };
    for (const [name, content] of Object.entries(files)) this.write(join('settings', name), content ?? '');
  }

  /** What the environment has beside its databases: a bucket of the test, whose name is returned, and a virtual host. */
  besides(
    environment: string,
    vhost: string,
    broker = process.env['DHANMAN_TEST_AMQP_MANAGEMENT_URL'],
  ): string {
    mkdirSync(join(this.settings, environment), { recursive: true });
    const { DHANMAN_TEST_S3_URL, DHANMAN_TEST_S3_ACCESS_KEY, DHANMAN_TEST_S3_SECRET_KEY } = process.env;
    const bucket = `${this.bucket}-${environment}`;
    const files = {
      S3_URL: DHANMAN_TEST_S3_URL,
      S3_ACCESS_KEY: DHANMAN_TEST_S3_ACCESS_KEY,
      S3_SECRET_KEY: DHANMAN_TEST_S3_SECRET_KEY,
      BUCKET: bucket,
      BROKER_URL: Object.assign(new URL(broker ?? ''), { pathname: `/${encodeURIComponent(vhost)}` }).href,
    };
    for (const [name, content] of Object.entries(files)) {
      rmSync(join(this.settings, environment, name), { force: true });
      this.write(join('settings', environment, name), content ?? '');
    }
    return bucket;
  }

  /** The command, as the account that owns the cluster. */
  async backup(...args: readonly string[]): Promise<Outcome> {
    return run(process.execPath, [main, ...args, '--settings', this.settings], { account, cwd: this.folder });
  }

  async newCluster(): Promise<string> {
    const path = join(this.folder, 'first');
    this.write('password', password);
    const options = [
      '--username',
      'postgres',
      '--pwfile',
      join(this.folder, 'password'),
      '--auth',
      'scram-sha-256',
    ];
    await mustRun(findProgram('postgresql/initdb'), ['-D', path, ...options, '--no-sync'], {
      account,
      cwd: this.folder,
    });
    const lines = [
      `port = ${String(this.port)}`,
      `listen_addresses = '127.0.0.1'`,
      `unix_socket_directories = ''`,
    ];
    appendFileSync(join(path, 'postgresql.conf'), `${lines.join('\n')}\n${archiveSettings(this.settings)}\n`);
    return path;
  }

  async start(path: string): Promise<void> {
    const log = join(this.folder, 'log');
    const { code } = await this.control(path, ['start', '-w', '-t', '60', '-l', log]);
    if (code !== 0) throw new Error(`It does not start:\n${readFileSync(log, 'utf8').slice(-3_000)}`);
  }

  /** As if the machine were gone. */
  async kill(path: string): Promise<void> {
    await this.control(path, ['stop', '-m', 'immediate']);
    rmSync(path, { recursive: true });
  }

  async stop(path: string): Promise<void> {
    await this.control(path, ['stop', '-m', 'immediate']);
  }

  urlOf(database: string): string {
    return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${String(this.port)}/${database}`;
  }

  async query<Row extends object>(sql: string): Promise<Row[]> {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: this.port,
      user: 'postgres',
      password,
      database: 'postgres',
    });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  private async control(path: string, args: readonly string[]): Promise<Outcome> {
    return run(findProgram('postgresql/pg_ctl'), ['-D', path, ...args], { account, cwd: this.folder });
  }

  private write(name: string, content: string): void {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    chmodSync(path, 0o400);
    chownSync(path, account.uid, account.gid);
  }
}
