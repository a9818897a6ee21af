import { sales } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { typedAmount } from '../formats/typed-amount.js';
import { PageHeader } from '../layout/page-header.js';
import { CheckField } from '../patterns/check-field.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { LinkButton } from '../patterns/link-button.js';
import { Loaded } from '../patterns/loaded.js';
import { InCompany } from './in-company.js';
import { PaperSettings } from './paper-settings.js';
import { approvalKey, taxSettingsKey } from './sales-queries.js';
import classes from './sales.module.css';
import { Saved, useSetting } from './use-setting.js';

/** What the tax of a company depends on, and who looks at its invoices before they go. */
export function SalesSettingsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('salesSettings.title')} intro={t('salesSettings.intro')} />
      <InCompany>
        {({ id }) => (
          <div key={id} className={classes.settings}>
            <Tax companyId={id} />
            <Approval companyId={id} />
            <PaperSettings companyId={id} />
            <ToReminderPlan />
          </div>
        )}
      </InCompany>
    </>
  );
}

interface OfCompany {
  readonly companyId: string;
}

function ToReminderPlan() {
  const { t } = useTranslation();
  return (
    <section aria-label={t('reminders.plan.title')}>
      <h2>{t('reminders.plan.title')}</h2>
      <p>{t('reminders.plan.intro')}</p>
      <LinkButton to="/reminders/plan" variant="default">
        {t('reminders.plan.open')}
      </LinkButton>
    </section>
  );
}

function Tax({ companyId }: OfCompany) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: taxSettingsKey(companyId),
    queryFn: async ({ signal }) => (await api(sales.taxGet, { path: { companyId } }, { signal })).body,
  });
  return (
    <section aria-label={t('salesSettings.tax')}>
      <h2>{t('salesSettings.tax')}</h2>
      <Loaded query={query}>{(settings) => <TaxForm {...{ companyId, settings }} />}</Loaded>
    </section>
  );
}

function TaxForm({ companyId, settings }: OfCompany & { readonly settings: sales.TaxSettings }) {
  const { t } = useTranslation();
  const { submission, isSaved } = useSetting(taxSettingsKey(companyId), (values) => {
    const stateCode = values['stateCode']?.trim() ?? '';
    const body: sales.TaxSettings = {
      isComposition: values['isComposition'] === 'on',
      turnover: amountIn(values['turnover']),
      societyView: values['societyView'] === 'excess' ? 'excess' : 'whole',
      stateCode: stateCode === '' ? null : stateCode,
    };
    return api(sales.taxSet, { path: { companyId }, body });
  });
  return (
    <Form submission={submission} action={t('salesSettings.save')}>
      <TextField
        name="stateCode"
        label={t('salesSettings.state')}
        hint={t('salesSettings.stateHint')}
        defaultValue={settings.stateCode ?? ''}
        maxLength={2}
        inputMode="numeric"
        error={submission.errorOf('stateCode')}
      />
      <TextField
        name="turnover"
        required
        label={t('salesSettings.turnover')}
        hint={t('salesSettings.turnoverHint')}
        defaultValue={settings.turnover}
        inputMode="decimal"
        error={submission.errorOf('turnover')}
      />
      <CheckField
        name="isComposition"
        label={t('salesSettings.composition')}
        defaultChecked={settings.isComposition}
      />
      <ChoiceField
        name="societyView"
        required
        label={t('salesSettings.society')}
        defaultValue={settings.societyView}
      >
        <option value="whole">{t('salesSettings.whole')}</option>
        <option value="excess">{t('salesSettings.excess')}</option>
      </ChoiceField>
      <Saved isSaved={isSaved} />
    </Form>
  );
}

function Approval({ companyId }: OfCompany) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: approvalKey(companyId),
    queryFn: async ({ signal }) =>
      (await api(sales.approvalSettingsGet, { path: { companyId } }, { signal })).body,
  });
  return (
    <section aria-label={t('salesSettings.approval')}>
      <h2>{t('salesSettings.approval')}</h2>
      <Loaded query={query}>{(settings) => <ApprovalForm {...{ companyId, settings }} />}</Loaded>
    </section>
  );
}

function ApprovalForm({ companyId, settings }: OfCompany & { readonly settings: sales.ApprovalSettings }) {
  const { t } = useTranslation();
  const [levels, setLevels] = useState(settings.levels);
  const { submission, isSaved } = useSetting(approvalKey(companyId), (values) => {
    const limit = values['secondAbove']?.trim() ?? '';
    const body: sales.ApprovalSettings = { levels, secondAbove: limit === '' ? null : amountIn(limit) };
    return api(sales.approvalSettingsSet, { path: { companyId }, body });
  });
  return (
    <Form submission={submission} action={t('salesSettings.save')}>
      <ChoiceField
        name="levels"
        required
        label={t('salesSettings.levels')}
        value={levels}
        onChange={({ currentTarget }) => setLevels(Number(currentTarget.value))}
      >
        <option value={0}>{t('salesSettings.none')}</option>
        <option value={1}>{t('salesSettings.one')}</option>
        <option value={2}>{t('salesSettings.two')}</option>
      </ChoiceField>
      {levels === 2 && (
        <TextField
          name="secondAbove"
          label={t('salesSettings.secondAbove')}
          hint={t('salesSettings.secondAboveHint')}
          defaultValue={settings.secondAbove ?? ''}
          inputMode="decimal"
          error={submission.errorOf('secondAbove')}
        />
      )}
      <Saved isSaved={isSaved} />
    </Form>
  );
}

/** What cannot be read is sent as it was typed, so that it is refused where it stands. */
function amountIn(text = ''): string {
  return typedAmount(text) ?? text;
}
