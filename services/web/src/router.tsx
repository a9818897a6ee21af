import { createRoute, createRouter, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { serviceNames } from '@dhanman/client';
import { accountsRoutes } from './accounts-routes.js';
import { CrashPage } from './errors/crash-page.js';
import { HomePage } from './home/home-page.js';
import { saying } from './language/language.js';
import { PageSkeleton } from './patterns/page-skeleton.js';
import { root, signedIn } from './root-routes.js';
import { salesRoutes } from './sales-routes.js';
import { destinationIn } from './session/destination.js';
import { settingsRoutes } from './settings-routes.js';

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
  component: lazyRouteComponent(
    saying('administration', () => import('./operations/status-page.js')),
    'StatusPage',
  ),
  staticData: { crumbs: ['menu.operations', 'menu.services'] },
});

interface SignInSearch {
  readonly to?: string;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to }): SignInSearch => {
    const destination = destinationIn(to);
    return destination === undefined ? {} : { to: destination };
  },
  component: lazyRouteComponent(() => import('./account/sign-in-page.js'), 'SignInPage'),
});

// Where the issuer sends a browser that somebody led to it by hand. What began elsewhere is not gone on with: the sign-in
// of another, smuggled in by a link, would be an account whose owner reads along.
const elsewhere = ['/sign-in/$uid', '/signed-in'].map((path) =>
  createRoute({
    getParentRoute: () => root,
    path,
    beforeLoad: () => {
      redirect({ to: '/sign-in', replace: true, throw: true });
    },
  }),
);

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./account/sign-up-page.js'), 'SignUpPage'),
});

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(
    () => import('./account/forgotten-password-page.js'),
    'ForgottenPasswordPage',
  ),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./account/mail-link-pages.js'), 'ResetPasswordPage'),
});

const verifyAddress = createRoute({
  getParentRoute: () => root,
  path: '/verify-address',
  component: lazyRouteComponent(() => import('./account/mail-link-pages.js'), 'VerifyAddressPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./account/mail-link-pages.js'), 'InvitationPage'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('./account/join-page.js'), 'JoinPage'),
});

const profile = createRoute({
  getParentRoute: () => signedIn,
  path: '/profile',
  component: lazyRouteComponent(() => import('./account/profile-page.js'), 'ProfilePage'),
  staticData: { crumbs: ['menu.settings', 'menu.profile'] },
});

const security = createRoute({
  getParentRoute: () => signedIn,
  path: '/security',
  component: lazyRouteComponent(
    saying('administration', () => import('./security/security-page.js')),
    'SecurityPage',
  ),
  staticData: { crumbs: ['menu.settings', 'menu.security'] },
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/people-page.js'), 'PeoplePage'),
  staticData: { crumbs: ['menu.settings', 'menu.people'] },
});

const deadLetters = createRoute({
  getParentRoute: () => signedIn,
  path: '/dead-letters',
  component: lazyRouteComponent(
    saying('administration', () => import('./operations/dead-letters-page.js')),
    'DeadLettersPage',
  ),
  staticData: { crumbs: ['menu.operations', 'menu.deadLetters'] },
});

const deadLetter = createRoute({
  getParentRoute: () => signedIn,
  path: '/dead-letters/$service/$id',
  params: {
    parse: ({ service, id }) => {
      const known = serviceNames.find((name) => name === service);
      if (known === undefined) notFound({ throw: true });
      return { service: known ?? serviceNames[0], id };
    },
  },
  component: lazyRouteComponent(
    saying('administration', () => import('./operations/dead-letter-page.js')),
    'DeadLetterPage',
  ),
  staticData: { crumbs: ['menu.operations', 'menu.deadLetters'] },
});

interface TraceSearch {
  readonly id?: string;
  /** Of a document, instead of an act. */
  readonly number?: string;
}

const traces = createRoute({
  getParentRoute: () => signedIn,
  path: '/traces',
  validateSearch: ({ id, number }): TraceSearch => ({
    ...(typeof id === 'string' && { id }),
    ...(typeof number === 'string' && { number }),
  }),
  component: lazyRouteComponent(
    saying('administration', () => import('./operations/traces-page.js')),
    'TracesPage',
  ),
  staticData: { crumbs: ['menu.operations', 'menu.traces'] },
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[home, status, signIn, signUp, forgottenPassword, resetPassword, verifyAddress, invitation, join],
    ...elsewhere,
    signedIn.addChildren([
      ...salesRoutes,
      profile,
      security,
      people,
      ...accountsRoutes,
      ...settingsRoutes,
      deadLetters,
      deadLetter,
      traces,
    ]),
  ]),
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
