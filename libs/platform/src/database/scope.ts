import { isId, type Id } from '@dhanman/kernel';
import type { Attempt } from '../idempotency/attempt.js';

/**
 * Whose rows a transaction may see. Without a company it sees the whole organization, which is what
 * organization-wide reports and message handlers need.
 */
export interface Scope {
  readonly organizationId: Id;
  readonly companyId?: Id | undefined;
  /** Set where the same request may be sent again: what a transaction did for it is not done twice. */
  readonly attempt?: Attempt | undefined;
}

/**
 * One round trip opens the transaction and names the tenant; the row policies read the two settings. As commands and not
 * as a query of `set_config`, which would be planned, run and answered with rows in front of every request.
 */
export function beginStatement(
  scope: Scope,
  options: { readonly isReadOnly: boolean; readonly isOneMoment?: boolean; readonly timeoutMs?: number },
): string {
  const settings = [
    setting('app.organization_id', uuid(scope.organizationId)),
    setting('app.company_id', scope.companyId === undefined ? '' : uuid(scope.companyId)),
  ];
  if (options.timeoutMs !== undefined) settings.push(setting('statement_timeout', String(options.timeoutMs)));
  const isolation = options.isOneMoment ? ' isolation level repeatable read' : '';
  return [`begin${isolation}${options.isReadOnly ? ' read only' : ''}`, ...settings].join('; ');
}

/** The statement is built as text because the simple protocol takes no parameters: only a proven id goes in. */
function uuid(id: string): string {
  if (!isId(id)) throw new TypeError('A scope takes identifiers only.');
  return id;
}

function setting(name: string, value: string): string {
  return `set local ${name} = '${value}'`;
}
