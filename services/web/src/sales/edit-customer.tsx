import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { typedAmount } from '../formats/typed-amount.js';
import { Cancel } from '../patterns/change-button.js';
import { Dialog } from '../patterns/dialog.js';
import { ChoiceField, LongTextField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useChange } from '../patterns/use-change.js';
import type { Values } from '../patterns/use-submission.js';
import { useMay } from '../session/me.js';

const standings = ['registered', 'composition', 'unregistered', 'sez', 'overseas'] as const;

type Particular =
  'name' | 'code' | 'gstin' | 'stateCode' | 'email' | 'phone' | 'address' | 'termDays' | 'creditLimit';

interface FieldOfCustomer {
  readonly name: Particular;
  readonly error: string | undefined;
  readonly defaultValue: string | number;
  readonly autoComplete: 'off';
}

interface EditCustomerProps {
  readonly companyId: string;
  readonly customer: sales.Customer;
  readonly close: () => void;
}

/** What a person may decide about a customer; invoices that are issued keep what stood on them. */
export function EditCustomer({ companyId, customer, close }: EditCustomerProps) {
  const { t } = useTranslation();
  const { id, version } = customer;
  const submission = useChange(sales.customersPatch, {
    ...{ path: { companyId, id }, version, key: ['sales', companyId] },
    ...{ bodyOf: patchIn, done: close },
  });
  const field = (name: Particular): FieldOfCustomer => ({
    name,
    error: submission.errorOf(name),
    defaultValue: customer[name] ?? '',
    autoComplete: 'off',
  });
  return (
    <Dialog title={t('customers.change')} close={close}>
      <Form submission={submission} action={t('customers.saveChange')} aside={<Cancel close={close} />}>
        <TextField {...field('name')} required label={t('customers.name')} maxLength={200} />
        <ChoiceField
          name="standing"
          required
          label={t('customers.standing')}
          defaultValue={customer.standing}
          error={submission.errorOf('standing')}
        >
          {standings.map((one) => (
            <option key={one} value={one}>
              {t(`customers.standings.${one}`)}
            </option>
          ))}
        </ChoiceField>
        <Particulars field={field} />
        <TextField {...field('code')} label={t('products.code')} maxLength={20} />
      </Form>
    </Dialog>
  );
}

interface ParticularsProps {
  readonly field: (name: Particular) => FieldOfCustomer;
}

/** Where they are, how they are reached, and how long they may take to pay. */
function Particulars({ field }: ParticularsProps) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      <TextField {...field('gstin')} label={t('customers.gstin')} maxLength={15} />
      <TextField
        {...field('stateCode')}
        label={t('customers.state')}
        hint={t('customers.stateHint')}
        maxLength={2}
      />
      <LongTextField {...field('address')} label={t('customers.address')} maxLength={500} />
      <TextField {...field('email')} type="email" label={t('account.email')} />
      <TextField
        {...field('phone')}
        type="tel"
        label={t('customers.phone')}
        hint={t('customers.phoneHint')}
      />
      <TextField
        {...field('termDays')}
        type="number"
        min={0}
        max={365}
        label={t('customers.termDays')}
        hint={t('customers.termDaysHint')}
      />
      {may('dhanman.sales.credit-limit.update') && (
        <TextField
          {...field('creditLimit')}
          inputMode="decimal"
          label={t('customers.creditLimit')}
          hint={t('customers.creditLimitHint')}
        />
      )}
    </>
  );
}

/** What was emptied is removed. */
function patchIn({
  name = '',
  standing,
  termDays = '',
  creditLimit,
  ...values
}: Values): sales.PatchCustomer {
  const others = Object.entries(values).map(([key, text]) => [key, text.trim() === '' ? null : text.trim()]);
  const known = standings.find((one) => one === standing);
  const details = Object.fromEntries(others) as sales.PatchCustomer;
  const term = termDays.trim() === '' ? null : Number(termDays);
  const limit = creditLimit === undefined ? {} : { creditLimit: limitIn(creditLimit.trim()) };
  return { ...details, ...limit, name: name.trim(), termDays: term, ...(known && { standing: known }) };
}

/** What is no amount goes as it was typed, and is refused where it stands. */
function limitIn(text: string): string | null {
  return text === '' ? null : (typedAmount(text) ?? text);
}
