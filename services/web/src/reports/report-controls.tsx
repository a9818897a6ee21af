import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextField } from '../patterns/field.js';
import type { ShownReport } from './report-list.js';
import { endOfDay, reportSearch, type ReportSearch } from './report-search.js';
import classes from './reports.module.css';

interface ReportControlsProps {
  readonly name: ShownReport;
  readonly search: ReportSearch;
  readonly isComparable: boolean;
}

/** The days a report is about, what is compared, and when it was known: one line, and the address of the page. */
export function ReportControls({ name, search, isComparable }: ReportControlsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const show = (form: FormData): void => {
    const typed = Object.fromEntries([...form].filter(([, value]) => value !== ''));
    const { knownOn, ...days } = typed;
    const isSameDay = knownOn === search.knownAt?.slice(0, 10);
    const known = isSameDay ? search.knownAt : typeof knownOn === 'string' ? endOfDay(knownOn) : undefined;
    const { accountId } = search;
    void navigate({
      to: '/reports/$name',
      params: { name },
      search: reportSearch({ ...days, knownAt: known, accountId }),
    });
  };
  return (
    <form key={JSON.stringify(search)} className={classes.controls} action={show}>
      <TextField type="date" name="from" defaultValue={search.from} label={t('reports.from')} />
      <TextField type="date" name="asOf" defaultValue={search.asOf} label={t('reports.asOf')} />
      {isComparable && (
        <TextField
          type="date"
          name="compareAsOf"
          defaultValue={search.compareAsOf}
          label={t('reports.compare')}
        />
      )}
      <TextField
        type="date"
        name="knownOn"
        defaultValue={search.knownAt?.slice(0, 10)}
        label={t('reports.knownAt')}
      />
      {isComparable && (
        <label className={classes.zeros}>
          <input type="checkbox" name="zeros" value="show" defaultChecked={search.zeros === 'show'} />
          {t('reports.zeros')}
        </label>
      )}
      <Button type="submit" variant="default">
        {t('reports.show')}
      </Button>
    </form>
  );
}
