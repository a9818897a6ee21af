import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort, until } from '@dhanman/testing';

export interface FloorSettings {
  readonly databaseUrl: string;
  readonly poolSize: string;
  readonly organizationId: string;
}

/** The bare handler in a process of its own, with the limits of a service: both sides pay the same for the machine. */
export class FloorProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start({ databaseUrl, poolSize, organizationId }: FloorSettings): Promise<FloorProcess> {
    const port = String(await freePort());
    const limits = ['--max-old-space-size=192', '--max-semi-space-size=8'];
    const child = spawn(process.execPath, [...limits, join(import.meta.dirname, 'customers.ts')], {
      env: {
        PORT: port,
        DATABASE_URL: databaseUrl,
        DATABASE_POOL_SIZE: poolSize,
        ORGANIZATION_ID: organizationId,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return new FloorProcess(child, `http://127.0.0.1:${port}`);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async ready(deadlineMs: number): Promise<void> {
    const answers = async (): Promise<boolean> => (await fetch(this.url)).status === 404;
    await until(answers, { deadlineMs, what: 'the bare handler answers' });
  }

  async stop(): Promise<void> {
    this.#child.kill();
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'close');
  }
}
