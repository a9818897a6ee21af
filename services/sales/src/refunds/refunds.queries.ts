import type { ListRefunds, RefundDto, RefundPage } from '@dhanman/contracts';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { CreditStories } from '../settlement/credit-stories.service.js';
import { CustomerDocuments, type DocumentKind } from '../settlement/customer-documents.service.js';
import type { RefundId } from './refund.js';

const kind: DocumentKind = {
  ...{ document: 'refund', purpose: 'pay', table: 'refund' },
  known: `
    jsonb_build_object('document', credit.document, 'id', credit.id,
      'number', coalesce(receipt.number, credit_note.number)) as credit`,
  joins: `
    join credit on credit.organization_id = document.organization_id and credit.id = document.credit_id
    left join receipt on receipt.organization_id = document.organization_id and receipt.id = document.credit_id
    left join credit_note on credit_note.organization_id = document.organization_id
      and credit_note.id = document.credit_id`,
  listed: 'mode, reference, amount::text, credit',
  whole: 'account, notes, undone_on::text as "undoneOn", undone_reason as "undoneReason"',
  texts: 'number, reference',
};

@Injectable()
export class RefundsQueries {
  constructor(
    private readonly db: Database,
    private readonly documents: CustomerDocuments,
    private readonly stories: CreditStories,
  ) {}

  async get(actor: Actor, id: RefundId): Promise<RefundDto> {
    return this.db.read(actor, async (tx) => {
      const refund = await this.documents.one<Omit<RefundDto, 'postings'>>(tx, actor, kind, id);
      const postings = await this.stories.postingsOf(tx, actor.organizationId, { document: 'refund', id });
      return { ...refund, postings };
    });
  }

  async list(actor: Actor, { creditId, ...query }: ListRefunds): Promise<RefundPage> {
    return this.documents.list(actor, kind, query, (place) => [
      creditId !== undefined && `credit_id = ${place(creditId)}`,
    ]);
  }
}
