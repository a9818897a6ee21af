import { newId } from '@dhanman/kernel';
import type { VirtualHost } from '@dhanman/testing';
import { type ChannelModel, type ConfirmChannel, connect } from 'amqplib';

const contract = 'common.company-created.v1';

/** Someone with an AMQP client and no message layer: sends what Common never would, or has sent before. */
export class Stranger {
  private constructor(
    private readonly connection: ChannelModel,
    private readonly channel: ConfirmChannel,
  ) {}

  static async on({ url }: VirtualHost): Promise<Stranger> {
    const connection = await connect(url, { noDelay: true });
    return new Stranger(connection, await connection.createConfirmChannel());
  }

  /** The answer is the id of the message, which is its correlation id too. */
  async send(
    body: string,
    organizationId: string,
    headers: Readonly<Record<string, number>> = {},
  ): Promise<string> {
    const messageId = newId();
    this.channel.publish('events', `${contract}.sales`, Buffer.from(body), {
      ...{ messageId, type: contract, correlationId: messageId, appId: 'common', persistent: true },
      headers: { source: 'common', organizationId, occurredAt: '2026-04-01T00:00:00.000Z', ...headers },
    });
    await this.channel.waitForConfirms();
    return messageId;
  }

  async leave(): Promise<void> {
    await this.connection.close();
  }
}
