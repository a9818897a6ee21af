import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './bulk.module.css';

interface BulkBarProps {
  readonly count: number;
  /** What the chosen ones come to, where that can be said. */
  readonly sum?: string | undefined;
  readonly clear: () => void;
  readonly children: ReactNode;
}

/** What can be done to the rows that are chosen; it stays in view while one scrolls to choose more. */
export function BulkBar({ count, sum, clear, children }: BulkBarProps) {
  const { t } = useTranslation();
  return (
    <section className={classes.bar} aria-label={t('bulk.title')}>
      <p className="numbers" role="status">
        {count > 0 && [t('bulk.chosen', { count }), sum].filter(Boolean).join(' · ')}
      </p>
      <div className={classes.actions}>
        {children}
        <Button variant="subtle" aria-keyshortcuts="Escape" onClick={clear}>
          {t('bulk.clear')}
        </Button>
      </div>
    </section>
  );
}
