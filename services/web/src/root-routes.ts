import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { NotFoundPage } from './errors/not-found-page.js';
import { Shell } from './layout/shell.js';
import { session } from './session/session.js';

export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

/** Before a page about somebody's own things: whoever is not signed in comes back to it after signing in. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in-only',
  beforeLoad: async ({ location }) => {
    if ((await session.resume()) !== 'signed-out') return;
    redirect({ to: '/sign-in', search: { to: location.href }, throw: true });
  },
});
