// The work that is under way while the ledger dies: there is always something to post, but never so much that messages
// are only passed from the dead to the living.
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@dhanman/testing';
import type { PostingPump } from '../../bench/parts/posting-pump.ts';
import type { ProcessDeath } from './deaths.ts';

const mostWaiting = 120;
const portion = 30;
const lookMs = 10;
const deadlineMs = 120_000;

export class Work {
  readonly deaths: Record<string, number> = {};
  asked = 0;
  isOver = false;
  failure: Error | undefined;
  private readonly pump: PostingPump;
  private readonly companies: number;
  private readonly say: (text: string) => void;
  private answered = 0;

  constructor(pump: PostingPump, companies: number, say: (text: string) => void) {
    [this.pump, this.companies, this.say] = [pump, companies, say];
  }

  /** Asks until the work is over. */
  async feed(): Promise<void> {
    while (!this.isOver) {
      this.answered = await this.pump.answered();
      if (this.asked - this.answered < mostWaiting) {
        await this.pump.ask(portion, this.companies);
        this.asked += portion;
      }
      await pause(lookMs);
    }
  }

  /** Waits until the ledger has answered so many more. */
  async answers(more: number): Promise<void> {
    const enough = this.answered + more;
    const what = `${String(more)} more are answered`;
    await until(() => this.isOver || this.answered >= enough, { deadlineMs, what });
    this.refuseFailure();
  }

  died(death: ProcessDeath | 'connection'): void {
    const name = death === 'connection' ? death : death.kind === 'any moment' ? death.kind : death.point;
    this.deaths[name] = (this.deaths[name] ?? 0) + 1;
    const total = Object.values(this.deaths).reduce((sum, count) => sum + count, 0);
    if (total % 50 === 0) this.say(`${String(total)} killed, ${String(this.answered)} answered`);
  }

  /** Nothing waits any longer for what cannot come. */
  fail(error: unknown): void {
    this.failure ??= error instanceof Error ? error : new Error(String(error));
    this.isOver = true;
  }

  /** A run in which something else broke counts nothing. */
  refuseFailure(): void {
    if (this.failure) throw this.failure;
  }
}
