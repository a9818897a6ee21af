import { setTimeout as pause } from 'node:timers/promises';
import { freshVirtualHost, type VirtualHost } from '@dhanman/testing';
import { connect } from 'amqplib';
import { openInstance } from '../../local/instance.ts';
import { running } from '../../local/machine/daemon.ts';
import { bringUp } from '../../local/servers/bring-up.ts';
import { serversNamed } from '../../local/servers/catalogue.ts';
import type { Benchmark, Prepared, Sample } from '../benchmark.ts';
import { Messenger, talk } from '../parts/conversation.ts';
import { admin, freshDatabase } from '../parts/message-database.ts';

export const benchmark: Benchmark = {
  about:
    'The broker is killed -9 while documents are committed. From the moment a bare client can publish with a confirm ' +
    'again: how long until a message committed meanwhile has taken effect in the other service.',
  prepare,
};

async function prepare(): Promise<Prepared> {
  const vhost = await freshVirtualHost();
  const [sales, common] = [await freshDatabase(), await freshDatabase()];
  const sender = await Messenger.start('sales', sales, vhost);
  const receiver = await Messenger.start('common', common, vhost);
  await talk(sender, receiver, { flood: { clients: 4, seconds: 2 } });
  return {
    contenders: [{ name: 'broker killed', measure: () => killBroker(sender, receiver, vhost) }],
    rounds: 3,
    figures: [
      {
        name: 'messages flow again, after the broker is up',
        unit: 's',
        target: { atMost: 2 },
        of: (round) => round['broker killed']?.['first effect s'] ?? Number.NaN,
      },
    ],
    close: async () => {
      await sender.stop();
      await receiver.stop();
      await vhost.drop();
      for (const name of [sales, common]) await admin(`drop database "${name}" with (force)`);
    },
  };
}

async function killBroker(sender: Messenger, receiver: Messenger, vhost: VirtualHost): Promise<Sample> {
  const instance = await openInstance('bench');
  const [rabbitmq] = serversNamed(['rabbitmq']);
  const broker = running(instance, 'rabbitmq');
  if (!rabbitmq || !broker) throw new Error('Only a broker of this machine can be killed.');
  const conversation = talk(sender, receiver, { send: { perSecond: 50, seconds: 20 } });
  await pause(2_000);
  process.kill(broker.pid, 'SIGKILL');
  const killed = process.hrtime.bigint();
  const [, up] = await Promise.all([bringUp(rabbitmq, instance), firstConfirm(vhost.url)]);
  const after = (await conversation).filter(([sent]) => sent > killed);
  const effects = after.map(([, effect]) => seconds(effect - up)).sort((one, other) => one - other);
  return {
    'boot s': seconds(up - killed),
    'first effect s': Math.max(effects[0] ?? Number.NaN, 0),
    'committed meanwhile': after.filter(([sent]) => sent < up).length,
  };
}

/** The moment at which anybody at all could publish again. */
async function firstConfirm(url: string): Promise<bigint> {
  for (;;) {
    try {
      const connection = await connect(url, { noDelay: true });
      connection.on('error', () => undefined);
      const channel = await connection.createConfirmChannel();
      const { queue } = await channel.assertQueue('', { exclusive: true });
      channel.sendToQueue(queue, Buffer.from('?'));
      await channel.waitForConfirms();
      const now = process.hrtime.bigint();
      await connection.close();
      return now;
    } catch {
      await pause(50);
    }
  }
}

function seconds(nanoseconds: bigint): number {
  return Number(nanoseconds) / 1e9;
}
