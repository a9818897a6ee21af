import type { ReactNode } from 'react';
import { PageHeader } from '../layout/page-header.js';
import classes from './account.module.css';

interface AccountCardProps {
  readonly title: string;
  readonly intro?: string;
  /** Other ways in, below the card. */
  readonly others?: ReactNode;
  readonly children: ReactNode;
}

/** One subject, narrow enough to be read at a glance. */
export function AccountCard({ title, intro, others, children }: AccountCardProps) {
  return (
    <div className={classes.page}>
      <div className={classes.card}>
        <PageHeader title={title} {...(intro !== undefined && { intro })} />
        {children}
      </div>
      {others !== undefined && <div className={classes.others}>{others}</div>}
    </div>
  );
}
