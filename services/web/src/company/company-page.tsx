import type { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { LanguageOptions } from '../patterns/language-options.js';
import { Loaded } from '../patterns/loaded.js';
import type { Values } from '../patterns/use-submission.js';
import { languageIn } from '../preferences/preferences.js';
import { InCompany } from '../sales/in-company.js';
import { useSetting } from '../sales/use-setting.js';
import { meQuery } from '../session/me.js';
import { companyKey, patchCompany, useCompanyDetails } from './company-details.js';

/** What a company is called, and how it speaks to its customers. */
export function CompanyPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('company.title')} intro={t('company.intro')} />
      <InCompany>{({ id }) => <Details key={id} companyId={id} />}</InCompany>
    </>
  );
}

function Details({ companyId }: { readonly companyId: string }) {
  return (
    <Loaded query={useCompanyDetails(companyId)}>{(company) => <DetailsForm company={company} />}</Loaded>
  );
}

function DetailsForm({ company }: { readonly company: common.Company }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { submission, isSaved } = useSetting(companyKey(company.id), async (values) => {
    await patchCompany(company, detailsIn(values, company));
    // The frame names the company, too.
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  });
  return (
    <Form submission={submission} action={t('company.save')}>
      <TextField
        name="name"
        required
        maxLength={200}
        label={t('company.name')}
        defaultValue={company.name}
        error={submission.errorOf('name')}
      />
      <TextField
        name="legalName"
        maxLength={200}
        label={t('company.legalName')}
        hint={t('company.legalNameHint')}
        defaultValue={company.legalName ?? ''}
        error={submission.errorOf('legalName')}
      />
      <ChoiceField
        name="language"
        required
        label={t('company.language')}
        hint={t('company.languageHint')}
        defaultValue={company.preferences.language ?? 'en'}
        error={submission.errorOf('preferences.language')}
      >
        <LanguageOptions />
      </ChoiceField>
      <p role="status">{isSaved && t('company.saved')}</p>
    </Form>
  );
}

function detailsIn(values: Values, { preferences }: common.Company): common.PatchCompany {
  const language = languageIn(values['language']);
  return {
    name: values['name'] ?? '',
    legalName: values['legalName']?.trim() || null,
    preferences: { ...preferences, ...(language && { language }) },
  };
}
