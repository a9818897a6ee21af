import type { Slots } from './slots.js';

interface Waiting<T> {
  readonly one: T;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * What waits in the same lane is done together, so that it shares the cost of a transaction; a lane does one group at a
 * time, and the next gathers meanwhile. When a group fails each of it is done by itself: a failure hurts nobody else.
 */
export class Lanes<T> {
  private readonly lanes = new Map<string, Waiting<T>[]>();

  constructor(
    private readonly slots: Slots,
    private readonly work: (together: readonly T[]) => Promise<void>,
  ) {}

  /** Returns when this one is done, and throws what went wrong with it. At most so many are done together. */
  async join(name: string, one: T, most: number): Promise<void> {
    return new Promise((done, failed) => {
      const waiting = { one, done, failed };
      const lane = this.lanes.get(name);
      if (lane) lane.push(waiting);
      else void this.follow(name, [waiting], most);
    });
  }

  private async follow(name: string, lane: Waiting<T>[], most: number): Promise<void> {
    this.lanes.set(name, lane);
    while (lane.length > 0) await this.slots.run(1, async () => this.attempt(lane.splice(0, most)));
    this.lanes.delete(name);
  }

  private async attempt(group: readonly Waiting<T>[]): Promise<void> {
    try {
      await this.work(group.map(({ one }) => one));
      for (const { done } of group) done();
    } catch (error) {
      const [first, ...others] = group;
      if (others.length === 0) first?.failed(error);
      else for (const one of group) void this.slots.run(1, async () => this.attempt([one]));
    }
  }
}
