import type { EnterOpeningBalances } from '@dhanman/contracts';
import { PlainDate } from '@dhanman/kernel';
import { type Actor, Database, type Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JournalService } from '../ledger/journal.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { ReversalsService } from '../ledger/reversals.service.js';
import { askedFor, firstDayAfter, objectionsTo, openingDocument } from './opening-balances.js';
import {
  EntriesBeforeOpening,
  OpeningChanged,
  OpeningNotPostable,
  ReasonMissing,
} from './opening-balances-errors.js';

interface Version {
  readonly version: number;
  readonly on: string;
  readonly isReversed: boolean;
}

/**
 * Brings opening balances into the books: one entry by the door of all postings. The journal itself says which version
 * stands, and whoever replaces it holds the head of the books, so that two people cannot both.
 */
@Injectable()
export class OpeningBalancesService {
  constructor(
    private readonly db: Database,
    private readonly journal: JournalService,
    private readonly ledger: LedgerService,
    private readonly reversals: ReversalsService,
  ) {}

  async enter(actor: Actor, entered: EnterOpeningBalances): Promise<void> {
    const scope = { organizationId: actor.organizationId, companyId: actor.company };
    await this.db.transaction(actor, async (tx) => {
      const { books } = await this.journal.lock(tx, scope);
      const [last] = await versionsOf(tx, scope);
      const current = last?.isReversed === false ? last : undefined;
      mustStand(current, entered.replaces);
      if (current) await this.takeBack(tx, scope, current, { by: actor.userId, reason: entered.reason });
      const opening = { companyId: scope.companyId, version: (last?.version ?? 0) + 1, by: actor.userId };
      const objections = [
        ...objectionsTo(entered, books, opening),
        ...(await entriesBefore(tx, scope, firstDayAfter(entered.on, books))),
      ];
      if (objections.length > 0) throw new OpeningNotPostable(objections);
      await this.ledger.post(tx, scope, askedFor(entered, books, opening));
    });
  }

  private async takeBack(
    tx: EntityManager,
    scope: Scope & { readonly companyId: Actor['company'] },
    { version, on }: Version,
    { by, reason }: { readonly by: string; readonly reason: string | undefined },
  ): Promise<void> {
    if (reason === undefined) throw new ReasonMissing();
    const place = { document: openingDocument, id: scope.companyId, purpose: 'opening' };
    const source = { service: 'common', ...place, version } as const;
    await this.reversals.reverse(tx, scope, [source], { on: PlainDate.parse(on), reason, by });
  }
}

function mustStand(current: Version | undefined, replaces: number | null): void {
  const stands = current?.version ?? null;
  if (stands !== replaces) throw new OpeningChanged(stands);
}

async function versionsOf(tx: EntityManager, { organizationId, companyId }: Scope): Promise<Version[]> {
  return tx.query<Version[]>(
    `select source_version as version, entered_on::text as on, exists (
       select from journal_reversal reversal
       where reversal.organization_id = entry.organization_id and reversal.entry_id = entry.id) as "isReversed"
     from journal_entry entry
     where organization_id = $1 and source_service = 'common' and source_document = $3 and source_id = $2
       and source_purpose = 'opening'
     order by source_version desc limit 1`,
    [organizationId, companyId, openingDocument],
  );
}

/** Other entries that the opening balances contain already. */
async function entriesBefore(
  tx: EntityManager,
  { organizationId, companyId }: Scope,
  day: string,
): Promise<readonly EntriesBeforeOpening[]> {
  const found = await tx.query<{ number: string; on: string }[]>(
    `select number, entered_on::text as on from journal_entry entry
     where organization_id = $1 and company_id = $2 and entered_on < $3 and kind = 'ordinary' and not exists (
       select from journal_reversal reversal
       where reversal.organization_id = entry.organization_id and reversal.entry_id = entry.id)
     order by entered_on, sequence limit 1`,
    [organizationId, companyId, day],
  );
  return found.map(({ number, on }) => new EntriesBeforeOpening(number, on));
}
