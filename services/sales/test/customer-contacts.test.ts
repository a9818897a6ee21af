import type { CustomerDto, InvoiceMailsDto, PaperDto, Problem } from '@dhanman/contracts';
import { until } from '@dhanman/testing';
import { expect, test } from '@jest/globals';
import { aCustomer } from './builders.js';
import {
  customer,
  dailyWork,
  dueOn,
  ended,
  mailServer,
  overdueBy,
  person,
  planned,
  today,
} from './support/reminders.js';

const meera = {
  ...{ name: 'Meera', role: 'Accounts', email: 'meera@example.in' },
  ...{ phone: '+919876543210', getsMails: true },
};
const ravi = { name: 'Ravi', role: null, email: 'ravi@example.in', phone: null, getsMails: false };

async function withContacts(contacts: readonly object[], of = customer): Promise<CustomerDto> {
  return (await person.patch(`/${of.id}`, of.version, { contacts }).expect(200)).body as CustomerDto;
}

test('the people at a customer are kept in their order, and entering the same again changes nothing', async () => {
  expect(customer.contacts).toEqual([]);
  const changed = await withContacts([meera, { ...ravi, name: ' Ravi ' }]);
  expect(changed).toMatchObject({ contacts: [meera, ravi], version: customer.version + 1 });
  expect((await withContacts([meera, ravi], changed)).version).toBe(changed.version);
  const { body } = await person
    .patch(`/${customer.id}`, changed.version, { phone: '+919876543211' })
    .expect(200);
  expect((body as CustomerDto).contacts).toEqual([meera, ravi]);
  const { body: found } = await person.get('?q=Deccan').expect(200);
  expect((found as { items: CustomerDto[] }).items[0]?.contacts).toEqual([meera, ravi]);
});

test('who gets mails has an address, and a customer has nine people at most', async () => {
  const contacts = [meera, { ...ravi, email: null, getsMails: true }];
  const refused = await person.patch(`/${customer.id}`, customer.version, { contacts });
  expect([refused.status, (refused.body as Problem).code]).toEqual([422, 'contact-without-address']);
  expect((refused.body as Problem).errors?.map(({ path }) => path)).toEqual(['contacts.1.email']);
  const ten = { contacts: Array<object>(10).fill(ravi) };
  await person.patch(`/${customer.id}`, customer.version, ten).expect(400);
  await person.post('', { name: 'Tea House', contacts: ten.contacts.slice(1) }).expect(201);
});

test('a reminder goes to the customer and to those of its people who get mails', async () => {
  await withContacts([meera, ravi]);
  await planned([7]);
  await overdueBy(9);
  await dailyWork();
  expect(await ended()).toMatchObject([{ state: 'sent', recipient: 'cafe@example.in, meera@example.in' }]);
  expect(mailServer.taken[0]).toMatch(/^To: cafe@example\.in, meera@example\.in/m);
  expect(mailServer.taken[0]).not.toContain('ravi@');
});

test('a customer without an address of its own is reminded through its people', async () => {
  const house = await withContacts([meera], await aCustomer(person, { name: 'Tea House' }));
  await planned([7]);
  await dueOn(today().addDays(-9), house);
  await dailyWork();
  expect(await ended()).toMatchObject([{ state: 'sent', recipient: 'meera@example.in' }]);
});

test('an invoice is offered to the same addresses', async () => {
  await withContacts([ravi, meera]);
  const { id } = await overdueBy(1);
  await until(
    async () => ((await person.company.get(`/invoices/${id}/paper`)).body as PaperDto).state === 'ready',
    { deadlineMs: 60_000 },
  );
  const { body } = await person.company.get(`/invoices/${id}/mails`).expect(200);
  expect((body as InvoiceMailsDto).recipients).toEqual(['cafe@example.in', 'meera@example.in']);
});
