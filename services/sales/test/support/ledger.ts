import type { PostingDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { type StartedService, until } from '@dhanman/testing';
import { type ChannelModel, type ConfirmChannel, connect } from 'amqplib';
import type { Person } from '../builders.js';

type Asked = Pick<PostingDto, 'document' | 'purpose'> & {
  readonly documentId: string;
  readonly version?: number;
};

type Whose = Pick<Person, 'organizationId' | 'companyId'>;

/** Says to Sales over the broker what the ledger of Common would say, when a test wants it said. */
export class Ledger {
  private constructor(
    private readonly connection: ChannelModel,
    private readonly channel: ConfirmChannel,
  ) {}

  static async beside({ vhost }: Pick<StartedService, 'vhost'>): Promise<Ledger> {
    const connection = await connect(vhost.url, { noDelay: true });
    return new Ledger(connection, await connection.createConfirmChannel());
  }

  async post(person: Whose, asked: Asked, times = 1): Promise<void> {
    const payload = { source: sourceOf(asked), entryId: newId(), postedAt: '2026-06-01T10:00:00.000Z' };
    for (let time = 0; time < times; time += 1)
      await this.send('common.transaction-posted.v1', person, payload);
  }

  async reject(person: Whose, asked: Asked, reason = 'The month is closed.'): Promise<void> {
    const payload = { source: sourceOf(asked), code: 'period-closed', reason };
    await this.send('common.transaction-rejected.v1', person, payload);
  }

  async reverse(person: Whose, all: readonly Asked[]): Promise<void> {
    const transactions = all.map((asked) => ({
      ...{ source: sourceOf(asked), entryId: newId(), postedAt: '2026-06-01T10:00:00.000Z' },
    }));
    await this.send('common.transactions-reversed.v1', person, { transactions });
  }

  async refuseReversal(person: Whose, all: readonly Asked[]): Promise<void> {
    const payload = {
      transactions: all.map(sourceOf),
      code: 'period-closed',
      reason: 'The month is closed.',
    };
    await this.send('common.reversal-rejected.v1', person, payload);
  }

  /** What Common says when the daily run of a company comes to a task. */
  async run(person: Whose, type: string): Promise<void> {
    const payload = { runId: newId(), taskId: newId(), type, on: '2026-06-01' };
    await this.send('sales.run-daily-task.v1', person, payload, 'commands');
  }

  async leave(): Promise<void> {
    await this.connection.close();
  }

  private async send(
    contract: string,
    { organizationId, companyId }: Whose,
    payload: object,
    exchange: 'replies' | 'commands' = 'replies',
  ): Promise<void> {
    const messageId = newId();
    const key = exchange === 'replies' ? `${contract}.sales` : contract;
    const content = Buffer.from(JSON.stringify(payload));
    const options = {
      ...{
        messageId,
        type: contract,
        correlationId: messageId,
        appId: 'common',
        persistent: true,
        mandatory: true,
      },
      headers: { source: 'common', organizationId, companyId, occurredAt: '2026-06-01T10:00:00.000Z' },
    };
    // A service that has just started binds its queues a little later than it answers over HTTP.
    await until(async () => {
      let isTaken = true;
      const noticed = (): void => void (isTaken = false);
      this.channel.once('return', noticed);
      this.channel.publish(exchange, key, content, options);
      await this.channel.waitForConfirms();
      this.channel.off('return', noticed);
      return isTaken;
    });
  }
}

function sourceOf({ document, purpose, documentId: id, version = 1 }: Asked) {
  return { document, id, purpose, version };
}
