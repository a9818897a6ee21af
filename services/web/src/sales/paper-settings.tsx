import { sales } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { LongTextField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import { paperSettingsKey } from './sales-queries.js';
import { Saved, useSetting } from './use-setting.js';

interface OfCompany {
  readonly companyId: string;
}

/** What stands on the papers of the company. Those that are issued keep what stood there on their day. */
export function PaperSettings({ companyId }: OfCompany) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: paperSettingsKey(companyId),
    queryFn: async ({ signal }) =>
      (await api(sales.paperSettingsGet, { path: { companyId } }, { signal })).body,
  });
  return (
    <section aria-label={t('paperSettings.title')}>
      <h2>{t('paperSettings.title')}</h2>
      <Loaded query={query}>{(settings) => <PaperForm {...{ companyId, settings }} />}</Loaded>
    </section>
  );
}

function PaperForm({ companyId, settings }: OfCompany & { readonly settings: sales.PaperSettings }) {
  const { t } = useTranslation();
  const { submission, isSaved } = useSetting(paperSettingsKey(companyId), (values) => {
    const said = (name: keyof sales.PaperSettings) => values[name]?.trim() || null;
    const body = {
      ...{ address: said('address'), contact: said('contact') },
      ...{ payment: said('payment'), upiId: said('upiId'), terms: said('terms') },
    };
    return api(sales.paperSettingsSet, { path: { companyId }, body });
  });
  const field = (name: keyof sales.PaperSettings) => ({
    name,
    label: t(`paperSettings.${name}`),
    defaultValue: settings[name] ?? '',
    error: submission.errorOf(name),
  });
  return (
    <Form submission={submission} action={t('salesSettings.save')}>
      <LongTextField {...field('address')} hint={t('paperSettings.addressHint')} maxLength={500} />
      <TextField {...field('contact')} hint={t('paperSettings.contactHint')} maxLength={200} />
      <LongTextField {...field('payment')} hint={t('paperSettings.paymentHint')} maxLength={500} />
      <TextField {...field('upiId')} hint={t('paperSettings.upiIdHint')} maxLength={320} />
      <LongTextField {...field('terms')} maxLength={1000} />
      <Saved isSaved={isSaved} />
    </Form>
  );
}
