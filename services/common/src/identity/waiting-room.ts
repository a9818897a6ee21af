import { DomainError } from '@dhanman/kernel';

export class SignInBusy extends DomainError {
  constructor() {
    super(
      'unavailable',
      'sign-in-busy',
      'Very many people are signing in at this moment. Please try again in a few seconds.',
    );
  }
}

export interface RoomSize {
  readonly atOnce: number;
  readonly waiting: number;
}

/**
 * Work that costs much memory and time, a few at once and the others in the order they came. Who finds the room full is
 * told so at once: a crowd must neither fill the memory nor wait longer than anybody waits.
 */
export class WaitingRoom {
  private busy = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly size: RoomSize) {}

  get waiting(): number {
    return this.queue.length;
  }

  async enter<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async turn(): Promise<void> {
    if (this.busy < this.size.atOnce) {
      this.busy += 1;
      return;
    }
    if (this.queue.length >= this.size.waiting) throw new SignInBusy();
    await new Promise<void>((called) => this.queue.push(called));
  }

  /** The place is handed to whoever waits longest, so that nobody who just came can take it. */
  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.busy -= 1;
  }
}
