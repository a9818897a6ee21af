// The three services of the daily run as processes of their own, with one company and its customer.
import {
  type CompanyDto,
  type CustomerDto,
  type DailyRunDto,
  type DailyRunPage,
  permissions,
} from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import {
  aMember,
  aSale,
  aToken,
  freshVirtualHost,
  query,
  spawnService,
  type SpawnedService,
  type SurroundingsOptions,
  until,
  type VirtualHost,
} from '@dhanman/testing';

const names = ['common', 'sales', 'purchase'] as const;
type Name = (typeof names)[number];

export const patience = { deadlineMs: 90_000 };

export interface Told {
  readonly method?: 'GET' | 'POST';
  readonly body?: object;
}

/** The services, and what a person or an operator does with them. */
export class Day {
  readonly organizationId = newId();
  readonly services: Record<Name, SpawnedService>;
  readonly #vhost: VirtualHost;

  private constructor(services: Record<Name, SpawnedService>, vhost: VirtualHost) {
    this.services = services;
    this.#vhost = vhost;
  }

  static async begin(options: Partial<Record<Name, SurroundingsOptions>> = {}): Promise<Day> {
    const vhost = await freshVirtualHost();
    const started = new Map<Name, SpawnedService>();
    const drop = async (): Promise<void> => {
      for (const service of started.values()) await service.drop();
      await vhost.drop();
    };
    try {
      for (const name of names) started.set(name, await spawnService(name, { vhost, ...options[name] }));
      const day = new Day(Object.fromEntries(started) as Day['services'], vhost);
      await aMember(day.services.common, { organizationId: day.organizationId });
      return day;
    } catch (error) {
      await drop();
      throw error;
    }
  }

  async end(): Promise<void> {
    for (const service of Object.values(this.services)) await service.drop();
    await this.#vhost.drop();
  }

  async tell<T>(name: Name, path: string, companies: readonly Id[], { method, body }: Told = {}): Promise<T> {
    const token = await aToken({ organizationId: this.organizationId, companies, permissions });
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${this.services[name].process.url}${path}`, {
      ...{ method: method ?? (body ? 'POST' : 'GET'), headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${text}`);
    return JSON.parse(text) as T;
  }

  async sql<Row extends object>(name: Name, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return query<Row>(this.services[name].database.adminUrl, sql, values);
  }

  async company(): Promise<Company> {
    const { id } = await this.tell<CompanyDto>('common', '/api/v1/companies', [], {
      body: { name: 'Asha Traders' },
    });
    const isKnown = async (name: Name): Promise<boolean> =>
      (await this.sql(name, 'select from company where id = $1', [id])).length === 1;
    for (const name of names) await until(() => isKnown(name), patience);
    return new Company(this, id);
  }
}

export class Company {
  readonly id: Id;
  readonly #day: Day;

  constructor(day: Day, id: Id) {
    this.#day = day;
    this.id = id;
  }

  /** Its schedule as it would be, had nobody looked for so many days. */
  async missDays(days: number): Promise<void> {
    const sql =
      'update schedule set next_due_at = next_due_at - make_interval(days => $2) where company = $1';
    await this.#day.sql('common', sql, [this.id, days]);
  }

  async runs(): Promise<DailyRunPage['items']> {
    return (await this.#day.tell<DailyRunPage>('common', '/api/v1/daily-runs', [this.id])).items;
  }

  async run(id: string): Promise<DailyRunDto> {
    return this.#day.tell('common', `/api/v1/daily-runs/${id}`, [this.id]);
  }

  async finishedRun(): Promise<DailyRunDto> {
    const run = await until(
      async () => (await this.runs()).find(({ state }) => state === 'finished'),
      patience,
    );
    return this.run(run.id);
  }

  /** The first run whose running task fits. */
  async runningAt(module: string, type: string): Promise<DailyRunDto> {
    return until(async () => {
      const [latest] = await this.runs();
      const run = latest && (await this.run(latest.id));
      const fits = run?.tasks.some(
        (task) => task.state === 'running' && task.module === module && task.type === type,
      );
      return fits && run;
    }, patience);
  }

  async post(path: string): Promise<DailyRunDto> {
    return this.#day.tell('common', `/api/v1/daily-runs/${path}`, [this.id], { method: 'POST' });
  }

  async issuedInvoice(): Promise<string> {
    const books = `/api/v1/companies/${this.id}`;
    const customer = await this.#day.tell<CustomerDto>('sales', `${books}/customers`, [this.id], {
      body: { name: 'Ravi' },
    });
    const body = aSale(customer.id);
    const { id } = await this.#day.tell<{ id: string }>('sales', `${books}/invoices`, [this.id], { body });
    await this.#day.tell('sales', `${books}/invoices/${id}/issue`, [this.id], { body: { on: '2026-04-01' } });
    await until(async () => (await this.stateOf(id)) === 'posted', patience);
    return id;
  }

  async stateOf(invoice: string): Promise<string | undefined> {
    const [row] = await this.#day.sql<{ state: string }>('sales', 'select state from invoice where id = $1', [
      invoice,
    ]);
    return row?.state;
  }
}
