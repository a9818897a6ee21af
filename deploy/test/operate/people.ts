// People who work while something is done to the server; every answer that is not the right one is kept.
import { newId } from '@dhanman/kernel';
import { aToken } from '@dhanman/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { environments, hostOf, webApp } from '../../topology.ts';
import { ask } from '../nginx/ask.ts';
import type { Site } from '../nginx/site.ts';

/** What a person needs to look at an answer; without it the test would only show how two cores starve. */
const thinkingMs = 25;
const people = 3;
const host = (name: string) => hostOf(environments.prod, name);

export interface Work {
  readonly requests: number;
  readonly refusals: readonly string[];
  /** Of Common, as nginx let people see them. */
  readonly versions: ReadonlySet<string>;
}

export class People {
  entered = 0;
  readonly #site: Site;
  readonly #token: Promise<string>;
  readonly #customers: string;
  #turn = 0;

  constructor(site: Site) {
    const companyId = newId();
    this.#site = site;
    this.#customers = `/api/v1/companies/${companyId}/customers`;
    this.#token = aToken({
      organizationId: newId(),
      companies: [companyId],
      permissions: ['dhanman.sales.customer.create', 'dhanman.sales.customer.read'],
    });
  }

  /** They work from before it begins until it has ended. */
  async during<T>(done: () => Promise<T>): Promise<Work & { readonly result: PromiseSettledResult<T> }> {
    const work = { requests: 0, refusals: [] as string[], versions: new Set<string>() };
    let isOver = false;
    const working = Array.from({ length: people }, async () => {
      while (!isOver) await this.#once(work);
    });
    const [result] = await Promise.allSettled([done()]);
    isOver = true;
    await Promise.all(working);
    return { ...work, result };
  }

  async count(): Promise<number> {
    const headers = { authorization: `Bearer ${await this.#token}` };
    let [counted, cursor] = [0, ''];
    do {
      const answer = await ask(this.#site, host('sales'), `${this.#customers}?limit=100${cursor}`, {
        headers,
      });
      const page = JSON.parse(answer.body) as { items: unknown[]; nextCursor?: string | null };
      counted += page.items.length;
      cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : '';
    } while (cursor !== '');
    return counted;
  }

  async #once(work: { requests: number; refusals: string[]; versions: Set<string> }): Promise<void> {
    const turn = (this.#turn += 1);
    const headers = {
      authorization: `Bearer ${await this.#token}`,
      'content-type': 'application/json',
      'x-test-client': `198.51.${String(turn % 200)}.${String(turn % 7)}`,
    };
    const body = JSON.stringify({ name: `Customer ${String(turn)}`, code: `C${String(turn)}` });
    const wants = async (
      wanted: number,
      name: string,
      path: string,
      question: object,
    ): Promise<string | undefined> => {
      work.requests += 1;
      const answer = await ask(this.#site, host(name), path, { headers, ...question }).catch(
        (error: unknown) => {
          return { status: 0, body: String(error) };
        },
      );
      await pause(thinkingMs);
      if (answer.status === wanted) return answer.body;
      work.refusals.push(`${name}${path} ${String(answer.status)} ${answer.body}`);
      return undefined;
    };
    const entered = await wants(201, 'sales', this.#customers, { method: 'POST', body });
    if (entered !== undefined) this.entered += 1;
    await wants(200, 'sales', `${this.#customers}?limit=1`, {});
    const health = await wants(200, 'common', '/health/ready', {});
    if (health !== undefined) work.versions.add((JSON.parse(health) as { version: string }).version);
    await wants(200, webApp, '/', {});
  }
}
