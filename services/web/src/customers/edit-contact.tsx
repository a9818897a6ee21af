import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { Cancel, ChangeButton } from '../patterns/change-button.js';
import { CheckField } from '../patterns/check-field.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useChange } from '../patterns/use-change.js';
import type { Submission, Values } from '../patterns/use-submission.js';
import { customersKey } from '../sales/sales-queries.js';

interface EditContactProps {
  readonly companyId: string;
  readonly customer: sales.Customer;
  /** Which of them; one after the last is a new one. */
  readonly index: number;
  readonly close: () => void;
}

/** One person at a customer. */
export function EditContact({ companyId, customer, index, close }: EditContactProps) {
  const { t } = useTranslation();
  const { id, version, contacts } = customer;
  const contact = contacts[index];
  const change = { path: { companyId, id }, version, key: customersKey(companyId), done: close };
  const submission = useChange(sales.customersPatch, {
    ...change,
    bodyOf: (values) => ({ contacts: contacts.toSpliced(index, 1, contactIn(values)) }),
  });
  const removal = useChange(sales.customersPatch, {
    ...change,
    bodyOf: () => ({ contacts: contacts.toSpliced(index, 1) }),
  });
  return (
    <Dialog title={contact ? contact.name : t('customers.contacts.add')} close={close}>
      <Form submission={submission} action={t('customers.contacts.save')} aside={<Cancel close={close} />}>
        <ContactFields {...{ contact, index, submission }} />
      </Form>
      {contact && <ChangeButton submission={removal}>{t('customers.contacts.remove')}</ChangeButton>}
    </Dialog>
  );
}

interface ContactFieldsProps {
  readonly contact: sales.CustomerContact | undefined;
  readonly index: number;
  readonly submission: Submission;
}

function ContactFields({ contact, index, submission }: ContactFieldsProps) {
  const { t } = useTranslation();
  const field = (name: 'name' | 'role' | 'email' | 'phone') => ({
    ...{ name, defaultValue: contact?.[name] ?? '', autoComplete: 'off' },
    error: submission.errorOf(`contacts.${String(index)}.${name}`),
  });
  return (
    <>
      <TextField {...field('name')} required label={t('customers.name')} maxLength={100} />
      <TextField {...field('role')} label={t('customers.contacts.role')} maxLength={100} />
      <TextField {...field('email')} type="email" label={t('account.email')} />
      <TextField
        {...field('phone')}
        type="tel"
        label={t('customers.phone')}
        hint={t('customers.phoneHint')}
      />
      <CheckField
        name="getsMails"
        label={t('customers.contacts.getsMails')}
        defaultChecked={contact?.getsMails ?? false}
      />
    </>
  );
}

/** What was left empty is not there. */
function contactIn({
  name = '',
  role = '',
  email = '',
  phone = '',
  getsMails,
}: Values): sales.CustomerContact {
  const known = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    ...{ name: name.trim(), role: known(role), email: known(email), phone: known(phone) },
    getsMails: getsMails === 'on',
  };
}
