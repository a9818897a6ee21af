import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { typedAmount } from '../formats/typed-amount.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission, type Values } from '../patterns/use-submission.js';
import { CustomerField } from '../sales/customer-field.js';
import { invoicesKey } from '../sales/sales-queries.js';
import { AllocationFields } from './allocation-fields.js';
import { Means } from './means.js';
import { receiptsKey, useOpenInvoices } from './receipt-queries.js';
import { allocationsOf, type ByHand, money, spend } from './spending.js';
import classes from './receipts.module.css';

interface ReceiptEditorProps {
  readonly companyId: string;
  readonly customerId: string;
}

/** Who has paid what, and which invoices it settles while one types. */
export function ReceiptEditor({ companyId, customerId: begun }: ReceiptEditorProps) {
  const { t } = useTranslation();
  const [customerId, setCustomer] = useState(begun);
  const [[amount, tds], setMoney] = useState(['', '']);
  const [byHand, choose] = useState<ByHand>();
  const { data: invoices = [] } = useOpenInvoices(companyId, customerId);
  const spending = spend(invoices, money(amount).add(money(tds)), byHand);
  const submission = useReceive(companyId, () => allocationsOf(invoices, spending, byHand));
  const field = (name: string) => ({ name, error: submission.errorOf(name) });
  return (
    <div className={classes.editor}>
      <Form submission={submission} action={t('receipts.save')}>
        <input type="hidden" name="way" value={byHand ? 'hand' : 'age'} />
        <CustomerField
          companyId={companyId}
          value={customerId}
          error={submission.errorOf('customerId')}
          choose={(id) => {
            setCustomer(id);
            choose(undefined);
          }}
        />
        <Means errorOf={submission.errorOf} />
        <div className={classes.pair}>
          <TextField
            {...field('amount')}
            required
            label={t('receipts.amountIn')}
            inputMode="decimal"
            autoComplete="off"
            value={amount}
            onChange={({ currentTarget }) => setMoney([currentTarget.value, tds])}
          />
          <TextField
            {...field('tds')}
            label={t('receipts.tds')}
            hint={t('receipts.tdsHint')}
            inputMode="decimal"
            autoComplete="off"
            value={tds}
            onChange={({ currentTarget }) => setMoney([amount, currentTarget.value])}
          />
        </div>
        {customerId !== '' && (
          <AllocationFields {...{ invoices, spending, byHand, choose }} errorOf={submission.errorOf} />
        )}
      </Form>
    </div>
  );
}

type Chosen = ReturnType<typeof allocationsOf>;

function useReceive(companyId: string, chosen: () => Chosen) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useSubmission({
    send: async (values, idempotencyKey) => {
      const request = { path: { companyId }, body: bodyOf(values, chosen()) };
      return (await api(sales.receiptsCreate, request, { idempotencyKey })).body;
    },
    done: ({ id }) => {
      for (const queryKey of [receiptsKey(companyId), invoicesKey(companyId)])
        void client.invalidateQueries({ queryKey });
      void navigate({ to: '/receipts/$id', params: { id } });
    },
  });
}

function bodyOf(values: Values, chosen: Chosen): sales.CreateReceipt {
  const { customerId = '', on = '', mode, amount = '' } = values;
  const told = ['tds', 'reference'].flatMap((name) => {
    const text = values[name]?.trim() ?? '';
    return text === '' ? [] : [[name, name === 'reference' ? text : (typedAmount(text) ?? text)] as const];
  });
  const rest: { tds?: string; reference?: string } = Object.fromEntries(told);
  const inRupees = typedAmount(amount) ?? amount;
  return { customerId, on, mode: mode as sales.ReceiptMode, amount: inRupees, ...rest, ...chosen };
}
