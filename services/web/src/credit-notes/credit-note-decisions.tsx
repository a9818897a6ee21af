import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { ChangeButton } from '../patterns/change-button.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { SendBack } from '../patterns/send-back.js';
import { useChange } from '../patterns/use-change.js';
import { PayBack } from '../refunds/refunds-of-credit.js';
import { DatedAct } from '../sales/dated-act.js';
import { useApprovalLevels } from '../sales/invoice-decisions.js';
import { useMay, useMe } from '../session/me.js';
import classes from '../sales/sales.module.css';
import { ReasonField } from '../sales/reason-field.js';

export interface NoteProps {
  readonly companyId: string;
  readonly note: sales.CreditNote;
}

/** What whoever looks may do with a note where it stands: with one that the ledger is asked about, nothing. */
export function CreditNoteDecisions(props: NoteProps) {
  const { t } = useTranslation();
  const levels = useApprovalLevels(props.companyId);
  const may = useMay();
  const { state } = props.note;
  const isReady = state === 'approved' || (state === 'draft' && levels === 0);
  return (
    <>
      <div className={classes.decisions} role="group" aria-label={t('creditNotes.decide')}>
        <ByState {...props} levels={levels} />
      </div>
      {isReady && may('dhanman.sales.credit-note.issue') && <Issue {...props} />}
    </>
  );
}

function ByState({ levels = 0, ...props }: NoteProps & { readonly levels: number | undefined }) {
  switch (props.note.state) {
    case 'draft':
      return <OfDraft {...props} needsApproval={levels > 0} />;
    case 'submitted':
      return <OfSubmitted {...props} />;
    case 'approved':
      return <Withdraw {...props} />;
    case 'posted':
      return (
        <>
          <Apply {...props} />
          <PayBack credit={props.note} />
          <Undo {...props} />
        </>
      );
    case 'rejected':
      return (
        <>
          <Correct {...props} />
          <Undo {...props} />
        </>
      );
    default:
      return null;
  }
}

function OfDraft({ needsApproval, ...props }: NoteProps & { readonly needsApproval: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const discard = useChange(sales.creditNoteDecisionsDiscard, changeOf(props));
  const submit = useChange(sales.creditNoteDecisionsSubmit, changeOf(props));
  return (
    <>
      {may('dhanman.sales.credit-note.update') && (
        <ChangeButton submission={discard}>{t('creditNotes.discard')}</ChangeButton>
      )}
      {needsApproval && may('dhanman.sales.credit-note.submit') && (
        <ChangeButton submission={submit} variant="filled">
          {t('creditNotes.submit')}
        </ChangeButton>
      )}
    </>
  );
}

/** Nobody approves what they had a hand in: then it says so. */
function OfSubmitted(props: NoteProps) {
  const { t } = useTranslation();
  const may = useMay();
  const me = useMe()?.person.id;
  const isMine = props.note.writtenBy.some((id) => id === me);
  return (
    <>
      <Withdraw {...props} />
      {may('dhanman.sales.credit-note.approve') &&
        (isMine ? <p>{t('creditNotes.needsAnother')}</p> : <Approval {...props} />)}
    </>
  );
}

function Approval({ companyId, note }: NoteProps) {
  const { t } = useTranslation();
  const approve = useChange(sales.creditNoteDecisionsApprove, changeOf({ companyId, note }));
  return (
    <>
      <SendBack
        operation={sales.creditNoteDecisionsReturn}
        change={changeOf({ companyId, note })}
        words={{ act: t('creditNotes.sendBack'), why: t('creditNotes.why') }}
      />
      <ChangeButton submission={approve} variant="filled">
        {t('creditNotes.approve')}
      </ChangeButton>
    </>
  );
}

function Withdraw(props: NoteProps) {
  const { t } = useTranslation();
  const submission = useChange(sales.creditNoteDecisionsWithdraw, changeOf(props));
  if (!useMay()('dhanman.sales.credit-note.submit')) return null;
  return <ChangeButton submission={submission}>{t('creditNotes.withdrawApproval')}</ChangeButton>;
}

/** The day is what the ledger refuses most; nothing else of a numbered note changes. */
function Correct({ companyId, note }: NoteProps) {
  const { t } = useTranslation();
  if (!useMay()('dhanman.sales.credit-note.issue')) return null;
  return (
    <DatedAct
      {...{ companyId, document: note }}
      operation={sales.creditNotesIssue}
      verb={t('creditNotes.issueAgain')}
      bodyOf={({ on = '' }) => ({ on })}
    >
      {() => <p>{t('creditNotes.issueAgainText')}</p>}
    </DatedAct>
  );
}

function Apply({ companyId, note }: NoteProps) {
  const { t } = useTranslation();
  const may = useMay();
  if (!/[1-9]/.test(note.advance) || !may('dhanman.sales.credit-note.allocate')) return null;
  return (
    <DatedAct
      {...{ companyId, document: note }}
      operation={sales.creditNotesApply}
      verb={t('creditNotes.apply')}
      bodyOf={({ on = '' }) => ({ on })}
    >
      {() => <p>{t('creditNotes.applyText', { amount: formatRupees(note.advance) })}</p>}
    </DatedAct>
  );
}

function Undo({ companyId, note }: NoteProps) {
  const { t } = useTranslation();
  if (!useMay()('dhanman.sales.credit-note.undo')) return null;
  return (
    <DatedAct
      {...{ companyId, document: note }}
      operation={sales.creditNotesUndo}
      verb={t('creditNotes.undo')}
      isDangerous
      bodyOf={({ on = '', reason = '' }) => ({ on, reason })}
    >
      {({ errorOf }) => (
        <>
          <p>{t('creditNotes.undoText', { number: note.number ?? '' })}</p>
          <ReasonField label={t('creditNotes.why')} error={errorOf('reason')} />
        </>
      )}
    </DatedAct>
  );
}

/** From here on its number and amounts stand. */
function Issue({ companyId, note: { id, version, on } }: NoteProps) {
  const { t } = useTranslation();
  const submission = useChange(sales.creditNotesIssue, {
    ...{ path: { companyId, id }, version, key: ['sales', companyId] },
    bodyOf: (values) => ({ on: values['on'] ?? on }),
  });
  return (
    <section className={classes.issue} aria-label={t('creditNotes.issue')}>
      <Form submission={submission} action={t('creditNotes.issue')}>
        <p>{t('creditNotes.issueText')}</p>
        <TextField
          name="on"
          type="date"
          required
          label={t('creditNotes.on')}
          defaultValue={on}
          error={submission.errorOf('on')}
        />
      </Form>
    </section>
  );
}

function changeOf({ companyId, note: { id, version } }: NoteProps) {
  return { path: { companyId, id }, version, key: ['sales', companyId] };
}
