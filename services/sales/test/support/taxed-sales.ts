import type { CreateInvoice, CreditNoteDto, CustomerDto, InvoiceDto, ReportDto } from '@dhanman/contracts';
import { type StartedService, until } from '@dhanman/testing';
import { aCompany, aCustomer, aPerson, type Person } from '../builders.js';
import type { Ledger } from './ledger.js';

export const maharashtra = '27AAPFU0939F1ZV';
export const karnataka = '29AAPFU0939F1ZR';

/** One quantity at 18 percent. */
export function aLine(price: string, change: object = {}): CreateInvoice['lines'][number] {
  const line = { description: 'Tea chest', classification: '0902', quantity: '1', unit: 'NOS', price };
  return { ...line, ratePercent: '18', ...change };
}

const patience = { deadlineMs: 30_000 };

/** A company with registrations in two states, and what it sells. */
export class TaxedSales {
  private constructor(
    readonly person: Person,
    private readonly ledger: Ledger,
  ) {}

  static async begun(started: StartedService, ledger: Ledger): Promise<TaxedSales> {
    const person = await aPerson(started);
    await aCompany(started, person, { gstins: [maharashtra, karnataka] });
    return new TaxedSales(person, ledger);
  }

  async customer(details: object): Promise<CustomerDto> {
    return aCustomer(this.person, details);
  }

  async invoice(
    customer: CustomerDto,
    on: string,
    lines: object[],
    change: object = {},
  ): Promise<InvoiceDto> {
    const { company } = this.person;
    const { body } = await company
      .post('/invoices', { customerId: customer.id, on, lines, ...change })
      .expect(201);
    const { id } = body as InvoiceDto;
    return (await company.post(`/invoices/${id}/issue`, { on }).expect(200)).body as InvoiceDto;
  }

  async posted({ id }: InvoiceDto): Promise<InvoiceDto> {
    await this.ledger.post(this.person, { document: 'invoice', purpose: 'issue', documentId: id });
    return this.inState(id, 'posted');
  }

  async cancelled(invoice: InvoiceDto, on: string): Promise<InvoiceDto> {
    await this.ledger.reject(this.person, { document: 'invoice', purpose: 'issue', documentId: invoice.id });
    const { id, version } = await this.inState(invoice.id, 'rejected');
    await this.person.company
      .post(`/invoices/${id}/cancel`, { on, reason: 'Billed twice' })
      .set('If-Match', `"${String(version)}"`)
      .expect(200);
    return this.inState(id, 'cancelled');
  }

  async note({ id: invoiceId }: InvoiceDto, on: string, quantity = '1'): Promise<CreditNoteDto> {
    const { company } = this.person;
    const note = { invoiceId, on, reason: 'sales-return', lines: [{ line: 0, quantity }] };
    const { id } = (await company.post('/credit-notes', note).expect(201)).body as CreditNoteDto;
    return (await company.post(`/credit-notes/${id}/issue`, { on }).expect(200)).body as CreditNoteDto;
  }

  /** Posted, and taken back in the books on a day. */
  async takenBack({ id: documentId }: CreditNoteDto, on: string): Promise<void> {
    const posting = { document: 'credit-note', purpose: 'issue', documentId } as const;
    const { company } = this.person;
    await this.ledger.post(this.person, posting);
    await until(async () => (await this.noteState(documentId)) === 'posted', patience);
    await company.post(`/credit-notes/${documentId}/undo`, { on, reason: 'Not returned' }).expect(200);
    await this.ledger.reverse(this.person, [posting]);
    await until(async () => (await this.noteState(documentId)) === 'reversed', patience);
  }

  async report(path: string): Promise<ReportDto> {
    return (await this.person.company.get(`/reports/${path}`).expect(200)).body as ReportDto;
  }

  private async noteState(id: string): Promise<CreditNoteDto['state']> {
    return ((await this.person.company.get(`/credit-notes/${id}`).expect(200)).body as CreditNoteDto).state;
  }

  private async inState(id: string, state: InvoiceDto['state']): Promise<InvoiceDto> {
    return until(async () => {
      const invoice = (await this.person.company.get(`/invoices/${id}`).expect(200)).body as InvoiceDto;
      return invoice.state === state && invoice;
    }, patience);
  }
}
