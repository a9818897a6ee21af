import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { type JournalStateName, journalStateIn } from './journals/journal-states.js';
import { saying } from './language/language.js';
import { isShownReport, type ShownReport } from './reports/report-list.js';
import { reportSearch } from './reports/report-search.js';
import { signedIn } from './root-routes.js';

const postingProof = createRoute({
  getParentRoute: () => signedIn,
  path: '/posting-proof',
  component: lazyRouteComponent(
    saying('accounts', () => import('./posting-proof/posting-proof-page.js')),
    'PostingProofPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.reports'] },
});

const reports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  component: lazyRouteComponent(
    saying('accounts', () => import('./reports/reports-page.js')),
    'ReportsPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.reports'] },
});

const report = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports/$name',
  params: {
    parse: ({ name }) => {
      if (!isShownReport(name)) notFound({ throw: true });
      return { name: name as ShownReport };
    },
  },
  validateSearch: reportSearch,
  component: lazyRouteComponent(
    saying('accounts', () => import('./reports/report-page.js')),
    'ReportPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.reports'] },
});

const entry = createRoute({
  getParentRoute: () => signedIn,
  path: '/entries/$id',
  component: lazyRouteComponent(
    saying('accounts', () => import('./reports/entry-page.js')),
    'EntryPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.reports'] },
});

interface JournalsSearch {
  readonly state?: JournalStateName;
}

const journals = createRoute({
  getParentRoute: () => signedIn,
  path: '/journals',
  validateSearch: ({ state }): JournalsSearch => {
    const known = journalStateIn(state);
    return known === undefined ? {} : { state: known };
  },
  component: lazyRouteComponent(
    saying('accounts', () => import('./journals/journals-page.js')),
    'JournalsPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const newJournal = createRoute({
  getParentRoute: () => signedIn,
  path: '/journals/new',
  validateSearch: ({ template }): { readonly template?: string } =>
    typeof template === 'string' && template !== '' ? { template } : {},
  component: lazyRouteComponent(
    saying('accounts', () => import('./journals/new-journal-page.js')),
    'NewJournalPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const templates = createRoute({
  getParentRoute: () => signedIn,
  path: '/journals/templates',
  component: lazyRouteComponent(
    saying('accounts', () => import('./journals/templates-page.js')),
    'TemplatesPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const newTemplate = createRoute({
  getParentRoute: () => signedIn,
  path: '/journals/templates/new',
  component: lazyRouteComponent(
    saying('accounts', () => import('./journals/template-page.js')),
    'NewTemplatePage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const template = createRoute({
  getParentRoute: () => signedIn,
  path: '/journals/templates/$id',
  component: lazyRouteComponent(
    saying('accounts', () => import('./journals/template-page.js')),
    'TemplatePage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const importJournals = createRoute({
  getParentRoute: () => signedIn,
  path: '/journals/import',
  component: lazyRouteComponent(
    saying('accounts', () => import('./journals/import-journals-page.js')),
    'ImportJournalsPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const journalApproval = createRoute({
  getParentRoute: () => signedIn,
  path: '/journals/approval',
  component: lazyRouteComponent(
    saying('accounts', () => import('./journals/journal-approval-page.js')),
    'JournalApprovalPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const journal = createRoute({
  getParentRoute: () => signedIn,
  path: '/journals/$id',
  component: lazyRouteComponent(
    saying('accounts', () => import('./journals/journal-page.js')),
    'JournalPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const chart = createRoute({
  getParentRoute: () => signedIn,
  path: '/chart',
  component: lazyRouteComponent(
    saying('accounts', () => import('./chart/chart-page.js')),
    'ChartPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.chart'] },
});

const importChart = createRoute({
  getParentRoute: () => signedIn,
  path: '/chart/import',
  component: lazyRouteComponent(
    saying('accounts', () => import('./chart/import-chart-page.js')),
    'ImportChartPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.chart'] },
});

const closing = createRoute({
  getParentRoute: () => signedIn,
  path: '/closing',
  component: lazyRouteComponent(
    saying('accounts', () => import('./closing/closing-page.js')),
    'ClosingPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.closing'] },
});

const opening = createRoute({
  getParentRoute: () => signedIn,
  path: '/opening-balances',
  component: lazyRouteComponent(
    saying('accounts', () => import('./opening/opening-page.js')),
    'OpeningPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.opening'] },
});

const budgets = createRoute({
  getParentRoute: () => signedIn,
  path: '/budgets',
  component: lazyRouteComponent(
    saying('accounts', () => import('./budgets/budgets-page.js')),
    'BudgetsPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.budgets'] },
});

const budget = createRoute({
  getParentRoute: () => signedIn,
  path: '/budgets/$id',
  component: lazyRouteComponent(
    saying('accounts', () => import('./budgets/budget-page.js')),
    'BudgetPage',
  ),
  staticData: { crumbs: ['menu.accounts', 'menu.budgets'] },
});

/** The books: what stands in them, and what people write into them. */
export const accountsRoutes = [
  postingProof,
  reports,
  report,
  entry,
  journals,
  newJournal,
  ...[templates, newTemplate, template],
  importJournals,
  journalApproval,
  journal,
  chart,
  importChart,
  budgets,
  budget,
  closing,
  opening,
] as const;
