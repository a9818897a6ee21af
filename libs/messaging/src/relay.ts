import { setTimeout as pause } from 'node:timers/promises';
import type { Envelope } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { Logger } from '@nestjs/common';
import type { Outcome, Publisher } from './broker.js';
import { crash } from './crash.js';
import type { MessagingOptions } from './options.js';
import { planned } from './planned.js';
import { addressOf } from './topology.js';
import { continuing } from './trace.js';

interface OutboxRow {
  readonly id: Id;
  readonly message_id: Id;
  readonly kind: 'event' | 'command' | 'reply' | 'job' | 'again';
  readonly contract: string;
  readonly target: string;
  readonly correlation_id: string;
  readonly envelope: Pick<Envelope, 'source' | 'traceparent'>;
  readonly body: string;
  readonly created_at: Date;
}

const pollMs = 200;
/** Between two looks into the outbox: what is committed meanwhile goes together. After a silence the first goes at once. */
const everydayGatherMs = 2;
const confirmMs = 10_000;
const batch = { first: 64, most: 1024 };
/** Sent and not answered yet. Sending goes on while the broker writes, but not until the memory is full. */
const mostUnanswered = 4 * batch.most;

/** How many seconds an unsent row rests, times its attempts: one that breaks the channel breaks it ever less often. */
const rest = { unroutable: 1, unconfirmed: 0.25 } as const;

/**
 * Brings what is in the outbox to the broker. A row leaves the outbox only when the broker has confirmed that a queue
 * holds the message; a crash before that sends it again, and the inbox of the receiver makes that harmless. Any number
 * of relays may run: each leases rows that nobody else has, and the lease of a dead one runs out.
 */
export class Relay {
  private readonly logger = new Logger('Relay');
  private timer: NodeJS.Timeout | undefined;
  private isWanted = false;
  private running: Promise<void> | undefined;
  private readonly unanswered = new Set<Promise<void>>();
  private confirmed: Id[] = [];
  private unansweredRows = 0;
  private size = batch.first;
  private lastTrouble = '';

  constructor(
    private readonly options: MessagingOptions,
    private readonly publisher: Publisher,
    private readonly gatherMs = everydayGatherMs,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.kick(), pollMs);
  }

  /** Waits for what it has sent; what is not confirmed by then is sent by the next relay. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.running;
    await Promise.all(this.unanswered);
    await this.running;
  }

  /** There is something to send or to mark: after each commit that wrote, each answer, and by the poll as the net. */
  readonly kick = (): void => {
    this.isWanted = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      if (this.isWanted) this.kick();
    });
  };

  private async run(): Promise<void> {
    while (this.isWanted) {
      this.isWanted = false;
      try {
        await this.exchange();
        if (this.gatherMs > 0) await pause(this.gatherMs);
        this.lastTrouble = '';
      } catch (error) {
        const trouble = String(error);
        if (trouble !== this.lastTrouble) this.logger.warn(`cannot send for now: ${trouble}`);
        this.lastTrouble = trouble;
      }
    }
  }

  /** One statement marks what is confirmed and fetches what is next; a backlog makes the batches grow. */
  private async exchange(): Promise<void> {
    const { confirmed, size } = this;
    this.confirmed = [];
    const maySend = this.timer !== undefined && this.publisher.isReady;
    const room = maySend ? Math.min(size, mostUnanswered - this.unansweredRows) : 0;
    // The plan that is kept was made for an outbox that is nearly empty, as it is every day.
    const statement = size === batch.first ? planned('exchange', exchange) : exchange;
    const rows = await this.options.database.query<OutboxRow>(statement, [confirmed, room]);
    const isBacklog = rows.length === size;
    this.size = isBacklog ? Math.min(size * 2, batch.most) : batch.first;
    if (isBacklog) this.isWanted = true;
    if (rows.length === 0) return;
    crash('after-claim');
    const sending = this.send(rows);
    this.unanswered.add(sending);
    void sending.finally(() => this.unanswered.delete(sending));
  }

  /** Sends a batch, and puts back what the broker did not take. */
  private async send(rows: readonly OutboxRow[]): Promise<void> {
    const impatience = setInterval(() => this.publisher.reset(), confirmMs);
    this.unansweredRows += rows.length;
    const sending = rows.map(async (row) => this.sendOne(row));
    crash('after-publish');
    const outcomes = await Promise.all(sending);
    this.unansweredRows -= rows.length;
    clearInterval(impatience);
    crash('after-confirm');
    const withOutcome = (outcome: Outcome): readonly Id[] =>
      rows.filter((_, index) => outcomes[index] === outcome).map(({ id }) => id);
    this.confirmed.push(...withOutcome('confirmed'));
    this.kick();
    await this.release(withOutcome('unconfirmed'), 'unconfirmed');
    await this.release(withOutcome('unroutable'), 'unroutable');
  }

  private async release(ids: readonly Id[], trouble: 'unconfirmed' | 'unroutable'): Promise<void> {
    if (ids.length === 0) return;
    if (trouble === 'unroutable')
      this.logger.error(`no queue takes ${String(ids.length)} messages of the outbox`);
    await this.options.database.query(putBack, [ids, trouble, rest[trouble]]).catch(() => undefined);
  }

  private async sendOne(row: OutboxRow): Promise<Outcome> {
    if (row.kind === 'job') return this.sendJob(row);
    const { envelope, contract } = row;
    const properties = {
      ...{
        messageId: row.message_id,
        type: contract,
        correlationId: row.correlation_id,
        appId: envelope.source,
      },
      ...{ contentType: 'application/json', persistent: true },
      // A message sent again keeps the time it happened first.
      headers: { occurredAt: row.created_at.toISOString(), ...envelope },
    };
    const address = addressOf(row.kind, contract, row.target);
    return continuing(envelope.traceparent, async () =>
      this.publisher.publish({ ...address, properties, body: Buffer.from(row.body) }),
    );
  }

  private async sendJob({ contract, message_id: id }: OutboxRow): Promise<Outcome> {
    const { jobs } = this.options;
    if (!jobs) return 'unroutable';
    return jobs.add(contract, id).then(
      () => 'confirmed',
      () => 'unconfirmed',
    );
  }
}

// Claimed are rows, never "everything above the last id": a transaction that took a lower id may commit later.
// Postgres need not flush this to disk before it answers; if it loses it, messages are sent again and change nothing.
const hasty = `(select set_config('synchronous_commit', 'off', true)) is not null`;
const exchange = `
  with sent as (
    delete from outbox where ${hasty} and id = any($1)
    returning id, message_id, kind, contract, target, correlation_id, envelope, payload, created_at, attempts),
  kept as (
    insert into outbox_sent
      (id, message_id, kind, contract, target, correlation_id, envelope, payload, created_at, attempts)
    select * from sent),
  claimed as (
    update outbox set claimed_until = clock_timestamp() + interval '15 seconds', attempts = attempts + 1
    where ${hasty} and id = any(array(
      select id from outbox where claimed_until < clock_timestamp() order by id limit $2 for update skip locked))
    returning id, message_id, kind, contract, target, correlation_id, envelope, payload::text as body, created_at)
  select * from claimed order by id`;

const putBack = `
  update outbox set trouble = $2, claimed_until = clock_timestamp() + make_interval(secs => least($3 * attempts, 30))
  where id = any($1)`;
