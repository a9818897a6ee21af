import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@dhanman/kernel';
import { query, server } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeDatabases } from '../../kubernetes/make-databases.ts';
import { databaseOf, databaseRoleOf, environments, services, type Environment } from '../../topology.ts';

// An environment of this test alone, since the server is everybody's.
const environment = { ...environments.qa, name: `k${newId().slice(-10)}` } as unknown as Environment;
const admin = server('postgres');
const two = services.slice(0, 2);
let credentials: string;

const urlOf = (service: (typeof services)[number], role: 'app' | 'owner'): string =>
  Object.assign(new URL(admin), {
    username: databaseRoleOf(environment, service, role),
    password: `of-${role}`,
    pathname: `/${databaseOf(environment, service)}`,
  }).href;

beforeAll(async () => {
  credentials = await mkdtemp(join(tmpdir(), 'dhanman-databases-'));
  // As CloudNativePG writes it: any database.
  await writeFile(join(credentials, 'SUPERUSER_URL'), Object.assign(new URL(admin), { pathname: '/*' }).href);
  for (const service of two) {
    await mkdir(join(credentials, service.name));
    await writeFile(join(credentials, service.name, 'DATABASE_URL'), urlOf(service, 'app'));
    await writeFile(join(credentials, service.name, 'DATABASE_OWNER_URL'), urlOf(service, 'owner'));
  }
});

afterAll(async () => {
  for (const service of two) {
    await query(admin, `drop database if exists "${databaseOf(environment, service)}" with (force)`);
    for (const role of ['owner', 'app', 'read'] as const)
      await query(admin, `drop role if exists "${databaseRoleOf(environment, service, role)}"`);
  }
  await rm(credentials, { recursive: true });
});

test('each service gets its database, and its two addresses open it; a second run changes nothing', async () => {
  await makeDatabases(environment, credentials, two);
  await makeDatabases(environment, credentials, two);
  for (const service of two) {
    await query(urlOf(service, 'owner'), 'create table made_by_owner (id int)');
    expect(await query(urlOf(service, 'app'), 'select * from made_by_owner')).toEqual([]);
    await expect(query(urlOf(service, 'app'), 'drop table made_by_owner')).rejects.toThrow(/must be owner/);
  }
});

test('an address that leads elsewhere is refused before anything is made', async () => {
  const [first] = two;
  const file = join(credentials, first!.name, 'DATABASE_URL');
  await writeFile(file, urlOf(first!, 'owner'));
  await expect(makeDatabases(environment, credentials, two)).rejects.toThrow(/has to come as/);
});
