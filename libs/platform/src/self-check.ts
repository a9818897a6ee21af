import { type EventEmitter, once } from 'node:events';
import type { DataSource } from 'typeorm';
import { unmasked } from './audit/masked.js';
import { type DatabaseDefinition, migrationTable } from './database/define-database.js';
import { Refusal } from './refusal.js';

/** The surroundings are not safe to work in. Waiting does not help: somebody has to put it right. */
export class SelfCheckFailed extends Refusal {
  override readonly name = 'SelfCheckFailed';

  constructor(readonly complaints: readonly string[]) {
    super(`self-check failed: ${complaints.join('; ')}`);
  }
}

/**
 * What must be true before the first request is served: the tenant walls stand, and the tables are those this build was
 * written for. Asked with the application's own login, so that it sees what the application could do.
 */
export async function checkDatabase(source: DataSource, definition: DatabaseDefinition): Promise<void> {
  // One after the other: a wrong role may not even be allowed to ask the next question.
  for (const check of [
    mappingComplaints,
    roleComplaints,
    tableComplaints,
    migrationComplaints,
    auditComplaints,
  ]) {
    const complaints = await check(source, definition);
    if (complaints.length > 0) throw new SelfCheckFailed(complaints);
  }
}

async function mappingComplaints(_: DataSource, { tables }: DatabaseDefinition): Promise<readonly string[]> {
  return Promise.resolve(unmasked(tables));
}

/** A trail that whoever writes it may also rewrite proves nothing. */
async function auditComplaints(source: DataSource): Promise<readonly string[]> {
  const [audit] = await source.query<{ open: boolean }[]>(
    `select has_table_privilege('audit', 'update') or has_table_privilege('audit', 'delete') as open`,
  );
  return audit?.open ? ['the service may change its audit trail: run its migrations once more'] : [];
}

async function roleComplaints(source: DataSource): Promise<readonly string[]> {
  const [role] = await source.query<{ superuser: boolean; bypass: boolean; owns: boolean }[]>(`
    select rolsuper as superuser, rolbypassrls as bypass,
      exists (select from pg_class where pg_has_role(current_user, relowner, 'member')
        and relnamespace = 'public'::regnamespace) as owns
    from pg_roles where rolname = current_user`);
  if (role?.superuser) return ['the database role is a superuser, for whom row policies do not count'];
  if (role?.bypass) return ['the database role may bypass row policies'];
  return role?.owns ? ['the database role owns tables; the service must not connect as the owner'] : [];
}

/** Tables that the platform itself writes to, in every service, and what makes them. */
const platformTables: Readonly<Record<string, string>> = {
  audit: 'createAuditTable',
  idempotency_key: 'createIdempotencyTable',
  ended_session: 'createEndedSessions',
};

/** Sessions belong to people, and people to no tenant. */
const platformSharedTables = ['ended_session', migrationTable];

async function tableComplaints(
  source: DataSource,
  { sharedTables }: DatabaseDefinition,
): Promise<readonly string[]> {
  const tables = await source.query<{ name: string; tenant: boolean; enabled: boolean; forced: boolean }[]>(`
    select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced,
      exists (select from pg_attribute where attrelid = c.oid and attname = 'organization_id' and not attisdropped)
        as tenant
    from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition
    order by relname`);
  const shared = new Set([...sharedTables, ...platformSharedTables]);
  const present = new Set(tables.map(({ name }) => name));
  const missing = Object.entries(platformTables).filter(([name]) => !present.has(name));
  if (missing.length > 0)
    return missing.map(([name, maker]) => `table ${name} is missing: a migration calls ${maker}()`);
  return tables.flatMap(({ name, tenant, enabled, forced }) => {
    if (tenant && !enabled) return [`table ${name} has no row policies switched on`];
    if (tenant && !forced) return [`row policies of table ${name} are not forced`];
    return tenant || shared.has(name)
      ? []
      : [`table ${name} has no organization_id and is not on the list of shared tables`];
  });
}

async function migrationComplaints(
  source: DataSource,
  { migrations }: DatabaseDefinition,
): Promise<readonly string[]> {
  const exists = `to_regclass('public.${migrationTable}') is not null as exists`;
  const [table] = await source.query<{ exists: boolean }[]>(`select ${exists}`);
  const applied = table?.exists
    ? await source.query<{ name: string }[]>(`select name from ${migrationTable}`)
    : [];
  const names = new Set(applied.map(({ name }) => name));
  const pending = migrations.map(({ name }) => name).filter((name) => !names.has(name));
  return pending.length === 0 ? [] : [`migrations are pending: ${pending.join(', ')}`];
}

interface RedisClient extends EventEmitter {
  readonly status: string;
  config(verb: 'GET', name: string): Promise<unknown>;
}

/** A Redis that evicts keys when it is full throws jobs away without a word. */
export async function checkJobsRedis(client: RedisClient): Promise<void> {
  if (client.status !== 'ready') await once(client, 'ready', { signal: AbortSignal.timeout(1_000) });
  const [, policy] = (await client.config('GET', 'maxmemory-policy')) as [string, string];
  if (policy !== 'noeviction') {
    throw new SelfCheckFailed([`the Redis for jobs has the policy ${policy}, but needs noeviction`]);
  }
}
