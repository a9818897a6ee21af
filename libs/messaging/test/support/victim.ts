import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { ServiceName } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import type { VirtualHost } from '@dhanman/testing';
import pg from 'pg';
import type { CrashPoint } from '../../src/index.js';
import { commonTables, salesTables } from './bookkeeping.js';
import { companyId, dropDatabase, freshDatabase, organizationId, urlOf } from './little-service.js';

/** A service that dies at a crash point and is started again, as its supervisor would. */
export class Victim {
  readonly deaths: (NodeJS.Signals | null)[] = [];
  private child: ChildProcess | undefined;
  private isWanted = true;

  private constructor(
    private readonly service: ServiceName,
    private readonly vhost: VirtualHost,
    private readonly database: string,
  ) {}

  static async start(service: ServiceName, vhost: VirtualHost, crashAt?: CrashPoint): Promise<Victim> {
    const victim = new Victim(
      service,
      vhost,
      await freshDatabase(service === 'sales' ? salesTables : commonTables),
    );
    await victim.spawn(crashAt);
    return victim;
  }

  /** The document whose posting is asked for, should the process live long enough to store it. */
  send(narration: string): string {
    const document = newId();
    this.child?.send({ narration, document });
    return document;
  }

  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: urlOf(this.database) });
    await client.connect();
    const { rows } = await client.query(sql, [...parameters]);
    await client.end();
    return rows as Row[];
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    const { child } = this;
    if (child?.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await dropDatabase(this.database);
  }

  private async spawn(crashAt?: CrashPoint): Promise<void> {
    const child = fork(new URL('victim-process.mjs', import.meta.url), {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...{ SERVICE: this.service, DATABASE_URL: urlOf(this.database), AMQP_URL: this.vhost.url },
        TENANT: JSON.stringify({ organizationId, companyId }),
        ...(crashAt && { CRASH_AT: crashAt }),
      },
    });
    this.child = child;
    child.once('exit', (_, signal) => {
      if (!this.isWanted) return;
      this.deaths.push(signal);
      if (signal !== null) void this.spawn();
    });
    await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error('the process did not start: are the libraries built?');
  }
}
