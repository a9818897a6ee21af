import { useMatches } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './breadcrumbs.module.css';

type Crumb =
  | `menu.${'sales' | 'invoices' | 'customers' | 'accounts' | 'journals' | 'chart' | 'closing' | 'reports'}`
  | `menu.${'profile' | 'products' | 'receipts' | 'refunds' | 'writeOffs' | 'salesSettings' | 'budgets'}`
  | `menu.${'home' | 'operations' | 'services' | 'settings' | 'people' | 'security' | 'deadLetters' | 'traces'}`
  | `menu.${'apiKeys' | 'webhooks' | 'audit' | 'opening' | 'reminders' | 'company'}`
  | 'notFound.title';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Where the page lives, from the group of the menu down to the page itself. */
    readonly crumbs?: readonly Crumb[];
  }
}

export function Breadcrumbs() {
  const { t } = useTranslation();
  const crumbs = useMatches().at(-1)?.staticData.crumbs ?? [];
  if (crumbs.length === 0) return null;
  return (
    <nav className={classes.crumbs} aria-label={t('breadcrumbs')}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={crumb} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
            {t(crumb)}
          </li>
        ))}
      </ol>
    </nav>
  );
}
