import type { QueryRunner } from 'typeorm';

/** Tables of the message layer. They belong to no tenant: relay and consumer serve all, and only they read them. */
export const messageTables = [
  ...['outbox', 'outbox_sent', 'inbox', 'inbox_sequence', 'inbox_parked'],
  ...['delivery_trouble', 'dead_letter', 'job'],
] as const;

/** For a migration: everything the message layer keeps in a service's database. */
export async function createMessageTables(queryRunner: QueryRunner): Promise<void> {
  for (const sql of [tables, partitions, 'select message_partitions()']) await queryRunner.query(sql);
  await closeToReaders(queryRunner, messageTables);
}

/** For a migration: these tables hold what all tenants said, so whoever may only read, for reports, may not read them. */
export async function closeToReaders(queryRunner: QueryRunner, names: readonly string[]): Promise<void> {
  await queryRunner.query(closed(names));
}

// `outbox` holds only what is not sent yet and so stays small; what is sent moves to `outbox_sent`. That and `inbox` are
// partitioned by the time inside the message id (UUIDv7): one month is one table, dropped whole when its time is over,
// and the primary key still rejects a repeated id wherever it comes from.
const tables = `
  create table outbox (
    id uuid primary key,
    message_id uuid not null,
    kind text not null,
    contract text not null,
    target text not null,
    correlation_id text not null,
    envelope jsonb not null constraint outbox_names_its_organization check (envelope ? 'organizationId'),
    payload json not null,
    created_at timestamptz not null default clock_timestamp(),
    claimed_until timestamptz not null default '-infinity',
    attempts integer not null default 0,
    trouble text
  ) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
  create table outbox_sent (
    id uuid not null,
    message_id uuid not null,
    kind text not null,
    contract text not null,
    target text not null,
    correlation_id text not null,
    envelope jsonb not null,
    payload json not null,
    created_at timestamptz not null,
    attempts integer not null,
    sent_at timestamptz not null default clock_timestamp(),
    primary key (message_id, id)
  ) partition by range (message_id);
  create index outbox_sent_correlation on outbox_sent (correlation_id);
  create table inbox (
    message_id uuid primary key,
    contract text not null,
    source text not null,
    organization uuid not null,
    correlation_id text not null,
    occurred_at timestamptz not null,
    attempt integer not null,
    outcome text not null,
    handled_at timestamptz not null default clock_timestamp()
  ) partition by range (message_id);
  create index inbox_correlation on inbox (correlation_id);
  create table inbox_sequence (stream text, key uuid, last bigint not null, primary key (stream, key));
  create table inbox_parked (
    stream text,
    key uuid,
    number bigint,
    message_id uuid not null,
    contract text not null,
    queue text not null,
    correlation_id text not null,
    envelope jsonb not null,
    payload json not null,
    parked_at timestamptz not null default clock_timestamp(),
    primary key (stream, key, number)
  );
  create table delivery_trouble (
    message_id uuid not null,
    contract text not null,
    organization uuid not null,
    correlation_id text not null,
    attempt integer not null,
    error text not null,
    at timestamptz not null default clock_timestamp()
  );
  create index delivery_trouble_message on delivery_trouble (message_id);
  create index delivery_trouble_correlation on delivery_trouble (correlation_id);
  create table dead_letter (
    id uuid primary key,
    message_id text not null,
    contract text not null,
    queue text not null,
    correlation_id text not null,
    envelope jsonb not null,
    payload bytea not null,
    reason text not null,
    history jsonb not null,
    died_at timestamptz not null default clock_timestamp(),
    state text not null default 'open' constraint dead_letter_state check (state in ('open', 'replayed', 'discarded')),
    decided_by text,
    decided_at timestamptz,
    decision text
  );
  create unique index dead_letter_open on dead_letter (queue, message_id) where state = 'open';
  create index dead_letter_correlation on dead_letter (correlation_id);
  create table job (
    id uuid primary key,
    contract text not null,
    once text not null,
    organization uuid not null,
    correlation_id text not null,
    envelope jsonb not null,
    payload json not null,
    state text not null default 'owed' constraint job_state check (state in ('owed', 'done', 'failed')),
    attempts integer not null default 0,
    error text,
    created_at timestamptz not null default clock_timestamp(),
    touched_at timestamptz not null default clock_timestamp(),
    constraint job_owed_once unique (contract, organization, once)
  );
  create index job_owed on job (touched_at) where state = 'owed';
  create index job_correlation on job (correlation_id);`;

// Runs as the owner, because the application role may not create tables. Ids out of every month's range, such as those of
// a message replayed after years, go to the default partition.
const partitions = `
  create table outbox_sent_other partition of outbox_sent default;
  create table inbox_other partition of inbox default;
  create function message_partitions(keep_months integer default 14) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    parent text;
    first date;
    partition text;
  begin
    perform pg_advisory_xact_lock(hashtext('message_partitions'));
    foreach parent in array array['outbox_sent', 'inbox'] loop
      for ahead in 0..2 loop
        first := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date;
        partition := parent || to_char(first, '_YYYY_MM');
        continue when to_regclass(partition) is not null;
        execute format('create table %I partition of %I for values from (%L) to (%L)', partition, parent,
          message_id_at(first), message_id_at((first + interval '1 month')::date));
      end loop;
      for partition in
        select relid::regclass::text from pg_partition_tree(parent::regclass)
        where isleaf and relid::regclass::text ~ '_[0-9]{4}_[0-9]{2}$'
          and to_date(right(relid::regclass::text, 7), 'YYYY_MM') < now() - make_interval(months => keep_months)
      loop
        execute format('drop table %I', partition);
      end loop;
    end loop;
    delete from delivery_trouble where at < now() - make_interval(months => keep_months);
    delete from job where state = 'done' and touched_at < now() - make_interval(months => keep_months);
  end $$;
  create function message_id_at(day date) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from day::timestamp) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
  $$;`;

const closed = (names: readonly string[]): string => `
  do $$
  declare
    kept text;
    reader regrole;
  begin
    foreach kept in array array['${names.join("','")}'] loop
      for reader in
        select acl.grantee::regrole from pg_class, aclexplode(relacl) acl
        where oid = kept::regclass and acl.grantee not in (relowner, 0)
        group by acl.grantee having not bool_or(privilege_type = 'INSERT')
      loop
        execute format('revoke all on %I from %s', kept, reader);
      end loop;
    end loop;
  end $$;`;
