// A report that asks the primary by itself takes nothing off it, and nobody would notice.
import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aToken, routesOf, spawnService, type SpawnedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withReplica } from '../monitoring/exported.ts';

const names = ['common', 'sales'] as const;
const services = new Map<string, SpawnedService>();

beforeAll(async () => {
  for (const name of names) services.set(name, await spawnService(name, { overrides: withReplica }));
}, 120_000);

afterAll(async () => {
  for (const service of services.values()) await service.drop();
}, 60_000);

/** How many questions the primary answered in the place of the replica, which here never follows. */
async function counted({ process }: SpawnedService): Promise<number> {
  const text = await (await fetch(process.metricsUrl)).text();
  return Number(/^database_replica_reads_total\{place="primary"\} (\d+)/m.exec(text)?.[1]);
}

test.each(names)('every report of %s may be answered by a replica', async (name) => {
  const service = services.get(name)!;
  const companyId = newId();
  const token = await aToken({ organizationId: newId(), companies: [companyId], permissions });
  const reports = routesOf(name).filter(({ hasFormats, path }) => hasFormats && path.includes('/companies/'));
  expect(reports.length).toBeGreaterThan(5);
  const alone: string[] = [];
  for (const { path } of reports) {
    const before = await counted(service);
    const url = path.replace('{companyId}', companyId).replaceAll(/\{\w+\}/g, () => newId());
    await fetch(`${service.process.url}${url}`, { headers: { authorization: `Bearer ${token}` } });
    if ((await counted(service)) === before) alone.push(path);
  }
  expect(alone).toEqual([]);
});
