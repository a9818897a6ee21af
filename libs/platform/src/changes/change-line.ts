import { newId } from '@dhanman/kernel';
import type { Redis } from 'ioredis';
import type { OptionalRedis } from '../optional-redis.js';
import { listeningClient } from '../redis.js';
import type { Change, ChangeFeed } from './change-feed.js';

/** How often a quiet line is tried: one whose far side vanished without a word stays quiet for ever. */
const tryEveryMs = 10_000;

/**
 * The way from each instance of a service to the others. It may be cut at any time: whoever listens is told that something
 * may have been missed when it stands again, and until then hears of its own instance.
 */
export class ChangeLine {
  private readonly instance = newId();
  private readonly channel: string;
  private listening: Redis | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly feed: ChangeFeed,
    private readonly sending: OptionalRedis,
    private readonly options: { readonly service: string; readonly url: string },
  ) {
    this.channel = `${options.service}:changes`;
    feed.through((changes) => {
      const text = JSON.stringify({ from: this.instance, changes } satisfies Told);
      void this.sending.ask((redis) => redis.publish(this.channel, text));
    });
  }

  /** A service that tells nothing opens no connection for it. */
  start(): void {
    if (this.feed.tellsNothing) return;
    const client = listeningClient(this.options.url, this.options.service);
    this.listening = client;
    client.on('ready', () => void this.subscribe(client));
    client.on('message', (_channel: string, text: string) => this.heard(text));
    this.timer = setInterval(() => void this.tryLine(client), tryEveryMs);
  }

  stop(): void {
    clearInterval(this.timer);
    this.listening?.disconnect();
  }

  private async subscribe(client: Redis): Promise<void> {
    try {
      await client.subscribe(this.channel);
      this.feed.miss();
    } catch {
      client.disconnect(true);
    }
  }

  private heard(text: string): void {
    const { from, changes } = JSON.parse(text) as Told;
    if (from !== this.instance) this.feed.hear(changes);
  }

  private async tryLine(client: Redis): Promise<void> {
    if (client.status === 'ready') await client.ping().catch(() => client.disconnect(true));
  }
}

interface Told {
  readonly from: string;
  readonly changes: readonly Change[];
}
