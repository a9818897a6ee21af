import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { type JournalStateName, journalStateIn } from './journals/journal-states.js';
import { isShownReport, type ShownReport } from './reports/report-list.js';
import { reportSearch } from './reports/report-search.js';
import { signedIn } from './root-routes.js';

const postingProof = createRoute({
  getParentRoute: () => signedIn,
  path: '/posting-proof',
  component: lazyRouteComponent(() => import('./posting-proof/posting-proof-page.js'), 'PostingProofPage'),
  staticData: { crumbs: ['menu.accounts', 'menu.reports'] },
});

const reports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports/reports-page.js'), 'ReportsPage'),
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
  component: lazyRouteComponent(() => import('./reports/report-page.js'), 'ReportPage'),
  staticData: { crumbs: ['menu.accounts', 'menu.reports'] },
});

const entry = createRoute({
  getParentRoute: () => signedIn,
  path: '/entries/$id',
  component: lazyRouteComponent(() => import('./reports/entry-page.js'), 'EntryPage'),
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
  component: lazyRouteComponent(() => import('./journals/journals-page.js'), 'JournalsPage'),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const newJournal = createRoute({
  getParentRoute: () => signedIn,
  path: '/journals/new',
  component: lazyRouteComponent(() => import('./journals/new-journal-page.js'), 'NewJournalPage'),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const journal = createRoute({
  getParentRoute: () => signedIn,
  path: '/journals/$id',
  component: lazyRouteComponent(() => import('./journals/journal-page.js'), 'JournalPage'),
  staticData: { crumbs: ['menu.accounts', 'menu.journals'] },
});

const chart = createRoute({
  getParentRoute: () => signedIn,
  path: '/chart',
  component: lazyRouteComponent(() => import('./chart/chart-page.js'), 'ChartPage'),
  staticData: { crumbs: ['menu.accounts', 'menu.chart'] },
});

const closing = createRoute({
  getParentRoute: () => signedIn,
  path: '/closing',
  component: lazyRouteComponent(() => import('./closing/closing-page.js'), 'ClosingPage'),
  staticData: { crumbs: ['menu.accounts', 'menu.closing'] },
});

/** The books: what stands in them, and what people write into them. */
export const accountsRoutes = [
  postingProof,
  reports,
  report,
  entry,
  journals,
  newJournal,
  journal,
  chart,
  closing,
] as const;
