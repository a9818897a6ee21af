// For invoices that are made without a person before them: by a date that has come, or by a run over many customers.
import type { InvoiceMaking } from '@dhanman/contracts';
import type { Id, PlainDate } from '@dhanman/kernel';
import { Actor, PermissionMissing } from '@dhanman/platform';

export interface Made {
  readonly makes: InvoiceMaking;
  /** The date of one that is issued. */
  readonly on: PlainDate;
}

/** What goes out by itself is begun by who may send it out. */
export function mayMake(actor: Actor, makes: InvoiceMaking): void {
  const permission = makes === 'issued' ? 'dhanman.sales.invoice.issue' : 'dhanman.sales.invoice.create';
  if (!actor.may(permission)) throw new PermissionMissing(permission);
}

/**
 * Whoever began what a job goes on with, in their company: they are named as the writer of what is made. What they may do
 * was asked when they began it; a job asks nothing more, so that nothing is granted here.
 */
export function withoutRequest(
  { organizationId, companyId }: { readonly organizationId: Id; readonly companyId: Id },
  userId: string,
): Actor {
  const standing = { grants: [], companyIds: new Set([companyId]), state: 'active' };
  return new Actor(userId, organizationId, standing, companyId);
}
