// A company with a mail server, a plan that reminds, and its daily work when a test asks for it.
import type { CustomerDto, InvoiceDto, ReminderDto, ReminderPage, ReminderPlan } from '@dhanman/contracts';
import { parseId, PlainDate, systemClock } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { aSale, query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { sales } from '../../src/main.js';
import { RemindersJobs } from '../../src/reminders/reminders.jobs.js';
import { RemindersService } from '../../src/reminders/reminders.service.js';
import { aCompany, aCustomer, aPerson, type Person } from '../builders.js';
import { MailServer } from './mail-server.js';

export let started: StartedService;
export let mailServer: MailServer;
export let person: Person;
export let customer: CustomerDto;

beforeAll(async () => {
  mailServer = await MailServer.listening();
  started = await startService(sales, { overrides: { MAIL_URL: mailServer.url } });
});

afterAll(async () => {
  await started.stop();
  await mailServer.close();
});

beforeEach(async () => {
  mailServer.forget();
  person = await aPerson(started);
  await aCompany(started, person);
  customer = await aCustomer(person, { name: 'Deccan Cafe', email: 'cafe@example.in' });
});

export const today = (zone = 'Asia/Kolkata'): PlainDate => PlainDate.today(systemClock, zone);

const words = (days: number) => ({
  subject: `${days}: {number} of {company}`,
  text: '{customer} owes {amount} since {due}, {days} days.',
});

export const aPlan = (...days: readonly number[]): ReminderPlan => ({
  ...{ isActive: true, language: 'en' },
  stages: days.map((one) => ({ id: null, days: one, en: words(one), hi: words(one) })),
});

/** A plan that has been there for long. */
export async function planned(days: readonly number[], who = person): Promise<ReminderPlan> {
  const { body } = await who.company.put('/reminder-plan', aPlan(...days)).expect(200);
  await query(
    started.database.adminUrl,
    `update reminder_plan set stages = (
       select jsonb_agg(stage || '{"since": "2020-01-01"}') from jsonb_array_elements(stages) stage)
     where organization_id = $1`,
    [who.organizationId],
  );
  return body as ReminderPlan;
}

/** Issued, and due so many days ago. */
export async function overdueBy(days: number): Promise<InvoiceDto> {
  return dueOn(today().addDays(-days));
}

export async function dueOn(day: PlainDate, of = customer, who = person): Promise<InvoiceDto> {
  const on = today().addDays(-100).toString();
  const draft = { ...aSale(of.id, { price: '1000.00' }), on, dueOn: day.toString() };
  const { id } = (await who.company.post('/invoices', draft).expect(201)).body as InvoiceDto;
  const issued = await who.company.post(`/invoices/${id}/issue`, { on });
  expect([issued.status, (issued.body as { detail?: string }).detail]).toEqual([200, undefined]);
  return issued.body as InvoiceDto;
}

/** What the daily run has Sales do, as often as it is told to. */
export async function dailyWork({ organizationId, companyId } = person): Promise<string> {
  const scope = { organizationId: parseId(organizationId), companyId: parseId(companyId) };
  const reminders = started.service.get(RemindersService);
  return started.service.get(Database).transaction(scope, (tx) => reminders.remindOfWhatIsDue(tx));
}

export async function remindersOf(search = ''): Promise<readonly ReminderDto[]> {
  return ((await person.company.get(`/reminders${search}`).expect(200)).body as ReminderPage).items;
}

/** All of them, once each has an end. */
export async function ended(): Promise<readonly ReminderDto[]> {
  return until(
    async () => {
      const all = await remindersOf();
      return all.every(({ endedAt }) => endedAt !== null) && all;
    },
    { deadlineMs: 30_000 },
  );
}

/** Runs the job of a reminder, besides the service that does so by itself. */
export async function jobRuns({ id }: { readonly id: string }): Promise<void> {
  const envelope = { organizationId: person.organizationId };
  const message = { envelope, payload: { reminderId: id } };
  await started.service.get(RemindersJobs).send(message as never);
}

/** As it was before its job ran, or as whoever was killed left it. */
export async function putBack({ id }: { readonly id: string }, state: 'waiting' | 'sending'): Promise<void> {
  await query(
    started.database.adminUrl,
    `update reminder set state = $2, ended_at = null, skipped_because = null where id = $1`,
    [id, state],
  );
}
