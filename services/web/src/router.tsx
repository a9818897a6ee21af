import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { CrashPage } from './errors/crash-page.js';
import { NotFoundPage } from './errors/not-found-page.js';
import { HomePage } from './home/home-page.js';
import { Shell } from './layout/shell.js';
import { PageSkeleton } from './patterns/page-skeleton.js';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: HomePage,
  staticData: { crumbs: ['menu.home'] },
});

interface StatusSearch {
  readonly show?: 'unwell';
}

const status = createRoute({
  getParentRoute: () => root,
  path: '/status',
  validateSearch: (search): StatusSearch => (search['show'] === 'unwell' ? { show: 'unwell' } : {}),
  component: lazyRouteComponent(() => import('./operations/status-page.js'), 'StatusPage'),
  staticData: { crumbs: ['menu.operations', 'menu.services'] },
});

export const router = createRouter({
  routeTree: root.addChildren([home, status]),
  defaultErrorComponent: CrashPage,
  defaultPendingComponent: PageSkeleton,
  // Nothing for what takes a blink; then the shape of the page.
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: typeof router;
  }
}
