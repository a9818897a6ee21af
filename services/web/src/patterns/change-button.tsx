import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './problem-note.js';
import type { Submission } from './use-submission.js';

interface ChangeButtonProps {
  readonly submission: Submission;
  readonly variant?: 'default' | 'filled';
  /** Where the word alone does not say what it is about. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** One press, one change; what was refused is said beside it. */
export function ChangeButton({ submission, variant = 'default', label, children }: ChangeButtonProps) {
  const { error, isBusy, submit } = submission;
  return (
    <form onSubmit={submit}>
      {error !== undefined && <ProblemNote error={error} />}
      <Button type="submit" variant={variant} aria-disabled={isBusy} aria-label={label}>
        {children}
      </Button>
    </form>
  );
}

interface CancelProps {
  readonly close: () => void;
  /** Where cancelling is what the dialog is about. */
  readonly word?: string;
}

/** The way out of a dialog. */
export function Cancel({ close, word }: CancelProps) {
  const { t } = useTranslation();
  return (
    <Button variant="default" onClick={close}>
      {word ?? t('form.cancel')}
    </Button>
  );
}
