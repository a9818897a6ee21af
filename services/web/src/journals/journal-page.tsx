import type { common } from '@dhanman/client';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { formatInstant } from '../formats/instant.js';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { Approvals } from './approvals.js';
import { Attachments } from './attachments.js';
import { Discard, Decisions } from './journal-decisions.js';
import { JournalEditor } from './journal-editor.js';
import { useChart, useJournal } from './journal-queries.js';
import { JournalState } from './journal-state.js';
import classes from './journals.module.css';

const route = getRouteApi('/signed-in-only/journals/$id');

/** One journal: what it says, where it stands, and what is to be done with it. */
export function JournalPage() {
  const { id } = route.useParams();
  return <InCompany>{({ id: companyId }) => <Journal companyId={companyId} id={id} />}</InCompany>;
}

function Journal({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  const chart = useChart();
  return (
    <Loaded query={useJournal(companyId, id)}>
      {(journal) => (
        <Loaded query={chart}>{(accounts) => <Shown {...{ companyId, journal, accounts }} />}</Loaded>
      )}
    </Loaded>
  );
}

interface ShownProps {
  readonly companyId: string;
  readonly journal: common.ManualJournal;
  readonly accounts: readonly common.Account[];
}

function Shown({ companyId, journal, accounts }: ShownProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, on, narration, state, version } = journal;
  const isEdited = state === 'draft' && may('dhanman.common.journal.update');
  return (
    <>
      <PageHeader title={narration} intro={t('journals.of', { date: formatDate(on) })} />
      <Facts journal={journal} />
      {isEdited ? (
        <JournalEditor
          key={`${id} ${String(version)}`}
          {...{ companyId, accounts, on, journal }}
          aside={<Discard {...{ companyId, journal }} />}
        />
      ) : (
        <Lines {...{ journal, accounts }} />
      )}
      <Attachments {...{ companyId, journal }} />
      {state === 'submitted' && <Decisions {...{ companyId, journal }} />}
    </>
  );
}

function Facts({ journal }: { readonly journal: common.ManualJournal }) {
  const { t } = useTranslation();
  const { writtenBy, approvals, returned, entry, reversal, reverseOn, total } = journal;
  const nameOf = ({ name }: { readonly name: string | null }): string => name ?? t('journals.program');
  const at = (instant: string): string => formatInstant(Date.parse(instant));
  return (
    <>
      <div className={classes.facts}>
        <JournalState journal={journal} />
        <strong>{formatAmount(total)}</strong>
        <span>{t('journals.writtenBy', { names: writtenBy.map(nameOf).join(', ') })}</span>
        <Approvals approvals={approvals} />
        {reverseOn !== null && <span>{t('journals.reversedOn', { date: formatDate(reverseOn) })}</span>}
        {entry && <ToEntry {...entry} text={t('journals.entry', { number: entry.number })} />}
        {reversal && <ToEntry {...reversal} text={t('journals.reversal', { number: reversal.number })} />}
      </div>
      {returned && (
        <p role="status" className={classes.returned}>
          {t('journals.returned', { name: nameOf(returned.by), time: at(returned.at) })} {returned.reason}
        </p>
      )}
    </>
  );
}

function ToEntry({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <Link to="/entries/$id" params={{ id }}>
      {text}
    </Link>
  );
}

type Line = common.ManualJournalLine & { readonly key: string; readonly name: string };

function Lines({ journal, accounts }: Pick<ShownProps, 'journal' | 'accounts'>) {
  const { t } = useTranslation();
  const names = new Map(accounts.map(({ code, name }) => [code, name]));
  const rows = journal.lines.map((line, index) => ({
    ...{ ...line, key: String(index), name: names.get(line.account) ?? '' },
  }));
  return <Records label={t('journals.lines')} rows={rows} keyOf={({ key }) => key} columns={columns(t)} />;
}

const columns = (t: TFunction): readonly Column<Line>[] => [
  { label: t('journals.account'), cell: ({ account, name }) => `${account} ${name}` },
  { label: t('journals.debit'), cell: (line) => <Amount of={line} side="debit" />, isFigure: true },
  { label: t('journals.credit'), cell: (line) => <Amount of={line} side="credit" />, isFigure: true },
  { label: t('journals.memo'), cell: ({ narration }) => narration ?? '–' },
];

function Amount({ of, side }: { readonly of: Line; readonly side: Line['side'] }) {
  return <span className={classes.amount}>{of.side === side ? formatAmount(of.amount) : '–'}</span>;
}
