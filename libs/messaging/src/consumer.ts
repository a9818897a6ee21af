import { setTimeout as pause } from 'node:timers/promises';
import { type AnyContract, receiversOf } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import type { Channel, ChannelModel, ConsumeMessage, RecoveringChannelModel } from 'amqplib';
import { isObservable, lastValueFrom } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { open, type Publisher, userOf } from './broker.js';
import { crash } from './crash.js';
import { file } from './dead-letters.js';
import { messageIn, type Receiver } from './envelope.js';
import { attemptOf, Failures, lostDeliveriesOf } from './failures.js';
import type { HandlerExtras } from './handles.js';
import { type Delivery, throughInbox } from './inbox.js';
import { Lanes } from './lanes.js';
import type { MessagingOptions } from './options.js';
import { becauseOf, flush, gather } from './outbox.js';
import { Slots } from './slots.js';
import { assertTopology, deadQueueOf, everydayDelays, queueOf } from './topology.js';

/** Handlers at once, below the size of the connection pool so that HTTP requests find a connection too. */
const concurrency = 6;
/** Enough that messages of fifty tenants, mixed, still find neighbours of their own to share a transaction with. */
const prefetch = 500;
const defaultTimeoutMs = 30_000;
/** For the database to come back, or for a letter to become fileable. */
const mostWaitMs = 4_000;
/** After so long those in a shared transaction go on alone, so that a slow one does not keep its neighbours. */
const patienceTogetherMs = 1_000;

export class HandlersWrong extends Error {
  override readonly name = 'HandlersWrong';
}

/**
 * Brings what is in the service's queues to its handlers. Each delivery runs in one transaction with its inbox row and
 * whatever it sends; only after the commit is it acknowledged. A crash anywhere delivers it again, and the inbox row
 * makes the second time do nothing.
 */
