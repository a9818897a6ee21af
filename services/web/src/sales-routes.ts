import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { saying } from './language/language.js';
import { reminderRoutes } from './reminder-routes.js';
import { receiptsSearch } from './receipts/receipt-search.js';
import { newRefundSearch, refundsSearch } from './refunds/refund-search.js';
import { writeOffsSearch } from './write-offs/write-off-search.js';
import { signedIn } from './root-routes.js';
import { forCustomer, invoicesSearch, listSearch } from './sales/list-search.js';

const customers = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers',
  validateSearch: listSearch,
  component: lazyRouteComponent(
    saying('sales', () => import('./sales/customers-page.js')),
    'CustomersPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.customers'] },
});

const importCustomers = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers/import',
  component: lazyRouteComponent(
    saying('sales', () => import('./customers/import-customers-page.js')),
    'ImportCustomersPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.customers'] },
});

const customer = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers/$id',
  component: lazyRouteComponent(
    saying('sales', () => import('./customers/customer-page.js')),
    'CustomerPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.customers'] },
});

const invoices = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices',
  validateSearch: invoicesSearch,
  component: lazyRouteComponent(
    saying('sales', () => import('./sales/invoices-page.js')),
    'InvoicesPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const newInvoice = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices/new',
  validateSearch: forCustomer,
  component: lazyRouteComponent(
    saying('sales', () => import('./sales/new-invoice-page.js')),
    'NewInvoicePage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const invoice = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices/$id',
  component: lazyRouteComponent(
    saying('sales', () => import('./sales/invoice-page.js')),
    'InvoicePage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const recurring = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices/recurring',
  component: lazyRouteComponent(
    saying('sales', () => import('./recurring/recurring-list-page.js')),
    'RecurringListPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const newRecurring = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices/recurring/new',
  component: lazyRouteComponent(
    saying('sales', () => import('./recurring/recurring-page.js')),
    'NewRecurringPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const oneRecurring = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices/recurring/$id',
  component: lazyRouteComponent(
    saying('sales', () => import('./recurring/recurring-page.js')),
    'RecurringPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const runs = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices/runs',
  component: lazyRouteComponent(
    saying('sales', () => import('./runs/runs-page.js')),
    'RunsPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const newRun = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices/runs/new',
  component: lazyRouteComponent(
    saying('sales', () => import('./runs/new-run-page.js')),
    'NewRunPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const run = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices/runs/$id',
  component: lazyRouteComponent(
    saying('sales', () => import('./runs/run-page.js')),
    'RunPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const receipts = createRoute({
  getParentRoute: () => signedIn,
  path: '/receipts',
  validateSearch: receiptsSearch,
  component: lazyRouteComponent(
    saying('sales', () => import('./receipts/receipts-page.js')),
    'ReceiptsPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.receipts'] },
});

const newReceipt = createRoute({
  getParentRoute: () => signedIn,
  path: '/receipts/new',
  validateSearch: forCustomer,
  component: lazyRouteComponent(
    saying('sales', () => import('./receipts/new-receipt-page.js')),
    'NewReceiptPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.receipts'] },
});

const receipt = createRoute({
  getParentRoute: () => signedIn,
  path: '/receipts/$id',
  component: lazyRouteComponent(
    saying('sales', () => import('./receipts/receipt-page.js')),
    'ReceiptPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.receipts'] },
});

const creditNotes = createRoute({
  getParentRoute: () => signedIn,
  path: '/credit-notes',
  validateSearch: listSearch,
  component: lazyRouteComponent(
    saying('sales', () => import('./credit-notes/credit-notes-page.js')),
    'CreditNotesPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const newCreditNote = createRoute({
  getParentRoute: () => signedIn,
  path: '/credit-notes/new',
  validateSearch: ({ invoiceId }: Record<string, unknown>): { readonly invoiceId: string } => ({
    invoiceId: typeof invoiceId === 'string' ? invoiceId : '',
  }),
  component: lazyRouteComponent(
    saying('sales', () => import('./credit-notes/new-credit-note-page.js')),
    'NewCreditNotePage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const creditNote = createRoute({
  getParentRoute: () => signedIn,
  path: '/credit-notes/$id',
  component: lazyRouteComponent(
    saying('sales', () => import('./credit-notes/credit-note-page.js')),
    'CreditNotePage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.invoices'] },
});

const refunds = createRoute({
  getParentRoute: () => signedIn,
  path: '/refunds',
  validateSearch: refundsSearch,
  component: lazyRouteComponent(
    saying('sales', () => import('./refunds/refunds-page.js')),
    'RefundsPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.refunds'] },
});

const newRefund = createRoute({
  getParentRoute: () => signedIn,
  path: '/refunds/new',
  validateSearch: newRefundSearch,
  component: lazyRouteComponent(
    saying('sales', () => import('./refunds/new-refund-page.js')),
    'NewRefundPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.refunds'] },
});

const refund = createRoute({
  getParentRoute: () => signedIn,
  path: '/refunds/$id',
  component: lazyRouteComponent(
    saying('sales', () => import('./refunds/refund-page.js')),
    'RefundPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.refunds'] },
});

const writeOffs = createRoute({
  getParentRoute: () => signedIn,
  path: '/write-offs',
  validateSearch: writeOffsSearch,
  component: lazyRouteComponent(
    saying('sales', () => import('./write-offs/write-offs-page.js')),
    'WriteOffsPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.writeOffs'] },
});

const writeOff = createRoute({
  getParentRoute: () => signedIn,
  path: '/write-offs/$id',
  component: lazyRouteComponent(
    saying('sales', () => import('./write-offs/write-off-page.js')),
    'WriteOffPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.writeOffs'] },
});

const products = createRoute({
  getParentRoute: () => signedIn,
  path: '/products',
  validateSearch: listSearch,
  component: lazyRouteComponent(
    saying('sales', () => import('./sales/products-page.js')),
    'ProductsPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.products'] },
});

const salesSettings = createRoute({
  getParentRoute: () => signedIn,
  path: '/sales-settings',
  component: lazyRouteComponent(
    saying('sales', () => import('./sales/sales-settings-page.js')),
    'SalesSettingsPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.salesSettings'] },
});

export const salesRoutes = [
  customers,
  importCustomers,
  customer,
  invoices,
  newInvoice,
  invoice,
  recurring,
  newRecurring,
  oneRecurring,
  runs,
  newRun,
  run,
  receipts,
  newReceipt,
  receipt,
  creditNotes,
  newCreditNote,
  creditNote,
  refunds,
  newRefund,
  refund,
  writeOffs,
  writeOff,
  products,
  salesSettings,
  ...reminderRoutes,
] as const;
