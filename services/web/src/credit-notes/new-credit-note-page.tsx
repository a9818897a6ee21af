import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import { type Submission, useSubmission } from '../patterns/use-submission.js';
import { today } from '../receipts/receipt-queries.js';
import { InCompany } from '../sales/in-company.js';
import { creditNotesKey, useCreditable } from './credit-note-queries.js';
import { wantedLines } from './wanted-lines.js';
import classes from '../receipts/receipts.module.css';
import saleClasses from '../sales/sales.module.css';

const route = getRouteApi('/signed-in-only/credit-notes/new');

const reasons = [
  ...(['sales-return', 'post-sale-discount', 'deficiency-in-services', 'correction-in-invoice'] as const),
  ...(['change-in-place-of-supply', 'finalization-of-provisional-assessment', 'others'] as const),
];

/** A credit note as it is written: what comes back of the lines of its invoice, or costs less. */
export function NewCreditNotePage() {
  const { t } = useTranslation();
  const { invoiceId } = route.useSearch();
  return (
    <>
      <PageHeader title={t('creditNotes.write')} intro={t('creditNotes.writeFor')} />
      <InCompany>{({ id }) => <Loading companyId={id} invoiceId={invoiceId} />}</InCompany>
    </>
  );
}

function Loading({ companyId, invoiceId }: { readonly companyId: string; readonly invoiceId: string }) {
  return (
    <Loaded query={useCreditable(companyId, invoiceId)}>
      {(left) => <Editor companyId={companyId} left={left} />}
    </Loaded>
  );
}

interface EditorProps {
  readonly companyId: string;
  readonly left: sales.Creditable;
}

function Editor({ companyId, left }: EditorProps) {
  const { t } = useTranslation();
  const { submission, errorAt } = useWriting({ companyId, left });
  if (left.lines.every(({ net }) => !/[1-9]/.test(net)))
    return <p role="status">{t('creditNotes.nothingLeft')}</p>;
  return (
    <div className={classes.editor}>
      <Form submission={submission} action={t('creditNotes.save')}>
        <ReasonAndDate {...{ left, submission }} />
        <p>{t('creditNotes.allLeft')}</p>
        {left.lines.map((line) => (
          <LineFields key={line.line} {...{ line, errorAt }} />
        ))}
        <TextField
          name="notes"
          maxLength={500}
          autoComplete="off"
          label={t('creditNotes.notes')}
          error={submission.errorOf('notes')}
        />
      </Form>
    </div>
  );
}

interface Writing {
  readonly submission: Submission;
  /** What the service said of a line, which it names by its place among those that were sent. */
  readonly errorAt: (line: number, field: 'quantity' | 'amount') => string | undefined;
}

function useWriting({ companyId, left }: EditorProps): Writing {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [sent, remember] = useState<ReturnType<typeof wantedLines>>();
  const submission = useSubmission({
    send: async (values, idempotencyKey) => {
      const { reason = '', on = '', notes = '' } = values;
      const lines = wantedLines(values, left.lines.length);
      remember(lines);
      const body = {
        ...{ invoiceId: left.invoiceId, reason: reason as sales.CreateCreditNote['reason'], on },
        ...(notes.trim() !== '' && { notes }),
        ...(lines && { lines }),
      };
      return (await api(sales.creditNotesCreate, { path: { companyId }, body }, { idempotencyKey })).body;
    },
    done: ({ id }) => {
      void client.invalidateQueries({ queryKey: creditNotesKey(companyId) });
      void navigate({ to: '/credit-notes/$id', params: { id } });
    },
  });
  return {
    submission,
    errorAt: (line, field) =>
      submission.errorOf(`lines.${sent?.findIndex((one) => one.line === line) ?? -1}.${field}`),
  };
}

interface ReasonAndDateProps extends Pick<EditorProps, 'left'> {
  readonly submission: Submission;
}

/** Says until when the law takes the tax back, and warns once the day is past it. */
function ReasonAndDate({ left: { lastTaxDay }, submission: { errorOf } }: ReasonAndDateProps) {
  const { t } = useTranslation();
  const [on, choose] = useState(today());
  const day = formatDate(lastTaxDay);
  return (
    <>
      <div className={classes.pair}>
        <ChoiceField name="reason" required label={t('creditNotes.reason')} error={errorOf('reason')}>
          {reasons.map((one) => (
            <option key={one} value={one}>
              {t(`creditNotes.reasons.${one}`)}
            </option>
          ))}
        </ChoiceField>
        <TextField
          name="on"
          type="date"
          required
          label={t('creditNotes.on')}
          value={on}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          error={errorOf('on')}
        />
      </div>
      {on > lastTaxDay ? (
        <p role="alert" className={saleClasses.rejection}>
          {t('creditNotes.late', { day })}
        </p>
      ) : (
        <p>{t('creditNotes.lastDay', { day })}</p>
      )}
    </>
  );
}

interface LineFieldsProps extends Pick<Writing, 'errorAt'> {
  readonly line: sales.CreditableLine;
}

/** Nothing can be typed beside a line of which nothing is left. */
function LineFields({ line, errorAt }: LineFieldsProps) {
  const { t } = useTranslation();
  const { line: index, description, quantity, unit, net } = line;
  if (!/[1-9]/.test(net)) return null;
  const field = { inputMode: 'decimal', autoComplete: 'off' } as const;
  return (
    <fieldset className={classes.allocations}>
      <legend>{t('creditNotes.line', { number: index + 1, description })}</legend>
      <p>{t('creditNotes.lineLeft', { quantity: `${quantity} ${unit}`, net: formatRupees(net) })}</p>
      <div className={classes.pair}>
        <TextField
          {...field}
          name={`lines.${index}.quantity`}
          label={t('creditNotes.quantity')}
          error={errorAt(index, 'quantity')}
        />
        <TextField
          {...field}
          name={`lines.${index}.amount`}
          label={t('creditNotes.lessBy')}
          error={errorAt(index, 'amount')}
        />
      </div>
    </fieldset>
  );
}
