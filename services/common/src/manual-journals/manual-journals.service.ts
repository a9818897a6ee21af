import type { CreateManualJournal } from '@dhanman/contracts';
import { Clock, newId, PlainDate } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database, NotFound, PermissionMissing } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JournalService } from '../ledger/journal.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { ReversalsService } from '../ledger/reversals.service.js';
import { askedFor, objectionsTo } from './manual-entry.js';
import { ApprovalAboveLimit, JournalNotPostable } from './manual-journal-errors.js';
import { ManualJournal, type ManualJournalId } from './manual-journal.js';
import { ManualJournalTable } from './manual-journal.table.js';
import { ownApproval } from './own-approval.service.js';

const approval = 'dhanman.common.journal.approve';

/** What happens to a manual journal. It reaches the books by the door of all postings, in the transaction that approves it. */
@Injectable()
export class ManualJournalsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly journal: JournalService,
    private readonly ledger: LedgerService,
    private readonly reversals: ReversalsService,
  ) {}

  async create(actor: Actor, written: CreateManualJournal): Promise<ManualJournal> {
    return this.db.transaction(actor, async (tx) => {
      const { currency } = await companyOf(tx, actor);
      const identity = actor.key(newId<'ManualJournal'>());
      return add(tx, ManualJournalTable, ManualJournal.draft(identity, written, currency, actor.userId));
    });
  }

  /** Drafts that were made elsewhere, out of a sheet for example; in the transaction that decided on them. */
  async addDrafts(tx: EntityManager, drafts: readonly ManualJournal[]): Promise<void> {
    for (const draft of drafts) await add(tx, ManualJournalTable, draft);
  }

  async replace(actor: Actor, id: ManualJournalId, version: number, written: CreateManualJournal) {
    return this.turn(actor, id, version, (journal) => journal.replaced(written, actor.userId));
  }

  /** Asks for approval of an entry that the books would take as they are now. */
  async submit(actor: Actor, id: ManualJournalId, version: number): Promise<ManualJournal> {
    return this.turn(actor, id, version, async (journal, tx) => {
      const { secondApprovalAbove } = await companyOf(tx, actor);
      const submitted = journal.submitted(actor.userId, secondApprovalAbove);
      const { books } = await this.journal.lock(tx, scopeOf(actor));
      const objections = objectionsTo(journal, books);
      if (objections.length > 0) throw new JournalNotPostable(objections);
      return submitted;
    });
  }

  async withdraw(actor: Actor, id: ManualJournalId, version: number): Promise<ManualJournal> {
    return this.turn(actor, id, version, (journal) => journal.withdrawn());
  }

  async return(actor: Actor, id: ManualJournalId, version: number, reason: string): Promise<ManualJournal> {
    const returned = { by: actor.userId, at: this.clock.now().toISOString(), reason };
    return this.turn(actor, id, version, (journal) => journal.returnedBy(returned));
  }

  async discard(actor: Actor, id: ManualJournalId, version: number): Promise<ManualJournal> {
    return this.turn(actor, id, version, (journal) => journal.discarded());
  }

  /** The last approval that is needed posts it; if the books cannot take it any more, nothing is approved either. */
  async approve(actor: Actor, id: ManualJournalId, version: number): Promise<ManualJournal> {
    const at = this.clock.now().toISOString();
    return this.turn(actor, id, version, async (journal, tx) => {
      mayApprove(actor, journal.total);
      const mayBeAuthor = await ownApproval(tx, actor, approval, journal);
      const approved = journal.approvedBy({ by: actor.userId, at }, mayBeAuthor);
      return approved.isApproved ? this.post(tx, scopeOf(actor), approved, actor.userId) : approved;
    });
  }

  /**
   * Posts a journal that was approved before its day came. What the books do not take becomes a draft that says why, so that
   * no date is lost and a person decides.
   */
  async addApproved(tx: EntityManager, scope: CompanyScope, journal: ManualJournal): Promise<void> {
    const { books } = await this.journal.lock(tx, scope);
    const reason = objectionsTo(journal, books)
      .map(({ message }) => message)
      .join(' ');
    const by = journal.approvals.at(-1)?.by ?? nobody;
    const returned = { by: nobody, at: this.clock.now().toISOString(), reason };
    const made = reason === '' ? await this.post(tx, scope, journal, by) : journal.returnedBy(returned);
    await add(tx, ManualJournalTable, made);
  }

  /** With its reversal, where it has one: nobody has to remember it later. */
  private async post(
    tx: EntityManager,
    scope: CompanyScope,
    journal: ManualJournal,
    by: string,
  ): Promise<ManualJournal> {
    const asked = askedFor(journal, by);
    const { entryId, number } = await this.ledger.post(tx, scope, asked);
    if (journal.reverseOn !== null) {
      const source = { service: asked.service, ...asked.request.source };
      const [on, reason] = [PlainDate.parse(journal.reverseOn), `Reverses ${number}: ${journal.narration}`];
      await this.reversals.reverse(tx, scope, [source], { on, reason, by });
    }
    return journal.posted(entryId);
  }

  private async turn(
    actor: Actor,
    id: ManualJournalId,
    version: number,
    next: (journal: ManualJournal, tx: EntityManager) => ManualJournal | Promise<ManualJournal>,
  ): Promise<ManualJournal> {
    return this.db.transaction(actor, (tx) =>
      change(tx, ManualJournalTable, actor.key(id), (current) => next(atVersion(current, version), tx)),
    );
  }
}

type CompanyScope = ReturnType<typeof scopeOf>;

/** No person: a program sent it back. */
const nobody = '00000000-0000-0000-0000-000000000000';

function scopeOf({ organizationId, company: companyId }: Actor) {
  return { organizationId, companyId };
}

export function mayApprove(actor: Actor, total: string): void {
  const decision = actor.decide(approval, total);
  if (decision.isAllowed) return;
  if (decision.because === 'permission-missing') throw new PermissionMissing(approval);
  throw new ApprovalAboveLimit(decision.limit);
}

interface CompanyRow {
  readonly currency: string;
  readonly secondApprovalAbove: string | null;
}

async function companyOf(tx: EntityManager, { organizationId, company }: Actor): Promise<CompanyRow> {
  const [row] = await tx.query<CompanyRow[]>(
    `select currency, second_approval_above as "secondApprovalAbove" from company
     where organization_id = $1 and id = $2`,
    [organizationId, company],
  );
  if (!row) throw new NotFound('company');
  return row;
}
