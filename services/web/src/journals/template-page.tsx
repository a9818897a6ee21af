import type { common } from '@dhanman/client';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { LinkButton } from '../patterns/link-button.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { Approvals } from './approvals.js';
import { useChart } from './journal-queries.js';
import { TemplateDecisions } from './template-decisions.js';
import { TemplateEditor } from './template-editor.js';
import { useTemplate } from './template-queries.js';
import { TemplateState } from './template-state.js';
import classes from './journals.module.css';

const route = getRouteApi('/signed-in-only/journals/templates/$id');

export function NewTemplatePage() {
  const { t } = useTranslation();
  const chart = useChart();
  return (
    <>
      <PageHeader title={t('journalTemplates.write')} intro={t('journalTemplates.writeIntro')} />
      <InCompany>
        {({ id }) => (
          <Loaded query={chart}>
            {(accounts) => <TemplateEditor key={id} companyId={id} accounts={accounts} />}
          </Loaded>
        )}
      </InCompany>
    </>
  );
}

/** One template: when it comes next, what came of it, and what is to be done with it. */
export function TemplatePage() {
  const { id } = route.useParams();
  return <InCompany>{({ id: companyId }) => <Template companyId={companyId} id={id} />}</InCompany>;
}

function Template({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  const chart = useChart();
  return (
    <Loaded query={useTemplate(companyId, id)}>
      {(template) => (
        <Loaded query={chart}>{(accounts) => <Shown {...{ companyId, template, accounts }} />}</Loaded>
      )}
    </Loaded>
  );
}

interface ShownProps {
  readonly companyId: string;
  readonly template: common.JournalTemplate;
  readonly accounts: readonly common.Account[];
}

function Shown({ companyId, template, accounts }: ShownProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, name, state, version, made } = template;
  return (
    <>
      <PageHeader
        title={name}
        action={
          may('dhanman.common.journal.create') && (
            <LinkButton to="/journals/new" search={{ template: id }} variant="default">
              {t('journalTemplates.use')}
            </LinkButton>
          )
        }
      />
      <Facts template={template} />
      <TemplateDecisions {...{ companyId, template }} />
      {state !== 'discarded' && may('dhanman.common.journal.update') && (
        <TemplateEditor key={`${id} ${String(version)}`} {...{ companyId, accounts, template }} />
      )}
      {made.length > 0 && <Made made={made} />}
    </>
  );
}

function Facts({ template }: Pick<ShownProps, 'template'>) {
  const { t } = useTranslation();
  const { writtenBy, approvals, upcoming, total } = template;
  const nameOf = ({ name }: { readonly name: string | null }): string => name ?? t('journals.program');
  return (
    <>
      <div className={classes.facts}>
        <TemplateState template={template} />
        <strong>{formatAmount(total)}</strong>
        <span>{t('journals.writtenBy', { names: writtenBy.map(nameOf).join(', ') })}</span>
        <Approvals approvals={approvals} />
      </div>
      {upcoming.length > 0 && (
        <p>{t('journalTemplates.upcoming', { dates: upcoming.map(formatDate).join(', ') })}</p>
      )}
    </>
  );
}

type MadeJournal = common.JournalTemplate['made'][number];

function Made({ made }: { readonly made: readonly MadeJournal[] }) {
  const { t } = useTranslation();
  return (
    <section className={classes.made} aria-label={t('journalTemplates.made')}>
      <h2>{t('journalTemplates.made')}</h2>
      <Records label={t('journalTemplates.made')} rows={made} keyOf={({ id }) => id} columns={columns(t)} />
    </section>
  );
}

const columns = (t: TFunction): readonly Column<MadeJournal>[] => [
  {
    label: t('journals.on'),
    cell: ({ id, on }) => (
      <Link to="/journals/$id" params={{ id }}>
        {formatDate(on)}
      </Link>
    ),
  },
  { label: t('journals.number'), cell: ({ number }) => number ?? '–' },
  { label: t('journals.state'), cell: ({ state }) => t(`journals.states.${state}`) },
];
