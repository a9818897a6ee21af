// The servers of a test run: started once, beside the steps that need none, and stopped with the run.
import { startServers, stopServers } from '../servers/servers.ts';
import { progressTo } from '../terminal/progress.ts';

type Environment = Readonly<Record<string, string>>;

export class TestServers {
  readonly #say: (line: string) => void;
  #ready: Promise<Environment> | undefined;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** Starts them in the background; a failure is told by whoever needs them. */
  prepare(): void {
    const progress = progressTo((event) => {
      if (event.kind === 'done') this.#say(`  · ${event.title}, ${event.seconds.toFixed(1)} s`);
    });
    this.#ready ??= startServers('test', { progress });
    this.#ready.catch(() => undefined);
  }

  async environment(): Promise<Environment> {
    this.prepare();
    return (await this.#ready) ?? {};
  }

  async stop(): Promise<void> {
    if (this.#ready === undefined) return;
    await this.#ready.catch(() => undefined);
    await stopServers('test');
  }
}
