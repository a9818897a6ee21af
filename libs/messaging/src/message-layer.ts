import { setTimeout as pause } from 'node:timers/promises';
import { contracts, services } from '@dhanman/contracts';
import { Publisher } from './broker.js';
import { Consumer } from './consumer.js';
import { KeepErrors } from './handles.js';
import type { MessagingOptions } from './options.js';
import { afterSendingCommits, attachOutbox } from './outbox.js';
import { Relay } from './relay.js';
import { assertSharedExchanges } from './topology.js';

/** What the platform offers to what lives beside HTTP, as far as the message layer uses it. */
export interface Host extends Pick<MessagingOptions, 'correlation' | 'jobs'> {
  readonly name: string;
  readonly config: { readonly AMQP_URL: string };
  readonly connection: Pick<MessagingOptions, 'source' | 'database'>;
  readonly health: {
    register(check: { name: string; isEssential: boolean; check(): Promise<unknown> }): void;
  };
}

const tidyMs = 6 * 60 * 60 * 1_000;
const patienceMs = 3_000;

/** For the `extensions` of a service: it sends and receives messages from the moment its database is connected. */
export function messaging(host: Host): MessageLayer {
  const service = services.find((name) => name === host.name);
  if (service === undefined) throw new Error(`"${host.name}" is not a service that contracts know.`);
  const { config, correlation, jobs } = host;
  const { source, database } = host.connection;
  const sink = jobs && { jobs };
  const surroundings = { source, database, correlation, contracts, ...sink };
  const layer = new MessageLayer({ ...surroundings, service, amqpUrl: config.AMQP_URL });
  const check = async (): Promise<void> => {
    if (!layer.isConnected) throw new Error('not connected');
    return Promise.resolve();
  };
  host.health.register({ name: 'broker', isEssential: false, check });
  return layer;
}

/** The message layer of one service: a relay that sends, and a consumer that Nest connects as a microservice. */
export class MessageLayer {
  readonly relay: Relay;
  readonly strategy: Consumer;
  readonly filters = [new KeepErrors()];
  private readonly publisher: Publisher;
  private tidying: NodeJS.Timeout | undefined;

  constructor(private readonly options: MessagingOptions) {
    attachOutbox(options);
    this.publisher = new Publisher(options.amqpUrl, `${options.service} publisher`, assertSharedExchanges);
    this.relay = new Relay(options, this.publisher);
    this.strategy = new Consumer(options, this.publisher);
  }

  /** The broker takes what is sent and gives what is due. Without it the service works on, and messages wait. */
  get isConnected(): boolean {
    return this.publisher.isReady && this.strategy.isConsuming;
  }

  /** Does not wait for the broker. */
  async start(): Promise<void> {
    afterSendingCommits(this.options.source, this.relay.kick);
    await this.publisher.start(this.relay.kick);
    this.relay.start();
    const { database } = this.options;
    const tidy = async (): Promise<unknown> => database.query('select message_partitions()');
    this.tidying = setInterval(() => void tidy().catch(() => undefined), tidyMs);
  }

  /** After the consumer is closed, so that what its last handlers sent still goes out. */
  async stop(): Promise<void> {
    clearInterval(this.tidying);
    // A broker that takes nothing now would keep us for ever; what is unconfirmed is sent by the next process.
    const patience = pause(patienceMs, undefined, { ref: false });
    await Promise.race([this.relay.stop().then(async () => this.publisher.stop()), patience]);
  }
}
