import { connect } from 'node:net';
import { permissions, type CustomerDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, query, type SpawnedService, spawnService, until } from '@dhanman/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';

let sales: SpawnedService;
let headers: Record<string, string>;
let customers: string;

const deadlineMs = 2_500;

beforeEach(async () => {
  sales = await spawnService('sales', { overrides: { SHUTDOWN_DEADLINE_MS: String(deadlineMs) } });
  const companyId = newId();
  const token = await aToken({ organizationId: newId(), companies: [companyId], permissions });
  headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '"1"' };
  customers = `${sales.process.url}/api/v1/companies/${companyId}/customers`;
});

afterEach(async () => {
  await sales.drop();
});

async function create(): Promise<CustomerDto> {
  const response = await fetch(customers, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: newId() }),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as CustomerDto;
}

/** A request that is under way until the row lock it waits for is released. */
async function underWay(): Promise<{ readonly answer: Promise<Response>; release(): Promise<void> }> {
  const { id } = await create();
  const holder = new pg.Client({ connectionString: sales.database.adminUrl });
  await holder.connect();
  await holder.query('begin; select from customer for update');
  const answer = fetch(`${customers}/${id}`, { method: 'PATCH', headers, body: '{"name":"Held up"}' });
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await until(async () => (await query(sales.database.adminUrl, waiting)).length > 0);
  const release = async (): Promise<void> => {
    await holder.query('rollback');
    await holder.end();
  };
  return { answer, release };
}

describe('a service that is told to stop', () => {
  test('finishes the request in its hands, takes no new ones, and ends with success', async () => {
    const { answer, release } = await underWay();
    sales.process.signal('SIGTERM');
    await until(async () => (await refusal()) === 'ECONNREFUSED');
    await release();
    expect((await answer).status).toBe(200);
    expect(await sales.process.exited).toEqual({ code: 0, signal: null });
  });

  test('says it is not ready first, and asks clients that keep their connection to go', async () => {
    const { answer, release } = await underWay();
    sales.process.signal('SIGTERM');
    const last = await until(async () => {
      const response = await fetch(`${sales.process.url}/health/ready`);
      return response.status === 503 && response;
    });
    expect(last.headers.get('connection')).toBe('close');
    await release();
    await answer;
  });

  test('does not wait for ever for a client that never finishes its request', async () => {
    const { port } = new URL(sales.process.url);
    const socket = connect({ host: '127.0.0.1', port: Number(port) }).on('error', () => undefined);
    socket.write(
      'POST /health HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
    );
    await create();
    const start = performance.now();
    expect(await sales.process.stop()).toEqual({ code: 1, signal: null });
    expect(performance.now() - start).toBeLessThan(deadlineMs + 2_000);
    expect(sales.process.output).toContain('not stopped in time');
    socket.destroy();
  });

  test('ends at once when it is told a second time', async () => {
    const { answer, release } = await underWay();
    const cut = expect(answer).rejects.toThrow();
    sales.process.signal('SIGTERM');
    await until(async () => (await refusal()) === 'ECONNREFUSED');
    const start = performance.now();
    expect(await sales.process.stop()).toEqual({ code: 1, signal: null });
    expect(performance.now() - start).toBeLessThan(1_000);
    await cut;
    await release();
  });

  test('over and over under load did nothing that it did not answer for', async () => {
    const answered = new Set<string>();
    const seen = new Set<number | string>();
    let isOver = false;
    const clients = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const name = newId();
        const outcome = await outcomeOf(name);
        seen.add(outcome);
        if (outcome === 201) answered.add(name);
      }
    });
    for (let restart = 0; restart < 3; restart += 1) {
      await until(() => answered.size > (restart + 1) * 20, { deadlineMs: 15_000 });
      expect(await sales.process.stop()).toEqual({ code: 0, signal: null });
      sales = { ...sales, process: await sales.respawn() };
    }
    isOver = true;
    await Promise.all(clients);
    // A connection that the listener had not taken yet when it closed is reset; its request was never begun.
    expect([201, 503, 'ECONNREFUSED', 'ECONNRESET']).toEqual(expect.arrayContaining([...seen]));
    const stored = await query<{ name: string }>(sales.database.adminUrl, 'select name from customer');
    expect(new Set(stored.map(({ name }) => name))).toEqual(answered);
  }, 60_000);
});

async function refusal(): Promise<string | undefined> {
  try {
    await fetch(`${sales.process.url}/health`);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

/** The status, or the reason why there was none. */
async function outcomeOf(name: string): Promise<number | string> {
  try {
    const response = await fetch(customers, { method: 'POST', headers, body: JSON.stringify({ name }) });
    await response.text();
    return response.status;
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  return ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code ?? String(error);
}
