import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort, until } from '@dhanman/testing';

export interface FloorSettings {
  readonly databaseUrl: string;
  readonly poolSize: string;
  readonly organizationId: string;
}

/** A floor in a process of its own, with the limits of a service: both sides pay the same for the machine. */
export class FloorProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static start({ databaseUrl, poolSize, organizationId }: FloorSettings): Promise<FloorProcess> {
    const settings = { DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: poolSize };
    return FloorProcess.run('customers.ts', { ...settings, ORGANIZATION_ID: organizationId });
  }

  /** A program of this folder that listens at `PORT`. */
  static async run(program: string, environment: Readonly<Record<string, string>>): Promise<FloorProcess> {
    const port = String(await freePort());
    const limits = ['--max-old-space-size=192', '--max-semi-space-size=8'];
    const child = spawn(process.execPath, [...limits, join(import.meta.dirname, program)], {
      env: { ...environment, PORT: port },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return new FloorProcess(child, `http://127.0.0.1:${port}`);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** A bare handler knows no other address than its own; a service says when it is ready. */
  async ready(deadlineMs: number, { path = '/', status = 404 } = {}): Promise<void> {
    const answers = async (): Promise<boolean> => (await fetch(this.url + path)).status === status;
    await until(answers, { deadlineMs, what: 'the floor answers' });
  }

  async stop(): Promise<void> {
    this.#child.kill();
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'close');
  }
}
