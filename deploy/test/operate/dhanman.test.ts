// The command of who runs the machine, over the databases that services really keep.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { newId } from '@dhanman/kernel';
import { query, surroundingsOfBuilt } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { operate } from '../../operate/main.ts';
import { services, type ServiceName } from '../../topology.ts';

type Surroundings = Awaited<ReturnType<typeof surroundingsOfBuilt>>;

const contract = 'common.company-created.v1';
const queue = `sales.${contract}`;
const databases = new Map<ServiceName, Surroundings>();

let credentials: string;
let said: string[];
let complained: string[];

beforeAll(async () => {
  credentials = await mkdtemp(join(tmpdir(), 'dhanman-credentials-'));
  for (const { name } of services) {
    const surroundings = await surroundingsOfBuilt(name);
    databases.set(name, surroundings);
    await mkdir(join(credentials, name));
    await writeFile(
      join(credentials, name, 'DATABASE_URL'),
      `${surroundings.secrets['DATABASE_URL'] ?? ''}\n`,
    );
  }
}, 120_000);

afterAll(async () => {
  for (const surroundings of databases.values()) await surroundings.drop();
  await rm(credentials, { recursive: true });
});

beforeEach(() => {
  said = [];
  complained = [];
  jest.spyOn(console, 'log').mockImplementation((text: unknown) => void said.push(String(text)));
  jest.spyOn(console, 'error').mockImplementation((text: unknown) => void complained.push(String(text)));
});

/** The exit code. */
async function dhanman(...args: readonly string[]): Promise<number> {
  said = [];
  complained = [];
  return operate([...args, '--credentials', credentials]);
}

const answer = (): unknown => JSON.parse(said.join('\n'));

async function rows<Row extends object>(
  service: ServiceName,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return query<Row>(databases.get(service)!.database.adminUrl, sql, values);
}

interface Letter {
  readonly payload?: string;
  readonly reason?: string;
}

async function letter({ payload = '{}', reason = 'Error: no' }: Letter = {}) {
  const [id, messageId, correlationId] = [newId(), newId(), newId()];
  await rows(
    'sales',
    `insert into dead_letter (id, payload, message_id, contract, queue, correlation_id, reason, envelope, history)
     values ($1, $2, $3, $4, $5, $6, $7, $8, '[{"attempt":6,"error":"Error: no"}]')`,
    [
      ...[id, Buffer.from(payload), messageId, contract, queue, correlationId, reason],
      { source: 'common', organizationId: newId() },
    ],
  );
  return { id, messageId, correlationId };
}

