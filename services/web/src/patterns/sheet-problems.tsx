import type { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { Records } from './records.js';
import classes from './sheet.module.css';

interface SheetProblemsProps {
  readonly problems: common.JournalImport['problems'];
  /** What a problem of no single column is about. */
  readonly whole: string;
}

/** The mistakes of a sheet: what somebody has to do something about. */
export function SheetProblems({ problems, whole }: SheetProblemsProps) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <section className={classes.found}>
      <h2>{t('sheet.problems')}</h2>
      <Records
        label={t('sheet.problems')}
        rows={problems.map((one, index) => ({ ...one, key: String(index) }))}
        keyOf={({ key }) => key}
        columns={[
          { label: t('sheet.row'), cell: ({ row }) => row },
          { label: t('sheet.column'), cell: ({ column }) => column ?? whole },
          { label: t('sheet.problem'), cell: ({ message }) => <span lang="en">{message}</span> },
        ]}
      />
    </section>
  );
}
