// Sales and Common in one broker, an organization with companies that bill, and somebody who may do everything.
import type { CompanyDto, CustomerDto, InvoiceDto } from '@dhanman/contracts';
import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import {
  aMember,
  aToken,
  freshVirtualHost,
  query,
  type SpawnedService,
  spawnService,
  until,
} from '@dhanman/testing';

/** A sale to that customer, as the editor sends it. */
export type SaleTo = (customerId: string) => object;

export class BillingHouse {
  readonly organizationId = newId();
  readonly sales: SpawnedService;
  readonly common: SpawnedService;
  readonly close: () => Promise<void>;

  private constructor(sales: SpawnedService, common: SpawnedService, close: () => Promise<void>) {
    this.sales = sales;
    this.common = common;
    this.close = close;
  }

  static async open(): Promise<BillingHouse> {
    const vhost = await freshVirtualHost();
    const [sales, common] = await Promise.all([
      spawnService('sales', { vhost }),
      spawnService('common', { vhost }),
    ]);
    const house = new BillingHouse(sales, common, async () => {
      for (const service of [sales, common]) await service.drop();
      await vhost.drop();
    });
    await aMember(common, { organizationId: house.organizationId });
    return house;
  }

  async company(sale: SaleTo): Promise<BillingCompany> {
    const token = await aToken({ organizationId: this.organizationId, companies: [], permissions });
    const { id } = await post<CompanyDto>(this.common, token, '/api/v1/companies', { name: 'Asha Traders' });
    const company = new BillingCompany(this, id, sale);
    // It is on its way to Sales.
    await until(() => company.draft(), { deadlineMs: 30_000 });
    return company;
  }

  /** Until the ledger has answered for all that is issued, and no paper is owed: what is measured next has the machine to itself. */
  async idle(): Promise<void> {
    const underWay = `
      select 1 where exists (select 1 from invoice where state = 'issued') or exists (select 1 from job where state = 'owed')`;
    await until(async () => (await query(this.sales.database.adminUrl, underWay)).length === 0, {
      ...{ deadlineMs: 120_000, what: 'all are posted and printed' },
    });
  }
}

export class BillingCompany {
  readonly #house: BillingHouse;
  readonly id: string;
  readonly #sale: SaleTo;
  #customer: Promise<CustomerDto> | undefined;

  constructor(house: BillingHouse, id: string, sale: SaleTo) {
    this.#house = house;
    this.id = id;
    this.#sale = sale;
  }

  async draft(): Promise<InvoiceDto> {
    const { id } = await (this.#customer ??= this.post<CustomerDto>('/customers', { name: 'Ravi' }));
    return this.post<InvoiceDto>('/invoices', this.#sale(id));
  }

  async issue({ id }: InvoiceDto): Promise<InvoiceDto> {
    return this.post<InvoiceDto>(`/invoices/${id}/issue`, { on: '2026-04-01' });
  }

  /** The whole answer; a refusal is none. */
  async get(path: string): Promise<string> {
    const headers = { authorization: `Bearer ${await this.token()}` };
    const answer = await fetch(this.#house.sales.process.url + this.path(path), { headers });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    return answer.text();
  }

  private async post<T>(path: string, body: object): Promise<T> {
    return post<T>(this.#house.sales, await this.token(), this.path(path), body);
  }

  private path(path: string): string {
    return `/api/v1/companies/${this.id}${path}`;
  }

  private token(): Promise<string> {
    return aToken({ organizationId: this.#house.organizationId, companies: [this.id], permissions });
  }
}

/** Whoever is told to come again comes again, with the same key, as the app does; it counts in how long it took. */
async function post<T>(service: SpawnedService, token: string, path: string, body: object): Promise<T> {
  const headers = { ...{ authorization: `Bearer ${token}`, 'idempotency-key': newId() }, ...json };
  for (let left = 5; ; left -= 1) {
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(service.process.url + path, request);
    if (answer.ok) return (await answer.json()) as T;
    const refusal = `${path}: ${String(answer.status)} ${await answer.text()}`;
    if (answer.status !== 503 || left === 0) throw new Error(refusal);
  }
}

const json = { 'content-type': 'application/json' };
