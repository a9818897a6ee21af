import { setTimeout as pause } from 'node:timers/promises';

/** Something that can be killed and is started again. */
export interface Kept {
  readonly title: string;
  isAlive(): boolean;
  kill(): void;
  revive(): Promise<unknown>;
}

const everyMs = 200;

/** Starts again whatever died, soon and as often as it takes: here dying often is no reason for waiting longer. */
export class Keeper {
  private readonly kept: readonly Kept[];
  private readonly say: (text: string) => void;
  private readonly end = new AbortController();
  private readonly work: Promise<unknown>;

  constructor(kept: readonly Kept[], say: (text: string) => void) {
    [this.kept, this.say] = [kept, say];
    this.work = Promise.all(kept.map(async (one) => this.keep(one)));
  }

  /** Kills it if it lives; whether there was somebody to kill. */
  kill(title: string): boolean {
    const victim = this.kept.find((one) => one.title === title);
    if (victim?.isAlive() !== true) return false;
    victim.kill();
    return true;
  }

  async stop(): Promise<void> {
    this.end.abort();
    await this.work;
  }

  private async keep(one: Kept): Promise<void> {
    while (await this.waited()) {
      if (one.isAlive()) continue;
      await one.revive().catch((error: unknown) => this.say(`${one.title} does not start: ${String(error)}`));
    }
  }

  private async waited(): Promise<boolean> {
    return pause(everyMs, true, { signal: this.end.signal }).catch(() => false);
  }
}
