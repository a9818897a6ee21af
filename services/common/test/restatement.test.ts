import { newId } from '@dhanman/kernel';
import { query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { anAsker } from './builders.js';

const operators = newId();
let started: StartedService;

beforeAll(async () => {
  started = await startService(common, { overrides: { OPERATOR_ORGANIZATION: operators } });
});

afterAll(async () => {
  await started.stop();
});

const path = '/api/v1/directory/restate-everything';

test('one act of an operator tells of every organization again, however many there are', async () => {
  const { database } = started;
  const operator = await anAsker(started, { organizationId: operators });
  // More than two jobs take at once, and a last one that is not full.
  await query(
    database.adminUrl,
    `insert into organization (organization_id, id, name, state, plan)
     select id, id, 'Asha Group', 'active', 'trial' from unnest($1::uuid[]) as made (id)`,
    [Array.from({ length: 120 }, () => newId())],
  );
  const { body } = await operator.post(path).expect(202);
  expect(body).toEqual({ organizations: 121 });
  const told = `
    select count(distinct envelope ->> 'organizationId')::integer as count from (
      select contract, envelope from outbox union all select contract, envelope from outbox_sent) as written
    where contract = 'common.organization-changed.v1' and (envelope ->> 'restated')::boolean`;
  await until(async () => (await query<{ count: number }>(database.adminUrl, told))[0]?.count === 121, {
    deadlineMs: 60_000,
    what: 'all of them are told',
  });
}, 90_000);

test('nobody else may, whatever they hold in their own organization', async () => {
  const owner = await anAsker(started);
  const { body } = await owner.post(path).expect(403);
  expect(body).toMatchObject({ code: 'permission-missing' });
});
