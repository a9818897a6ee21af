import {
  CompanyChanged,
  CompanyCreated,
  type PayloadIn,
  PostTransaction,
  TransactionPosted,
  TransactionRejected,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Handles, type Message, publish, reply } from '../../src/index.js';
import type { LittleService } from './little-service.js';

/** No keys on purpose: a second effect must be visible as a second row. */
export const salesTables = `
  create table answer (document uuid, verdict text, entry_id uuid);
  create table company (id uuid, revision int, name text, at timestamptz default clock_timestamp());`;
export const commonTables = 'create table entry (document uuid, version int, total numeric)';

/** What the ledger is told to do wrong, by document. */
const saboteurs = new Map<string, (tx: EntityManager) => Promise<void>>();

/** Common hears what it says of companies, as every service does; here it does nothing about it. */
export class OwnEventsHandlers {
  @Handles(CompanyCreated)
  async onCompanyCreated(_: Message<typeof CompanyCreated>): Promise<void> {}

  @Handles(CompanyChanged)
  async onCompanyChanged(_: Message<typeof CompanyChanged>): Promise<void> {}
}

@Controller()
export class LedgerHandlers extends OwnEventsHandlers {
  @Handles(PostTransaction, { timeoutMs: 500 })
  async onPostTransaction(message: Message<typeof PostTransaction>, tx: EntityManager): Promise<void> {
    const { source, lines } = message.payload;
    await saboteurs.get(source.id)?.(tx);
    const debit = lines
      .filter(({ side }) => side === 'debit')
      .reduce((sum, { amount }) => sum + Number(amount), 0);
    const credit = lines
      .filter(({ side }) => side === 'credit')
      .reduce((sum, { amount }) => sum + Number(amount), 0);
    if (debit !== credit) {
      const refusal = { source, code: 'unbalanced', reason: 'Debits and credits differ.' };
      await reply(tx, message, TransactionRejected, refusal);
      return;
    }
    await tx.query('insert into entry values ($1, $2, $3)', [source.id, source.version, debit]);
    await reply(tx, message, TransactionPosted, {
      source,
      entryId: newId(),
      postedAt: '2026-04-01T00:00:00Z',
    });
  }
}

/** What every service does that keeps a copy of the companies. */
@Controller()
export class CompanyHandlers {
  @Handles(CompanyCreated)
  async onCompanyCreated({ payload }: Message<typeof CompanyCreated>, tx: EntityManager): Promise<void> {
    await tx.query('insert into company values ($1, $2, $3)', [payload.id, payload.revision, payload.name]);
  }

  @Handles(CompanyChanged)
  async onCompanyChanged({ payload }: Message<typeof CompanyChanged>, tx: EntityManager): Promise<void> {
    await tx.query('insert into company values ($1, $2, $3)', [payload.id, payload.revision, payload.name]);
  }
}

@Controller()
export class SalesHandlers extends CompanyHandlers {
  @Handles(TransactionPosted)
  async onTransactionPosted(
    { payload }: Message<typeof TransactionPosted>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query('insert into answer values ($1, $2, $3)', [payload.source.id, 'posted', payload.entryId]);
  }

  @Handles(TransactionRejected)
  async onTransactionRejected(
    { payload }: Message<typeof TransactionRejected>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query('insert into answer values ($1, $2)', [payload.source.id, payload.code]);
  }
}

export function transactionFor(document: string, credit = '1180.00'): PayloadIn<typeof PostTransaction> {
  return {
    source: { document: 'invoice', id: document, version: 1, purpose: 'issue' },
    on: '2026-04-01',
    currency: 'INR',
    narration: 'Invoice',
    lines: [
      { account: '11200', side: 'debit', amount: '1180.00' },
      { account: '41010', side: 'credit', amount: credit },
    ],
  };
}

interface Issue {
  readonly credit?: string;
  readonly sabotage?: (tx: EntityManager) => Promise<void>;
}

/** Issues an invoice as far as messages are concerned: asks the ledger to post it. */
export async function issue(sales: LittleService, { credit, sabotage }: Issue = {}): Promise<string> {
  const document = newId();
  if (sabotage) saboteurs.set(document, sabotage);
  await sales.transaction(async (tx) => publish(tx, PostTransaction, transactionFor(document, credit)));
  return document;
}
