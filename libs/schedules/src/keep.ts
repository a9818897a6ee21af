import type { ScheduledContract } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import type { EntityManager } from 'typeorm';
import { firstAfter, type Recurrence } from './recurrence.js';

/** Which of the organization's schedules for a contract is meant; the organization is that of the transaction. */
export interface Which {
  readonly companyId?: Id;
  /** What it is about, where there are many. */
  readonly subject?: string;
}

export interface Plan extends Which {
  readonly recurrence: Recurrence;
  readonly timeZone: string;
  readonly isActive?: boolean;
  /** What was due before is not made up for: usually now. */
  readonly from: Date;
}

/**
 * Makes this the schedule for the contract. The same plan again changes nothing, so that a period which is just due is
 * not lost; another plan, or one that is switched on again, counts from `from`.
 */
export async function keepSchedule(
  tx: EntityManager,
  contract: ScheduledContract,
  { recurrence, timeZone, isActive = true, from, ...which }: Plan,
): Promise<void> {
  const { dueAt } = firstAfter(from, { recurrence, timeZone });
  const day = 'on' in recurrence ? recurrence.on : null;
  await tx.query(keep, [
    ...[newId(), contract.name, which.companyId ?? null, which.subject ?? null],
    ...[recurrence.every, day, recurrence.at, timeZone, isActive, dueAt],
  ]);
}

/** Makes the job due once, at this instant or as soon after it as somebody is there to notice. */
export async function remind(
  tx: EntityManager,
  contract: ScheduledContract,
  { at, ...which }: Which & { readonly at: Date },
): Promise<void> {
  const { companyId = null, subject = null } = which;
  await tx.query(keep, [newId(), contract.name, companyId, subject, 'once', null, null, 'UTC', true, at]);
}

export async function dropSchedule(
  tx: EntityManager,
  contract: ScheduledContract,
  which: Which,
): Promise<void> {
  await tx.query(
    `delete from schedule where contract = $1 and organization = current_setting('app.organization_id')::uuid
       and company is not distinct from $2 and subject is not distinct from $3`,
    [contract.name, which.companyId ?? null, which.subject ?? null],
  );
}

/** Whether a job of this contract is still owed to the company for a period before this one; for work that has an order. */
export async function isOwedBefore(
  tx: EntityManager,
  contract: ScheduledContract,
  { companyId, period }: { readonly companyId: Id; readonly period: string },
): Promise<boolean> {
  const owed = await tx.query<unknown[]>(
    `select 1 from job where contract = $1 and organization = current_setting('app.organization_id')::uuid
       and state = 'owed' and envelope ->> 'companyId' = $2::text and payload ->> 'period' < $3 limit 1`,
    [contract.name, companyId, period],
  );
  return owed.length > 0;
}

const keep = `
  insert into schedule as kept
    (id, contract, organization, company, subject, every, on_day, at, time_zone, is_active, next_due_at)
  values ($1, $2, current_setting('app.organization_id')::uuid, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict on constraint schedule_per_subject do update
    set every = excluded.every, on_day = excluded.on_day, at = excluded.at, time_zone = excluded.time_zone,
      is_active = excluded.is_active, next_due_at = excluded.next_due_at
    where excluded.every = 'once' or (kept.every, kept.on_day, kept.at, kept.time_zone, kept.is_active)
      is distinct from (excluded.every, excluded.on_day, excluded.at, excluded.time_zone, excluded.is_active)`;
