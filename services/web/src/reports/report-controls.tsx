import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextField } from '../patterns/field.js';
import { kindOf, type ShownReport } from './report-list.js';
import { endOfDay, reportSearch, type ReportSearch } from './report-search.js';
import classes from './reports.module.css';

interface ReportControlsProps {
  readonly name: ShownReport;
  readonly search: ReportSearch;
}

/** The days a report is about, what is compared, and when it was known: one line, and the address of the page. */
export function ReportControls({ name, search }: ReportControlsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const show = (form: FormData): void => {
    void navigate({ to: '/reports/$name', params: { name }, search: searchedFor(form, search) });
  };
  return (
    <form key={JSON.stringify(search)} className={classes.controls} action={show}>
      <Days {...{ name, search }} />
      <Ticks {...{ name, search }} />
      <Button type="submit" variant="default">
        {t('reports.show')}
      </Button>
    </form>
  );
}

function Days({ name, search }: ReportControlsProps) {
  const { t } = useTranslation();
  const asks = (field: keyof ReportSearch): boolean => kindOf(name).asks.includes(field);
  return (
    <>
      {asks('from') && (
        <TextField type="date" name="from" defaultValue={search.from} label={t('reports.from')} />
      )}
      {asks('month') ? (
        <TextField type="month" name="month" defaultValue={search.month} label={t('reports.month')} />
      ) : (
        <TextField type="date" name="asOf" defaultValue={search.asOf} label={t('reports.asOf')} />
      )}
      {asks('gstin') && (
        <TextField name="gstin" defaultValue={search.gstin} label={t('reports.gstin')} maxLength={15} />
      )}
      {asks('compareAsOf') && (
        <TextField
          type="date"
          name="compareAsOf"
          defaultValue={search.compareAsOf}
          label={t('reports.compare')}
        />
      )}
      {asks('knownAt') && (
        <TextField
          type="date"
          name="knownOn"
          defaultValue={search.knownAt?.slice(0, 10)}
          label={t('reports.knownAt')}
        />
      )}
    </>
  );
}

function Ticks({ name, search }: ReportControlsProps) {
  const { t } = useTranslation();
  const asks = (field: keyof ReportSearch): boolean => kindOf(name).asks.includes(field);
  return (
    <>
      {asks('zeros') && (
        <Tick name="zeros" value="show" isOn={search.zeros === 'show'} label={t('reports.zeros')} />
      )}
      {asks('only') && (
        <Tick name="only" value="overdue" isOn={search.only === 'overdue'} label={t('reports.onlyOverdue')} />
      )}
      {asks('span') && (
        <Tick name="span" value="quarter" isOn={search.span === 'quarter'} label={t('reports.quarter')} />
      )}
    </>
  );
}

/** What is typed, with what the address says besides. */
function searchedFor(
  form: FormData,
  { knownAt, accountId, customerId, section }: ReportSearch,
): ReportSearch {
  const typed = Object.fromEntries([...form].filter(([, value]) => value !== ''));
  const { knownOn, ...days } = typed;
  const isSameDay = knownOn === knownAt?.slice(0, 10);
  const known = isSameDay ? knownAt : typeof knownOn === 'string' ? endOfDay(knownOn) : undefined;
  return reportSearch({ ...days, knownAt: known, accountId, customerId, section });
}

interface TickProps {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isOn: boolean;
}

function Tick({ name, value, label, isOn }: TickProps) {
  return (
    <label className={classes.zeros}>
      <input type="checkbox" name={name} value={value} defaultChecked={isOn} />
      {label}
    </label>
  );
}
