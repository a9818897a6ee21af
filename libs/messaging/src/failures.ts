import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { ConsumeMessage, Options } from 'amqplib';
import type { Publisher } from './broker.js';
import { crash } from './crash.js';
import { lastingHeaders, MessageUnusable, propertiesOf } from './envelope.js';
import type { MessagingOptions } from './options.js';
import { dead, delayed, everydayDelays } from './topology.js';

interface Trouble {
  readonly attempt: number;
  readonly error: string;
}

/** How many times a message may be started whose earlier start ended with the death of the process. */
const mostRestarts = 5;

/**
 * Takes a failed delivery out of its queue: into the delay queue of its attempt, or to the dead after the last one. Never
 * back into the queue itself, where it would run hot and change the order.
 */
export class Failures {
  private readonly logger = new Logger('Failures');
  private readonly noted = new WeakSet<ConsumeMessage>();

  constructor(
    private readonly options: Pick<MessagingOptions, 'service' | 'database' | 'retryAfter'>,
    private readonly publisher: Publisher,
  ) {}

  /** Returns when another queue has the message, and not before. */
  async divert(queue: string, raw: ConsumeMessage, error: unknown): Promise<void> {
    const trouble = { attempt: attemptOf(raw), error: describe(error) };
    const { service, retryAfter = everydayDelays } = this.options;
    const delay = error instanceof MessageUnusable ? undefined : retryAfter[trouble.attempt - 1];
    const next = delay ? `again in ${delay.name}` : 'dead';
    this.logger.warn(`${queue}, attempt ${String(trouble.attempt)}, ${next}: ${trouble.error}`);
    // Only for the trace; the message does not wait for it.
    await this.note(raw, trouble).catch(() => undefined);
    const address = delay ? delayed(service, delay.name, queue) : dead(service, queue);
    const properties = propertiesAfter(raw, trouble, delay !== undefined);
    // The broker holds the failed delivery until this has worked, so nothing is lost by waiting.
    while ((await this.publisher.publish({ ...address, properties, body: raw.content })) !== 'confirmed') {
      await pause(1_000, undefined, { ref: false });
    }
    crash('before-retry-ack');
  }

  /**
   * A delivery that has been out before without an answer may be the one that kills the process. It is noted before it
   * starts, and buried when it has been started too often; its innocent neighbours are not counted.
   */
  async suspect(raw: ConsumeMessage): Promise<void> {
    // It starts again in the same process when the database was away, which is not its fault.
    if (this.noted.has(raw)) return;
    const error = 'started again after the process died';
    const [row] = await this.options.database.query<{ starts: number }>(
      'select count(*)::int as starts from delivery_trouble where message_id = $1 and error = $2',
      [raw.properties.messageId, error],
    );
    if ((row?.starts ?? 0) >= mostRestarts) {
      if (await this.isDone(raw)) return;
      throw new MessageUnusable('the process died each time it was handled');
    }
    await this.note(raw, { attempt: attemptOf(raw), error });
    this.noted.add(raw);
  }

  /** The process may have died each time between the effect and its answer: then only the answer is missing. */
  private async isDone(raw: ConsumeMessage): Promise<boolean> {
    const rows = await this.options.database.query(
      `select from inbox where message_id = $1 union all select from inbox_parked where message_id = $1`,
      [raw.properties.messageId],
    );
    return rows.length > 0;
  }

  private async note(raw: ConsumeMessage, { attempt, error }: Trouble): Promise<void> {
    const { messageId, type, correlationId, headers } = propertiesOf(raw);
    await this.options.database.query(
      `insert into delivery_trouble (message_id, contract, organization, correlation_id, attempt, error)
       values ($1, $2, $3, $4, $5, $6)`,
      [messageId, type, headers['organizationId'], correlationId, attempt, error],
    );
  }
}

/** Which attempt this delivery is: the first, or one that came back from a delay queue. */
export function attemptOf(raw: ConsumeMessage): number {
  return Number(propertiesOf(raw).headers['x-attempt'] ?? 1);
}

/** How often the broker gave out this delivery before without getting an answer. */
export function lostDeliveriesOf(raw: ConsumeMessage): number {
  return Number(propertiesOf(raw).headers['x-delivery-count'] ?? 0);
}

export function historyOf(raw: ConsumeMessage): readonly Trouble[] {
  const history = propertiesOf(raw).headers['x-history'];
  return typeof history === 'string' ? (JSON.parse(history) as Trouble[]) : [];
}

function propertiesAfter(raw: ConsumeMessage, trouble: Trouble, mayTryAgain: boolean): Options.Publish {
  const history = JSON.stringify([...historyOf(raw), trouble]);
  const fate = mayTryAgain ? { 'x-attempt': trouble.attempt + 1 } : { 'x-reason': trouble.error };
  const headers = { ...lastingHeaders(raw), ...fate, 'x-history': history };
  const { messageId, type, appId, correlationId } = propertiesOf(raw);
  return { messageId, type, appId, correlationId, persistent: true, headers } as Options.Publish;
}

function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : JSON.stringify(error);
  return text.slice(0, 500);
}
