import type {
  CreateInvoice,
  CreditNoteDto,
  CustomerDto,
  InvoiceDto,
  InvoiceRunDto,
  ProductDto,
  ReceiptDto,
  RecurringInvoiceDto,
  RefundDto,
  WriteOffDto,
} from '@dhanman/contracts';
import { aSale, type Examples, type Member, type StartedService, until } from '@dhanman/testing';
import type supertest from 'supertest';
import { Ledger } from './support/ledger.js';

/** One of everything that Sales holds for a company. */
export async function furnish(started: StartedService, member: Member): Promise<Examples> {
  const { agent } = started;
  const { companyId, token } = member;
  const authorization = `Bearer ${token}`;
  const pathOf = (noun: string): string => `/api/v1/companies/${companyId}/${noun}`;
  const made = async <T>(noun: string, body: object): Promise<T> => {
    const { body: answer } = await agent.post(pathOf(noun)).set({ authorization }).send(body).expect(201);
    return answer as T;
  };
  const issued = (document: string): supertest.Test =>
    agent
      .post(`${pathOf(document)}/issue`)
      .set({ authorization })
      .send({ on: '2026-04-01' })
      .expect(200);
  const put = async (noun: string, body: object): Promise<void> => {
    await agent.put(pathOf(noun)).set({ authorization }).send(body).expect(200);
  };
  const shows = (path: string, state: string): Promise<unknown> =>
    until(
      async () => {
        const { body } = await agent.get(pathOf(path)).set({ authorization }).expect(200);
        return (body as { state: string }).state === state;
      },
      { deadlineMs: 60_000 },
    );
  /** With its paper printed, because an example is something there is to see. */
  const printed = (document: string): Promise<unknown> => shows(`${document}/paper`, 'ready');
  const ledger = await Ledger.beside(started);
  const inTheBooks = async (noun: string, asked: Parameters<Ledger['post']>[1]): Promise<void> => {
    await ledger.post(member, asked);
    await printed(`${noun}/${asked.documentId}`);
  };
  const customer = await made<CustomerDto>('customers', {
    name: 'Asha Traders',
    code: 'ASHA',
    email: 'asha@example.in',
    contacts: [{ name: 'Meera', role: 'Accounts', email: 'meera@example.in', phone: null, getsMails: true }],
  });
  const invoice = aSale(customer.id);
  const { id } = await made<InvoiceDto>('invoices', invoice);
  await issued(`invoices/${id}`);
  await printed(`invoices/${id}`);
  await put('reminder-plan', { isActive: true, language: 'en', stages: [reminding] });
  await made(`invoices/${id}/reminders`, {});
  const lost = await made<InvoiceDto>('invoices', invoice);
  await issued(`invoices/${lost.id}`);
  await ledger.post(member, { document: 'invoice', purpose: 'issue', documentId: lost.id });
  await shows(`invoices/${lost.id}`, 'posted');
  const badDebt = { invoiceId: lost.id, on: '2026-04-01', amount: '1.00', reason: 'Moved away' };
  const writtenOff = await made<WriteOffDto>('write-offs', badDebt);
  const product = await made<ProductDto>('products', { name: 'Tea', price: '90.00' });
  const receipt = { customerId: customer.id, on: '2026-04-01', mode: 'cash', amount: '500.00' };
  const paid = await made<ReceiptDto>('receipts', receipt);
  const advance = await made<ReceiptDto>('receipts', { ...receipt, allocations: [] });
  await inTheBooks('receipts', { document: 'receipt', purpose: 'receive', documentId: advance.id });
  const refund = { creditId: advance.id, on: '2026-04-01', mode: 'cash', amount: '1.00' };
  const back = await made<RefundDto>('refunds', refund);
  const note = {
    invoiceId: id,
    on: '2026-04-01',
    reason: 'sales-return',
    lines: [{ line: 0, amount: '1.00' }],
  };
  const credited = await made<CreditNoteDto>('credit-notes', note);
  await issued(`credit-notes/${credited.id}`);
  await inTheBooks('receipts', { document: 'receipt', purpose: 'receive', documentId: paid.id });
  await inTheBooks('credit-notes', { document: 'credit-note', purpose: 'issue', documentId: credited.id });
  await ledger.leave();
  const rhythm = { every: 'month', startsOn: '2099-04-01' };
  const rent = { ...aSale(customer.id), name: 'Rent', makes: 'draft', rhythm };
  const run = { ...maintenance(aSale(customer.id), 'Maintenance'), customers: { ids: [customer.id] } };
  const running = await made<InvoiceRunDto>('invoice-runs', run);
  const recurring = await made<RecurringInvoiceDto>('recurring-invoices', rent);
  return {
    ids: {
      customers: customer.id,
      invoices: id,
      products: product.id,
      receipts: paid.id,
      refunds: back.id,
      'write-offs': writtenOff.id,
      'credit-notes': credited.id,
      'recurring-invoices': recurring.id,
      'invoice-runs': running.id,
    },
    bodies: {
      'creditNotes.create': note,
      'creditNotes.replace': { reason: 'others' },
      'creditNotes.issue': { on: '2026-04-01' },
      'creditNotes.apply': { on: '2026-04-02' },
      'creditNotes.release': { on: '2026-04-02', allocationIds: [id] },
      'creditNotes.undo': { on: '2026-04-02', reason: 'Entered twice' },
      'creditNoteDecisions.return': { reason: 'The rate' },
      'customers.create': { name: 'Ravi' },
      'customers.patch': { name: 'Ravi' },
      'customerImports.import': { text: 'Name\nTea House' },
      'customerImports.preview': { text: 'Name\nTea House' },
      'invoices.create': invoice,
      'invoices.replace': aSale(customer.id, { price: '90.00' }),
      'invoiceMails.send': {
        ...{ recipients: ['asha@example.in'], language: 'en' },
        ...{ subject: 'Invoice', text: 'Attached is our invoice.' },
      },
      'invoices.issue': { on: '2026-04-01' },
      'invoiceDecisions.return': { reason: 'The rate' },
      'invoiceDecisions.cancel': { on: '2026-04-01', reason: 'Billed twice' },
      'reminderPlans.set': { isActive: true, language: 'en', stages: [reminding] },
      'reminderPlans.preview': { days: 7, words: reminding.en },
      'reminderPreferences.set': { isReminded: false, language: null },
      'approvalSettings.set': { levels: 1, secondAbove: null },
      'paperSettings.set': {
        ...{ address: '4, MG Road', contact: null, payment: null, terms: null },
        upiId: 'asha@bank',
      },
      'products.create': { name: 'Coffee', price: '120.00' },
      'products.patch': { price: '100.00' },
      'refunds.create': refund,
      'refunds.correct': { on: '2026-04-02' },
      'refunds.undo': { how: 'reversed', on: '2026-04-02', reason: 'Paid twice' },
      'writeOffs.create': badDebt,
      'writeOffs.correct': { on: '2026-04-02' },
      'writeOffs.undo': { how: 'reversed', on: '2026-04-02', reason: 'Paid after all' },
      'receipts.create': receipt,
      'receipts.correct': { on: '2026-04-02' },
      'receipts.apply': { on: '2026-04-02' },
      'receipts.release': { on: '2026-04-02', allocationIds: [id] },
      'receipts.undo': { how: 'reversed', on: '2026-04-02', reason: 'Entered twice' },
      'invoiceRuns.start': { ...run, name: 'Another' },
      'invoiceRuns.preview': run,
      'invoiceRuns.retry': {},
      'recurringInvoices.create': rent,
      'recurringInvoices.preview': rent,
      'recurringInvoices.replace': rent,
      'recurringInvoices.retry': { on: '2099-04-01' },
      'tax.quote': { ...aSale(customer.id), on: '2026-04-01' },
      'tax.set': { isComposition: false, turnover: '2500000.00', societyView: 'whole' },
    },
  };
}

const words = { subject: 'Invoice {number}', text: '{amount} is still to be paid.' };

const reminding = { id: null, days: 7, en: words, hi: words };

function maintenance({ customerId: _, ...sale }: CreateInvoice, name: string) {
  return { ...sale, name, makes: 'draft', on: '2026-04-01' };
}
