import type { ListReceipts, ReceiptDto, ReceiptPage } from '@dhanman/contracts';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { type CreditStory, CreditStories } from '../settlement/credit-stories.service.js';
import { CustomerDocuments, type DocumentKind } from '../settlement/customer-documents.service.js';
import type { ReceiptId } from './receipt.js';

const kind: DocumentKind = {
  ...{ document: 'receipt', purpose: 'receive', table: 'receipt' },
  known: 'credit.used, credit.ended_on, credit.amount - credit.used as left_over',
  joins: `
    join credit on credit.organization_id = document.organization_id and credit.id = document.id`,
  listed: `
    mode, reference, amount::text, tds::text, used::text as allocated,
    case when ended_on is null then left_over else 0 end::numeric(18, 2)::text as advance`,
  whole: 'account, notes, undone_on::text as "undoneOn", undone_reason as "undoneReason"',
  texts: 'number, reference',
};

type Row = Omit<ReceiptDto, 'sameReference' | keyof CreditStory>;

@Injectable()
export class ReceiptsQueries {
  constructor(
    private readonly db: Database,
    private readonly documents: CustomerDocuments,
    private readonly stories: CreditStories,
  ) {}

  async get(actor: Actor, id: ReceiptId): Promise<ReceiptDto> {
    return this.db.read(actor, async (tx) => {
      const receipt = await this.documents.one<Row>(tx, actor, kind, id);
      const values = [actor.organizationId, actor.company, id, receipt.reference];
      const sameReference = await tx.query<ReceiptDto['sameReference']>(twins, values);
      return { ...receipt, sameReference, ...(await this.stories.of(tx, actor.organizationId, id)) };
    });
  }

  async list(actor: Actor, { mode, unused, ...query }: ListReceipts): Promise<ReceiptPage> {
    return this.documents.list(actor, kind, query, (place) => [
      mode !== undefined && `mode = ${place(mode)}`,
      unused !== undefined && 'left_over > 0 and ended_on is null',
    ]);
  }
}

const twins = `
  select id, number from receipt
  where organization_id = $1 and company_id = $2 and id <> $3 and reference = $4 order by number limit 10`;
