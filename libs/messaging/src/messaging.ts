import { Publisher } from './broker.js';
import { Consumer } from './consumer.js';
import type { MessagingOptions } from './options.js';
import { Relay } from './relay.js';
import { assertSharedExchanges } from './topology.js';

/** The message layer of one service: a relay that sends and a consumer that Nest connects as a microservice. */
export class Messaging {
  readonly relay: Relay;
  readonly consumer: Consumer;
  private readonly publisher: Publisher;

  constructor(options: MessagingOptions) {
    this.publisher = new Publisher(options.amqpUrl, `${options.service} publisher`, assertSharedExchanges);
    this.relay = new Relay(options, this.publisher);
    this.consumer = new Consumer(options, this.publisher);
  }

  /** Does not wait for the broker: until it is there, messages wait in the outbox. */
  async start(): Promise<void> {
    await this.publisher.start(this.relay.kick);
    this.relay.start();
  }

  /** The broker takes what is sent and gives what is due. Without it the service works on, and messages wait. */
  get isConnected(): boolean {
    return this.publisher.isReady && this.consumer.isConsuming;
  }

  /** After the consumer is closed, so that what its last handlers sent still goes out. */
  async stop(): Promise<void> {
    await this.relay.stop();
    await this.publisher.stop();
  }
}
