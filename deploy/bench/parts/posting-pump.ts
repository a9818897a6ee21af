// Puts requests to post before the ledger and waits until it has answered all of them: entries committed, and for each a
// reply in the outbox.
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@dhanman/kernel';
import { query, type Surroundings, until } from '@dhanman/testing';
import { type ChannelModel, type ConfirmChannel, connect, type Message } from 'amqplib';
import type { BenchBooks } from './ledger-books.ts';

const contract = 'common.post-transaction.v1';

export class PostingPump {
  readonly #ledger: Surroundings;
  readonly #books: BenchBooks;
  readonly #connection: ChannelModel;
  readonly #channel: ConfirmChannel;
  /** What no queue took: the ledger answers requests of people before it has made its queues. */
  readonly #returned: Message[] = [];

  private constructor(
    ledger: Surroundings,
    books: BenchBooks,
    connection: ChannelModel,
    channel: ConfirmChannel,
  ) {
    this.#ledger = ledger;
    this.#books = books;
    this.#connection = connection;
    this.#channel = channel;
    channel.on('return', (message: Message) => this.#returned.push(message));
  }

  /** Beside the ledger somebody must take the replies, or they would count as undeliverable. */
  static async start(ledger: Surroundings, books: BenchBooks): Promise<PostingPump> {
    const connection = await connect(ledger.vhost.url, { noDelay: true });
    const channel = await connection.createConfirmChannel();
    // The ledger is ready before it has reached the broker, and may make the exchange after us.
    await channel.assertExchange('replies', 'direct', { durable: true });
    const { queue } = await channel.assertQueue('', { exclusive: true, maxLength: 1000 });
    for (const name of ['common.transaction-posted.v1', 'common.transaction-rejected.v1'])
      await channel.bindQueue(queue, 'replies', `${name}.sales`);
    return new PostingPump(ledger, books, connection, channel);
  }

  async stop(): Promise<void> {
    await this.#connection.close();
  }

  /** Entries a second, from the first request to the last answer. */
  async post(count: number, companies: number): Promise<number> {
    const before = await this.answered();
    const begin = performance.now();
    await this.ask(count, companies);
    await until(async () => (await this.answered()) - before >= count, {
      deadlineMs: 180_000,
      what: `${String(count)} requests are answered`,
    });
    return count / ((performance.now() - begin) / 1000);
  }

  /** Puts requests into the queue, in turn for each of so many companies. */
  async ask(count: number, companies: number): Promise<void> {
    for (let sent = 0; sent < count; sent += 1) {
      this.send(this.#books.companyIds[sent % companies] ?? '');
      if (sent % 500 === 499) await this.#channel.waitForConfirms();
    }
    await this.#channel.waitForConfirms();
    await this.sendReturned();
  }

  /** Until a queue has taken each, as the relay of a service does. */
  private async sendReturned(): Promise<void> {
    while (this.#returned.length > 0) {
      await pause(100);
      for (const { content, properties } of this.#returned.splice(0))
        this.#channel.publish('commands', contract, content, { ...properties, mandatory: true });
      await this.#channel.waitForConfirms();
    }
  }

  /** How many requests the ledger has answered. */
  async answered(): Promise<number> {
    const [row] = await query<{ count: number }>(
      this.#ledger.database.adminUrl,
      `select count(*)::int as count from inbox where contract = '${contract}'`,
    );
    return row?.count ?? 0;
  }

  private send(companyId: string): void {
    const { organizationId } = this.#books;
    const envelope = { source: 'sales', organizationId, companyId, occurredAt: new Date().toISOString() };
    const properties = { messageId: newId(), type: contract, correlationId: newId(), headers: envelope };
    const content = Buffer.from(JSON.stringify(request()));
    this.#channel.publish('commands', contract, content, {
      ...{ ...properties, persistent: true, mandatory: true },
    });
  }
}

function request(): object {
  const line = (account: string, side: string, amount: string) => ({ account, side, amount });
  return {
    source: { document: 'invoice', id: newId(), version: 1, purpose: 'issue' },
    ...{ on: '2026-04-10', currency: 'INR', narration: 'Invoice SI/2627/0001' },
    lines: [
      { ...line('11000', 'debit', '1180.00'), party: { kind: 'customer', id: party } },
      line('11001', 'credit', '1000.00'),
      line('11002', 'credit', '90.00'),
      line('11003', 'credit', '90.00'),
    ],
  };
}

const party = newId();
