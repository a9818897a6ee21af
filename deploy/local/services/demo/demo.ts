// On the first start a demo organization signs up like everybody else and does a year's business through the HTTP
// interface that everybody uses, so that nobody looks at an empty screen. Later starts leave the data alone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance } from '../../instance.ts';
import { readIfThere, writeWhole } from '../../machine/files.ts';
import { until } from '../../machine/wait.ts';
import type { Progress } from '../../terminal/progress.ts';
import { type Ask, callerOf, signUp, type SignedUp } from './demo-caller.ts';
import { type Bill, customers, demoYear, type Expense, products } from './demo-year.ts';

const organization = {
  organization: { name: 'Sahyadri Group' },
  company: { name: 'Sahyadri Traders', gstins: ['27AAPFU0939F1ZV'], tan: 'MUMA12345B' },
  person: { name: 'Asha Rao', email: 'asha@example.com' },
};

const paper = {
  address: '14 Laxmi Road, Pune 411030, Maharashtra',
  contact: 'accounts@sahyadri.example, 020 5550 0142',
  payment: 'By bank transfer or UPI, with the number of the invoice.',
  upiId: 'sahyadri@examplebank',
  terms: 'Payable within 30 days. Goods once sold are taken back only if damaged.',
};

const opening = [
  { account: '11120', side: 'debit', amount: '450000.00' },
  { account: '11110', side: 'debit', amount: '18000.00' },
  { account: '30010', side: 'credit', amount: '468000.00' },
] as const;

const settleMs = 30_000;

/** A failure is told and not fatal: the system runs without these, and the next start goes on where it stopped. */
export async function fillWithDemoData(instance: Instance, progress: Progress): Promise<void> {
  const done = join(instance.folder, 'demo-organization.done');
  if (existsSync(done)) return;
  await progress.step('demo data', async (note) => {
    try {
      const signedUp = await demoOrganization(instance);
      const ask = callerOf(instance, signedUp, 'demo');
      const bills = await doBusiness({ ask, approve: callerOf(instance, signedUp, 'demo-approver') });
      writeWhole(done, '');
      note(`${organization.organization.name}, ${customers.length} customers, ${bills} bills`);
    } catch (error) {
      note(`not complete: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

/** Signed up once: who they are is remembered even when the rest of the first start is interrupted. */
async function demoOrganization(instance: Instance): Promise<SignedUp> {
  const path = join(instance.folder, 'demo-organization.json');
  const kept = readIfThere(path);
  if (kept !== undefined) return JSON.parse(kept) as SignedUp;
  const text = await signUp(organization);
  writeWhole(path, text);
  return JSON.parse(text) as SignedUp;
}

interface Numbered {
  readonly id: string;
  readonly version: number;
}

interface Demo {
  readonly ask: Ask;
  readonly approve: Ask;
}

async function doBusiness(demo: Demo): Promise<number> {
  const { ask } = demo;
  const year = demoYear(new Date().toISOString().slice(0, 10));
  await ask('sales', '/paper-settings', { method: 'PUT', body: paper });
  const offered = Object.entries(products).map(([code, product]) => ({ code, ...product }));
  const known: Known = {
    customers: await entered(ask, 'customers', customers),
    products: await entered(ask, 'products', offered),
  };
  const on = year.firstDay;
  await ask('common', '/opening-balances', { body: { on, lines: opening, replaces: null }, key: 'opening' });
  for (const expense of year.expenses) await spend(demo, expense);
  const issued = new Map<Bill, string>();
  for (const bill of year.bills) issued.set(bill, await issue(ask, bill, known));
  for (const [bill, id] of issued) await collect(ask, bill, id, known);
  return issued.size;
}

interface Known {
  readonly customers: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, string>;
}

/** The ids of what was entered, by their codes. */
async function entered(
  ask: Ask,
  list: 'customers' | 'products',
  all: readonly { readonly code: string }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const one of all) {
    const { id } = await ask<Numbered>('sales', `/${list}`, { body: one, key: `${list}-${one.code}` });
    ids.set(one.code, id);
  }
  return ids;
}

async function issue(ask: Ask, { key, customer, on, lines }: Bill, known: Known): Promise<string> {
  const body = {
    ...{ customerId: known.customers.get(customer), on },
    lines: lines.map(({ product, quantity }) => {
      const { name, classification, price } = products[product];
      const what = { description: name, classification, price, unit: 'NOS', ratePercent: '18' };
      return { productId: known.products.get(product), quantity, ...what };
    }),
  };
  const { id } = await ask<Numbered>('sales', '/invoices', { body, key: `bill-${key}` });
  await ask('sales', `/invoices/${id}/issue`, { body: { on }, key: `issue-${key}` });
  return id;
}

/** The customer pays what the ledger says is owed, so it is asked when it has the bill. */
async function collect(ask: Ask, bill: Bill, invoiceId: string, known: Known): Promise<void> {
  const { key, customer, payment } = bill;
  if (payment === undefined) return;
  const { total } = await posted(ask, invoiceId);
  const amount = payment.share === 'all' ? total : halfOf(total);
  const allocations = [{ invoiceId, amount }];
  const customerId = known.customers.get(customer);
  const body = { customerId, on: payment.on, mode: 'bank', amount, reference: `UTR-${key}`, allocations };
  await ask('sales', '/receipts', { body, key: `receipt-${key}` });
}

async function posted(ask: Ask, id: string): Promise<{ readonly total: string }> {
  const found = await until(
    async () => {
      const invoice = await ask<{ state: string; total: string }>('sales', `/invoices/${id}`, {
        method: 'GET',
      });
      return invoice.state === 'posted' ? invoice : undefined;
    },
    { deadlineMs: settleMs },
  );
  if (!found) throw new Error(`the ledger has not taken invoice ${id}.`);
  return found;
}

/** To the whole rupee, as people pay. */
function halfOf(amount: string): string {
  return `${String(BigInt(amount.slice(0, amount.indexOf('.'))) / 2n)}.00`;
}

/** Nobody approves what they have entered themselves, in a demo as little as elsewhere. */
async function spend(
  { ask, approve }: Demo,
  { key, on, narration, account, amount }: Expense,
): Promise<void> {
  const lines = [
    { account, side: 'debit', amount },
    { account: '11120', side: 'credit', amount },
  ];
  const path = '/manual-journals';
  const { id, version } = await ask<Numbered>('common', path, { body: { on, narration, lines }, key });
  const submitted = await ask<Numbered>('common', `${path}/${id}/submit`, { key: `submit-${key}`, version });
  await approve('common', `${path}/${id}/approve`, { key: `approve-${key}`, version: submitted.version });
}
