// Two processes that speak about documents over the message layer, each with a database of its own.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newId } from '@dhanman/kernel';
import { until, type VirtualHost } from '@dhanman/testing';
import { urlOf } from './message-database.ts';
import type { Tells, Told } from './messenger.ts';

export const organizationId = newId();
const companyId = newId();

/** Sends, waits until everything sent has taken effect, and gives the nanoseconds of both moments. */
export async function talk(
  sender: Messenger,
  receiver: Messenger,
  told: Told,
): Promise<readonly [bigint, bigint][]> {
  const sent = await sender.tell(told);
  const effects = new Map<string, string>();
  await until(
    async () => {
      for (const [document, time] of Object.entries(await receiver.tell({}))) effects.set(document, time);
      return effects.size >= Object.keys(sent).length;
    },
    { deadlineMs: 60_000, what: 'everything sent has taken effect' },
  );
  return Object.entries(sent).map(([document, time]) => [BigInt(time), BigInt(effects.get(document) ?? 0)]);
}

export class Messenger {
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  static async start(service: 'sales' | 'common', database: string, vhost: VirtualHost): Promise<Messenger> {
    const child = fork(join(import.meta.dirname, 'messenger.ts'), {
      execArgv: ['--max-old-space-size=192', '--max-semi-space-size=8'],
      env: {
        ...{ SERVICE: service, DATABASE_URL: urlOf(database), AMQP_URL: vhost.url },
        TENANT: JSON.stringify({ organizationId, companyId }),
      },
    });
    await once(child, 'message');
    return new Messenger(child);
  }

  async tell(told: Told): Promise<Readonly<Record<string, string>>> {
    this.child.send(told);
    const [answer] = (await once(this.child, 'message')) as [Tells];
    return answer.is === 'done' ? answer.times : {};
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}
