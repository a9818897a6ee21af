import type { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { companyKey, patchCompany, useCompanyDetails } from '../company/company-details.js';
import { typedAmount } from '../formats/typed-amount.js';
import { PageHeader } from '../layout/page-header.js';
import { CheckField } from '../patterns/check-field.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import type { Values } from '../patterns/use-submission.js';
import { InCompany } from '../sales/in-company.js';
import { useSetting } from '../sales/use-setting.js';

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
  return (
    <Loaded query={useCompanyDetails(companyId)}>{(company) => <ApprovalForm company={company} />}</Loaded>
  );
}

function ApprovalForm({ company }: { readonly company: common.Company }) {
  const { t } = useTranslation();
  const { submission, isSaved } = useSetting(companyKey(company.id), (values) =>
    patchCompany(company, settingsIn(values)),
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
