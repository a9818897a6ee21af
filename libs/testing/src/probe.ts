import { type ChannelModel, connect, type ConsumeMessage } from 'amqplib';
import { until } from './until.js';

export interface Binding {
  readonly exchange: string;
  readonly type: 'topic' | 'direct' | 'fanout';
  readonly routingKey: string;
}

export interface SeenMessage {
  readonly exchange: string;
  readonly routingKey: string;
  readonly properties: ConsumeMessage['properties'];
  readonly payload: unknown;
}

/** A queue bound beside those of the services, to see what really goes over the broker. */
export class Probe {
  readonly messages: SeenMessage[] = [];

  private constructor(private readonly connection: ChannelModel) {}

  /** Listens from now on; exchanges that no service has declared yet are declared as the services would. */
  static async listen(url: string, bindings: readonly Binding[]): Promise<Probe> {
    const connection = await connect(url, { noDelay: true });
    const probe = new Probe(connection);
    const channel = await connection.createChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    for (const { exchange, type, routingKey } of bindings) {
      await channel.assertExchange(exchange, type, { durable: true });
      await channel.bindQueue(queue, exchange, routingKey);
    }
    await channel.consume(queue, (message) => message && probe.messages.push(seen(message)), { noAck: true });
    return probe;
  }

  /** The first message, of those seen and those to come, that fits. */
  async find(fits: (message: SeenMessage) => boolean, deadlineMs = 5_000): Promise<SeenMessage> {
    return until(() => this.messages.find(fits), { deadlineMs, what: `a message with ${fits.toString()}` });
  }

  async stop(): Promise<void> {
    await this.connection.close();
  }
}

function seen({ content, fields, properties }: ConsumeMessage): SeenMessage {
  return {
    exchange: fields.exchange,
    routingKey: fields.routingKey,
    properties,
    payload: JSON.parse(content.toString()) as unknown,
  };
}
