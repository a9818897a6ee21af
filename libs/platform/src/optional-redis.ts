import { type Redis, ReplyError } from 'ioredis';

/** After a silence nobody asks for this long, so that a slow server slows one request and not all. */
const restMs = 1_000;

/** A Redis that nobody depends on: what it would have answered is simply not known while it is away. */
export class OptionalRedis {
  private restsUntil = 0;

  constructor(readonly client: Redis) {}

  /** Undefined when there was no answer. */
  async ask<T>(question: (client: Redis) => Promise<T>): Promise<T | undefined> {
    if (this.client.status !== 'ready' || performance.now() < this.restsUntil) return undefined;
    try {
      return await question(this.client);
    } catch (error) {
      // An answer such as "out of memory" is an answer all the same; silence is not.
      if (!(error instanceof ReplyError)) this.restsUntil = performance.now() + restMs;
      return undefined;
    }
  }
}
