import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { auditSearchIn } from './audit/audit-search.js';
import { saying } from './language/language.js';
import { signedIn } from './root-routes.js';

const company = createRoute({
  getParentRoute: () => signedIn,
  path: '/company',
  component: lazyRouteComponent(
    saying('administration', () => import('./company/company-page.js')),
    'CompanyPage',
  ),
  staticData: { crumbs: ['menu.settings', 'menu.company'] },
});

const apiKeys = createRoute({
  getParentRoute: () => signedIn,
  path: '/api-keys',
  component: lazyRouteComponent(
    saying('administration', () => import('./programs/api-keys-page.js')),
    'ApiKeysPage',
  ),
  staticData: { crumbs: ['menu.settings', 'menu.apiKeys'] },
});

const webhooks = createRoute({
  getParentRoute: () => signedIn,
  path: '/webhooks',
  component: lazyRouteComponent(
    saying('administration', () => import('./programs/webhooks-page.js')),
    'WebhooksPage',
  ),
  staticData: { crumbs: ['menu.settings', 'menu.webhooks'] },
});

const webhook = createRoute({
  getParentRoute: () => signedIn,
  path: '/webhooks/$id',
  component: lazyRouteComponent(
    saying('administration', () => import('./programs/webhook-page.js')),
    'WebhookPage',
  ),
  staticData: { crumbs: ['menu.settings', 'menu.webhooks'] },
});

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit',
  validateSearch: auditSearchIn,
  component: lazyRouteComponent(
    saying('administration', () => import('./audit/audit-page.js')),
    'AuditPage',
  ),
  staticData: { crumbs: ['menu.settings', 'menu.audit'] },
});

/** What an organization decides about its companies and about programs of its own, and what anybody did in it. */
export const settingsRoutes = [company, apiKeys, webhooks, webhook, audit] as const;
