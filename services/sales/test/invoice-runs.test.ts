import {
  type CreateInvoice,
  type InvoiceRunDto,
  type InvoiceRunPreview,
  permissions,
  type Problem,
  type RunBillPage,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aSale, aToken, query, type SpawnedService, spawnService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

let sales: SpawnedService;
let running: SpawnedService['process'];
let token: string;
let organizationId: string;
let companyId: string;

const patience = { deadlineMs: 150_000 };

beforeAll(async () => {
  sales = await spawnService('sales');
  running = sales.process;
});

afterAll(() => sales.drop());

beforeEach(async () => {
  [organizationId, companyId] = [newId(), newId()];
  token = await aToken({ organizationId, companies: [companyId], permissions });
  await rows(
    `insert into company (organization_id, id, revision, name, currency, time_zone, financial_year_start_month, is_active,
       kind, gstins, number_series) values ($1, $2, 1, 'Asha', 'INR', 'Asia/Kolkata', 4, true, 'business', '[]', '{}')`,
    ...[organizationId, companyId],
  );
});

const rows = <Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  query<Row>(sales.database.adminUrl, sql, values);

const questionsIn = (table: string): string =>
  `select message_id, envelope ->> 'organizationId' as organization from ${table}
   where contract = 'common.post-transaction.v1'`;

/** Flats 1 to count; how they came into the table does not matter here. */
async function flats(count: number): Promise<void> {
  await rows(
    `insert into customer (organization_id, id, company_id, name, code, standing, state_code)
     select $1::uuid, (left($1::text, 24) || lpad(to_hex(place), 12, '0'))::uuid, $2::uuid,
       'Flat ' || lpad(place::text, 4, '0'), 'F-' || place, 'unregistered', '27'
     from generate_series(1, $3::int) as place`,
    ...[organizationId, companyId, count],
  );
}

const forMany = ({ customerId: _, ...sale }: CreateInvoice, change: object) => ({ ...sale, ...change });
const maintenance = (change: object = {}) =>
  forMany(aSale(newId()), {
    ...{ name: 'Maintenance June', makes: 'issued', customers: {}, on: '2026-06-01' },
    ...change,
  });

type Answer = InvoiceRunDto & InvoiceRunPreview & RunBillPage & Problem;

async function ask(
  method: string,
  path: string,
  { body, version }: { body?: object; version?: number } = {},
): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${running.url}/api/v1/companies/${companyId}/invoice-runs${path}`, {
    method,
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { 'idempotency-key': newId() }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

async function started(change: object = {}): Promise<InvoiceRunDto> {
  const { status, body } = await ask('POST', '', { body: maintenance(change) });
  expect([status, body.detail]).toEqual([201, undefined]);
  return body;
}

const shown = async (id: string): Promise<InvoiceRunDto> => (await ask('GET', `/${id}`)).body;

const ended = async (id: string): Promise<InvoiceRunDto> =>
  until(async () => {
    const run = await shown(id).catch(() => undefined);
    return run !== undefined && run.state !== 'running' && run;
  }, patience);

const placesOf = async (id: string): Promise<readonly number[]> =>
  (
    await rows<{ place: number }>(
      `select split_part(number, '/', 3)::int as place from invoice join invoice_run_bill on invoice_id = id
       where run_id = $1 order by 1`,
      id,
    )
  ).map(({ place }) => place);

const upTo = (count: number): number[] => Array.from({ length: count }, (_unused, index) => index + 1);

describe('a run of invoices', () => {
  test('shows what it would come to, and bills everybody once', async () => {
    await flats(120);
    const preview = await ask('POST', '/preview', { body: maintenance() });
    expect(preview.body).toMatchObject({ bills: 120, total: '141600.00', problemCount: 0 });
    expect(preview.body.sample[0]).toMatchObject({ customerName: 'Flat 0001', total: '1180.00' });
    const [line] = maintenance().lines;
    const ofNothing = await ask('POST', '/preview', {
      body: maintenance({ lines: [{ ...line, price: '0' }] }),
    });
    expect(ofNothing.body).toMatchObject({ bills: 0, problemCount: 120 });
    const { id } = await started();
    const run = await ended(id);
    expect(run).toMatchObject({ state: 'finished', made: 120, failed: 0, waiting: 0, total: '141600.00' });
    expect(await placesOf(id)).toEqual(upTo(120));
    const again = await ask('POST', '', { body: maintenance() });
    expect([again.status, again.body.code]).toEqual([409, 'run-name-taken']);
  });

  test('bills those of a list, or whom a text finds, and nobody is refused', async () => {
    await flats(12);
    const found = await started({ customers: { q: 'f-1' }, makes: 'draft' });
    expect((await ended(found.id)).made).toBe(4);
    const nobody = await ask('POST', '/preview', { body: maintenance({ customers: { q: 'shop' } }) });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'run-of-nobody']);
    const stranger = await ask('POST', '', { body: maintenance({ customers: { ids: [newId()] } }) });
    expect([stranger.status, stranger.body.code]).toEqual([422, 'sale-customer-unknown']);
  });

  test('says why a bill was not made, makes the others, and makes it once that is mended', async () => {
    await flats(3);
    await rows(
      `insert into document_series (organization_id, company_id, document, financial_year, last, last_on)
       values ($1, $2, 'sales-invoice', '2627', 0, '2026-07-01')`,
      ...[organizationId, companyId],
    );
    const { id } = await started();
    expect(await ended(id)).toMatchObject({ made: 0, failed: 3 });
    const bills = await ask('GET', `/${id}/bills?state=failed&limit=2`);
    expect(bills.body.items.map(({ customerName, failure }) => [customerName, failure?.code])).toEqual([
      ['Flat 0001', 'invoice-date-too-early'],
      ['Flat 0002', 'invoice-date-too-early'],
    ]);
    const next = await ask('GET', `/${id}/bills?limit=2&cursor=${bills.body.nextCursor ?? ''}`);
    expect(next.body.items.map(({ customerName }) => customerName)).toEqual(['Flat 0003']);
    expect((await ask('POST', `/${id}/retry`, { body: { on: '2026-07-01' } })).status).toBe(200);
    expect(await ended(id)).toMatchObject({ made: 3, failed: 0, on: '2026-07-01' });
    expect(await placesOf(id)).toEqual([1, 2, 3]);
  });

  test('is cancelled with what it has made, and goes on later with what it has not', async () => {
    await flats(400);
    const { id } = await started();
    await until(async () => (await shown(id)).made > 0, patience);
    const { version } = await shown(id);
    const cancelled = await ask('POST', `/${id}/cancel`, { version });
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
    const { made, waiting } = cancelled.body;
    expect([made + waiting, waiting > 0]).toEqual([400, true]);
    expect((await ask('POST', `/${id}/cancel`, { version: cancelled.body.version })).body.code).toBe(
      'run-not-running',
    );
    await ask('POST', `/${id}/retry`);
    expect(await ended(id)).toMatchObject({ state: 'finished', made: 400, waiting: 0 });
    expect(await placesOf(id)).toEqual(upTo(400));
  });
});

describe('a run whose worker is killed', () => {
  test('again and again bills each once, without a gap, and asks the ledger once for each', async () => {
    await flats(300);
    const { id } = await started();
    for (const least of [1, 100, 200]) {
      await until(async () => (await shown(id)).made >= least, patience);
      await running.kill();
      running = await sales.respawn();
    }
    expect(await ended(id)).toMatchObject({ made: 300, failed: 0 });
    expect(await placesOf(id)).toEqual(upTo(300));
    const counted = await rows<{ invoices: number; papers: number; questions: number }>(
      `with outbox_requests as (${questionsIn('outbox')}), sent_requests as (${questionsIn('outbox_sent')})
       select count(*)::int as invoices,
         (select count(*)::int from invoice_paper where organization_id = $1) as papers,
         (select count(distinct message_id)::int from (table outbox_requests union all table sent_requests) as asked
          where organization = $1::text) as questions
       from invoice where organization_id = $1`,
      organizationId,
    );
    expect(counted).toEqual([{ invoices: 300, papers: 300, questions: 300 }]);
  }, 300_000);
});
