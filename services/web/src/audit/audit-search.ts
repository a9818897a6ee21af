import { serviceNames, type common, type ServiceName } from '@dhanman/client';

export const auditActions = ['created', 'changed', 'read'] as const;

/** What is looked for, as it stands in the address, so that it can be sent to somebody. */
export interface AuditSearch {
  readonly service?: ServiceName;
  readonly entity?: string;
  readonly entityId?: string;
  readonly actor?: string;
  readonly action?: (typeof auditActions)[number];
  readonly from?: string;
  readonly to?: string;
}

const texts = ['entity', 'entityId', 'actor'] as const;
const days = ['from', 'to'] as const;

/** Whatever an address says: what is not one of the filters is left out. */
export function auditSearchIn(search: Readonly<Record<string, unknown>>): AuditSearch {
  const service = serviceNames.find((name) => name === search['service']);
  const action = auditActions.find((name) => name === search['action']);
  const given = (name: string, pattern: RegExp) => {
    const value = search[name];
    return typeof value === 'string' && pattern.test(value) ? [[name, value] as const] : [];
  };
  return {
    ...(service && { service }),
    ...(action && { action }),
    ...Object.fromEntries(texts.flatMap((name) => given(name, /\S/))),
    ...Object.fromEntries(days.flatMap((name) => given(name, /^\d{4}-\d{2}-\d{2}$/))),
  };
}

type AuditQuery = NonNullable<common.AuditListData['query']>;

/** Days are India's, and the last one is meant with its evening. */
export function auditQuery({ entity, entityId, actor, action, from, to }: AuditSearch): AuditQuery {
  return {
    limit: 50,
    ...(entity && { entity }),
    ...(entityId && { entityId }),
    ...(actor && { actor }),
    ...(action && { action }),
    ...(from && { from: startOf(from, 0) }),
    ...(to && { to: startOf(to, 1) }),
  };
}

const dayMs = 24 * 60 * 60_000;

function startOf(day: string, daysLater: number): string {
  return new Date(Date.parse(`${day}T00:00:00+05:30`) + daysLater * dayMs).toISOString();
}
