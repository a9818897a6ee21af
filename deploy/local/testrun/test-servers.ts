// The servers of a test run: started once, beside the steps that need none, and stopped with the run. Those that
// somebody had up already (`servers up`, while working on one package) stay up.
import { openInstance } from '../instance.ts';
import { running } from '../machine/daemon.ts';
import { allServers, serversNamed } from '../servers/catalogue.ts';
import type { ServerName } from '../servers/server.ts';
import { startServers, stopServers } from '../servers/servers.ts';
import type { Progress } from '../terminal/progress.ts';

type Environment = Readonly<Record<string, string>>;

const instanceName = 'test';

export class TestServers {
  readonly #progress: Progress;
  #ready: Promise<Environment> | undefined;
  #ours: readonly ServerName[] = [];

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  /** Starts them in the background; a failure is told by the step that needs them. */
  prepare(): void {
    this.#ready ??= this.#start();
    this.#ready.catch(() => undefined);
  }

  async environment(): Promise<Environment> {
    this.prepare();
    return (await this.#ready) ?? {};
  }

  async stop(): Promise<void> {
    if (this.#ready === undefined) return;
    await this.#ready.catch(() => undefined);
    await stopServers(instanceName, { which: this.#ours });
  }

  async #start(): Promise<Environment> {
    const instance = await openInstance(instanceName);
    this.#ours = serversNamed(allServers)
      .filter(({ processes }) => processes.every(({ name }) => running(instance, name) === undefined))
      .map(({ name }) => name);
    return startServers(instanceName, { progress: this.#progress });
  }
}
