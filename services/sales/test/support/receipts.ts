// A company that bills and is paid, and a ledger that answers when it is told to: anew for each test of the file that imports this.
import type { CreateReceipt, CustomerDto, InvoiceDto, ReceiptDto } from '@dhanman/contracts';
import { aSale, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { sales } from '../../src/main.js';
import { aCompany, aCustomer, aPerson, type Person } from '../builders.js';
import { Ledger } from './ledger.js';

export let started: StartedService;
export let ledger: Ledger;
export let person: Person;
export let customer: CustomerDto;

beforeAll(async () => {
  started = await startService(sales);
  ledger = await Ledger.beside(started);
});

afterAll(async () => {
  await ledger.leave();
  await started.stop();
});

beforeEach(async () => {
  person = await aPerson(started);
  await aCompany(started, person);
  customer = await aCustomer(person);
});

export const patience = { deadlineMs: 30_000 };

export async function anInvoice(price: string, on = '2026-06-01', of = customer): Promise<InvoiceDto> {
  const { body } = await person.company.post('/invoices', { ...aSale(of.id, { price }), on }).expect(201);
  const { id } = body as InvoiceDto;
  return (await person.company.post(`/invoices/${id}/issue`, { on }).expect(200)).body as InvoiceDto;
}

export const details = (change: object = {}) => ({
  ...{ customerId: customer.id, on: '2026-06-10', mode: 'bank', amount: '1000.00', ...change },
});

export async function received(change: Partial<CreateReceipt> | object = {}): Promise<ReceiptDto> {
  return (await person.company.post('/receipts', details(change)).expect(201)).body as ReceiptDto;
}

export const receiptOf = async (id: string) =>
  (await person.company.get(`/receipts/${id}`).expect(200)).body as ReceiptDto;
export const invoiceOf = async (id: string) =>
  (await person.company.get(`/invoices/${id}`).expect(200)).body as InvoiceDto;
export const of = ({ id }: ReceiptDto) => ({ document: 'receipt', purpose: 'receive', documentId: id });

export async function inState(id: string, state: ReceiptDto['state']): Promise<ReceiptDto> {
  return until(async () => {
    const receipt = await receiptOf(id);
    return receipt.state === state && receipt;
  }, patience);
}

/** A receipt that stands in the books. */
export async function postedReceipt(change: object = {}): Promise<ReceiptDto> {
  const receipt = await received(change);
  await ledger.post(person, of(receipt));
  return inState(receipt.id, 'posted');
}
