import { closeToReaders } from '@dhanman/messaging';
import type { QueryRunner } from 'typeorm';

/** They belong to no tenant: what is due is looked for among all of them. Each row names its organization and company. */
export const scheduleTables = ['schedule', 'schedule_run'] as const;

/** For a migration: the schedules of a service, and what they have made due. */
export async function createScheduleTables(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(tables);
  await closeToReaders(queryRunner, scheduleTables);
}

const tables = `
  create table schedule (
    id uuid primary key,
    contract text not null,
    organization uuid not null,
    company uuid,
    subject text,
    every text not null constraint schedule_every check (every in ('once', 'day', 'week', 'month')),
    on_day smallint constraint schedule_on_day check (case every
      when 'week' then on_day between 1 and 7 when 'month' then on_day between 1 and 31 else on_day is null end),
    at text constraint schedule_at check (case every
      when 'once' then at is null else at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' end),
    time_zone text not null,
    is_active boolean not null,
    next_due_at timestamptz not null,
    last_period text,
    created_at timestamptz not null default clock_timestamp(),
    constraint schedule_per_subject unique nulls not distinct (contract, organization, company, subject)
  );
  create index schedule_due on schedule (next_due_at) where is_active;
  create table schedule_run (
    schedule uuid not null,
    period text not null,
    organization uuid not null,
    due_at timestamptz not null,
    is_late boolean not null,
    opened_at timestamptz not null default clock_timestamp(),
    primary key (schedule, period)
  );
  create index schedule_run_by_time on schedule_run (opened_at);`;
