import { Logger } from '@nestjs/common';
import {
  type ChannelModel,
  type ConfirmChannel,
  connect,
  type Options,
  type RecoveringChannelModel,
} from 'amqplib';
import type { Address } from './topology.js';

const logger = new Logger('Broker');

/**
 * A connection that comes back by itself, for ever. Channels are made in `setup`, which runs on every new connection: one
 * made elsewhere would stay closed after the first reconnect. Does not wait for a broker that is down.
 */
export async function open(
  url: string,
  name: string,
  setup: (model: ChannelModel) => Promise<void>,
): Promise<RecoveringChannelModel> {
  const address = new URL(url);
  address.searchParams.set('heartbeat', '5');
  const connection = await connect(address.href, {
    // Without it Nagle's algorithm holds each confirm and ack back by 40 ms.
    noDelay: true,
    timeout: 5_000,
    clientProperties: { connection_name: name },
    recovery: { initialDelay: 100, maxDelay: 1_000, setup, waitForConnect: false },
  });
  connection.on('error', (error) => logger.warn(`${name}: ${error.message}`));
  connection.on('disconnect', (error) => logger.warn(`${name} is disconnected: ${error.message}`));
  connection.on('handler-error', (error: Error) => logger.error(error));
  connection.on('reconnect-scheduled', ({ attempt, error }) => {
    if (attempt === 1 || attempt % 30 === 0) logger.warn(`${name} cannot connect: ${error.message}`);
  });
  return connection;
}

/** The user of an address; the broker refuses a message that claims another. */
export function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/** What became of a publish: only `confirmed` means that the broker has the message in a queue. */
export type Outcome = 'confirmed' | 'unroutable' | 'unconfirmed';

export interface Outgoing extends Address {
  readonly body: Buffer;
  readonly properties: Options.Publish;
}

/** The publishing side. It has a connection of its own, so that a blocked publisher cannot stop the handlers. */
export class Publisher {
  private connection: RecoveringChannelModel | undefined;
  private channel: ConfirmChannel | undefined;
  private model: ChannelModel | undefined;
  private readonly returned = new Set<string>();
  private readonly user: string;
  private isBlocked = false;

  constructor(
    private readonly url: string,
    private readonly name: string,
    private readonly prepare: (channel: ConfirmChannel) => Promise<void>,
  ) {
    this.user = userOf(url);
  }

  async start(onReady: () => void): Promise<void> {
    this.connection = await open(this.url, this.name, async (model) => this.setUp(model));
    this.connection.on('connect', onReady);
    this.connection.on('disconnect', () => (this.isBlocked = false));
    this.connection.on('blocked', (reason) => {
      this.isBlocked = true;
      logger.warn(`the broker accepts no messages for now: ${reason}`);
    });
    this.connection.on('unblocked', () => {
      this.isBlocked = false;
      onReady();
    });
  }

  async stop(): Promise<void> {
    await this.connection?.close();
  }

  /** Connected, and the broker has not asked for a pause. */
  get isReady(): boolean {
    return this.channel !== undefined && !this.isBlocked;
  }

  async publish({ exchange, key, body, properties }: Outgoing): Promise<Outcome> {
    // A message without a queue is returned before it is confirmed; without `mandatory` it would vanish silently.
    const options = { mandatory: true, userId: this.user, ...properties };
    return new Promise((resolve) => {
      const settled = (error: unknown): void => {
        const isReturned = this.returned.delete(copyOf(properties.messageId, key));
        resolve(error ? 'unconfirmed' : isReturned ? 'unroutable' : 'confirmed');
      };
      try {
        if (this.channel) this.channel.publish(exchange, key, body, options, settled);
        else resolve('unconfirmed');
      } catch (error) {
        // A channel that has just closed, or a message that cannot be encoded: it must not take others with it.
        settled(error);
      }
    });
  }

  /** The broker has stopped answering: give up the connection and everything unconfirmed on it. */
  reset(): void {
    if (this.isBlocked) return;
    logger.warn('no confirm from the broker in time: reconnecting');
    this.channel = undefined;
    this.model?.close().catch(() => undefined);
  }

  private async setUp(model: ChannelModel): Promise<void> {
    const channel = await model.createConfirmChannel();
    channel.on('error', (error) => logger.error(error));
    channel.on('handler-error', (error) => logger.error(error));
    channel.on('return', ({ properties, fields }) => {
      this.returned.add(copyOf(String(properties.messageId), fields.routingKey));
    });
    channel.on('close', () => {
      if (this.channel !== channel) return;
      this.channel = undefined;
      model.close().catch(() => undefined);
    });
    await this.prepare(channel);
    this.channel = channel;
    this.model = model;
  }
}

/** The copies of an event differ in their keys: one may have a queue while another has none. */
function copyOf(messageId: string | undefined, key: string): string {
  return `${String(messageId)} ${key}`;
}
