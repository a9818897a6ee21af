import { Button } from '@mantine/core';
import type { common } from '@dhanman/client';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount, formatBalance } from '../formats/amount.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { balanceOf, blankLine, draftLines, type DraftLine } from './draft-journal.js';
import { JournalLines } from './journal-lines.js';
import { useJournalSubmission } from './use-journal-submission.js';
import classes from './journals.module.css';

interface JournalEditorProps {
  readonly companyId: string;
  readonly accounts: readonly common.Account[];
  readonly on: string;
  /** A draft that is there already. */
  readonly journal?: common.ManualJournal;
  /** What a new one is begun from. */
  readonly template?: common.JournalTemplate | undefined;
  readonly aside?: ReactNode;
}

/** A journal as it is written: Ctrl S keeps it as a draft, Ctrl Enter submits it for approval. */
export function JournalEditor({ companyId, accounts, on, journal, template, aside }: JournalEditorProps) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<readonly DraftLine[]>(() => beginningOf(journal ?? template));
  const { submission, intend } = useJournalSubmission({ companyId, accounts, journal, lines, setLines });
  const frame = useRef<HTMLDivElement>(null);
  const send = (what: 'save' | 'submit'): void => {
    intend(what);
    frame.current?.querySelector('form')?.requestSubmit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const what = { s: 'save', Enter: 'submit' } as const;
    const wanted = event.ctrlKey || event.metaKey ? what[event.key as keyof typeof what] : undefined;
    if (wanted === undefined) return;
    event.preventDefault();
    send(wanted);
  };
  const { errorOf } = submission;
  return (
    <div ref={frame} role="presentation" className={classes.editor} onKeyDown={onKeyDown}>
      <Form
        submission={submission}
        action={t('journals.submit')}
        aside={
          <>
            {aside}
            <Button variant="default" onClick={() => send('save')}>
              {t('journals.saveDraft')}
            </Button>
          </>
        }
      >
        <Head {...{ on, journal, errorOf }} narration={(journal ?? template)?.narration ?? ''} />
        <JournalLines {...{ lines, accounts, companyId, errorOf }} change={setLines} />
        <Sums lines={lines} error={errorOf('lines')} />
        <p className={classes.keys}>{t('journals.keys')}</p>
      </Form>
    </div>
  );
}

function beginningOf(from: Pick<common.ManualJournal, 'lines'> | undefined): readonly DraftLine[] {
  return from ? draftLines(from.lines) : [blankLine(), blankLine()];
}

interface HeadProps extends Pick<JournalEditorProps, 'on'> {
  readonly journal: common.ManualJournal | undefined;
  readonly narration: string;
  readonly errorOf: (path: string) => string | undefined;
}

function Head({ on, journal, narration, errorOf }: HeadProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.head}>
      <TextField
        name="on"
        type="date"
        required
        label={t('journals.on')}
        defaultValue={journal?.on ?? on}
        error={errorOf('on')}
      />
      <TextField
        name="narration"
        required
        autoComplete="off"
        label={t('journals.narration')}
        defaultValue={narration}
        error={errorOf('narration')}
      />
      <TextField
        name="reverseOn"
        type="date"
        label={t('journals.reverseOn')}
        defaultValue={journal?.reverseOn ?? ''}
        error={errorOf('reverseOn')}
      />
    </div>
  );
}

export function Sums({
  lines,
  error,
}: {
  readonly lines: readonly DraftLine[];
  readonly error: string | undefined;
}) {
  const { t } = useTranslation();
  const { debit, credit, difference } = balanceOf(lines);
  const shown = (amount: { toJSON(): string }): string => formatAmount(amount.toJSON());
  return (
    <div className={classes.sums} aria-live="polite" data-off={!difference.isZero || undefined}>
      <span>{t('journals.sums', { debit: shown(debit), credit: shown(credit) })}</span>
      <strong>
        {difference.isZero
          ? t('journals.balances')
          : t('journals.difference', { difference: formatBalance(difference.toJSON()) })}
      </strong>
      {error !== undefined && <span>{error}</span>}
    </div>
  );
}
