import { newId } from '@dhanman/kernel';
import type { VirtualHost } from '@dhanman/testing';
import { type ChannelModel, type ConfirmChannel, connect, type Options } from 'amqplib';
import { organizationId } from './little-service.js';

/** Someone with an AMQP client and no message layer: can send what the library never would. */
export class Stranger {
  private constructor(
    private readonly connection: ChannelModel,
    readonly channel: ConfirmChannel,
  ) {}

  static async on(vhost: VirtualHost): Promise<Stranger> {
    const connection = await connect(vhost.url, { noDelay: true });
    return new Stranger(connection, await connection.createConfirmChannel());
  }

  async send(
    exchange: string,
    key: string,
    body: unknown,
    properties: Options.Publish = {},
  ): Promise<string> {
    const messageId = properties.messageId ?? newId();
    const content = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    this.channel.publish(exchange, key, content, {
      ...{ messageId, type: key, correlationId: messageId, persistent: true },
      headers: {
        source: properties.appId ?? 'sales',
        organizationId,
        occurredAt: '2026-04-01T00:00:00.000Z',
      },
      ...properties,
    });
    await this.channel.waitForConfirms();
    return messageId;
  }

  async leave(): Promise<void> {
    await this.connection.close();
  }
}
