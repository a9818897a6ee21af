import { sales } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { CheckField } from '../patterns/check-field.js';
import { ChoiceField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import { Records } from '../patterns/records.js';
import { Paged } from '../sales/paged.js';
import { Saved, useSetting } from '../sales/use-setting.js';
import { languageIn } from '../preferences/preferences.js';
import { useMay } from '../session/me.js';
import { invoiceColumn, reminderColumns } from './reminder-columns.js';
import { preferenceKey, useReminders } from './reminder-queries.js';
import classes from '../customers/customers.module.css';

interface OfCustomer {
  readonly companyId: string;
  readonly customerId: string;
}

/** Of what this customer was reminded, whether they are, and in which language. */
export function CustomerReminders({ companyId, customerId }: OfCustomer) {
  const { t } = useTranslation();
  const may = useMay();
  const query = useReminders(companyId, { customerId });
  const none = <p className={classes.none}>{t('reminders.none')}</p>;
  return (
    <section className={classes.section}>
      <h2>{t('reminders.title')}</h2>
      <Paged query={query}>
        {(rows) => (
          <Records
            label={t('reminders.title')}
            rows={rows}
            columns={[invoiceColumn(t), ...reminderColumns(t)]}
            keyOf={({ id }) => id}
            none={none}
          />
        )}
      </Paged>
      {may('dhanman.sales.customer.update') && <Preference {...{ companyId, customerId }} />}
    </section>
  );
}

function Preference({ companyId, customerId: id }: OfCustomer) {
  const query = useQuery({
    queryKey: preferenceKey(companyId, id),
    queryFn: async ({ signal }) =>
      (await api(sales.reminderPreferencesGet, { path: { companyId, id } }, { signal })).body,
  });
  return <Loaded query={query}>{(preference) => <Fields {...{ companyId, id, preference }} />}</Loaded>;
}

interface FieldsProps {
  readonly companyId: string;
  readonly id: string;
  readonly preference: sales.ReminderPreference;
}

function Fields({ companyId, id, preference: { isReminded, language } }: FieldsProps) {
  const { t } = useTranslation();
  const { submission, isSaved } = useSetting(preferenceKey(companyId, id), (values) => {
    const body = {
      isReminded: values['isReminded'] === 'on',
      language: languageIn(values['language']) ?? null,
    };
    return api(sales.reminderPreferencesSet, { path: { companyId, id }, body });
  });
  return (
    <Form submission={submission} action={t('reminders.preference.save')}>
      <CheckField
        name="isReminded"
        label={t('reminders.preference.isReminded')}
        defaultChecked={isReminded}
      />
      <ChoiceField
        name="language"
        required
        label={t('reminders.preference.language')}
        defaultValue={language ?? 'plan'}
      >
        <option value="plan">{t('reminders.preference.ofPlan')}</option>
        <option value="en">{t('invoices.mail.languages.en')}</option>
        <option value="hi">{t('invoices.mail.languages.hi')}</option>
      </ChoiceField>
      <Saved isSaved={isSaved} />
    </Form>
  );
}
