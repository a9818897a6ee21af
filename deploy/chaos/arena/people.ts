// Load as people make it: they enter companies, rename them, and write and issue invoices, and they remember what they
// were told. They ask once; what an answer does not say stays unknown.
import { setTimeout as pause } from 'node:timers/promises';
import type { CompanyDto, CustomerDto, InvoiceDto, SignedUp } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aSale, aToken, type Random, until } from '@dhanman/testing';
import type { Kind, Operation, Outcome } from '../history.ts';
import type { Member } from './services.ts';

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
  private readonly members: readonly Member[];
  private readonly random: Random;
  private readonly name: string;
  private readonly customers = new Map<string, string>();
  private readonly companies: string[] = [];
  private count = 0;

  constructor(name: string, members: readonly Member[], random: Random) {
    [this.name, this.members, this.random] = [name, members, random];
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
    const choices = this.members.filter((member) => member.service === service);
    const { url } = choices[Math.floor(this.random() * choices.length)] ?? { url: '' };
    try {
      const answer = await fetch(url + path, {
        method,
        headers: {
          ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(ifMatch !== undefined && { 'if-match': `"${String(ifMatch)}"` }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(patienceMs),
      });
      return await answerIn<T>(answer);
    } catch (error) {
      return { outcome: outcomeOf(error), said: String(error), body: undefined };
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

/** A server's own trouble may have come after the work was done. */
async function answerIn<T>(answer: Response): Promise<Answer<T>> {
  const text = await answer.text();
  const said = `${String(answer.status)} ${text.slice(0, 200)}`;
  if (answer.ok) return { outcome: 'acknowledged', said, body: JSON.parse(text) as T };
  return { outcome: answer.status < 500 ? 'refused' : 'unknown', said, body: undefined };
}

/** Where nobody listened nothing was done; after any other trouble nobody can say. */
function outcomeOf(error: unknown): Outcome {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code === 'ECONNREFUSED' ? 'refused' : 'unknown';
}
