import type { common } from '@dhanman/client';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount, formatBalance } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { balanceOf, blankLine, draftLines, type DraftLine } from '../journals/draft-journal.js';
import { JournalLines } from '../journals/journal-lines.js';
import { CheckField } from '../patterns/check-field.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import type { Submission } from '../patterns/use-submission.js';
import { useOpeningSubmission } from './use-opening-submission.js';
import classes from './opening.module.css';

interface OpeningEditorProps {
  readonly companyId: string;
  readonly accounts: readonly common.Account[];
  readonly opening: common.OpeningBalances;
  readonly done: () => void;
  readonly aside?: ReactNode;
}

/** A grid for the keyboard; Ctrl Enter posts what stands in it. */
export function OpeningEditor({ companyId, accounts, opening, done, aside }: OpeningEditorProps) {
  const { t } = useTranslation();
  const { current, days } = opening;
  const [lines, setLines] = useState<readonly DraftLine[]>(() =>
    current ? draftLines(current.lines) : [blankLine(), blankLine()],
  );
  const replaces = current?.version ?? null;
  const submission = useOpeningSubmission({ companyId, accounts, replaces, lines, setLines, done });
  const frame = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    frame.current?.querySelector('form')?.requestSubmit();
  };
  const { errorOf } = submission;
  return (
    <div ref={frame} role="presentation" className={classes.editor} onKeyDown={onKeyDown}>
      <Form submission={submission} action={t(current ? 'opening.replace' : 'opening.post')} aside={aside}>
        <div className={classes.head}>
          <Day days={days} chosen={current?.on} error={errorOf('on')} />
          {current && (
            <TextField
              name="reason"
              required
              maxLength={200}
              autoComplete="off"
              label={t('opening.reason')}
              error={errorOf('reason')}
            />
          )}
        </div>
        <JournalLines {...{ lines, accounts, companyId, errorOf }} change={setLines} />
        <Difference lines={lines} equity={opening.equity} submission={submission} />
        <p className={classes.keys}>{t('opening.keys')}</p>
      </Form>
    </div>
  );
}

interface DayProps {
  readonly days: readonly string[];
  readonly chosen: string | undefined;
  readonly error: string | undefined;
}

function Day({ days, chosen, error }: DayProps) {
  const { t } = useTranslation();
  const usual = chosen !== undefined && days.includes(chosen) ? chosen : days[0];
  return (
    <ChoiceField
      name="on"
      required
      label={t('opening.on')}
      hint={t('opening.onHint')}
      defaultValue={usual}
      error={error}
    >
      {days.map((day) => (
        <option key={day} value={day}>
          {formatDate(day)}
        </option>
      ))}
    </ChoiceField>
  );
}

interface DifferenceProps {
  readonly lines: readonly DraftLine[];
  readonly equity: common.OpeningBalances['equity'];
  readonly submission: Submission;
}

/** What the lines are short of, and where it goes. A confirmation is of one amount: another one asks again. */
function Difference({ lines, equity, submission }: DifferenceProps) {
  const { t } = useTranslation();
  const { debit, credit, difference } = balanceOf(lines);
  const size = difference.toJSON();
  const account = equity ? `${equity.code} ${equity.name}` : t('opening.noEquity');
  return (
    <div className={classes.sums}>
      <p aria-live="polite">
        {t('journals.sums', { debit: formatAmount(debit.toJSON()), credit: formatAmount(credit.toJSON()) })}{' '}
        <strong>
          {difference.isZero
            ? t('journals.balances')
            : t('journals.difference', { difference: formatBalance(size) })}
        </strong>
      </p>
      {!difference.isZero && (
        <CheckField
          key={size}
          name="difference"
          label={t('opening.confirm', { amount: formatAmount(difference.abs().toJSON()), account })}
          error={submission.errorOf('difference')}
        />
      )}
    </div>
  );
}