describe('dead letters', () => {
  test('of every organization are listed, for people and for programs', async () => {
    const [one, other] = [await letter(), await letter({ reason: 'Error: \u001B[2J\nwiped' })];
    expect(await dhanman('dead-letters', 'list', '--service', 'sales')).toBe(0);
    expect(said.join('\n')).toContain(one.id);
    expect(said.join('\n')).toContain('Error: \u{FFFD}[2J wiped');
    expect(await dhanman('dead-letters', 'list', '--service', 'sales', '--queue', queue, '--json')).toBe(0);
    const ids = (answer() as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual([other.id, one.id]);
  });

  test('that are not there end with 1', async () => {
    expect(await dhanman('dead-letters', 'list', '--service', 'payroll')).toBe(1);
    expect(said).toEqual(['There are no such messages.']);
    expect(await dhanman('dead-letters', 'show', '--service', 'sales', '--ids', newId())).toBe(1);
    expect(complained.join()).toContain('does not exist');
  });

  test('are shown with their content', async () => {
    const { id } = await letter({ payload: '{"name":"Asha"}' });
    expect(await dhanman('dead-letters', 'show', '--service', 'sales', '--ids', id)).toBe(0);
    expect(said.join('\n')).toMatch(/attempt 6 +Error: no[\s\S]*"source": "common"[\s\S]*\{"name":"Asha"\}/);
  });

  test('are sent again, on the word of whoever runs the command', async () => {
    const { id, messageId } = await letter();
    const replay = ['dead-letters', 'replay', '--service', 'sales', '--ids', id];
    expect(await dhanman(...replay)).toBe(0);
    const decided = await rows('sales', 'select state, decided_by from dead_letter where id = $1', [id]);
    expect(decided).toEqual([{ state: 'replayed', decided_by: `operator ${userInfo().username}` }]);
    const sent = await rows('sales', 'select kind, target from outbox where message_id = $1', [messageId]);
    expect(sent).toEqual([{ kind: 'again', target: queue }]);
    expect(await dhanman(...replay)).toBe(1);
    expect(complained.join()).toContain(`decided already. Nothing was changed. (${id})`);
  });

  test('without an organization, which nobody else can see, are discarded here', async () => {
    const { id } = await letter();
    const of = ['--service', 'sales', '--ids', id] as const;
    await rows('sales', `update dead_letter set envelope = '{}' where id = $1`, [id]);
    expect(await dhanman('dead-letters', 'replay', ...of)).toBe(1);
    expect(complained.join()).toContain('discard them');
    expect(await dhanman('dead-letters', 'discard', ...of, '--reason', 'a forgery')).toBe(0);
    const kept = await rows('sales', 'select state, decision from dead_letter where id = $1', [id]);
    expect(kept).toEqual([{ state: 'discarded', decision: 'a forgery' }]);
  });
});

test('failed jobs are listed and owed again', async () => {
  const [id, organization] = [newId(), newId()];
  await rows(
    'common',
    `insert into job (id, contract, once, organization, correlation_id, envelope, payload, state, attempts, error)
     values ($1, 'common.do.v1', 'once', $2, 'once', $3, '{}', 'failed', 6, 'Error: away')`,
    [id, organization, { source: 'common', organizationId: organization }],
  );
  expect(await dhanman('jobs', 'failed', '--service', 'common', '--json')).toBe(0);
  expect(answer()).toMatchObject({ items: [{ id, error: 'Error: away' }] });
  expect(await dhanman('jobs', 'retry', '--service', 'common', '--ids', id)).toBe(0);
  expect(await rows('common', 'select state from job where id = $1', [id])).toEqual([{ state: 'owed' }]);
  expect(await dhanman('jobs', 'failed', '--service', 'common')).toBe(1);
});

describe('a trace', () => {
  test('is one timeline of what all services know', async () => {
    const { correlationId, messageId } = await letter();
    await rows(
      'common',
      `insert into outbox_sent (id, message_id, kind, contract, target, correlation_id, envelope, payload, created_at,
         attempts, sent_at)
       values ($1, $1, 'event', $2, 'sales', $3, '{}', '{}', now() - interval '1 minute', 1, now() - interval '1 minute')`,
      [messageId, contract, correlationId],
    );
    expect(await dhanman('trace', correlationId)).toBe(0);
    expect(said.join('\n')).toMatch(
      / common +sent \(to sales\) +common\.\S+ +1\n.* sales +dead \(open\) .*Error: no/,
    );
    expect(await dhanman('trace', correlationId, '--json')).toBe(0);
    const { steps } = answer() as { steps: { service: string; what: string }[] };
    expect(steps.map(({ service, what }) => `${service} ${what}`)).toEqual(['common sent', 'sales dead']);
  });

  test('that nobody knows ends with 1', async () => {
    expect(await dhanman('trace', newId())).toBe(1);
    expect(said).toEqual(['No service knows this correlation id.']);
  });
});

test('what is not understood ends with 2 and the usage', async () => {
  expect(await dhanman('dead-letters', 'bury')).toBe(2);
  expect(complained.join('\n')).toContain('Usage: npm run dhanman');
});

test('a database that cannot be asked ends with 1 and says why, without its password', async () => {
  const elsewhere = join(credentials, 'sales', 'DATABASE_URL');
  const url = databases.get('sales')!.secrets['DATABASE_URL'] ?? '';
  const away = Object.assign(new URL(url), { port: '1' });
  await writeFile(elsewhere, away.href);
  expect(await dhanman('dead-letters', 'list', '--service', 'sales')).toBe(1);
  expect(complained.join('\n')).toMatch(/ECONNREFUSED/);
  expect(complained.join('\n')).not.toContain(new URL(url).password);
  await rm(elsewhere);
  expect(await dhanman('dead-letters', 'list', '--service', 'sales')).toBe(1);
  expect(complained.join('\n')).toContain('cannot be read (ENOENT)');
});
