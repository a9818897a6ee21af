import type { AllocationDto, PostingDto } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { instant, rejection } from './posting-columns.js';

export interface CreditStory {
  readonly allocations: AllocationDto[];
  readonly postings: PostingDto[];
}

/** What became of a credit, whichever document gave it. */
@Injectable()
export class CreditStories {
  async of(tx: EntityManager, organizationId: Id, creditId: Id): Promise<CreditStory> {
    const values = [organizationId, creditId];
    const allocations = await tx.query<AllocationDto[]>(allocated, values);
    return { allocations, postings: await tx.query<PostingDto[]>(asked, values) };
  }

  /** What the ledger was asked for by a document that is no part of a credit's own story. */
  async postingsOf(
    tx: EntityManager,
    organizationId: Id,
    { document, id }: { readonly document: string; readonly id: Id },
  ): Promise<PostingDto[]> {
    return tx.query<PostingDto[]>(askedByDocument, [organizationId, document, id]);
  }
}

const allocated = `
  select allocation.id, invoice_id as "invoiceId", invoice.number as "invoiceNumber", amount::text,
    allocation.dated_on::text as "on", released_on::text as "releasedOn"
  from allocation join invoice on invoice.organization_id = allocation.organization_id and invoice.id = invoice_id
  where allocation.organization_id = $1 and credit_id = $2
  order by allocation.dated_on, allocation.id`;

const posting = `
  select id, document, purpose, dated_on::text as "on", amount::text,
    case state when 'withdrawn' then 'rejected' else state end as state, entry_id as "entryId",
    reversal_entry_id as "reversalEntryId", ${rejection}, ${instant('created_at')} as "askedAt"
  from posting`;

const asked = `${posting} where organization_id = $1 and credit_id = $2 order by id`;
const askedByDocument = `${posting} where organization_id = $1 and document = $2 and document_id = $3 order by id`;
