import type { common } from '@dhanman/client';
import { IconCalendarRepeat, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { LinkButton } from '../patterns/link-button.js';
import { Loaded } from '../patterns/loaded.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { useTemplates } from './template-queries.js';
import { TemplateState } from './template-state.js';
import classes from './journals.module.css';

/** What journals are begun from, and what recurs by itself. */
export function TemplatesPage() {
  return <InCompany>{({ id }) => <Templates key={id} companyId={id} />}</InCompany>;
}

type Template = common.JournalTemplates['templates'][number];

function Templates({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      <PageHeader
        title={t('journalTemplates.title')}
        intro={t('journalTemplates.intro')}
        action={
          may('dhanman.common.journal.create') && (
            <LinkButton
              to="/journals/templates/new"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            >
              {t('journalTemplates.write')}
            </LinkButton>
          )
        }
      />
      <Loaded query={useTemplates(companyId)}>
        {(rows) => (rows.length === 0 ? <Empty /> : <List rows={rows} />)}
      </Loaded>
    </>
  );
}

function List({ rows }: { readonly rows: readonly Template[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const actions = ({ id }: Template) => (
    <Link to="/journals/new" search={{ template: id }}>
      {t('journalTemplates.use')}
    </Link>
  );
  return (
    <Records
      label={t('journalTemplates.title')}
      rows={rows}
      columns={columns(t)}
      keyOf={({ id }) => id}
      {...(may('dhanman.common.journal.create') && { actions })}
    />
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <NothingYet
      icon={IconCalendarRepeat}
      title={t('journalTemplates.none')}
      text={t('journalTemplates.noneText')}
    />
  );
}

const columns = (t: TFunction): readonly Column<Template>[] => [
  {
    label: t('journalTemplates.name'),
    cell: ({ id, name }) => (
      <Link to="/journals/templates/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  {
    label: t('journalTemplates.recurs'),
    cell: ({ recurrence }) => (recurrence ? t(`journalTemplates.every.${recurrence.every}`) : '–'),
  },
  {
    label: t('journalTemplates.next'),
    cell: ({ state, upcoming: [next] }) =>
      state === 'active' && next !== undefined ? formatDate(next) : '–',
  },
  {
    label: t('journals.amount'),
    cell: ({ total }) => <span className={classes.amount}>{formatAmount(total)}</span>,
    isLoud: true,
  },
  { label: t('journals.state'), cell: (template) => <TemplateState template={template} /> },
];
