import { newId } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { common } from '../src/main.js';
import { type PasswordHash, PeopleService } from '../src/people/people.service.js';
import { noOrganization, type PersonId } from '../src/people/person.js';

let started: StartedService;
let people: PeopleService;

beforeAll(async () => {
  started = await startService(common);
  people = started.service.get(PeopleService);
});

afterAll(async () => {
  await started.stop();
});

const inTransaction = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> =>
  started.service.get(Database).transaction(noOrganization, work);

const anAddress = (): string => `${newId()}@example.com`;

const hashOf = async (id: string): Promise<string | undefined> =>
  (
    await query<{ hash: string }>(
      started.database.adminUrl,
      'select hash from person_password where person_id = $1',
      [id],
    )
  )[0]?.hash;

describe('registering a person', () => {
  test('twice, in other capitals, gives the same person with the name and password they had', async () => {
    const email = anAddress();
    const first = await inTransaction((tx) =>
      people.register(tx, { email, name: 'Asha', password: 'hash 1' as PasswordHash }),
    );
    const second = await inTransaction((tx) =>
      people.register(tx, {
        email: email.toUpperCase(),
        name: 'Mallory',
        password: 'hash 2' as PasswordHash,
      }),
    );
    expect(first).toMatchObject({ email, name: 'Asha', status: 'invited', version: 1 });
    expect(second).toEqual(first);
    expect(await hashOf(first.id)).toBe('hash 1');
  });

  test('does not set the password of somebody who was only invited', async () => {
    const email = anAddress();
    const invited = await inTransaction((tx) => people.register(tx, { email, name: 'Asha' }));
    await inTransaction((tx) =>
      people.register(tx, { email, name: 'Mallory', password: 'hash' as PasswordHash }),
    );
    expect(await hashOf(invited.id)).toBeUndefined();
  });

  test('at the same moment makes one of them', async () => {
    const email = anAddress();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => inTransaction((tx) => people.register(tx, { email, name: 'Asha' }))),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });

  test('that is rolled back leaves nobody', async () => {
    const email = anAddress();
    const failed = inTransaction(async (tx) => {
      await people.register(tx, { email, name: 'Asha' });
      throw new Error('the organization could not be made');
    });
    await expect(failed).rejects.toThrow('the organization could not be made');
    expect(await inTransaction((tx) => people.findByEmail(tx, email))).toBeUndefined();
  });
});

describe('a person', () => {
  test('is deactivated, and whoever saw an older version is noticed by the database', async () => {
    const { id } = await inTransaction((tx) => people.register(tx, { email: anAddress(), name: 'Asha' }));
    const active = await inTransaction((tx) => people.verify(tx, id, new Date('2026-04-01T00:00:00Z')));
    expect(active).toMatchObject({ status: 'active', version: 2 });
    const gone = await inTransaction((tx) => people.deactivate(tx, id));
    expect(gone).toMatchObject({ status: 'deactivated', version: 3 });
    expect(await inTransaction((tx) => people.profile(tx, id))).toEqual(gone);
  });

  test('who does not exist is not found', async () => {
    const nobody = newId() as PersonId;
    await expect(inTransaction((tx) => people.profile(tx, nobody))).rejects.toThrow('does not exist');
    await expect(inTransaction((tx) => people.deactivate(tx, nobody))).rejects.toThrow('does not exist');
  });

  test('has a password that reports cannot read', async () => {
    const [row] = await query<{ person: boolean; password: boolean }>(
      started.database.adminUrl,
      `select has_table_privilege('test_dhanman_common_read', 'person', 'select') as person,
         has_table_privilege('test_dhanman_common_read', 'person_password', 'select') as password`,
    );
    expect(row).toEqual({ person: true, password: false });
  });
});
