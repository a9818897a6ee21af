import { accountInEnglish } from './en-account.js';
import { booksInEnglish } from './en-books.js';
import { journalsInEnglish } from './en-journals.js';
import { auditInEnglish } from './en-audit.js';
import { operationsInEnglish } from './en-operations.js';
import { salesInEnglish } from './en-sales.js';
import { programsInEnglish } from './en-programs.js';
import { reportsInEnglish } from './en-reports.js';

/** Every sentence of the app in English, the language in which keys are defined; `hi.ts` must answer each of them. */
export const en = {
  ...accountInEnglish,
  ...auditInEnglish,
  ...operationsInEnglish,
  ...salesInEnglish,
  ...programsInEnglish,
  ...reportsInEnglish,
  ...journalsInEnglish,
  ...booksInEnglish,
  product: 'Dhanman',
  skipToContent: 'Go to content',
  menu: {
    label: 'Main menu',
    home: 'Home',
    sales: 'Sales',
    invoices: 'Invoices',
    customers: 'Customers',
    accounts: 'Accounts',
    journals: 'Journals',
    chart: 'Chart of accounts',
    closing: 'Months and years',
    reports: 'Reports',
    operations: 'Operations',
    services: 'Services',
    settings: 'Settings',
    people: 'People',
    apiKeys: 'API keys',
    webhooks: 'Webhooks',
    audit: 'Audit',
    deadLetters: 'Dead letters',
    traces: 'Traces',
    profile: 'Profile',
    security: 'Security',
  },
  sidebar: { fold: 'Fold menu', unfold: 'Unfold menu' },
  breadcrumbs: 'You are here',
  display: {
    open: 'Display settings',
    title: 'Display',
    colorScheme: { label: 'Theme', auto: 'Device', light: 'Light', dark: 'Dark' },
    contrast: { label: 'Contrast', auto: 'Device', more: 'High' },
    density: { label: 'Rows', auto: 'Device', comfortable: 'Comfortable', compact: 'Compact' },
    touch: 'On a touch screen rows are always tall enough for a finger.',
    kept: 'Kept on this device.',
  },
  offline:
    'No connection since {{time}} IST. What you see may be old; it is read again as soon as the connection is back.',
  loading: 'Loading…',
  stillLoading: 'Still loading…',
  notFound: {
    title: 'Page not found',
    text: 'There is no page at <path>{{path}}</path>. The address may be mistyped, or the page has moved.',
    home: 'Go to home',
  },
  crash: {
    title: 'This page stopped working',
    text: 'Something in the app failed. Nothing was sent or changed by it. Reload to continue; if it happens again, tell support what the details say.',
    reload: 'Reload page',
    home: 'Go to home',
    details: 'Details',
    error: 'Error',
    request: 'Last request',
    time: 'Time',
    copy: 'Copy details',
    copied: 'Copied',
  },
  home: {
    title: 'Home',
    services: 'Services',
    openServices: 'See all services',
    today: 'What works today',
    todayServices: 'Watching the services behind Dhanman, live, with their databases and brokers.',
    todayLanguages: 'English and Hindi, light, dark and high contrast, from a phone to a wide screen.',
    todayBooks:
      'Companies, customers and invoices that the ledger posts, through the services’ APIs. Their screens come with sign-in.',
    next: 'A page joins the menu on the day it works. Until then it is not there.',
  },
  status: {
    title: 'Services',
    intro: 'Asked every {{seconds}} seconds while this page is in view.',
    checkNow: 'Check now',
    checking: 'Checking…',
    asOf: 'As of {{time}} IST',
    old: 'As of {{time}} IST, {{age}}. No newer answer has come in.',
    allHealthy: 'All {{count}} services are healthy',
    someHealthy: '{{healthy}} of {{count}} services are healthy',
    firstReading: 'Asking the services…',
    filter: 'Which services',
    all: 'All {{count}}',
    unwell: 'Need attention {{count}}',
    nothingUnwell: 'Nothing needs attention',
    nothingUnwellText: 'All {{count}} services are healthy.',
    showAll: 'Show all services',
    list: 'Services and their state',
    column: {
      service: 'Service',
      state: 'State',
      response: 'Response',
      version: 'Version',
      dependsOn: 'Depends on',
      since: 'State since',
    },
    milliseconds: '{{value}} ms',
    orEarlier: '{{time}} or earlier',
    lastAnswer: 'Last answer {{time}} IST',
    neverAnswered: 'No answer since this page was opened',
    state: {
      healthy: 'Healthy',
      degraded: 'Limited',
      'not-ready': 'Not ready',
      'no-answer': 'No answer',
      unknown: 'Asking…',
    },
    check: { ok: 'works', degraded: 'does not answer', down: 'does not answer' },
    dependency: {
      database: 'Database',
      broker: 'Message broker',
      'redis-jobs': 'Job queue',
      'redis-cache': 'Cache',
      'object-store': 'File storage',
      outbox: 'Outbox',
    },
  },
  service: {
    common: { name: 'Common', owns: 'Organisations, people, ledger, documents' },
    community: { name: 'Community', owns: 'Buildings, residents, visitors, maintenance billing' },
    inventory: { name: 'Inventory', owns: 'Items, warehouses, stock, valuation' },
    payroll: { name: 'Payroll', owns: 'Employees, attendance, salaries, payslips' },
    purchase: { name: 'Purchase', owns: 'Vendors, orders, bills, payments' },
    sales: { name: 'Sales', owns: 'Customers, invoices, receipts, reminders' },
  },
} as const;

/** The same keys with other words. */
export type Dictionary<Source = typeof en> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Dictionary<Source[Key]>;
};
