import type { JournalImport, Sheet } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { type Actor, Database, rowsOfSheet } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JournalService } from '../ledger/journal.service.js';
import type { ManualJournal } from '../manual-journals/manual-journal.js';
import { ManualJournalsService } from '../manual-journals/manual-journals.service.js';
import { judged, type Judged, keyOf, type Known } from './journal-import.js';
import { type SheetVoucher, vouchersIn } from './journal-sheet.js';
import { writtenIn } from './written-voucher.js';

type Imported = JournalImport['journals'][number];

/** Makes drafts of the vouchers of a sheet. They are submitted and approved like those that somebody typed. */
@Injectable()
export class JournalImportsService {
  constructor(
    private readonly db: Database,
    private readonly journal: JournalService,
    private readonly journals: ManualJournalsService,
  ) {}

  async preview(actor: Actor, sheet: Sheet): Promise<JournalImport> {
    const vouchers = vouchersIn(await rowsOfSheet(sheet));
    return this.db.transaction(actor, async (tx) => {
      const { all, known } = await this.judge(tx, actor, vouchers);
      return shown(all, (draft) => (known.has(keyOf(draft)) ? 'known' : 'ready'), known);
    });
  }

  /** What was refused or is there already is left out, and said. */
  async import(actor: Actor, sheet: Sheet): Promise<JournalImport> {
    const vouchers = vouchersIn(await rowsOfSheet(sheet));
    return this.db.transaction(actor, async (tx) => {
      const { all, known } = await this.judge(tx, actor, vouchers);
      const drafts = all.flatMap(({ draft }) => draft ?? []).filter((draft) => !known.has(keyOf(draft)));
      await this.journals.addDrafts(tx, drafts);
      const made = new Map([...known, ...drafts.map((draft) => [keyOf(draft), draft.id] as const)]);
      return shown(all, (draft) => (known.has(keyOf(draft)) ? 'known' : 'imported'), made);
    });
  }

  /** Alone with the books: of two who import the same sheet, the second finds what the first has made. */
  private async judge(tx: EntityManager, actor: Actor, sheets: readonly SheetVoucher[]) {
    const { books } = await this.journal.lock(tx, {
      organizationId: actor.organizationId,
      companyId: actor.company,
    });
    const all = sheets.map((sheet) =>
      judged(sheet, books, { identity: actor.key(newId<'ManualJournal'>()), by: actor.userId }),
    );
    return {
      all,
      known: await knownAmong(
        tx,
        actor,
        sheets.map(({ voucher }) => voucher),
      ),
    };
  }
}

function shown(
  all: readonly Judged[],
  outcomeOf: (draft: ManualJournal) => Imported['outcome'],
  ids: Known,
): JournalImport {
  const journals = all.map(({ sheet, draft }) => {
    const { on, narration } = writtenIn(sheet);
    return {
      ...{ voucher: sheet.voucher, row: sheet.rows[0]?.row ?? 1, on, narration, lines: sheet.rows.length },
      total: draft?.total ?? null,
      outcome: draft ? outcomeOf(draft) : ('refused' as const),
      journalId: (draft && ids.get(keyOf(draft))) ?? null,
    };
  });
  const problems = all.flatMap((one) => one.problems).sort((one, other) => one.row - other.row);
  return { journals, problems };
}

async function knownAmong(
  tx: EntityManager,
  { organizationId, company }: Actor,
  vouchers: readonly string[],
): Promise<Known> {
  const rows = await tx.query<(Pick<ManualJournal, 'voucher' | 'voucherYear'> & { readonly id: Id })[]>(
    `select id, voucher, voucher_year as "voucherYear" from manual_journal
     where organization_id = $1 and company_id = $2 and voucher = any($3) and state <> 'discarded'`,
    [organizationId, company, vouchers],
  );
  return new Map(rows.map((row) => [keyOf(row), row.id]));
}