export class Consumer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly slots = new Slots(concurrency);
  private readonly lanes = new Lanes<Delivery>(this.slots, async (deliveries) => this.handle(deliveries));
  private readonly failures: Failures;
  private readonly receiver: Receiver;
  private connection: RecoveringChannelModel | undefined;
  private isClosing = false;
  /** The queues exist and are being listened to. */
  isConsuming = false;

  constructor(
    private readonly options: MessagingOptions,
    publisher: Publisher,
  ) {
    super();
    this.failures = new Failures(options, publisher);
    this.receiver = { service: options.service, user: userOf(options.amqpUrl) };
  }

  /** Nest calls this for every handler it finds. */
  override addHandler(
    pattern: string,
    handler: MessageHandler,
    isEvent?: boolean,
    extras?: Record<string, unknown>,
  ): void {
    const contract = this.options.contracts.find(({ name }) => name === pattern);
    const { service } = this.options;
    if (!contract || !receiversOf(contract, this.options.contracts).includes(service)) {
      throw new HandlersWrong(`${service} handles "${pattern}", which no contract lets it receive.`);
    }
    if (this.messageHandlers.has(pattern)) throw new HandlersWrong(`${service} handles ${pattern} twice.`);
    super.addHandler(pattern, handler, isEvent, extras);
  }

  async listen(ready: (error?: unknown) => void): Promise<void> {
    const missing = this.receivable().filter(({ name }) => !this.messageHandlers.has(name));
    if (missing.length > 0) {
      const names = missing.map(({ name }) => name).join(', ');
      ready(new HandlersWrong(`${this.options.service} has no handler for ${names}.`));
      return;
    }
    const { amqpUrl, service } = this.options;
    this.connection = await open(amqpUrl, `${service} consumer`, async (model) => this.consume(model));
    ready();
  }

  /** Takes nothing new, finishes what has begun, and leaves the rest to the next process. */
  async close(): Promise<void> {
    this.isClosing = true;
    await this.slots.run(this.slots.total, async () => this.connection?.close());
  }

  on(): never {
    throw new Error('The consumer emits no events; see its metrics and log.');
  }

  unwrap(): never {
    throw new Error("The connection changes with every reconnect and is nobody else's business.");
  }

  private receivable(): readonly AnyContract[] {
    const { contracts, service } = this.options;
    return contracts.filter(
      (contract) => contract.kind !== 'job' && receiversOf(contract, contracts).includes(service),
    );
  }

  private async consume(model: ChannelModel): Promise<void> {
    const channel = await model.createChannel();
    const startOver = (): void => {
      this.isConsuming = false;
      model.close().catch(() => undefined);
    };
    channel.on('error', (error) => void this.logger.error(error));
    channel.on('close', startOver);
    const { service, retryAfter = everydayDelays } = this.options;
    await assertTopology(channel, service, this.receivable(), retryAfter);
    await channel.prefetch(prefetch);
    const subscribe = async (queue: string, work: (raw: ConsumeMessage) => Promise<void>): Promise<void> => {
      // The broker cancels the consumer of a queue that is deleted; starting over makes the queue again.
      await channel.consume(queue, (raw) => (raw ? void this.answer(channel, raw, work) : startOver()));
    };
    for (const contract of this.receivable()) {
      const queue = queueOf(this.options.service, contract.name);
      await subscribe(queue, async (raw) =>
        this.untilSettled(async () => this.receive(queue, contract, raw)),
      );
    }
    // After this queue there is only the table: whatever keeps a letter from it, it waits here.
    const bury = async (raw: ConsumeMessage): Promise<void> => file(this.options.database, raw);
    await subscribe(deadQueueOf(service), async (raw) =>
      this.untilSettled(
        async () => bury(raw),
        () => true,
      ),
    );
    this.isConsuming = true;
  }

  /** Acknowledges when the work has succeeded. Without an answer the broker keeps the message and gives it out again. */
  private async answer(
    channel: Channel,
    raw: ConsumeMessage,
    work: (raw: ConsumeMessage) => Promise<void>,
  ): Promise<void> {
    try {
      await work(raw);
      crash('before-ack');
      channel.ack(raw);
    } catch (error) {
      if (!this.isClosing) this.logger.error(error);
    }
  }

  /** While the database is away every delivery would fail; the broker is the better place to wait. */
  private async untilSettled(work: () => Promise<void>, isWorthWaiting = isOutage): Promise<void> {
    for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, mostWaitMs)) {
      try {
        await work();
        return;
      } catch (error) {
        if (this.isClosing || !isWorthWaiting(error)) throw error;
        if (!isOutage(error)) this.logger.error(error);
        await pause(waitMs);
      }
    }
  }

  private async receive(queue: string, contract: AnyContract, raw: ConsumeMessage): Promise<void> {
    try {
      const message = messageIn(raw, contract, this.receiver);
      await this.admit(raw, { contract, message, queue, attempt: attemptOf(raw), body: raw.content });
    } catch (error) {
      if (isOutage(error) || this.isClosing) throw error;
      await this.failures.divert(queue, raw, error);
    }
  }

  /** With whatever else waits for the same handler and tenant, unless it may be the one that brings trouble. */
  private async admit(raw: ConsumeMessage, delivery: Delivery): Promise<void> {
    const alone = async (): Promise<void> => this.handle([delivery]);
    if (lostDeliveriesOf(raw) > 0) {
      // If the process dies now, this message did it.
      await this.slots.run(this.slots.total, async () => this.failures.suspect(raw).then(alone));
    } else if (delivery.attempt > 1) await this.slots.run(1, alone);
    else {
      const { organizationId, companyId = '' } = delivery.message.envelope;
      const { most = 100 } = this.handlerOf(delivery).extras as HandlerExtras;
      await this.lanes.join(`${delivery.queue} ${organizationId} ${companyId}`, delivery, most);
    }
  }

  /** In one transaction of the tenant to whom all of them belong. */
  private async handle(deliveries: readonly Delivery[]): Promise<void> {
    const [first] = deliveries;
    if (!first || this.isClosing) throw new Error('closing');
    const { timeoutMs = defaultTimeoutMs } = this.handlerOf(first).extras as HandlerExtras;
    const deadlineMs = deliveries.length > 1 ? Math.min(timeoutMs, patienceTogetherMs) : timeoutMs;
    const work = async (tx: EntityManager): Promise<void> => {
      gather(tx);
      await throughInbox(tx, deliveries, async (fresh) => within(deadlineMs, this.effect(tx, fresh)));
      await flush(tx);
      crash('before-handled-commit');
    };
    await this.options.database.transaction(first.message.envelope, work, { isIdempotent: true });
  }

  private async effect(tx: EntityManager, deliveries: readonly Delivery[]): Promise<void> {
    const [first] = deliveries;
    if (!first) return;
    const handler = this.handlerOf(first);
    const messages = deliveries.map(({ message }) => message);
    if ((handler.extras as HandlerExtras).takesMany) {
      crash('in-handler');
      await run(handler, messages, tx);
    } else
      for (const message of messages) {
        crash('in-handler');
        await becauseOf(tx, message, async () => run(handler, message, tx));
      }
  }

  private handlerOf({ contract: { name } }: Delivery): MessageHandler {
    const handler = this.messageHandlers.get(name);
    if (!handler) throw new HandlersWrong(`no handler for ${name}`);
    return handler;
  }
}

/** The database cannot be reached: nobody's fault, so it does not count as an attempt. */
function isOutage(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'database-unavailable';
}

/** Through Nest's pipeline of guards, pipes, interceptors and filters; fails if what they let through fails. */
async function run(handler: MessageHandler, data: unknown, tx: EntityManager): Promise<void> {
  const result: unknown = await handler(data, tx);
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
}

/** After the deadline the transaction rolls back; whatever the handler still tries finds its connection gone. */
async function within(timeoutMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the handler took longer than ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
