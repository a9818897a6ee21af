import {
  type CustomerDto,
  type InvoiceDto,
  type InvoicePage,
  permissions,
  type Problem,
  type RecurringInvoiceDto,
  type RecurringPreview,
} from '@dhanman/contracts';
import { newId, parseId } from '@dhanman/kernel';
import { aToken, query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { RecurringInvoicesService } from '../src/recurring/recurring-invoices.service.js';
import { sales } from '../src/main.js';
import { aCompany, aCustomer, aPerson, type Person } from './builders.js';

let started: StartedService;
let person: Person;
let customer: CustomerDto;

const patience = { deadlineMs: 60_000 };

beforeAll(async () => {
  started = await startService(sales);
});

afterAll(() => started.stop());

beforeEach(async () => {
  person = await aPerson(started);
  await aCompany(started, person, { gstins: ['27AAPFU0939F1ZV'] });
  customer = await aCustomer(person, { stateCode: '27' });
});

const rows = <Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  query<Row>(started.database.adminUrl, sql, values);

const line = {
  ...{ description: 'Rent', quantity: '1', unit: 'NOS', price: '1000.00', ratePercent: '18' },
  classification: '997212',
};

/** Dates that have come long ago. */
const past = { every: 'month', startsOn: '2026-04-30', times: 3 };

const body = (change: object = {}) => ({
  ...{ name: 'Rent', makes: 'issued', customerId: customer.id, lines: [line], dueDays: 7 },
  ...{ rhythm: past, ...change },
});

async function begun(change: object = {}): Promise<RecurringInvoiceDto> {
  const answer = await person.company.post('/recurring-invoices', body(change));
  expect([answer.status, (answer.body as Problem).detail]).toEqual([201, undefined]);
  return answer.body as RecurringInvoiceDto;
}

const shown = async (id: string): Promise<RecurringInvoiceDto> =>
  (await person.company.get(`/recurring-invoices/${id}`).expect(200)).body as RecurringInvoiceDto;

async function finished(id: string): Promise<RecurringInvoiceDto> {
  return until(async () => {
    const recurring = await shown(id);
    return recurring.state === 'finished' && recurring;
  }, patience);
}

async function told(id: string, verb: 'pause' | 'resume' | 'discard'): Promise<RecurringInvoiceDto> {
  const { version } = await shown(id);
  const answer = await person.company
    .post(`/recurring-invoices/${id}/${verb}`, {})
    .set('if-match', `"${version}"`);
  expect([answer.status, (answer.body as Problem).detail]).toEqual([200, undefined]);
  return answer.body as RecurringInvoiceDto;
}

const invoices = async (): Promise<InvoicePage['items']> =>
  ((await person.company.get('/invoices?sort=number').expect(200)).body as InvoicePage).items;

describe('what recurs', () => {
  test('shows its next six dates with the amounts that will be on them', async () => {
    const rhythm = { every: 'month', startsOn: '2099-01-31' };
    const priceChanges = [{ from: '2099-03-01', line: 1, price: '1100.00' }];
    const previewed = await person.company.post(
      '/recurring-invoices/preview',
      body({ rhythm, priceChanges }),
    );
    const { upcoming } = previewed.body as RecurringPreview;
    expect(upcoming.map(({ on, total }) => [on, total])).toEqual([
      ...[
        ['2099-01-31', '1180.00'],
        ['2099-02-28', '1180.00'],
        ['2099-03-31', '1298.00'],
      ],
      ...[
        ['2099-04-30', '1298.00'],
        ['2099-05-31', '1298.00'],
        ['2099-06-30', '1298.00'],
      ],
    ]);
    expect((await begun({ rhythm, priceChanges })).upcoming).toEqual(upcoming);
    expect(await invoices()).toEqual([]);
  });

  test('makes up for dates that were missed, one after the other, each with the price of its period', async () => {
    const { id } = await begun({ priceChanges: [{ from: '2026-06-01', line: 1, price: '2000.00' }] });
    const { periods, upcoming } = await finished(id);
    expect(upcoming).toEqual([]);
    expect(periods.map(({ on, state, invoice }) => [on, state, invoice?.number, invoice?.total])).toEqual([
      ['2026-06-30', 'made', 'SI/2627/0003', '2360.00'],
      ['2026-05-30', 'made', 'SI/2627/0002', '1180.00'],
      ['2026-04-30', 'made', 'SI/2627/0001', '1180.00'],
    ]);
    const made = await invoices();
    expect(made.map(({ state }) => state)).toEqual(['issued', 'issued', 'issued']);
    const { body: first } = await person.company.get(`/invoices/${made[0]?.id ?? ''}`).expect(200);
    const { on, dueOn } = first as InvoiceDto;
    expect(Date.parse(dueOn ?? '') - Date.parse(on)).toBe(7 * 24 * 60 * 60 * 1_000);
  });

  test('makes drafts where somebody wants to look at each first', async () => {
    const { id } = await begun({ makes: 'draft' });
    const { periods } = await finished(id);
    expect(periods.map(({ invoice }) => [invoice?.state, invoice?.number])).toEqual(
      Array.from({ length: 3 }, () => ['draft', null]),
    );
  });

  test('makes one invoice per date, however many come at the same time', async () => {
    const { id } = await begun({ rhythm: { ...past, times: 6 } });
    const service = started.service.get(RecurringInvoicesService);
    const scope = { organizationId: parseId(person.organizationId), companyId: parseId(person.companyId) };
    const crowd = Array.from({ length: 12 }, () =>
      service.makeNext(scope, parseId<'RecurringInvoice'>(id), () => Promise.resolve(true)),
    );
    await Promise.all(crowd);
    await finished(id);
    expect((await invoices()).map(({ number }) => number)).toEqual(
      [1, 2, 3, 4, 5, 6].map((place) => `SI/2627/000${place}`),
    );
    const again = `insert into recurring_period (organization_id, id, company_id, recurring_id, period_on, state, invoice_id)
      select organization_id, gen_random_uuid(), company_id, recurring_id, period_on, 'failed', null from recurring_period
      where recurring_id = $1 limit 1`;
    await expect(rows(again.replace("'failed', null", "'made', gen_random_uuid()"), id)).rejects.toThrow(
      /recurring_period_once_key/,
    );
  });

  test('that was changed to the same dates under another rhythm bills none of them twice', async () => {
    const { id } = await begun({ rhythm: { ...past, startsOn: '2026-05-30' } });
    const { version } = await finished(id);
    const replaced = await person.company.put(`/recurring-invoices/${id}`, body(), version);
    expect(replaced.status).toBe(200);
    const { periods } = await finished(id);
    expect(periods.map(({ on }) => on)).toEqual(['2026-07-30', '2026-06-30', '2026-05-30', '2026-04-30']);
    expect(await invoices()).toHaveLength(4);
  });

  test('says why a date has no invoice, goes on with the next, and can be tried again', async () => {
    const { id } = await begun({ lines: [{ ...line, price: '0.00' }] });
    const failed = await finished(id);
    expect(failed.failed).toBe(3);
    expect(failed.periods[0]).toMatchObject({ state: 'failed', invoice: null });
    expect(failed.periods[0]?.failure?.code).toBe('invoice-of-nothing');
    const retry = (on: string) => person.company.post(`/recurring-invoices/${id}/retry`, { on });
    const still = await retry('2026-05-30');
    expect([still.status, (still.body as Problem).code]).toEqual([409, 'invoice-of-nothing']);
    await person.company.put(`/recurring-invoices/${id}`, body(), failed.version).expect(200);
    const mended = (await retry('2026-05-30').expect(200)).body as RecurringInvoiceDto;
    expect(mended.periods.map(({ state, invoice }) => [state, invoice?.number])).toEqual([
      ['failed', undefined],
      ['made', 'SI/2627/0001'],
      ['failed', undefined],
    ]);
    const twice = await retry('2026-05-30');
    expect([twice.status, (twice.body as Problem).code]).toEqual([409, 'period-not-failed']);
    expect(await invoices()).toHaveLength(1);
  });

  test('rests while it is paused; what passed meanwhile does not come later', async () => {
    const rhythm = { every: 'week', startsOn: '2099-01-31' };
    const { id } = await begun({ rhythm });
    expect(await rows('select 1 from schedule where subject = $1', id)).toHaveLength(1);
    expect((await told(id, 'pause')).state).toBe('paused');
    expect(await rows('select 1 from schedule where subject = $1', id)).toEqual([]);
    const { version } = await shown(id);
    await person.company.put(`/recurring-invoices/${id}`, body({ rhythm: past }), version).expect(200);
    const resumed = await told(id, 'resume');
    expect([resumed.state, resumed.periods]).toEqual(['finished', []]);
    expect((await told(id, 'discard')).state).toBe('discarded');
  });

  test('is not begun to go out by itself by somebody who may issue nothing', async () => {
    const { organizationId, companyId } = person;
    const few = permissions.filter((one) => one !== 'dhanman.sales.invoice.issue');
    const token = await aToken({ organizationId, companies: [companyId], permissions: few });
    const send = (change: object) =>
      started.agent
        .post(`/api/v1/companies/${companyId}/recurring-invoices`)
        .set('authorization', `Bearer ${token}`)
        .set('idempotency-key', newId())
        .send(body(change));
    expect((await send({})).status).toBe(403);
    expect((await send({ makes: 'draft' })).status).toBe(201);
  });

  test('of another company is not there', async () => {
    const { id } = await begun();
    const stranger = await aPerson(started, { organizationId: person.organizationId });
    await stranger.company.get(`/recurring-invoices/${id}`).expect(404);
  });
});
