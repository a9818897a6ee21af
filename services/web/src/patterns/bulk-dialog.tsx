import { Button } from '@mantine/core';
import { IconCircleCheck, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Cancel } from './change-button.js';
import { Dialog } from './dialog.js';
import { ProblemNote } from './problem-note.js';
import { type Outcome, useBulkRun } from './use-bulk-run.js';
import classes from './bulk.module.css';

interface BulkDialogProps<Row> {
  readonly title: string;
  /** What will happen to them, in figures. */
  readonly text: string;
  readonly action: string;
  /** In the order in which it is done to them. */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly send: (row: Row, idempotencyKey: string) => Promise<unknown>;
  /** With the keys of those to which it was done. */
  readonly close: (done: readonly string[]) => void;
}

/** Asks, does it to each, and says of each what became of it. While it goes on it can be stopped, not overlooked. */
export function BulkDialog<Row>(props: BulkDialogProps<Row>) {
  const { title, text, action, rows, keyOf, nameOf, send, close } = props;
  const { isRunning, outcomes, run, stop } = useBulkRun({ keyOf, send });
  const isDone = (row: Row): boolean => 'done' === standing(outcomes.get(keyOf(row)));
  const left = rows.filter((row) => !isDone(row));
  const leave = (): void => close(rows.filter(isDone).map(keyOf));
  return (
    <Dialog title={title} {...(!isRunning && { close: leave })}>
      <p>{text}</p>
      <Progress done={rows.length - left.length} of={rows.length} tried={outcomes.size} {...{ isRunning }} />
      {outcomes.size > 0 && (
        <ul className={classes.outcomes}>
          {rows
            .filter((row) => outcomes.has(keyOf(row)))
            .map((row) => (
              <Line key={keyOf(row)} name={nameOf(row)} outcome={outcomes.get(keyOf(row))} />
            ))}
        </ul>
      )}
      <Actions
        {...{ isRunning, stop, leave, action }}
        again={outcomes.size > 0}
        left={left.length}
        run={() => void run(left)}
      />
    </Dialog>
  );
}

interface ActionsProps {
  readonly isRunning: boolean;
  readonly again: boolean;
  readonly left: number;
  readonly action: string;
  readonly run: () => void;
  readonly stop: () => void;
  readonly leave: () => void;
}

function Actions({ isRunning, again, left, action, run, stop, leave }: ActionsProps) {
  const { t } = useTranslation();
  if (isRunning) {
    return (
      <div className={classes.actions}>
        <Button variant="default" onClick={stop}>
          {t('bulk.stop')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.actions}>
      {again ? (
        <Button variant={left > 0 ? 'default' : 'filled'} onClick={leave}>
          {t('bulk.close')}
        </Button>
      ) : (
        <Cancel close={leave} />
      )}
      {left > 0 && (
        <Button aria-keyshortcuts="Control+Enter" onClick={run}>
          {again ? t('bulk.again', { count: left }) : action}
        </Button>
      )}
    </div>
  );
}

interface ProgressProps {
  readonly isRunning: boolean;
  readonly done: number;
  readonly tried: number;
  readonly of: number;
}

function Progress({ isRunning, done, tried, of }: ProgressProps) {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes.progress}>
      {isRunning && <p>{t('bulk.progress', { count: done, of })}</p>}
      {!isRunning && tried > 0 && (
        <p>{t(done === of ? 'bulk.allDone' : 'bulk.partDone', { count: done, of })}</p>
      )}
    </div>
  );
}

function standing(outcome: Outcome | undefined): 'waits' | 'done' | 'refused' {
  if (outcome === undefined) return 'waits';
  return 'error' in outcome ? 'refused' : 'done';
}

function Line({ name, outcome }: { readonly name: string; readonly outcome: Outcome | undefined }) {
  const state = standing(outcome);
  return (
    <li>
      <span className={classes.name}>
        {state === 'done' && <IconCircleCheck size={16} stroke={1.75} aria-hidden />}
        {state === 'waits' && <IconLoader2 size={16} stroke={1.75} aria-hidden />}
        {name}
      </span>
      {state === 'refused' && <ProblemNote error={outcome?.error} />}
    </li>
  );
}
