import type { PaperDto, Problem, ReminderDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, until } from '@dhanman/testing';
import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { aCompany, aCustomer, aPerson } from './builders.js';
import {
  customer,
  dailyWork,
  dueOn,
  ended,
  jobRuns,
  mailServer,
  overdueBy,
  person,
  planned,
  putBack,
  remindersOf,
  started,
  today,
} from './support/reminders.js';

const sql = (text: string, ...values: unknown[]) => query(started.database.adminUrl, text, values);
const subjects = (): readonly (string | undefined)[] =>
  mailServer.taken.map((mail) => /^Subject: (.*)$/m.exec(mail)?.[1]?.trim());

describe('the daily work', () => {
  test('reminds of what has reached a stage, in its words, with the invoice', async () => {
    await planned([7]);
    const { id, number } = await overdueBy(9);
    await overdueBy(6);
    await until(
      async () => ((await person.company.get(`/invoices/${id}/paper`)).body as PaperDto).state === 'ready',
      { deadlineMs: 60_000 },
    );
    expect(await dailyWork()).toBe('reminded of 1 invoice');
    expect(await ended()).toEqual([
      expect.objectContaining({
        ...{ invoiceId: id, invoiceNumber: number, customerName: 'Deccan Cafe', days: 7, isByHand: false },
        ...{ state: 'sent', skippedBecause: null, reason: null, recipient: 'cafe@example.in' },
        subject: `7: ${number} of Asha`,
      }),
    ]);
    expect(mailServer.taken).toHaveLength(1);
    expect(mailServer.taken[0]).toMatch(/Deccan Cafe owes .*1,000\.00 since .* 9 days/);
    expect(mailServer.taken[0]).toMatch(/Content-Type: application\/pdf; name=[^\r\n]*-en\.pdf/);
  });

  test('done again it sends nothing again', async () => {
    await planned([-3, 0]);
    await overdueBy(0);
    for (let time = 0; time < 3; time += 1) await dailyWork();
    expect((await ended()).map(({ days, state }) => [days, state])).toEqual(
      expect.arrayContaining([
        [0, 'sent'],
        [-3, 'skipped'],
      ]),
    );
    expect(await remindersOf()).toHaveLength(2);
    expect(mailServer.taken).toHaveLength(1);
  });

  test('after a standstill sends the last stage only, and says that the others have passed', async () => {
    await planned([-3, 0, 7, 15]);
    await overdueBy(20);
    await dailyWork();
    const all = await ended();
    expect(new Map(all.map(({ days, skippedBecause }) => [days, skippedBecause]))).toEqual(
      new Map([
        ...([[15, null]] as const),
        ...([-3, 0, 7] as const).map((days) => [days, 'passed'] as const),
      ]),
    );
    expect(subjects()).toEqual([expect.stringMatching(/^15: /)]);
  });

  test('done by several at once reminds once of each invoice', async () => {
    await planned([7]);
    for (const days of [8, 9, 10]) await overdueBy(days);
    const told = await Promise.all([1, 2, 3, 4].map(() => dailyWork()));
    expect(told.toSorted()).toEqual([...Array(3).fill('nobody to be reminded'), 'reminded of 3 invoices']);
    expect((await ended()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    expect(mailServer.taken).toHaveLength(3);
  });

  test('makes up for nothing of before the plan was there, and does nothing while it is off', async () => {
    const plan = await planned([7, 15]);
    await overdueBy(9);
    await person.company.put('/reminder-plan', { ...plan, isActive: false }).expect(200);
    expect(await dailyWork()).toBe('nobody to be reminded');
    await person.company.put('/reminder-plan', plan).expect(200);
    expect(await dailyWork()).toBe('nobody to be reminded');
    expect(await remindersOf()).toEqual([]);
  });

  test('counts days where the company is', async () => {
    // A day and an hour apart, so that it is never the same day in both.
    const told: string[] = [];
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const one = await aPerson(started);
      await aCompany(started, one, { timeZone });
      await planned([0], one);
      await dueOn(today('Pacific/Kiritimati'), await aCustomer(one, { email: 'far@example.in' }), one);
      told.push(await dailyWork(one));
    }
    expect(told).toEqual(['reminded of 1 invoice', 'nobody to be reminded']);
  });
});

describe('a reminder', () => {
  async function sentOnce(): Promise<ReminderDto> {
    await planned([7]);
    await overdueBy(9);
    await dailyWork();
    const [reminder] = await ended();
    expect(reminder?.state).toBe('sent');
    mailServer.forget();
    return reminder!;
  }

  test('whose job runs several times at once is sent once', async () => {
    const reminder = await sentOnce();
    await putBack(reminder, 'waiting');
    await Promise.all([1, 2, 3].map(() => jobRuns(reminder)));
    expect((await ended())[0]?.state).toBe('sent');
    expect(mailServer.taken).toHaveLength(1);
  });

  test('that was begun by somebody who was killed is in doubt, and is not sent again', async () => {
    const reminder = await sentOnce();
    await putBack(reminder, 'sending');
    await jobRuns(reminder);
    expect((await ended())[0]?.state).toBe('unknown');
    expect(mailServer.taken).toEqual([]);
    expect(await dailyWork()).toBe('nobody to be reminded');
  });

  test('is stopped by a payment that is being entered while it is about to be sent', async () => {
    const reminder = await sentOnce();
    await putBack(reminder, 'waiting');
    const payment = new pg.Client({ connectionString: started.database.adminUrl });
    await payment.connect();
    try {
      await payment.query('begin');
      await payment.query('update invoice set settled = total where id = $1', [reminder.invoiceId]);
      const job = jobRuns(reminder);
      const isWaiting = async (): Promise<boolean> => {
        const waiting = await sql(`select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%for share%'`);
        return waiting.length > 0 || mailServer.taken.length > 0;
      };
      await until(isWaiting, { deadlineMs: 10_000 });
      await payment.query('commit');
      await job;
    } finally {
      await payment.end();
    }
    expect((await ended())[0]).toMatchObject({ state: 'skipped', skippedBecause: 'paid' });
    expect(mailServer.taken).toEqual([]);
  });

  test('is not sent for what is cancelled, to whom is excepted, or without an address, and says so', async () => {
    const reminder = await sentOnce();
    const { invoiceId, customerId } = reminder;
    const skipped = async (): Promise<unknown> => {
      await putBack(reminder, 'waiting');
      await jobRuns(reminder);
      return (await ended())[0]?.skippedBecause;
    };
    await sql(`update invoice set state = 'cancelled', cancelled_on = dated_on where id = $1`, invoiceId);
    expect(await skipped()).toBe('not-owed');
    await sql(`update invoice set state = 'issued', cancelled_on = null where id = $1`, invoiceId);
    const preference = `/customers/${customerId}/reminder-preference`;
    await person.company.put(preference, { isReminded: false, language: null }).expect(200);
    expect(await skipped()).toBe('excepted');
    await person.company.put(preference, { isReminded: true, language: 'hi' }).expect(200);
    expect((await person.company.get(preference).expect(200)).body).toEqual({
      isReminded: true,
      language: 'hi',
    });
    await sql('update customer set email = null where id = $1', customerId);
    expect(await skipped()).toBe('no-address');
    expect(mailServer.taken).toEqual([]);
  });

  test('that the mail server refuses says what it said', async () => {
    await planned([7]);
    await overdueBy(9);
    mailServer.turn = 'refuse';
    await dailyWork();
    const [reminder] = await ended();
    expect([reminder?.state, reminder?.reason]).toEqual([
      'refused',
      expect.stringContaining('No such mailbox'),
    ]);
  });
});

describe('a person', () => {
  test('reminds besides the plan, once for each press', async () => {
    await planned([7]);
    const { id } = await overdueBy(3);
    const press = async (key: string) =>
      person.company.post(`/invoices/${id}/reminders`, {}).set('idempotency-key', key).expect(201);
    const [once, twice] = [newId(), newId()];
    const { body } = await press(once);
    expect((await press(once)).body).toEqual(body);
    await press(twice);
    expect((await ended()).map(({ isByHand, state }) => [isByHand, state])).toEqual([
      [true, 'sent'],
      [true, 'sent'],
    ]);
    expect(subjects()).toEqual([expect.stringMatching(/^7: /), expect.stringMatching(/^7: /)]);
    expect(await remindersOf(`?state=sent&invoiceId=${id}&customerId=${customer.id}`)).toHaveLength(2);
    expect(await remindersOf('?state=skipped')).toEqual([]);
  });

  test('is told what stands in the way', async () => {
    const { id } = await overdueBy(9);
    const refused = async (): Promise<unknown> => {
      const { status, body } = await person.company.post(`/invoices/${id}/reminders`, {});
      return [status, (body as Problem).code];
    };
    expect(await refused()).toEqual([409, 'no-reminder-words']);
    await planned([7]);
    await sql('update customer set email = null where id = $1', customer.id);
    expect(await refused()).toEqual([409, 'reminded-without-address']);
    await sql('update invoice set settled = total where id = $1', id);
    expect(await refused()).toEqual([409, 'nothing-to-remind-of']);
    await person.company.post(`/invoices/${newId()}/reminders`, {}).expect(404);
  });
});
