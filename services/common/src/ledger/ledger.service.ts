import type { Envelope, PayloadOf, PostTransaction } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Books, entryFor, type JournalEntry } from './journal-entry.js';

export interface Posted {
  readonly entryId: Id;
  readonly postedAt: Date;
}

@Injectable()
export class LedgerService {
  /** Posts what a document asks for. A document that asks again, in whatever message, gets the entry it has. */
  async post(
    tx: EntityManager,
    envelope: Envelope,
    request: PayloadOf<typeof PostTransaction>,
  ): Promise<Posted> {
    const entry = entryFor(envelope.source, request, await booksOf(tx, envelope));
    return (await insert(tx, envelope, entry)) ?? (await existing(tx, envelope, entry));
  }
}

async function booksOf(tx: EntityManager, { companyId }: Envelope): Promise<Books | undefined> {
  const [books] = await tx.query<Books[]>(
    // Shared, so that a company cannot be closed between this look and the commit of the entry.
    'select currency, is_active as "isActive" from company where id = $1 for share',
    [companyId],
  );
  return books;
}

async function insert(tx: EntityManager, scope: Envelope, entry: JournalEntry): Promise<Posted | undefined> {
  const { source, on, currency, narration, lines } = entry;
  const entryId = newId();
  const [row] = await tx.query<{ postedAt: Date }[]>(
    `insert into journal_entry (organization_id, id, company_id, entered_on, currency, narration,
       source_service, source_document, source_id, source_purpose, source_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict on constraint journal_entry_per_source_key do nothing returning posted_at as "postedAt"`,
    [
      ...[scope.organizationId, entryId, scope.companyId, on.toString(), currency, narration],
      ...[source.service, source.document, source.id, source.purpose, source.version],
    ],
  );
  if (!row) return undefined;
  await tx.query(
    `insert into journal_line (organization_id, entry_id, company_id, number, account, side, amount, narration)
     select $1, $2, $3, number, account, side, amount, narration
     from unnest($4::text[], $5::text[], $6::numeric[], $7::text[]) with ordinality
       as line (account, side, amount, narration, number)`,
    [
      ...[scope.organizationId, entryId, scope.companyId],
      ...[lines.map(({ account }) => account), lines.map(({ side }) => side)],
      ...[lines.map(({ amount }) => amount.toJSON()), lines.map((line) => line.narration)],
    ],
  );
  return { entryId, postedAt: row.postedAt };
}

async function existing(tx: EntityManager, scope: Envelope, { source }: JournalEntry): Promise<Posted> {
  const [row] = await tx.query<Posted[]>(
    `select id as "entryId", posted_at as "postedAt" from journal_entry
     where organization_id = $1 and source_service = $2 and source_document = $3 and source_id = $4
       and source_purpose = $5 and source_version = $6`,
    [scope.organizationId, source.service, source.document, source.id, source.purpose, source.version],
  );
  if (!row) throw new Error('The source of this entry is taken by an entry of another company.');
  return row;
}
