import type { common } from '@dhanman/client';

export type EventType = common.CreateWebhook['events'][number];

/** Every event a webhook can be told of, under the key of its words. The compiler misses one that is not here. */
export const eventKeys = {
  'common.company-created.v1': 'companyCreated',
  'common.company-changed.v1': 'companyChanged',
  'common.membership-granted.v1': 'membershipGranted',
  'common.membership-changed.v1': 'membershipChanged',
  'common.membership-revoked.v1': 'membershipRevoked',
  'common.organization-created.v1': 'organizationCreated',
  'common.organization-changed.v1': 'organizationChanged',
  'common.organization-closed.v1': 'organizationClosed',
} as const satisfies Record<EventType, string>;

export const eventTypes = Object.keys(eventKeys) as readonly EventType[];

const ofTest = 'dhanman.test';

/** How an event is called; one that this page is too old to know keeps its name. */
export function eventKeyOf(type: string) {
  if (type === ofTest) return 'webhooks.event.test';
  const known = eventTypes.find((name) => name === type);
  return known && (`webhooks.event.${eventKeys[known]}` as const);
}
