import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@dhanman/kernel';
import { query } from '../src/database.js';
import { FaultProxy } from '../src/fault-proxy.js';
import { server } from '../src/servers.js';
import { type StartedService, startService } from '../src/service.js';
import { aToken } from '../src/tokens.js';
import { until } from '../src/until.js';
import { notes } from './notes.js';

const permissions = ['dhanman.sales.customer.create', 'dhanman.sales.customer.read'];

const bearerOf = async (organizationId: string): Promise<[string, string]> => {
  return ['authorization', `Bearer ${await aToken({ organizationId, companies: [], permissions })}`];
};

const cleanups: (() => Promise<void>)[] = [];

const started = async (...options: Parameters<typeof startService>): Promise<StartedService> => {
  const service = await startService(...options);
  cleanups.push(() => service.stop());
  return service;
};

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('a service started in a test', () => {
  let service: StartedService;
  beforeAll(async () => {
    service = await startService(notes);
  });
  afterAll(() => service.stop());

  it('serves requests with its own database, which the test can look into from behind', async () => {
    const organizationId = newId();
    const bearer = await bearerOf(organizationId);
    await service.agent
      .post('/notes')
      .set(...bearer)
      .send({ text: 'वसूली' })
      .expect(201);
    const { body } = await service.agent
      .get('/notes')
      .set(...bearer)
      .expect(200);
    expect(body).toEqual({ items: [{ text: 'वसूली' }] });
    const rows = await query(service.database.adminUrl, 'select organization_id as org, text from note');
    expect(rows).toEqual([{ org: organizationId, text: 'वसूली' }]);
  });

  it('runs as a role that sees nothing without a tenant', async () => {
    expect(await query(service.database.appUrl, 'select * from note')).toEqual([]);
    expect(await query(service.database.ownerUrl, 'select * from note')).toEqual([]);
  });

  it('is ready with every dependency at its side', async () => {
    const { body } = await service.agent.get('/health/ready').expect(200);
    expect(body).toMatchObject({ status: 'ok', service: 'notes' });
  });
});

describe('two services started in one process', () => {
  it('share nothing but the code', async () => {
    const [one, other] = await Promise.all([started(notes), started(notes)]);
    const bearer = await bearerOf(newId());
    await one.agent
      .post('/notes')
      .set(...bearer)
      .send({ text: 'here only' })
      .expect(201);
    const { body } = await other.agent
      .get('/notes')
      .set(...bearer)
      .expect(200);
    expect(body).toEqual({ items: [] });
  });
});

describe('stopping', () => {
  it('leaves no database behind', async () => {
    const service = await startService(notes);
    const { name } = service.database;
    await service.stop();
    const found = await query(server('postgres'), 'select from pg_database where datname = $1', [name]);
    expect(found).toEqual([]);
  });
});

describe('a service whose configuration is overridden', () => {
  it('reaches its database through a fault proxy', async () => {
    const proxy = await FaultProxy.inFrontOf(server('postgres'));
    cleanups.push(() => proxy.stop());
    const through = (address: string): Record<string, string> => ({
      DATABASE_URL: proxy.addressFor(address),
    });
    const service = await started(notes, { overrides: ({ database }) => through(database.appUrl) });
    await service.agent.get('/health/ready').expect(200);
    proxy.inject({ kind: 'black-hole' });
    await until(async () => (await service.agent.get('/health/ready')).status === 503);
    proxy.heal();
    await until(async () => (await service.agent.get('/health/ready')).status === 200);
  });

  it('that cannot work says so instead of starting', async () => {
    const asOwner = started(notes, {
      overrides: ({ database }) => ({ DATABASE_URL: database.ownerUrl }),
    });
    await expect(asOwner).rejects.toThrow('must not connect as the owner');
  });
});
