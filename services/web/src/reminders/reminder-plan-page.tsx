import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { CheckField } from '../patterns/check-field.js';
import { ChoiceField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import { type Submission, useSubmission } from '../patterns/use-submission.js';
import { InCompany } from '../sales/in-company.js';
import { Saved } from '../sales/use-setting.js';
import { useMay } from '../session/me.js';
import { PlanStage } from './plan-stage.js';
import { reminderPlanKey, useReminderPlan } from './reminder-queries.js';
import { typedPlan } from './typed-plan.js';
import classes from './reminders.module.css';

const most = 6;

/** Named in a sentence as they are written in a template, and alike in every language. */
const placeholders = {
  ...{ customer: '{customer}', number: '{number}', amount: '{amount}' },
  ...{ due: '{due}', days: '{days}', company: '{company}' },
};

/** When customers are reminded, and in which words. */
export function ReminderPlanPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('reminders.plan.title')} intro={t('reminders.plan.intro')} />
      <InCompany>{({ id }) => <Plan key={id} companyId={id} />}</InCompany>
    </>
  );
}

function Plan({ companyId }: { readonly companyId: string }) {
  return (
    <Loaded query={useReminderPlan(companyId)}>{(plan) => <PlanForm {...{ companyId, plan }} />}</Loaded>
  );
}

interface PlanFormProps {
  readonly companyId: string;
  readonly plan: sales.ReminderPlan;
}

interface Row {
  readonly key: string;
  readonly stage: sales.ReminderStage;
}

const blank: sales.ReminderStage = {
  ...{ id: null, days: 0 },
  ...{ en: { subject: '', text: '' }, hi: { subject: '', text: '' } },
};

const row = (stage: sales.ReminderStage): Row => ({ key: crypto.randomUUID(), stage });

function PlanForm({ companyId, plan }: PlanFormProps) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const [rows, setRows] = useState(() => plan.stages.map(row));
  const [isSaved, setSaved] = useState(false);
  const submission = useSubmission({
    send: async (values) => {
      setSaved(false);
      const ids = rows.map(({ stage }) => stage.id);
      return (await api(sales.reminderPlansSet, { path: { companyId }, body: typedPlan(values, ids) })).body;
    },
    done: (saved) => {
      setSaved(true);
      client.setQueryData(reminderPlanKey(companyId), saved);
      // A new stage has its name now, and they stand in the order of their days.
      setRows(saved.stages.map(row));
    },
  });
  const isMine = may('dhanman.sales.reminder-plan.update');
  return (
    <div className={classes.plan}>
      <Form submission={submission} action={t('reminders.plan.save')} isDocument>
        <fieldset className={classes.fields} disabled={!isMine}>
          <Switches {...{ plan, submission }} />
          {rows.map(({ key, stage }, index) => (
            <PlanStage
              {...{ key, companyId, stage, index, submission }}
              remove={() => setRows(rows.filter((one) => one.key !== key))}
            />
          ))}
          {rows.length < most && (
            <Button
              variant="default"
              className={classes.add}
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => setRows([...rows, row(blank)])}
            >
              {t('reminders.plan.add')}
            </Button>
          )}
        </fieldset>
        <Saved isSaved={isSaved} />
      </Form>
    </div>
  );
}

interface SwitchesProps {
  readonly plan: sales.ReminderPlan;
  readonly submission: Submission;
}

function Switches({ plan: { isActive, language }, submission }: SwitchesProps) {
  const { t } = useTranslation();
  return (
    <>
      <CheckField name="isActive" label={t('reminders.plan.isActive')} defaultChecked={isActive} />
      <p className={classes.note}>{t('reminders.plan.from')}</p>
      {submission.errorOf('stages') !== undefined && <p role="alert">{t('reminders.plan.needsStage')}</p>}
      <ChoiceField
        name="language"
        required
        label={t('reminders.plan.language')}
        hint={t('reminders.plan.languageHint')}
        defaultValue={language ?? 'company'}
      >
        <option value="company">{t('reminders.plan.ofCompany')}</option>
        <option value="en">{t('invoices.mail.languages.en')}</option>
        <option value="hi">{t('invoices.mail.languages.hi')}</option>
      </ChoiceField>
      <p className={classes.note}>{t('reminders.plan.placeholders', placeholders)}</p>
    </>
  );
}
