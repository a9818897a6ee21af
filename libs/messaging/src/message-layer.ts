import { setTimeout as pause } from 'node:timers/promises';
import { contracts, services } from '@dhanman/contracts';
import { Publisher } from './broker.js';
import { Consumer } from './consumer.js';
import { KeepErrors } from './handles.js';
import type { MessagingOptions } from './options.js';
import { afterSendingCommits, attachOutbox } from './outbox.js';
import { type Backlog, Relay } from './relay.js';
import { assertSharedExchanges } from './topology.js';

/** What the platform offers to what lives beside HTTP, as far as the message layer uses it. */
export interface Host extends Pick<MessagingOptions, 'correlation' | 'jobs'> {
  readonly name: string;
  readonly config: { readonly AMQP_URL: string };
  readonly connection: Pick<MessagingOptions, 'source' | 'database'>;
  readonly health: {
    register(check: { name: string; isEssential: boolean; check(): Promise<unknown> }): void;
  };
  readonly metrics: {
    observe(metric: { name: string; help: string; kind: 'gauge' }, read: () => number): void;
  };
}

const watchMs = 2_000;
const tidyMs = 6 * 60 * 60 * 1_000;
const patienceMs = 3_000;
const alarmSeconds = 30;

/** For the `extensions` of a service: it sends and receives messages from the moment its database is connected. */
export function messaging(host: Host): MessageLayer {
  const service = services.find((name) => name === host.name);
  if (service === undefined) throw new Error(`"${host.name}" is not a service that contracts know.`);
  const { config, correlation, jobs } = host;
  const { source, database } = host.connection;
  const sink = jobs && { jobs };
  const surroundings = { source, database, correlation, contracts, ...sink };
  const layer = new MessageLayer({ ...surroundings, service, amqpUrl: config.AMQP_URL });
  layer.reportTo(host);
  return layer;
}

/** The message layer of one service: a relay that sends, and a consumer that Nest connects as a microservice. */
export class MessageLayer {
  readonly relay: Relay;
  readonly strategy: Consumer;
  readonly filters = [new KeepErrors()];
  private readonly publisher: Publisher;
  private timers: readonly NodeJS.Timeout[] = [];
  private backlog: Backlog = { unsent: 0, oldestSeconds: 0, unroutable: 0 };

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
    const every = (ms: number, work: () => Promise<unknown>): NodeJS.Timeout =>
      setInterval(() => void work().catch(() => undefined), ms);
    this.timers = [
      every(watchMs, async () => (this.backlog = await this.relay.backlog())),
      every(tidyMs, async () => database.query('select message_partitions()')),
    ];
  }

  /** After the consumer is closed, so that what its last handlers sent still goes out. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    // A broker that takes nothing now would keep us for ever; what is unconfirmed is sent by the next process.
    const patience = pause(patienceMs, undefined, { ref: false });
    await Promise.race([this.relay.stop().then(async () => this.publisher.stop()), patience]);
  }

  /** A message that waits too long is what all lost-message stories have in common: it is seen in three places. */
  reportTo({ health, metrics }: Pick<Host, 'health' | 'metrics'>): void {
    const check = async (isWell: boolean): Promise<void> => {
      if (!isWell) throw new Error('not well');
      return Promise.resolve();
    };
    health.register({ name: 'broker', isEssential: false, check: async () => check(this.isConnected) });
    health.register({
      name: 'outbox',
      isEssential: false,
      check: async () => check(this.backlog.oldestSeconds < alarmSeconds && this.backlog.unroutable === 0),
    });
    const gauge = (name: string, help: string, read: () => number): void =>
      metrics.observe({ name, help, kind: 'gauge' }, read);
    gauge('messages_unsent', 'Messages in the outbox.', () => this.backlog.unsent);
    gauge('messages_unsent_oldest_seconds', 'Age of the oldest of them.', () => this.backlog.oldestSeconds);
    gauge('messages_unroutable', 'Messages that no queue takes.', () => this.backlog.unroutable);
  }
}
