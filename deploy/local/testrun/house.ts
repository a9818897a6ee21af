// What steps stand on: programs that only tests need, the compiled services, and servers of their own. Each is made
// once, in the background, while the steps that need nothing already run. Servers that somebody had up before
// (`servers up`, while working on one package) stay up afterwards.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../build.ts';
import { openInstance, repository } from '../instance.ts';
import { readIfThere, writeWhole } from '../machine/files.ts';
import { running } from '../machine/daemon.ts';
import { allServers, serversNamed } from '../servers/catalogue.ts';
import type { ServerName } from '../servers/server.ts';
import { startServers, stopServers } from '../servers/servers.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Need, ServerAddresses } from './step.ts';
import { installTools, type Tools } from './tools.ts';

const instanceName = 'test';
/** The servers that a test run started and has to stop. */
const ledger = join(repository, '.dhanman/test/run/test-run.json');

export class House {
  readonly #progress: Progress;
  readonly #made = new Map<Need, Promise<ServerAddresses>>();
  #ours: readonly ServerName[] = [];

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  /** Begins to make what will be needed; a failure is told by the step that needs it. */
  begin(needs: readonly Need[]): void {
    for (const need of needs) this.#make(need).catch(() => undefined);
  }

  async provide(needs: readonly Need[]): Promise<ServerAddresses> {
    const made = await Promise.all(needs.map((need) => this.#make(need)));
    return Object.assign({}, ...made) as ServerAddresses;
  }

  async stop(): Promise<void> {
    const servers = this.#made.get('servers');
    if (servers === undefined) return;
    await servers.catch(() => undefined);
    await stopServers(instanceName, { which: this.#ours });
    rmSync(ledger, { force: true });
  }

  #make(need: Need): Promise<ServerAddresses> {
    const made = this.#made.get(need) ?? this.#first(need);
    this.#made.set(need, made);
    return made;
  }

  async #first(need: Need): Promise<ServerAddresses> {
    if (need === 'servers') return this.#startServers();
    if (need === 'build') await buildAll(this.#progress);
    else await this.#installTools(need);
    return {};
  }

  /** After the servers, which may be installing packages themselves. */
  async #installTools(which: Tools): Promise<void> {
    await this.#made.get('servers')?.catch(() => undefined);
    await installTools(which, this.#progress);
  }

  async #startServers(): Promise<ServerAddresses> {
    const instance = await openInstance(instanceName);
    // A run that was killed could not stop its servers; they are this run's to stop.
    const orphans = JSON.parse(readIfThere(ledger) ?? '[]') as readonly ServerName[];
    this.#ours = serversNamed(allServers)
      .filter(({ processes }) => processes.every(({ name }) => running(instance, name) === undefined))
      .map(({ name }) => name)
      .concat(orphans);
    writeWhole(ledger, JSON.stringify(this.#ours));
    return startServers(instanceName, { progress: this.#progress });
  }
}
