import { newId } from '@dhanman/kernel';
import { tenantTable } from '@dhanman/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DailyRuns1760000021010 implements MigrationInterface {
  readonly name = 'DailyRuns1760000021010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await scheduleExisting(queryRunner);
    await tenantTable(queryRunner, 'daily_run');
    await tenantTable(queryRunner, 'daily_task');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const tables = `
  create table daily_run (
    organization_id uuid not null,
    id uuid not null,
    company_id uuid not null,
    run_on date not null,
    is_late boolean not null,
    state text not null constraint daily_run_state check (state in ('waiting', 'running', 'finished', 'cancelled')),
    module text constraint daily_run_module check (module in ('sales', 'purchase', 'common')),
    module_deadline_at timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    version integer not null default 1,
    updated_at timestamptz not null default now(),
    primary key (organization_id, id),
    constraint daily_run_per_day unique (organization_id, company_id, run_on),
    foreign key (organization_id, company_id) references company (organization_id, id)
  );
  create index daily_run_by_day on daily_run (organization_id, run_on, id);
  create table daily_task (
    organization_id uuid not null,
    id uuid not null,
    run_id uuid not null,
    company_id uuid not null,
    position integer not null,
    module text not null constraint daily_task_module check (module in ('sales', 'purchase', 'common')),
    type text not null,
    attempt integer not null constraint daily_task_attempt check (attempt > 0),
    state text not null constraint daily_task_state
      check (state in ('waiting', 'running', 'done', 'failed', 'timed-out', 'skipped')),
    detail text,
    started_at timestamptz,
    deadline_at timestamptz,
    finished_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, run_id) references daily_run (organization_id, id),
    constraint daily_task_per_attempt unique (organization_id, run_id, module, type, attempt)
  );`;

interface Known {
  readonly organization: string;
  readonly id: string;
  readonly zone: string;
  readonly active: boolean;
}

/** Companies that are there already: their first run is when it is next two o'clock at night where they are. */
async function scheduleExisting(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('alter table company no force row level security');
  const companies = (await queryRunner.query(
    'select organization_id as organization, id, time_zone as zone, is_active as active from company',
  )) as readonly Known[];
  await queryRunner.query('alter table company force row level security');
  for (const { organization, id, zone, active } of companies) {
    await queryRunner.query(
      `insert into schedule (id, contract, organization, company, every, at, time_zone, is_active, next_due_at)
       values ($1, 'common.open-daily-run.v1', $2, $3, 'day', '02:00', $4, $5,
         ((now() at time zone $4)::date + 1 + time '02:00') at time zone $4)`,
      [newId(), organization, id, zone, active],
    );
  }
}
