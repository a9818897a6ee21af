import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { typedAmount } from '../formats/typed-amount.js';
import { PageHeader } from '../layout/page-header.js';
import { CheckField } from '../patterns/check-field.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import type { Values } from '../patterns/use-submission.js';
import { InCompany } from '../sales/in-company.js';
import { useSetting } from '../sales/use-setting.js';

const companyKey = (companyId: string) => ['common', companyId, 'company'] as const;

/** Who has to approve the journals of a company, before the books have them. */
export function JournalApprovalPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('journalApproval.title')} intro={t('journalApproval.intro')} />
      <InCompany>{({ id }) => <Approval key={id} companyId={id} />}</InCompany>
    </>
  );
}

function Approval({ companyId }: { readonly companyId: string }) {
  const query = useQuery({
    queryKey: companyKey(companyId),
    queryFn: async ({ signal }) => (await api(common.companiesGet, { path: { companyId } }, { signal })).body,
  });
  return <Loaded query={query}>{(company) => <ApprovalForm company={company} />}</Loaded>;
}

function ApprovalForm({ company }: { readonly company: common.Company }) {
  const { t } = useTranslation();
  const { id: companyId, version } = company;
  const { submission, isSaved } = useSetting(companyKey(companyId), (values) =>
    api(common.companiesPatch, {
      path: { companyId },
      headers: { 'If-Match': `"${String(version)}"` },
      body: settingsIn(values),
    }),
  );
  return (
    <Form submission={submission} action={t('journalApproval.save')}>
      <TextField
        name="secondApprovalAbove"
        label={t('journalApproval.secondAbove')}
        hint={t('journalApproval.secondAboveHint')}
        defaultValue={company.secondApprovalAbove ?? ''}
        inputMode="decimal"
        error={submission.errorOf('secondApprovalAbove')}
      />
      <CheckField
        name="authorMayApprove"
        label={t('journalApproval.author')}
        defaultChecked={company.authorMayApprove}
        error={submission.errorOf('authorMayApprove')}
      />
      <p>{t('journalApproval.authorHint')}</p>
      <p role="status">{isSaved && t('journalApproval.saved')}</p>
    </Form>
  );
}

/** What cannot be read is sent as it was typed, so that it is refused where it stands. */
function settingsIn({ secondApprovalAbove = '', authorMayApprove }: Values): common.PatchCompany {
  const limit = secondApprovalAbove.trim();
  return {
    secondApprovalAbove: limit === '' ? null : (typedAmount(limit) ?? limit),
    authorMayApprove: authorMayApprove === 'on',
  };
}
