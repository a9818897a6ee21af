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
  /** Something could not be told to the others: they are told that they missed it as soon as they can be told anything. */
  private isOwing = false;

  constructor(
    private readonly feed: ChangeFeed,
    private readonly sending: OptionalRedis,
    private readonly options: { readonly service: string; readonly url: string },
  ) {
    this.channel = `${options.service}:changes`;
    feed.through((changes) => void this.send(changes));
    sending.client.on('ready', () => void this.payOff());
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

  private async send(changes: readonly Change[]): Promise<void> {
    const told = { from: this.instance, changes, isAfterLoss: this.isOwing } satisfies Told;
    this.isOwing = false;
    const reached = await this.sending.ask((redis) => redis.publish(this.channel, JSON.stringify(told)));
    if (reached === undefined) this.isOwing = true;
  }

  private async payOff(): Promise<void> {
    if (this.isOwing) await this.send([]);
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
    const { from, changes, isAfterLoss } = JSON.parse(text) as Told;
    if (from === this.instance) return;
    if (isAfterLoss) this.feed.miss();
    this.feed.hear(changes);
  }

  private async tryLine(client: Redis): Promise<void> {
    await this.payOff();
    if (client.status === 'ready') await client.ping().catch(() => client.disconnect(true));
  }
}

interface Told {
  readonly from: string;
  readonly isAfterLoss: boolean;
  readonly changes: readonly Change[];
}
