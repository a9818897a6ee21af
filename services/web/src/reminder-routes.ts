import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { saying } from './language/language.js';
import { remindersSearch } from './reminders/reminder-search.js';
import { signedIn } from './root-routes.js';

const reminders = createRoute({
  getParentRoute: () => signedIn,
  path: '/reminders',
  validateSearch: remindersSearch,
  component: lazyRouteComponent(
    saying('sales', () => import('./reminders/reminders-page.js')),
    'RemindersPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.reminders'] },
});

const plan = createRoute({
  getParentRoute: () => signedIn,
  path: '/reminders/plan',
  component: lazyRouteComponent(
    saying('sales', () => import('./reminders/reminder-plan-page.js')),
    'ReminderPlanPage',
  ),
  staticData: { crumbs: ['menu.sales', 'menu.reminders'] },
});

export const reminderRoutes = [reminders, plan] as const;
