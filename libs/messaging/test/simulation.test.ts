import {
  CompanyChanged,
  CompanyCreated,
  PostTransaction,
  type ServiceName,
  TransactionPosted,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { type Random, seededRandom } from '@dhanman/testing';
import { Logger } from '@nestjs/common';
import { expect, test } from '@jest/globals';
import { publish, reply } from '../src/index.js';
import { Consumer } from '../src/consumer.js';
import { attachOutbox } from '../src/outbox.js';
import { Relay } from '../src/relay.js';
import { contracts } from './support/contracts.js';
import { transactionFor } from './support/bookkeeping.js';
import { organizationId } from './support/little-service.js';
import { contractOf, type Mishap, SimulatedBus } from './support/simulated-bus.js';
import { type Fate, SimulatedDatabase } from './support/simulated-database.js';

Logger.overrideLogger(false);

const entryId = newId();
const retryAfter = Array.from({ length: 12 }, () => ({ name: 'soon', ms: 50 }));
type Delivery = NonNullable<ReturnType<SimulatedBus['take']>>;

/** One service from its start to its death; the database is what outlives it. */
class Life {
  isAlive = true;
  readonly held = new Set<Delivery>();
  readonly relay: Relay;
  readonly consumer: Consumer;

  constructor(world: World, service: ServiceName, database: SimulatedDatabase) {
    const options = {
      ...{
        service,
        contracts,
        database,
        source: database.source,
        retryAfter,
        amqpUrl: 'amqp://one-for-all@nowhere',
      },
      correlation: { current: () => undefined, run: <T>(_: unknown, work: () => T): T => work() },
    };
    attachOutbox(options);
    const process = { die: () => world.kill(service), isAlive: () => this.isAlive };
    const relayed = {
      mishap: () => world.mishap(),
      ifDead: async () => Promise.resolve('unconfirmed' as const),
    };
    // What a consumer publishes arrives or its process dies; otherwise it would only wait and try again.
    const diverted = {
      mishap: () => world.mishapOfConsumer(),
      ifDead: async () => new Promise<never>(() => undefined),
    };
    this.relay = new Relay(options, world.bus.publisher({ ...process, ...relayed }), 0);
    this.consumer = new Consumer(options, world.bus.publisher({ ...process, ...diverted }));
    this.relay.start();
    for (const [name, handler] of world.handlersOf(service))
      this.consumer.addHandler(name, handler as never, true);
  }
}

/** Common and Sales, a bus, and a seed that decides everything that happens. */
class World {
  readonly bus = new SimulatedBus(() => this.clock, ['common', 'sales']);
  readonly databases = {
    common: new SimulatedDatabase(() => this.fateOf('common')),
    sales: new SimulatedDatabase(() => this.fateOf('sales')),
  };
  readonly issued: string[] = [];
  readonly seen = { deaths: 0, doubled: 0, lost: 0, failures: 0, dead: 0, shared: 0 };
  private clock = 1_000_000;
  private isCalm = false;
  private readonly company = newId();
  private readonly lives: Record<'common' | 'sales', Life>;

  constructor(private readonly random: Random) {
    this.lives = { common: this.bear('common'), sales: this.bear('sales') };
  }

  handlersOf(service: ServiceName): readonly (readonly [string, unknown])[] {
    const effect =
      (what: string) =>
      async (message: never, tx: { query(sql: string, values: unknown[]): Promise<void> }) => {
        const { payload } = message as { payload: { source?: { id: string }; revision?: number } };
        this.mayFail();
        await tx.query('effect', [`${what} ${payload.source?.id ?? String(payload.revision)}`]);
        if (what === 'posted') {
          const answer = { source: payload.source, entryId, postedAt: '2026-04-01T00:00:00Z' };
          await reply(tx as never, message, TransactionPosted, answer as never);
        }
        this.mayFail();
      };
    if (service === 'common') return [[PostTransaction.name, effect('posted')]];
    return [
      [TransactionPosted.name, effect('answered')],
      [CompanyCreated.name, effect('company')],
      [CompanyChanged.name, effect('company')],
    ];
  }

  async step(): Promise<void> {
    const service = this.random() < 0.5 ? 'common' : 'sales';
    const roll = this.random();
    if (roll < 0.12) this.issue().catch(() => undefined);
    else if (roll < 0.2) this.changeCompany().catch(() => undefined);
    else if (roll < 0.55) this.deliver(service, 1 + Math.floor(this.random() * 3));
    else if (roll < 0.85) this.lives[service].relay.kick();
    else if (roll < 0.97) this.clock += Math.floor(this.random() * 8_000);
    else this.kill(service);
    if (this.random() < 0.5) await settle();
  }

  /** No more mishaps: what is owed must now all happen. */
  async calmDown(): Promise<void> {
    this.isCalm = true;
    for (let round = 0; round < 400; round += 1) {
      await settle();
      if (this.isQuiet()) return;
      this.clock += 2_000;
      this.seen.dead += this.bus.replayDead();
      for (const service of ['common', 'sales'] as const) {
        this.lives[service].relay.kick();
        this.deliver(service, 8);
      }
    }
  }

  end(): void {
    const { common, sales } = this.databases;
    this.seen.shared = common.shared + sales.shared;
    for (const service of ['common', 'sales'] as const) this.die(service);
  }

  kill(service: ServiceName): void {
    if (service !== 'common' && service !== 'sales') return;
    this.seen.deaths += 1;
    this.die(service);
    this.lives[service] = this.bear(service);
  }

  mishap(): Mishap {
    const roll = this.isCalm ? 1 : this.random();
    if (roll < 0.06) return this.count('lost', 'lost');
    if (roll < 0.12) return this.count('doubled', 'kept but unconfirmed');
    if (roll < 0.18) return this.count('doubled', 'doubled');
    return roll < 0.22 ? 'kept, then the sender dies' : 'none';
  }

  mishapOfConsumer(): Mishap {
    const roll = this.isCalm ? 1 : this.random();
    if (roll < 0.1) return 'kept, then the sender dies';
    return roll < 0.2 ? this.count('doubled', 'doubled') : 'none';
  }

  private count(what: keyof World['seen'], mishap: Mishap): Mishap {
    this.seen[what] += 1;
    return mishap;
  }

  private mayFail(): void {
    if (this.isCalm || this.random() > 0.08) return;
    this.seen.failures += 1;
    throw new Error('the handler is unlucky');
  }

  private bear(service: 'common' | 'sales'): Life {
    return new Life(this, service, this.databases[service]);
  }

  private die(service: 'common' | 'sales'): void {
    const life = this.lives[service];
    life.isAlive = false;
    void life.relay.stop();
    for (const delivery of life.held) this.bus.giveBack(delivery);
  }

  private fateOf(service: 'common' | 'sales'): Fate {
    const life = this.lives[service];
    const dies = (chance: number): boolean => {
      const isFatal = !this.isCalm && this.random() < chance;
      if (isFatal && life.isAlive) this.kill(service);
      return isFatal;
    };
    return {
      now: () => this.clock,
      isAlive: () => life.isAlive,
      diesBeforeCommit: () => dies(0.03),
      diesAfterCommit: () => dies(0.03),
    };
  }

  private async issue(): Promise<void> {
    const document = newId();
    await this.databases.sales.transaction({ organizationId }, async (tx) => {
      await tx.query('effect', [`issued ${document}`]);
      await publish(tx, PostTransaction, transactionFor(document));
    });
  }

  private async changeCompany(): Promise<void> {
    await this.databases.common.transaction({ organizationId }, async (tx) => {
      const revision =
        this.databases.common.state.effects.filter((one) => one.startsWith('changed')).length + 1;
      await tx.query('effect', [`changed ${String(revision)}`]);
      const names = { name: 'Asha', currency: 'INR', timeZone: 'Asia/Kolkata', financialYearStartMonth: 4 };
      const company = { id: this.company, revision, ...names, isActive: true };
      await publish(tx, revision === 1 ? CompanyCreated : CompanyChanged, company);
    });
  }

  /** So many at once, as the broker does; what waits together may share a transaction. */
  private deliver(service: 'common' | 'sales', count: number): void {
    for (let one = 0; one < count; one += 1) {
      const delivery = this.bus.take(service, this.random);
      if (!delivery) return;
      this.handOver(service, delivery);
    }
  }

  private handOver(service: 'common' | 'sales', delivery: Delivery): void {
    const life = this.lives[service];
    const { queue, raw } = delivery;
    if (!life.consumer.getHandlers().has(queue.slice(service.length + 1))) return;
    life.held.add(delivery);
    const contract = contractOf(queue.slice(service.length + 1));
    void life.consumer['receive'](queue, contract, raw).then(
      () => life.held.delete(delivery),
      () => undefined,
    );
  }

  private isQuiet(): boolean {
    const { common, sales } = this.databases;
    const held = this.lives.common.held.size + this.lives.sales.held.size;
    return this.bus.isEmpty && held + common.state.outbox.size + sales.state.outbox.size === 0;
  }
}

async function settle(): Promise<void> {
  await new Promise((done) => setImmediate(done));
}

/** What must be true at the end of every schedule, whatever happened in it. */
function broken({ databases }: World): readonly string[] {
  const [common, sales] = [databases.common.state, databases.sales.state];
  const of = (effects: readonly string[], what: string): readonly string[] =>
    effects.filter((one) => one.startsWith(`${what} `)).map((one) => one.slice(what.length + 1));
  const issued = [...of(sales.effects, 'issued')].sort();
  const complaints: string[] = [];
  const same = (name: string, one: readonly string[], other: readonly string[]): void => {
    if (JSON.stringify(one) !== JSON.stringify(other))
      complaints.push(`${name}: ${one.join()} instead of ${other.join()}`);
  };
  same('posted', [...of(common.effects, 'posted')].sort(), issued);
  same('answered', [...of(sales.effects, 'answered')].sort(), issued);
  same('company', of(sales.effects, 'company'), of(common.effects, 'changed'));
  same('unsent', [...common.outbox.keys(), ...sales.outbox.keys()], []);
  same('parked', [...sales.parked.keys()], []);
  return complaints;
}

/** Most are short, because a short one that is red is understood; some are long, for what needs many things at once. */
function lengthOf(random: Random): number {
  return 4 + Math.floor(76 * random() ** 4);
}

const schedules = Number(process.env['SCHEDULES'] ?? 2_000);

async function runAll(): Promise<void> {
  const first = Number(process.env['SEED'] ?? 1);
  const total = { deaths: 0, doubled: 0, lost: 0, failures: 0, dead: 0, shared: 0 };
  for (let seed = first; seed < first + schedules; seed += 1) {
    const random = seededRandom(seed);
    const world = new World(random);
    for (let steps = lengthOf(random); steps > 0; steps -= 1) await world.step();
    await world.calmDown();
    world.end();
    expect({ seed, broken: broken(world) }).toEqual({ seed, broken: [] });
    for (const what of Object.keys(total) as (keyof typeof total)[]) total[what] += world.seen[what];
  }
  // A run in which nothing went wrong would prove nothing.
  const { deaths, doubled, lost, failures, shared } = total;
  for (const count of [deaths, doubled, lost, failures, shared]) expect(count).toBeGreaterThan(schedules / 4);
}

test(
  'whatever is lost, doubled, reordered or killed, every message takes effect once',
  runAll,
  60_000 + schedules * 50,
);
