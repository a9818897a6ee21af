import type { ListWriteOffs, WriteOffDto, WriteOffPage } from '@dhanman/contracts';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { CreditStories } from '../settlement/credit-stories.service.js';
import { CustomerDocuments, type DocumentKind } from '../settlement/customer-documents.service.js';
import type { WriteOffId } from './write-off.js';

const kind: DocumentKind = {
  ...{ document: 'write-off', purpose: 'write-off', table: 'write_off' },
  known: 'invoice.number as invoice_number',
  joins: `
    join invoice on invoice.organization_id = document.organization_id and invoice.id = document.invoice_id`,
  listed: 'invoice_id as "invoiceId", invoice_number as "invoiceNumber", reason, amount::text',
  whole: 'undone_on::text as "undoneOn", undone_reason as "undoneReason"',
  texts: 'number, invoice_number',
};

@Injectable()
export class WriteOffsQueries {
  constructor(
    private readonly db: Database,
    private readonly documents: CustomerDocuments,
    private readonly stories: CreditStories,
  ) {}

  async get(actor: Actor, id: WriteOffId): Promise<WriteOffDto> {
    return this.db.read(actor, async (tx) => {
      const writeOff = await this.documents.one<Omit<WriteOffDto, 'postings'>>(tx, actor, kind, id);
      const { postings } = await this.stories.of(tx, actor.organizationId, id);
      return { ...writeOff, postings };
    });
  }

  async list(actor: Actor, { invoiceId, ...query }: ListWriteOffs): Promise<WriteOffPage> {
    return this.documents.list(actor, kind, query, (place) => [
      invoiceId !== undefined && `invoice_id = ${place(invoiceId)}`,
    ]);
  }
}
