import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { Cancel } from '../patterns/change-button.js';
import { Dialog } from '../patterns/dialog.js';
import { ChoiceField, LongTextField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useChange } from '../patterns/use-change.js';
import type { Values } from '../patterns/use-submission.js';
import { customersKey } from './sales-queries.js';

const standings = ['registered', 'composition', 'unregistered', 'sez', 'overseas'] as const;

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
    ...{ path: { companyId, id }, version, key: customersKey(companyId) },
    ...{ bodyOf: patchIn, done: close },
  });
  const field = (name: 'name' | 'code' | 'gstin' | 'stateCode' | 'email' | 'phone' | 'address') => ({
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
        <TextField {...field('code')} label={t('products.code')} maxLength={20} />
      </Form>
    </Dialog>
  );
}

/** What was emptied is removed. */
function patchIn({ name = '', standing, ...values }: Values): sales.PatchCustomer {
  const others = Object.entries(values).map(([key, text]) => [key, text.trim() === '' ? null : text.trim()]);
  const known = standings.find((one) => one === standing);
  const details = Object.fromEntries(others) as sales.PatchCustomer;
  return { ...details, name: name.trim(), ...(known && { standing: known }) };
}
