import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { typedAmount } from '../formats/typed-amount.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import { type Submission, useSubmission, type Values } from '../patterns/use-submission.js';
import { blankMeans, Means } from '../receipts/means.js';
import { CustomerField } from '../sales/customer-field.js';
import { type UnusedCredit, useUnusedCredits } from './refund-queries.js';
import classes from '../receipts/receipts.module.css';

interface RefundEditorProps {
  readonly companyId: string;
  readonly customerId: string;
  /** The receipt or credit note it is begun from; the oldest with money left unless stated. */
  readonly creditId: string;
}

/** Whom money goes back to, and of which receipt or credit note; all that is left of it unless one types less. */
export function RefundEditor({ companyId, customerId: begun, creditId }: RefundEditorProps) {
  const { t } = useTranslation();
  const [customerId, choose] = useState(begun);
  const submission = useRefunding(companyId);
  return (
    <div className={classes.editor}>
      <Form submission={submission} action={t('refunds.save')}>
        <CustomerField
          companyId={companyId}
          value={customerId}
          error={submission.errorOf('customerId')}
          choose={choose}
        />
        {customerId !== '' && (
          <OfCustomer key={customerId} {...{ companyId, customerId, creditId, submission }} />
        )}
      </Form>
    </div>
  );
}

type OfCustomerProps = RefundEditorProps & { readonly submission: Submission };

function OfCustomer({ companyId, customerId, creditId, submission }: OfCustomerProps) {
  const { t } = useTranslation();
  return (
    <Loaded query={useUnusedCredits(companyId, customerId)}>
      {(credits) => {
        const begun = credits.find(({ id }) => id === creditId) ?? credits[0];
        return begun ? (
          <Money {...{ credits, begun, submission }} />
        ) : (
          <p role="status">{t('refunds.nothingUnused')}</p>
        );
      }}
    </Loaded>
  );
}

interface MoneyProps extends Pick<OfCustomerProps, 'submission'> {
  readonly credits: readonly UnusedCredit[];
  readonly begun: UnusedCredit;
}

function Money({ credits, begun, submission: { errorOf } }: MoneyProps) {
  const { t } = useTranslation();
  const [{ id, left }, choose] = useState(begun);
  const [means, setMeans] = useState(blankMeans);
  return (
    <>
      <ChoiceField
        name="creditId"
        required
        label={t('refunds.from')}
        value={id}
        error={errorOf('creditId')}
        onChange={({ currentTarget }) =>
          choose(credits.find((one) => one.id === currentTarget.value) ?? begun)
        }
      >
        {credits.map((one) => (
          <option key={one.id} value={one.id}>
            {t('refunds.unused', {
              ...{ number: one.number, on: formatDate(one.on), amount: formatRupees(one.left) },
            })}
          </option>
        ))}
      </ChoiceField>
      <TextField
        key={id}
        name="amount"
        required
        label={t('receipts.amountIn')}
        hint={t('refunds.amountHint', { amount: formatRupees(left) })}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={left}
        error={errorOf('amount')}
      />
      <Means {...{ means, errorOf }} change={(part) => setMeans({ ...means, ...part })} />
      <TextField
        name="notes"
        maxLength={500}
        autoComplete="off"
        label={t('refunds.notes')}
        error={errorOf('notes')}
      />
    </>
  );
}

function useRefunding(companyId: string): Submission {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useSubmission({
    send: async (values, idempotencyKey) => {
      const request = { path: { companyId }, body: bodyOf(values) };
      return (await api(sales.refundsCreate, request, { idempotencyKey })).body;
    },
    done: ({ id }) => {
      // What is paid back is no longer left of its receipt or credit note, nor owed to the customer.
      void client.invalidateQueries({ queryKey: ['sales', companyId] });
      void navigate({ to: '/refunds/$id', params: { id } });
    },
  });
}

function bodyOf(values: Values): sales.CreateRefund {
  const text = (name: string): string => values[name]?.trim() ?? '';
  const [amount, reference, notes] = [text('amount'), text('reference'), text('notes')];
  return {
    ...{ creditId: text('creditId'), on: text('on'), mode: text('mode') as sales.ReceiptMode },
    amount: typedAmount(amount) ?? amount,
    ...(reference !== '' && { reference }),
    ...(notes !== '' && { notes }),
  };
}
