import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { typedAmount } from '../formats/typed-amount.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { CustomerField } from '../sales/customer-field.js';
import { invoicesKey } from '../sales/sales-queries.js';
import type { UnsentStore } from '../unsent/unsent-store.js';
import { useKept, WithUnsent } from '../unsent/with-unsent.js';
import { AllocationFields } from './allocation-fields.js';
import { blankMeans, Means } from './means.js';
import { receiptsKey, useOpenInvoices } from './receipt-queries.js';
import { allocationsOf, money, spend } from './spending.js';
import { type TypedReceipt, typedReceiptIn } from './typed-receipt.js';
import classes from './receipts.module.css';

interface ReceiptEditorProps {
  readonly companyId: string;
  readonly customerId: string;
}

/** Who has paid what, and which invoices it settles while one types. What is typed and not saved is kept. */
export function ReceiptEditor({ companyId, customerId }: ReceiptEditorProps) {
  const blank = (): TypedReceipt => ({ ...blankMeans(), customerId, amount: '', tds: '' });
  return (
    <WithUnsent kind="receipt" document="receipt" companyId={companyId} read={typedReceiptIn}>
      {({ begun, store }) => <Editor {...{ companyId, store }} begun={begun ?? blank()} />}
    </WithUnsent>
  );
}

interface EditorProps {
  readonly companyId: string;
  readonly begun: TypedReceipt;
  readonly store: UnsentStore;
}

function Editor({ companyId, begun, store }: EditorProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(begun);
  const change = (part: Partial<TypedReceipt>): void => setTyped({ ...typed, ...part });
  const { customerId, amount, tds, byHand } = typed;
  useKept(store, typed);
  const { data: invoices = [] } = useOpenInvoices(companyId, customerId);
  const submission = useReceive({ companyId, typed, store });
  const { errorOf } = submission;
  return (
    <div className={classes.editor}>
      <Form submission={submission} action={t('receipts.save')}>
        <CustomerField
          companyId={companyId}
          value={customerId}
          error={errorOf('customerId')}
          choose={(id) => change({ customerId: id, byHand: undefined })}
        />
        <Means {...{ means: typed, change, errorOf }} />
        <Amounts {...{ typed, change, errorOf }} />
        {customerId !== '' && (
          <AllocationFields
            {...{ invoices, byHand, errorOf }}
            spending={spend(invoices, money(amount).add(money(tds)), byHand)}
            choose={(shares) => change({ byHand: shares })}
          />
        )}
      </Form>
    </div>
  );
}

interface AmountsProps {
  readonly typed: TypedReceipt;
  readonly change: (part: Partial<TypedReceipt>) => void;
  readonly errorOf: (path: string) => string | undefined;
}

/** What came, and what the customer kept back as tax. */
function Amounts({ typed: { amount, tds }, change, errorOf }: AmountsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.pair}>
      <TextField
        name="amount"
        required
        label={t('receipts.amountIn')}
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        error={errorOf('amount')}
        onChange={({ currentTarget }) => change({ amount: currentTarget.value })}
      />
      <TextField
        name="tds"
        label={t('receipts.tds')}
        hint={t('receipts.tdsHint')}
        inputMode="decimal"
        autoComplete="off"
        value={tds}
        error={errorOf('tds')}
        onChange={({ currentTarget }) => change({ tds: currentTarget.value })}
      />
    </div>
  );
}

function useReceive({ companyId, typed, store }: Omit<EditorProps, 'begun'> & Pick<AmountsProps, 'typed'>) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useSubmission({
    send: async () => {
      const body = bodyOf(typed);
      const idempotencyKey = store.keyFor(body);
      return (await api(sales.receiptsCreate, { path: { companyId }, body }, { idempotencyKey })).body;
    },
    done: ({ id }) => {
      store.erase();
      for (const queryKey of [receiptsKey(companyId), invoicesKey(companyId)])
        void client.invalidateQueries({ queryKey });
      void navigate({ to: '/receipts/$id', params: { id } });
    },
  });
}

function bodyOf({ customerId, on, mode, byHand, ...texts }: TypedReceipt): sales.CreateReceipt {
  const [tds, reference] = [texts.tds.trim(), texts.reference.trim()];
  return {
    ...{ customerId, on, mode, amount: inRupees(texts.amount) },
    ...(tds !== '' && { tds: inRupees(tds) }),
    ...(reference !== '' && { reference }),
    ...allocationsOf(byHand),
  };
}

/** What is no amount is sent as it was typed: the service says what is wrong with it. */
const inRupees = (text: string): string => typedAmount(text) ?? text;
