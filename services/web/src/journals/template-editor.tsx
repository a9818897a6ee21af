import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission, type Values } from '../patterns/use-submission.js';
import { blankLine, draftLines, type DraftLine, isBlank, lineFrom } from './draft-journal.js';
import { Sums } from './journal-editor.js';
import { JournalLines } from './journal-lines.js';
import { RecurrenceFields } from './recurrence-fields.js';
import { templatesKey } from './template-queries.js';
import classes from './journals.module.css';

interface TemplateEditorProps {
  readonly companyId: string;
  readonly accounts: readonly common.Account[];
  readonly template?: common.JournalTemplate;
  readonly aside?: ReactNode;
}

export function TemplateEditor(props: TemplateEditorProps) {
  const { companyId, accounts, template, aside } = props;
  const { t } = useTranslation();
  const [lines, setLines] = useState<readonly DraftLine[]>(() =>
    template ? draftLines(template.lines) : [blankLine(), blankLine()],
  );
  const submission = useTemplateSubmission(props, lines, setLines);
  const { errorOf } = submission;
  return (
    <div className={classes.editor}>
      <Form submission={submission} isDocument action={t('journalTemplates.save')} aside={aside}>
        <div className={classes.pair}>
          <TextField
            name="name"
            required
            maxLength={100}
            autoComplete="off"
            label={t('journalTemplates.name')}
            defaultValue={template?.name ?? ''}
            error={errorOf('name')}
          />
          <TextField
            name="narration"
            required
            maxLength={500}
            autoComplete="off"
            label={t('journals.narration')}
            defaultValue={template?.narration ?? ''}
            error={errorOf('narration')}
          />
        </div>
        <JournalLines {...{ lines, accounts, companyId, errorOf }} change={setLines} />
        <Sums lines={lines} error={errorOf('lines')} />
        <RecurrenceFields recurrence={template?.recurrence ?? null} errorOf={errorOf} />
      </Form>
    </div>
  );
}

function useTemplateSubmission(
  { companyId, accounts, template }: TemplateEditorProps,
  lines: readonly DraftLine[],
  setLines: (lines: readonly DraftLine[]) => void,
) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useSubmission({
    send: async (values, idempotencyKey) => {
      // The service counts the lines it is sent: those shown are the same.
      const filled = lines.filter((line) => !isBlank(line));
      setLines(filled.length > 0 ? filled : lines.slice(0, 1));
      const body = { ...contentIn(values), lines: filled.map((line) => lineFrom(line, accounts)) };
      if (!template)
        return (await api(common.journalTemplatesCreate, { path: { companyId }, body }, { idempotencyKey }))
          .body;
      const { id, version } = template;
      const at = { path: { companyId, id }, headers: { 'If-Match': `"${version}"` } };
      return (await api(common.journalTemplatesReplace, { ...at, body })).body;
    },
    done: ({ id }) => {
      void client.invalidateQueries({ queryKey: templatesKey(companyId) });
      void navigate({ to: '/journals/templates/$id', params: { id } });
    },
  });
}

function contentIn(values: Values): Omit<common.CreateJournalTemplate, 'lines'> {
  const { name = '', narration = '', 'recurrence.every': every = '' } = values;
  const texts = { name: name.trim(), narration: narration.trim() };
  return every === '' ? texts : { ...texts, recurrence: recurrenceIn(values) };
}

function recurrenceIn(values: Values): common.JournalRecurrence {
  const { 'recurrence.every': every = '', 'recurrence.startsOn': startsOn = '' } = values;
  const { 'recurrence.endsOn': endsOn = '', 'recurrence.times': times = '' } = values;
  return {
    every: every as common.JournalRecurrence['every'],
    startsOn,
    reverses: (values['recurrence.reverses'] ?? 'never') as common.JournalRecurrence['reverses'],
    ...(endsOn !== '' && { endsOn }),
    ...(times !== '' && { times: Number(times) }),
  };
}
