import type { common } from '@dhanman/client';
import { IconBook2, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { ChoiceField } from '../patterns/field.js';
import { LinkButton } from '../patterns/link-button.js';
import { Loaded } from '../patterns/loaded.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { useJournals } from './journal-queries.js';
import { JournalState } from './journal-state.js';
import { journalStateIn, journalStates } from './journal-states.js';
import classes from './journals.module.css';

const route = getRouteApi('/signed-in-only/journals');

/** The journals that people wrote, the newest first; the filter stands in the address. */
export function JournalsPage() {
  return <InCompany>{({ id }) => <Journals key={id} companyId={id} />}</InCompany>;
}

function Journals({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (chosen: string): void => {
    const known = journalStateIn(chosen);
    void navigate({ search: known === undefined ? {} : { state: known } });
  };
  return (
    <>
      <PageHeader title={t('journals.title')} intro={t('journals.intro')} action={<Actions />} />
      <div className={classes.filter}>
        <ChoiceField
          name="state"
          required
          label={t('journals.state')}
          value={state ?? ''}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">{t('journals.all')}</option>
          {journalStates.map((one) => (
            <option key={one} value={one}>
              {t(`journals.states.${one}`)}
            </option>
          ))}
        </ChoiceField>
      </div>
      <Loaded query={useJournals(companyId, state)}>
        {(rows) => (rows.length === 0 ? <Empty /> : <List rows={rows} />)}
      </Loaded>
    </>
  );
}

function Actions() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className={classes.actions}>
      {may('dhanman.common.company.update') && (
        <LinkButton to="/journals/approval" variant="default">
          {t('journalApproval.open')}
        </LinkButton>
      )}
      {may('dhanman.common.journal.create') && <Write />}
    </div>
  );
}

function Write() {
  const { t } = useTranslation();
  return (
    <>
      <LinkButton to="/journals/templates" variant="default">
        {t('journalTemplates.title')}
      </LinkButton>
      <LinkButton to="/journals/import" variant="default">
        {t('journalImport.open')}
      </LinkButton>
      <LinkButton
        to="/journals/new"
        aria-keyshortcuts="n"
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      >
        {t('journals.write')}
      </LinkButton>
    </>
  );
}

function List({ rows }: { readonly rows: readonly common.ManualJournalSummary[] }) {
  const { t } = useTranslation();
  return <Records label={t('journals.title')} rows={rows} keyOf={({ id }) => id} columns={columns(t)} />;
}

function Empty() {
  const { t } = useTranslation();
  return <NothingYet icon={IconBook2} title={t('journals.none')} text={t('journals.noneText')} />;
}

const columns = (t: TFunction): readonly Column<common.ManualJournalSummary>[] => [
  {
    label: t('journals.narration'),
    cell: ({ id, narration }) => (
      <Link to="/journals/$id" params={{ id }}>
        {narration}
      </Link>
    ),
  },
  { label: t('journals.on'), cell: ({ on }) => formatDate(on) },
  { label: t('journals.number'), cell: ({ entry }) => entry?.number ?? '–' },
  { label: t('journals.by'), cell: ({ writtenBy }) => writtenBy[0]?.name ?? '–' },
  {
    label: t('journals.amount'),
    cell: ({ total }) => <span className={classes.amount}>{formatAmount(total)}</span>,
    isFigure: true,
    isLoud: true,
  },
  { label: t('journals.state'), cell: (journal) => <JournalState journal={journal} /> },
];
