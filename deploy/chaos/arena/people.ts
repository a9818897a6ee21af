// Load as people make it: they enter companies, rename them, and write and issue invoices, and they remember what they
// were told. They ask once; what an answer does not say stays unknown.
import { once } from 'node:events';
import { type IncomingMessage, request as send, type RequestOptions } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { CompanyDto, CustomerDto, InvoiceDto, SignedUp } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aSale, aToken, type Random, until } from '@dhanman/testing';
import type { Site } from '../../bench/parts/site.ts';
import type { Kind, Operation, Outcome } from '../history.ts';

interface Answer<T> {
  readonly outcome: Outcome;
  readonly said: string;
  readonly body: T | undefined;
}

interface Request {
  readonly service: 'common' | 'sales';
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: object;
  readonly ifMatch?: number;
}

const patienceMs = 5_000;
const restMs = { least: 60, most: 260 } as const;

/** One person with companies of their own, so that nobody else changes them meanwhile. */
export class Person {
  readonly operations: Operation[] = [];
  /** Of nobody, until they have signed up. */
  private organizationId: string = newId();
  private personId: string = newId();
  private readonly site: Site;
  private readonly random: Random;
  private readonly name: string;
  private readonly customers = new Map<string, string>();
  private readonly companies: string[] = [];
  private count = 0;

  constructor(name: string, site: Site, random: Random) {
    [this.name, this.site, this.random] = [name, site, random];
  }

  /** Before anything goes wrong: an organization, and a company with a customer that Sales knows. */
  async settleIn(): Promise<void> {
    const key = this.nextKey();
    const signedUp = await this.note<SignedUp>('create company', key, {
      ...{ service: 'common', path: '/api/v1/sign-ups' },
      body: {
        organization: { name: this.name },
        company: { name: key },
        person: { name: this.name, email: `${this.name.toLowerCase()}@example.com` },
      },
    });
    if (signedUp === undefined)
      throw new Error(`sign-up was answered with ${String(this.operations[0]?.answer)}`);
    [this.organizationId, this.personId] = [signedUp.organizationId, signedUp.personId];
    this.companies.push(signedUp.companyId);
    await until(async () => this.customerOf(signedUp.companyId), {
      deadlineMs: 60_000,
      what: 'sales has the customer',
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}; ${String((error as Error).cause)}`);
    });
  }

  async workUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const roll = this.random();
      if (roll < 0.06) await this.createCompany();
      else if (roll < 0.2) await this.changeCompany();
      else await this.writeInvoice();
      await pause(restMs.least + this.random() * (restMs.most - restMs.least));
    }
  }

  private async createCompany(): Promise<void> {
    const key = this.nextKey();
    const request = { service: 'common', path: '/api/v1/companies', body: { name: key } } as const;
    const company = await this.note<CompanyDto>('create company', key, request);
    if (company) this.companies.push(company.id);
  }

  private async changeCompany(): Promise<void> {
    const path = `/api/v1/companies/${this.someCompany()}`;
    const { body: company } = await this.ask<CompanyDto>({ service: 'common', method: 'GET', path });
    if (!company) return;
    const key = this.nextKey();
    const request = { service: 'common', method: 'PATCH', path, ifMatch: company.version } as const;
    await this.note('change company', key, { ...request, body: { name: key } });
  }

  private async writeInvoice(): Promise<void> {
    const company = this.someCompany();
    const customerId = await this.customerOf(company).catch(() => undefined);
    if (customerId === undefined) return;
    const path = `/api/v1/companies/${company}/invoices`;
    const key = this.nextKey();
    const price = `${String(1 + Math.floor(this.random() * 99_999))}.${this.random() < 0.5 ? '00' : '50'}`;
    const draft = { service: 'sales', path, body: aSale(customerId, { description: key, price }) } as const;
    const invoice = await this.note<InvoiceDto>('draft invoice', key, draft);
    if (!invoice) return;
    const issue = {
      service: 'sales',
      path: `${path}/${invoice.id}/issue`,
      body: { on: '2026-04-01' },
    } as const;
    await this.note('issue invoice', invoice.id, issue);
  }

  /** The customer of a company; entered when there is none yet, which needs a company that Sales knows. */
  private async customerOf(company: string): Promise<string> {
    const known = this.customers.get(company);
    if (known !== undefined) return known;
    const path = `/api/v1/companies/${company}/customers`;
    const { body, said } = await this.ask<CustomerDto>({ service: 'sales', path, body: { name: 'Ravi' } });
    if (!body) throw new Error(`sales answered: ${said}`);
    this.customers.set(company, body.id);
    return body.id;
  }

  private async note<T>(kind: Kind, key: string, request: Request): Promise<T | undefined> {
    const startedAt = performance.now();
    const { outcome, said, body } = await this.ask<T>(request);
    this.operations.push({ kind, key, startedAt, endedAt: performance.now(), outcome, answer: said });
    return outcome === 'acknowledged' ? body : undefined;
  }

  private async ask<T>({ service, method = 'POST', path, body, ifMatch }: Request): Promise<Answer<T>> {
    const token = await aToken({ organizationId: this.organizationId, userId: this.personId });
    const { hostname: host, port } = new URL(this.site.address);
    const headers = {
      ...{ host, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(ifMatch !== undefined && { 'if-match': `"${String(ifMatch)}"` }),
    };
    const signal = AbortSignal.timeout(patienceMs);
    const to = { host: '127.0.0.1', port, method, path: `/api/${service}${path}`, headers, signal };
    try {
      return await answerIn<T>(to, body && JSON.stringify(body));
    } catch (error) {
      return { outcome: 'unknown', said: String(error), body: undefined };
    }
  }

  private someCompany(): string {
    return this.companies[Math.floor(this.random() * this.companies.length)] ?? '';
  }

  private nextKey(): string {
    this.count += 1;
    return `${this.name} ${String(this.count)}`;
  }
}

/** A server's own trouble, and nginx's with it, may have come after the work was done. */
async function answerIn<T>(to: RequestOptions, body: string | undefined): Promise<Answer<T>> {
  // `fetch` would not let us name the host.
  const sent = send(to).end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  sent.on('error', () => undefined); // the text of the answer ends with the same error
  const { statusCode: status = 0 } = answer;
  const text = await textOf(answer);
  const said = `${String(status)} ${text.slice(0, 200)}`;
  if (status < 300) return { outcome: 'acknowledged', said, body: JSON.parse(text) as T };
  return { outcome: status < 500 ? 'refused' : 'unknown', said, body: undefined };
}
