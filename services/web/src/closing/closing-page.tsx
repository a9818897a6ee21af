import { common } from '@dhanman/client';
import { IconCircleCheck, IconLock, IconPencil } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { ChangeButton } from '../patterns/change-button.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { useChange } from '../patterns/use-change.js';
import { useSubmission } from '../patterns/use-submission.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { nextYear } from './next-year.js';
import { YearDecisions } from './year-decisions.js';
import classes from './closing.module.css';

const yearsKey = (companyId: string) => ['common', companyId, 'financial-years'] as const;

/** The months and years of the books: which of them still take entries. */
export function ClosingPage() {
  return <InCompany>{({ id }) => <Years key={id} companyId={id} />}</InCompany>;
}

function Years({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const years = useQuery({
    queryKey: yearsKey(companyId),
    queryFn: async ({ signal }) =>
      (await api(common.periodsList, { path: { companyId } }, { signal })).body.items,
  });
  const newest = years.data?.[0];
  return (
    <>
      <PageHeader
        title={t('closing.title')}
        intro={t('closing.intro')}
        action={
          newest &&
          may('dhanman.common.financial-year.open') && (
            <OpenYear companyId={companyId} label={nextYear(newest.label)} />
          )
        }
      />
      <Loaded query={years}>
        {(items) => items.map((year) => <Year key={year.id} {...{ companyId, year }} />)}
      </Loaded>
    </>
  );
}

function OpenYear({ companyId, label }: { readonly companyId: string; readonly label: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: (_, idempotencyKey) =>
      api(common.periodsOpen, { path: { companyId }, body: { label } }, { idempotencyKey }),
    done: () => void client.invalidateQueries({ queryKey: yearsKey(companyId) }),
  });
  return <ChangeButton submission={submission}>{t('closing.open', { label })}</ChangeButton>;
}

interface YearProps {
  readonly companyId: string;
  readonly year: common.FinancialYear;
}

const looks = {
  open: { tone: 'good', icon: IconPencil },
  closed: { tone: 'neutral', icon: IconLock },
  audited: { tone: 'progress', icon: IconCircleCheck },
} as const;

function Year({ companyId, year }: YearProps) {
  const { t } = useTranslation();
  const { label, state, periods } = year;
  return (
    <section className={classes.year} aria-label={t('closing.year', { label })}>
      <header className={classes.head}>
        <h2>{t('closing.year', { label })}</h2>
        <StateChip {...looks[state]}>{t(`closing.states.${state}`)}</StateChip>
        <YearDecisions {...{ companyId, year }} key={year.version} queryKey={yearsKey(companyId)} />
      </header>
      <Records
        label={t('closing.months', { label })}
        rows={periods}
        keyOf={({ id }) => id}
        columns={columns(t)}
        {...(state === 'open' && {
          actions: (month: common.AccountingPeriod) => <Turn {...{ companyId, month }} />,
        })}
      />
    </section>
  );
}

function Turn({ companyId, month }: { readonly companyId: string; readonly month: common.AccountingPeriod }) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, state, startsOn, version } = month;
  const verb = state === 'open' ? 'lock' : 'unlock';
  const submission = useChange(verb === 'lock' ? common.periodsLock : common.periodsUnlock, {
    ...{ path: { companyId, periodId: id }, version, key: yearsKey(companyId) },
  });
  if (!may(`dhanman.common.period.${verb}`)) return null;
  return (
    <ChangeButton submission={submission} label={t(`closing.${verb}Month`, { month: monthOf(startsOn) })}>
      {t(`closing.${verb}`)}
    </ChangeButton>
  );
}

const columns = (t: TFunction): readonly Column<common.AccountingPeriod>[] => [
  { label: t('closing.month'), cell: ({ startsOn }) => monthOf(startsOn) },
  { label: t('closing.from'), cell: ({ startsOn }) => formatDate(startsOn) },
  { label: t('closing.to'), cell: ({ endsOn }) => formatDate(endsOn) },
  {
    label: t('closing.state'),
    cell: ({ state }) => (
      <StateChip {...looks[state === 'open' ? 'open' : 'closed']}>
        {t(`closing.monthStates.${state}`)}
      </StateChip>
    ),
  },
];

/** `04-2026` */
function monthOf(startsOn: string): string {
  return formatDate(startsOn).slice(3);
}
