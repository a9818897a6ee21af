import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNote } from './problem-note.js';
import type { Submission } from './use-submission.js';
import classes from './form.module.css';

interface FormProps {
  readonly submission: Submission;
  readonly action: string;
  /** Beside the main action: a way out, or another way in. */
  readonly aside?: ReactNode;
  readonly isDangerous?: boolean;
  /** A document that is written on: the key that saves in every program saves it. */
  readonly isDocument?: boolean;
  readonly children?: ReactNode;
}

/** Fields above, what was refused below them, and one main action. */
export function Form({
  submission,
  action,
  aside,
  isDangerous = false,
  isDocument = false,
  children,
}: FormProps) {
  const { isBusy, error, submit } = submission;
  return (
    <form className={classes.form} onSubmit={submit} aria-busy={isBusy}>
      {children}
      {error !== undefined && <ProblemNote error={error} />}
      <div className={classes.actions}>
        {aside}
        <Button
          type="submit"
          aria-disabled={isBusy}
          aria-keyshortcuts={isDocument ? 'Control+Enter Control+S' : 'Control+Enter'}
          className={isDangerous ? classes.danger : undefined}
        >
          {action}
        </Button>
      </div>
    </form>
  );
}
