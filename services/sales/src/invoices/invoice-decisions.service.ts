import { Clock } from '@dhanman/kernel';
import { type Actor, atVersion, change, Database, PermissionMissing } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { approvalsNeeded } from '../approvals/approval-setting.js';
import { ApprovalSettingsService } from '../approvals/approval-settings.service.js';
import type { Invoice, InvoiceId } from './invoice.js';
import { InvoiceApprovalAboveLimit } from './invoice-approval.js';
import { InvoiceTable } from './invoice.table.js';

/** What people decide about an invoice before it is issued, each on the version they have seen. */
@Injectable()
export class InvoiceDecisions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: ApprovalSettingsService,
  ) {}

  async submit(actor: Actor, id: InvoiceId, version: number): Promise<Invoice> {
    return this.turn(actor, id, version, async (invoice, tx) =>
      invoice.submitted(actor.userId, approvalsNeeded(await this.settings.of(tx, actor), invoice.amount)),
    );
  }

  async withdraw(actor: Actor, id: InvoiceId, version: number): Promise<Invoice> {
    return this.turn(actor, id, version, (invoice) => invoice.withdrawn());
  }

  async approve(actor: Actor, id: InvoiceId, version: number): Promise<Invoice> {
    return this.turn(actor, id, version, (invoice) => {
      mayApprove(actor, invoice.total);
      return invoice.approvedBy({ by: actor.userId, at: this.now() });
    });
  }

  async return(actor: Actor, id: InvoiceId, version: number, reason: string): Promise<Invoice> {
    return this.turn(actor, id, version, (invoice) =>
      invoice.returnedBy({ by: actor.userId, at: this.now(), reason }),
    );
  }

  async discard(actor: Actor, id: InvoiceId, version: number): Promise<Invoice> {
    return this.turn(actor, id, version, (invoice) => invoice.discarded());
  }

  private async turn(
    actor: Actor,
    id: InvoiceId,
    version: number,
    next: (invoice: Invoice, tx: EntityManager) => Invoice | Promise<Invoice>,
  ): Promise<Invoice> {
    return this.db.transaction(actor, (tx) =>
      change(tx, InvoiceTable, actor.key(id), (current) => next(atVersion(current, version), tx)),
    );
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

function mayApprove(actor: Actor, total: string): void {
  const permission = 'dhanman.sales.invoice.approve';
  const decision = actor.decide(permission, total);
  if (decision.isAllowed) return;
  if (decision.because === 'permission-missing') throw new PermissionMissing(permission);
  throw new InvoiceApprovalAboveLimit(decision.limit);
}
