import { sales } from '@dhanman/client';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { wordsFor } from '../language/fields.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { Allocations } from '../receipts/allocations.js';
import { Postings } from '../receipts/postings.js';
import { RefundsOfCredit } from '../refunds/refunds-of-credit.js';
import { InCompany } from '../sales/in-company.js';
import { Paper } from '../sales/paper.js';
import { ToJourney } from '../sales/to-journey.js';
import { Totals } from '../sales/totals.js';
import { useMay } from '../session/me.js';
import { CreditNoteDecisions, type NoteProps } from './credit-note-decisions.js';
import { useCreditNote } from './credit-note-queries.js';
import { CreditNoteState } from './credit-note-state.js';
import classes from '../sales/sales.module.css';

const route = getRouteApi('/signed-in-only/credit-notes/$id');

/** One credit note: what it takes back of its invoice, where it stands, and what is to be done with it. */
export function CreditNotePage() {
  const { id } = route.useParams();
  return <InCompany>{({ id: companyId }) => <CreditNote companyId={companyId} id={id} />}</InCompany>;
}

function CreditNote({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  return <Loaded query={useCreditNote(companyId, id)}>{(note) => <Shown {...{ companyId, note }} />}</Loaded>;
}

function Shown(props: NoteProps) {
  const { t } = useTranslation();
  const { companyId, note } = props;
  const may = useMay();
  const canRelease = note.state === 'posted' && may('dhanman.sales.credit-note.allocate');
  return (
    <>
      <PageHeader
        title={note.number ?? t('creditNotes.draft')}
        intro={t(`creditNotes.reasons.${note.reason}`)}
      />
      <Facts note={note} />
      <Warnings note={note} />
      <Records
        label={t('creditNotes.lines')}
        rows={note.lines}
        keyOf={({ line }) => String(line)}
        columns={columns(t)}
      />
      <Totals totals={note.totals} />
      <CreditNoteDecisions {...props} />
      {isInBooks(note) && <Paper document="creditNote" {...{ companyId, id: note.id }} />}
      <Allocations
        {...{ companyId, giver: note }}
        release={canRelease ? sales.creditNotesRelease : undefined}
      />
      <RefundsOfCredit companyId={companyId} creditId={note.id} />
      {note.postings.length > 0 && <Postings postings={note.postings} />}
    </>
  );
}

/** From then on its paper is kept, also when it is taken back again. */
function isInBooks({ postings }: sales.CreditNote): boolean {
  return postings.some(({ purpose, entryId }) => purpose === 'issue' && entryId !== null);
}

function Facts({ note }: Pick<NoteProps, 'note'>) {
  const { t } = useTranslation();
  const { state, customerId, customerName, on, invoiceId, invoiceNumber, notes, advance } = note;
  return (
    <div className={classes.facts}>
      <CreditNoteState state={state} />
      <Link to="/customers/$id" params={{ id: customerId }}>
        {customerName}
      </Link>
      <time dateTime={on}>{formatDate(on)}</time>
      <Link to="/invoices/$id" params={{ id: invoiceId }}>
        {t('creditNotes.forInvoice', { number: invoiceNumber })}
      </Link>
      {/[1-9]/.test(advance) && (
        <span>
          {t('creditNotes.left')}: {formatRupees(advance)}
        </span>
      )}
      <ToJourney number={note.number} />
      {notes !== null && <span>{notes}</span>}
    </div>
  );
}

function Warnings({ note }: Pick<NoteProps, 'note'>) {
  const { t } = useTranslation();
  const { warnings, lastTaxDay, rejection, returned, undoneOn, undoneReason } = note;
  return (
    <>
      {warnings.length > 0 && (
        <p role="alert" className={classes.rejection}>
          {t('creditNotes.late', { day: formatDate(lastTaxDay) })}
        </p>
      )}
      {rejection && (
        <p role="alert" className={classes.rejection}>
          {t('creditNotes.rejected')} {wordsFor({ ...rejection, message: rejection.reason })}
        </p>
      )}
      {returned && (
        <p role="status" className={classes.rejection}>
          {t('creditNotes.returned')} {returned.reason}
        </p>
      )}
      {undoneOn !== null && (
        <p role="status">
          {t('creditNotes.undone', { on: formatDate(undoneOn) })} {undoneReason}
        </p>
      )}
    </>
  );
}

const columns = (t: TFunction): readonly Column<sales.CreditedLine>[] => [
  { label: t('creditNotes.description'), cell: ({ description }) => description },
  {
    label: t('invoices.line.quantity'),
    cell: ({ quantity, unit }) => (/[1-9]/.test(quantity) ? `${quantity} ${unit}` : '–'),
  },
  { label: t('creditNotes.net'), cell: ({ net }) => formatRupees(net), isFigure: true },
  { label: t('creditNotes.total'), cell: ({ total }) => formatRupees(total), isLoud: true, isFigure: true },
];
