import {
  IconAddressBook,
  IconAdjustments,
  IconBellRinging,
  IconBook2,
  IconBuilding,
  IconCalendarCheck,
  IconCash,
  IconCashMoveBack,
  IconChartPie,
  IconFileInvoice,
  IconFileMinus,
  IconFileOff,
  IconHeartbeat,
  IconReportMoney,
  IconHome,
  IconListTree,
  IconMailX,
  IconPackage,
  IconHistory,
  IconKey,
  IconRoute,
  IconWebhook,
  IconScale,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { serviceNames } from '@dhanman/client';

export interface Destination {
  readonly to:
    | '/'
    | '/invoices'
    | '/receipts'
    | '/credit-notes'
    | '/refunds'
    | '/write-offs'
    | '/reminders'
    | '/customers'
    | '/products'
    | '/sales-settings'
    | '/journals'
    | '/chart'
    | '/budgets'
    | '/closing'
    | '/opening-balances'
    | '/reports'
    | '/status'
    | '/company'
    | '/people'
    | '/api-keys'
    | '/webhooks'
    | '/audit'
    | '/dead-letters'
    | '/traces';
  readonly label:
    | 'menu.home'
    | 'menu.invoices'
    | 'menu.receipts'
    | 'menu.creditNotes'
    | 'menu.refunds'
    | 'menu.writeOffs'
    | 'menu.reminders'
    | 'menu.customers'
    | 'menu.products'
    | 'menu.salesSettings'
    | 'menu.journals'
    | 'menu.chart'
    | 'menu.budgets'
    | 'menu.closing'
    | 'menu.opening'
    | 'menu.reports'
    | 'menu.services'
    | 'menu.company'
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
        to: '/receipts',
        label: 'menu.receipts',
        icon: IconCash,
        permissions: ['dhanman.sales.receipt.read'],
      },
      {
        to: '/credit-notes',
        label: 'menu.creditNotes',
        icon: IconFileMinus,
        permissions: ['dhanman.sales.credit-note.read'],
      },
      {
        to: '/refunds',
        label: 'menu.refunds',
        icon: IconCashMoveBack,
        permissions: ['dhanman.sales.refund.read'],
      },
      {
        to: '/write-offs',
        label: 'menu.writeOffs',
        icon: IconFileOff,
        permissions: ['dhanman.sales.write-off.read'],
      },
      {
        to: '/reminders',
        label: 'menu.reminders',
        icon: IconBellRinging,
        permissions: ['dhanman.sales.reminder.read'],
      },
      {
        to: '/customers',
        label: 'menu.customers',
        icon: IconAddressBook,
        permissions: ['dhanman.sales.customer.read'],
      },
      {
        to: '/products',
        label: 'menu.products',
        icon: IconPackage,
        permissions: ['dhanman.sales.product.read'],
      },
      {
        to: '/sales-settings',
        label: 'menu.salesSettings',
        icon: IconAdjustments,
        permissions: ['dhanman.sales.tax-setting.update'],
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
        to: '/budgets',
        label: 'menu.budgets',
        icon: IconChartPie,
        permissions: ['dhanman.common.budget.read'],
      },
      {
        to: '/closing',
        label: 'menu.closing',
        icon: IconCalendarCheck,
        permissions: ['dhanman.common.financial-year.read'],
      },
      {
        to: '/opening-balances',
        label: 'menu.opening',
        icon: IconScale,
        permissions: ['dhanman.common.opening-balance.read'],
      },
      {
        to: '/reports',
        label: 'menu.reports',
        icon: IconReportMoney,
        permissions: ['dhanman.common.report.read', 'dhanman.sales.report.read'],
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
        to: '/company',
        label: 'menu.company',
        icon: IconBuilding,
        permissions: ['dhanman.common.company.update'],
      },
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
