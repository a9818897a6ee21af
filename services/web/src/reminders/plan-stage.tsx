import { Button } from '@mantine/core';
import type { sales } from '@dhanman/client';
import { IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LongTextField, TextField } from '../patterns/field.js';
import { type Submission, valuesOf } from '../patterns/use-submission.js';
import { type Looked, PreviewDialog } from './preview-dialog.js';
import { typedStage } from './typed-plan.js';
import classes from './reminders.module.css';

interface PlanStageProps {
  readonly companyId: string;
  readonly stage: sales.ReminderStage;
  readonly index: number;
  readonly submission: Submission;
  readonly remove: () => void;
}

/** One day from the due date, and what is said on it in each language. */
export function PlanStage({ companyId, stage, index, submission, remove }: PlanStageProps) {
  const { t } = useTranslation();
  const fields = useRef<HTMLFieldSetElement>(null);
  const [looked, look] = useState<Looked>();
  const preview = (language: 'en' | 'hi'): void => {
    const form = fields.current?.form;
    if (!form) return;
    const { days, ...words } = typedStage(valuesOf(form), null, index);
    look({ days, words: words[language] });
  };
  const number = index + 1;
  return (
    <fieldset ref={fields} className={classes.stage}>
      <legend>{t('reminders.plan.stage', { number })}</legend>
      <div className={classes.stageHead}>
        <TextField
          name={`stages.${index}.days`}
          required
          label={t('reminders.plan.days')}
          hint={t('reminders.plan.daysHint')}
          defaultValue={stage.days}
          inputMode="numeric"
          maxLength={3}
          error={submission.errorOf(`stages.${index}.days`)}
        />
        <Button variant="subtle" aria-label={t('reminders.plan.removeStage', { number })} onClick={remove}>
          <IconTrash size={16} stroke={1.75} aria-hidden />
        </Button>
      </div>
      <div className={classes.languages}>
        {(['en', 'hi'] as const).map((language) => (
          <Words
            key={language}
            {...{ stage, index, language, submission }}
            preview={() => preview(language)}
          />
        ))}
      </div>
      {looked && <PreviewDialog {...{ companyId, looked }} close={() => look(undefined)} />}
    </fieldset>
  );
}

interface WordsProps extends Pick<PlanStageProps, 'stage' | 'index' | 'submission'> {
  readonly language: 'en' | 'hi';
  readonly preview: () => void;
}

function Words({ stage, index, language, submission, preview }: WordsProps) {
  const { t } = useTranslation();
  const { subject, text } = stage[language];
  const path = `stages.${index}.${language}`;
  return (
    <div className={classes.words} role="group" aria-label={t(`invoices.mail.languages.${language}`)}>
      <p className={classes.language}>{t(`invoices.mail.languages.${language}`)}</p>
      <TextField
        {...{ name: `${path}.subject`, label: t('invoices.mail.subject'), required: true, maxLength: 200 }}
        defaultValue={subject}
        lang={language}
        error={submission.errorOf(`${path}.subject`)}
      />
      <LongTextField
        {...{
          name: `${path}.text`,
          label: t('invoices.mail.text'),
          required: true,
          maxLength: 5000,
          rows: 7,
        }}
        defaultValue={text}
        lang={language}
        error={submission.errorOf(`${path}.text`)}
      />
      <Button variant="default" className={classes.add} onClick={preview}>
        {t('reminders.plan.preview')}
      </Button>
    </div>
  );
}
