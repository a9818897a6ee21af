import type { AnyContract, ServiceName } from '@dhanman/contracts';
import type { ConsumeMessage } from 'amqplib';
import type { Outcome, Outgoing, Publisher } from '../../src/broker.js';
import { lastingHeaders } from '../../src/envelope.js';
import { contracts } from './contracts.js';
import { quickDelays } from './little-service.js';

interface Waiting {
  readonly queue: string;
  readonly raw: ConsumeMessage;
  readonly dueAt: number;
}

/** What the network and the broker may do to a publish; decided by the schedule. */
export type Mishap = 'none' | 'lost' | 'kept but unconfirmed' | 'doubled' | 'kept, then the sender dies';

export interface Sender {
  mishap(): Mishap;
  die(): void;
  isAlive(): boolean;
  ifDead(): Promise<Outcome>;
}

/** A broker in memory: the same exchanges and queues, but deliveries in any order and with any mishap. */
export class SimulatedBus {
  private waiting: Waiting[] = [];
  private dead: Waiting[] = [];

  /** What goes to any other service than these is taken and forgotten. */
  constructor(
    private readonly now: () => number,
    private readonly inhabitants: readonly ServiceName[],
  ) {}

  /** The publisher of one life of one service. `ifDead` is what its code gets to see when nobody lives to see it. */
  publisher({ mishap, die, isAlive, ifDead }: Sender): Publisher {
    const publish = async (message: Outgoing): Promise<Outcome> => {
      if (!isAlive()) return ifDead();
      const what = mishap();
      if (what !== 'lost') this.route(message);
      if (what === 'doubled') this.route(message);
      if (what === 'kept, then the sender dies') {
        die();
        return ifDead();
      }
      return what === 'none' || what === 'doubled' ? 'confirmed' : 'unconfirmed';
    };
    return { isReady: true, publish, reset: () => undefined } as unknown as Publisher;
  }

  /** Takes any delivery that is due for one of the service's queues. */
  take(service: ServiceName, random: () => number): Waiting | undefined {
    const due = this.waiting.filter(
      ({ queue, dueAt }) => queue.startsWith(`${service}.`) && dueAt <= this.now(),
    );
    const taken = due[Math.floor(random() * due.length)];
    if (taken) this.waiting = this.waiting.filter((one) => one !== taken);
    return taken;
  }

  /** The process that had it is gone: the broker gives it out again and says so. */
  giveBack({ queue, raw }: Waiting): void {
    const count = Number(raw.properties.headers?.['x-delivery-count'] ?? 0) + 1;
    const headers = { ...raw.properties.headers, 'x-delivery-count': count };
    const properties = { ...raw.properties, headers };
    this.waiting.push({ queue, raw: { ...raw, properties }, dueAt: 0 });
  }

  /** An operator has seen why they died and sends them to their queues again, as first attempts. */
  replayDead(): number {
    const { dead } = this;
    this.dead = [];
    for (const { queue, raw } of dead) {
      const properties = { ...raw.properties, headers: lastingHeaders(raw) };
      this.waiting.push({ queue, raw: { ...raw, properties }, dueAt: 0 });
    }
    return dead.length;
  }

  get isEmpty(): boolean {
    return this.waiting.length + this.dead.length === 0;
  }

  private route({ exchange, key, body, properties }: Outgoing): void {
    const raw = {
      content: body,
      fields: { exchange, routingKey: key },
      properties,
    } as unknown as ConsumeMessage;
    if (exchange.endsWith('.dead')) {
      this.dead.push({ queue: key, raw, dueAt: 0 });
      return;
    }
    const { queue, delayMs } = queueFor(exchange, key);
    if (!this.inhabitants.some((service) => queue.startsWith(`${service}.`))) return;
    this.waiting.push({ queue, raw, dueAt: this.now() + delayMs });
  }
}

function queueFor(exchange: string, key: string): { queue: string; delayMs: number } {
  const [first = '', ...queue] = key.split('.');
  if (exchange.endsWith('.redeliver')) return { queue: queue.join('.'), delayMs: 0 };
  if (exchange.endsWith('.retry')) {
    return { queue: queue.join('.'), delayMs: quickDelays.find(({ name }) => name === first)?.ms ?? 0 };
  }
  if (exchange === 'commands') return { queue: `${contractOf(key).owner}.${key}`, delayMs: 0 };
  return { queue: `${key.split('.').at(-1) ?? ''}.${nameIn(key)}`, delayMs: 0 };
}

function nameIn(key: string): string {
  return key.split('.').slice(0, -1).join('.');
}

export function contractOf(name: string): AnyContract {
  const contract = contracts.find((one) => one.name === name);
  if (!contract) throw new Error(`no contract ${name}`);
  return contract;
}
