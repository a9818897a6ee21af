import { Clock } from '@dhanman/kernel';
import { type Actor, atVersion, change, Database, PermissionMissing } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { approvalsNeeded } from '../approvals/approval-setting.js';
import { ApprovalSettingsService } from '../approvals/approval-settings.service.js';
import type { CreditNote, CreditNoteId } from './credit-note.js';
import { CreditNoteApprovalAboveLimit } from './credit-note-errors.js';
import { CreditNoteTable } from './credit-note.table.js';

/** What people decide about a note before it is issued, each on the version they have seen; by the levels for invoices. */
@Injectable()
export class CreditNoteDecisions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: ApprovalSettingsService,
  ) {}

  async submit(actor: Actor, id: CreditNoteId, version: number): Promise<CreditNote> {
    return this.turn(actor, id, version, async (note, tx) =>
      note.submitted(actor.userId, approvalsNeeded(await this.settings.of(tx, actor), note.amount)),
    );
  }

  async withdraw(actor: Actor, id: CreditNoteId, version: number): Promise<CreditNote> {
    return this.turn(actor, id, version, (note) => note.withdrawn());
  }

  async approve(actor: Actor, id: CreditNoteId, version: number): Promise<CreditNote> {
    return this.turn(actor, id, version, (note) => {
      mayApprove(actor, note.total);
      return note.approvedBy({ by: actor.userId, at: this.now() });
    });
  }

  async return(actor: Actor, id: CreditNoteId, version: number, reason: string): Promise<CreditNote> {
    return this.turn(actor, id, version, (note) =>
      note.returnedBy({ by: actor.userId, at: this.now(), reason }),
    );
  }

  async discard(actor: Actor, id: CreditNoteId, version: number): Promise<CreditNote> {
    return this.turn(actor, id, version, (note) => note.discarded());
  }

  private async turn(
    actor: Actor,
    id: CreditNoteId,
    version: number,
    next: (note: CreditNote, tx: EntityManager) => CreditNote | Promise<CreditNote>,
  ): Promise<CreditNote> {
    return this.db.transaction(actor, (tx) =>
      change(tx, CreditNoteTable, actor.key(id), (current) => next(atVersion(current, version), tx)),
    );
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

function mayApprove(actor: Actor, total: string): void {
  const permission = 'dhanman.sales.credit-note.approve';
  const decision = actor.decide(permission, total);
  if (decision.isAllowed) return;
  if (decision.because === 'permission-missing') throw new PermissionMissing(permission);
  throw new CreditNoteApprovalAboveLimit(decision.limit);
}
