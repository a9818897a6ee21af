import {
  IconAddressBook,
  IconBook2,
  IconCalendarCheck,
  IconFileInvoice,
  IconHeartbeat,
  IconReportMoney,
  IconHome,
  IconListTree,
  IconMailX,
  IconHistory,
  IconKey,
  IconRoute,
  IconWebhook,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { serviceNames } from '@dhanman/client';

export interface Destination {
  readonly to:
    | '/'
    | '/invoices'
    | '/customers'
    | '/journals'
    | '/chart'
    | '/closing'
    | '/reports'
    | '/status'
    | '/people'
    | '/api-keys'
    | '/webhooks'
    | '/audit'
    | '/dead-letters'
    | '/traces';
  readonly label:
    | 'menu.home'
    | 'menu.invoices'
    | 'menu.customers'
    | 'menu.journals'
    | 'menu.chart'
    | 'menu.closing'
    | 'menu.reports'
    | 'menu.services'
    | 'menu.people'
    | 'menu.apiKeys'
    | 'menu.webhooks'
    | 'menu.audit'
    | 'menu.deadLetters'
    | 'menu.traces';
  readonly icon: Icon;
  /** Any one of them opens it; without any it is open to everybody. */
  readonly permissions?: readonly string[];
}

export interface DestinationGroup {
  /** A group without a heading stands by itself at the top. */
  readonly heading?: 'menu.sales' | 'menu.accounts' | 'menu.operations' | 'menu.settings';
  readonly destinations: readonly Destination[];
}

const inAnyService = (what: string): readonly string[] =>
  serviceNames.map((name) => `dhanman.${name}.${what}`);

/** The menu shows what exists, and nothing else: a page is added here when it works. */
export const navigation: readonly DestinationGroup[] = [
  { destinations: [{ to: '/', label: 'menu.home', icon: IconHome }] },
  {
    heading: 'menu.sales',
    destinations: [
      {
        to: '/invoices',
        label: 'menu.invoices',
        icon: IconFileInvoice,
        permissions: ['dhanman.sales.invoice.read'],
      },
      {
        to: '/customers',
        label: 'menu.customers',
        icon: IconAddressBook,
        permissions: ['dhanman.sales.customer.read'],
      },
    ],
  },
  {
    heading: 'menu.accounts',
    destinations: [
      {
        to: '/journals',
        label: 'menu.journals',
        icon: IconBook2,
        permissions: ['dhanman.common.journal.read'],
      },
      {
        to: '/chart',
        label: 'menu.chart',
        icon: IconListTree,
        permissions: ['dhanman.common.account.read'],
      },
      {
        to: '/closing',
        label: 'menu.closing',
        icon: IconCalendarCheck,
        permissions: ['dhanman.common.financial-year.read'],
      },
      {
        to: '/reports',
        label: 'menu.reports',
        icon: IconReportMoney,
        permissions: ['dhanman.common.report.read'],
      },
    ],
  },
  {
    heading: 'menu.operations',
    destinations: [
      { to: '/status', label: 'menu.services', icon: IconHeartbeat },
      {
        to: '/dead-letters',
        label: 'menu.deadLetters',
        icon: IconMailX,
        permissions: inAnyService('dead-letter.read'),
      },
      { to: '/traces', label: 'menu.traces', icon: IconRoute, permissions: inAnyService('trace.read') },
    ],
  },
  {
    heading: 'menu.settings',
    destinations: [
      {
        to: '/people',
        label: 'menu.people',
        icon: IconUsers,
        permissions: ['dhanman.common.membership.read'],
      },
      {
        to: '/api-keys',
        label: 'menu.apiKeys',
        icon: IconKey,
        permissions: ['dhanman.common.api-key.read'],
      },
      {
        to: '/webhooks',
        label: 'menu.webhooks',
        icon: IconWebhook,
        permissions: ['dhanman.common.webhook.read'],
      },
      {
        to: '/audit',
        label: 'menu.audit',
        icon: IconHistory,
        permissions: inAnyService('audit.read'),
      },
    ],
  },
];

/** What somebody may open; a group of which nothing is left goes with its pages. */
export function permitted(may: (permission: string) => boolean): readonly DestinationGroup[] {
  return navigation
    .map((group) => ({
      ...group,
      destinations: group.destinations.filter(({ permissions }) => permissions?.some(may) ?? true),
    }))
    .filter(({ destinations }) => destinations.length > 0);
}
