import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from '@dhanman/testing';
import pg from 'pg';

/** A Postgres that a test may kill. The shared test server must never be treated so. */
export class PrivatePostgres {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(): Promise<PrivatePostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'private-postgres-'));
    chownSync(folder, user.uid, user.gid);
    execFileSync(
      binary('initdb'),
      ['-D', join(folder, 'data'), '-U', 'postgres', '--auth', 'trust', '-E', 'UTF8'],
      {
        ...user,
        cwd: folder,
        stdio: 'ignore',
      },
    );
    const postgres = new PrivatePostgres(folder, await freePort());
    await postgres.run();
    return postgres;
  }

  /** A streaming copy of it, which follows until it is killed. */
  async standby(): Promise<PrivatePostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'private-standby-'));
    chownSync(folder, user.uid, user.gid);
    const words = ['-d', this.adminUrl, '-D', join(folder, 'data'), '-R', '-X', 'stream', '-c', 'fast'];
    execFileSync(binary('pg_basebackup'), [...words, '--no-sync'], { ...user, cwd: folder, stdio: 'ignore' });
    const standby = new PrivatePostgres(folder, await freePort());
    await standby.run();
    return standby;
  }

  get adminUrl(): string {
    return `postgres://postgres@127.0.0.1:${this.port}/postgres`;
  }

  /** Starts it as a supervisor does: again and again until it accepts, since a killed one leaves traces behind. */
  async run(): Promise<void> {
    await until(
      async () => {
        if (this.server?.exitCode !== null) this.server = this.spawn();
        return this.accepts();
      },
      { deadlineMs: 15_000, what: 'the private Postgres accepts connections' },
    );
  }

  async kill(): Promise<void> {
    const server = this.server!;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
    this.server = undefined;
  }

  async drop(): Promise<void> {
    if (this.server) await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private spawn(): ChildProcess {
    const settings = [
      `port=${this.port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'fsync=off',
    ];
    return spawn(
      binary('postgres'),
      ['-D', join(this.folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
      { ...user, cwd: this.folder, stdio: 'ignore' },
    );
  }

  private async accepts(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.adminUrl, connectionTimeoutMillis: 500 });
    client.on('error', () => undefined);
    await client.connect();
    await client.end();
    return true;
  }
}

function binary(name: string): string {
  const [path] = globSync(`/usr/lib/postgresql/*/bin/${name}`).sort().reverse();
  return path ?? name;
}

/** Postgres refuses to run as root. */
const user =
  process.getuid?.() === 0
    ? { uid: Number(execFileSync('id', ['-u', 'nobody'])), gid: Number(execFileSync('id', ['-g', 'nobody'])) }
    : { uid: process.getuid!(), gid: process.getgid!() };
