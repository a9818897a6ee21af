import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page-header.module.css';

interface PageHeaderProps {
  readonly title: string;
  readonly intro?: string;
  /** The one thing this page is for. */
  readonly action?: ReactNode;
}

/** Head of every page: its name, which also names the window, and its main action. */
export function PageHeader({ title, intro, action }: PageHeaderProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.header}>
      <title>{`${title} – ${t('product')}`}</title>
      <div>
        {/* Receives the focus after navigation, so that a screen reader says where one has arrived. */}
        <h1 tabIndex={-1}>{title}</h1>
        {intro !== undefined && <p className={classes.intro}>{intro}</p>}
      </div>
      {action}
    </div>
  );
}
