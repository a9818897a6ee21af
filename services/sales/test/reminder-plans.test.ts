import type { Problem, ReminderPlan, ReminderPreview } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query } from '@dhanman/testing';
import { expect, test } from '@jest/globals';
import { aPlan, ended, overdueBy, person, planned, started } from './support/reminders.js';

const refused = async (plan: object): Promise<unknown> => {
  const { status, body } = await person.company.put('/reminder-plan', plan);
  return [status, (body as Problem).errors?.map(({ path }) => path)];
};

test('a company that has none is offered one that is off; it keeps the one it saves', async () => {
  const { body: offered } = await person.company.get('/reminder-plan').expect(200);
  expect((offered as ReminderPlan).isActive).toBe(false);
  const { body: saved } = await person.company.put('/reminder-plan', offered).expect(200);
  const { stages } = saved as ReminderPlan;
  expect(stages.map(({ days }) => days)).toEqual([-3, 0, 7, 15, 30]);
  expect(stages.every(({ id }) => id !== null)).toBe(true);
  expect((await person.company.get('/reminder-plan').expect(200)).body).toEqual(saved);
});

test('what a plan cannot say is refused where it stands', async () => {
  const plan = aPlan(0, 7);
  const [first, second] = plan.stages;
  const words = { subject: 'Pay {sum}', text: '{number' };
  expect(await refused({ ...plan, stages: [first, { ...second, en: words }] })).toEqual([
    400,
    ['stages.1.en.subject', 'stages.1.en.text'],
  ]);
  expect(await refused({ ...plan, stages: [first, { ...second, days: 0 }] })).toEqual([
    422,
    ['stages.1.days'],
  ]);
  expect(await refused({ ...plan, stages: [{ ...first, days: 91 }] })).toEqual([400, ['stages.0.days']]);
  expect(await refused({ ...plan, stages: [{ ...first, id: newId() }] })).toEqual([422, ['stages.0.id']]);
  expect(await refused({ ...plan, stages: [] })).toEqual([422, ['stages']]);
  expect(await refused(aPlan(1, 2, 3, 4, 5, 6, 7))).toEqual([400, ['stages']]);
});

test('words are looked at with an invoice that is open, as they would be on their day', async () => {
  const asked = { days: 7, words: { subject: '{number}', text: '{customer} {amount} {days}' } };
  const none = await person.company.post('/reminder-plan/preview', asked).expect(409);
  expect((none.body as Problem).code).toBe('nothing-open');
  const { id, number } = await overdueBy(3);
  const other = await overdueBy(1);
  const { body } = await person.company.post('/reminder-plan/preview', asked).expect(200);
  expect(body as ReminderPreview).toEqual({
    ...{ invoiceId: id, invoiceNumber: number, customerName: 'Deccan Cafe' },
    ...{ subject: number, text: 'Deccan Cafe ₹1,000.00 7' },
  });
  const chosen = await person.company
    .post('/reminder-plan/preview', { ...asked, invoiceId: other.id })
    .expect(200);
  expect((chosen.body as ReminderPreview).invoiceNumber).toBe(other.number);
  await person.company.post('/reminder-plan/preview', { ...asked, invoiceId: newId() }).expect(404);
});

test('a stage that is moved stays the same stage', async () => {
  const plan = await planned([7]);
  const [stage] = plan.stages;
  const { body } = await person.company
    .put('/reminder-plan', { ...plan, stages: [{ ...stage, days: 8 }] })
    .expect(200);
  expect((body as ReminderPlan).stages[0]).toMatchObject({ id: stage?.id, days: 8 });
});

test('where neither the customer nor the plan says another, reminders are in the language of the company', async () => {
  const { id } = await overdueBy(9);
  const [stage] = aPlan(7).stages;
  const hi = { subject: 'भुगतान बाकी है', text: 'बकाया: {amount}' };
  const plan = { isActive: true, language: null, stages: [{ ...stage, hi }] };
  expect((await person.company.put('/reminder-plan', plan).expect(200)).body).toMatchObject({
    language: null,
  });
  const remind = () => person.company.post(`/invoices/${id}/reminders`, {}).expect(201);
  await remind();
  await query(started.database.adminUrl, `update company set language = 'hi' where id = $1`, [
    person.companyId,
  ]);
  await remind();
  const sent = await ended();
  expect(sent.map(({ subject }) => subject)).toEqual([hi.subject, expect.stringContaining('of Asha')]);
});

test('a customer of another company has no preference to set', async () => {
  const path = `/customers/${newId()}/reminder-preference`;
  await person.company.get(path).expect(404);
  await person.company.put(path, { isReminded: false, language: null }).expect(404);
});
