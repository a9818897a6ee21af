import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Cancel } from './change-button.js';
import { Dialog } from './dialog.js';
import { ProblemNote } from './problem-note.js';
import { isStale, type Outcome, useBulkRun } from './use-bulk-run.js';
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
  /** Names each before it begins: they are not what the list behind shows. */
  readonly isReread?: boolean;
  /** Asks anew about those that somebody changed meanwhile, as they are now; with the keys of those that are done. */
  readonly reread: (rows: readonly Row[], done: readonly string[]) => Promise<void>;
  /** With the keys of those to which it was done. */
  readonly close: (done: readonly string[]) => void;
}

/** Asks, does it to each, and says of each what became of it. While it goes on it can be stopped, not overlooked. */
export function BulkDialog<Row>(props: BulkDialogProps<Row>) {
  const { title, text, action, rows, keyOf, nameOf, send, isReread = false, reread, close } = props;
  const { isRunning, outcomes, run, stop } = useBulkRun({ keyOf, send });
  const outcomeOf = (row: Row): Outcome | undefined => outcomes.get(keyOf(row));
  const done = rows.filter((row) => standing(outcomeOf(row)) === 'done');
  // What was changed since it was looked at is never sent again as it was.
  const stale = rows.filter((row) => isStale(outcomeOf(row)));
  const left = rows.filter((row) => !done.includes(row) && !stale.includes(row));
  const look = useMutation({ mutationFn: async () => reread(stale, done.map(keyOf)) });
  const leave = (): void => close(done.map(keyOf));
  const named = isReread && !isRunning && outcomes.size === 0 ? rows : rows.filter((row) => outcomeOf(row));
  return (
    <Dialog title={title} {...(!isRunning && { close: leave })}>
      <p>{text}</p>
      <Progress done={done.length} of={rows.length} tried={outcomes.size} {...{ isRunning }} />
      {named.length > 0 && (
        <ul className={classes.outcomes}>
          {named.map((row) => (
            <Line key={keyOf(row)} name={nameOf(row)} outcome={outcomeOf(row)} />
          ))}
        </ul>
      )}
      {look.isError && <ProblemNote error={look.error} />}
      <Actions
        {...{ isRunning, stop, leave, action }}
        again={outcomes.size > 0}
        left={left.length}
        run={() => void run(left)}
        stale={stale.length}
        isLooking={look.isPending}
        look={() => look.mutate()}
      />
    </Dialog>
  );
}

interface ActionsProps {
  readonly isRunning: boolean;
  readonly again: boolean;
  readonly left: number;
  readonly stale: number;
  readonly isLooking: boolean;
  readonly action: string;
  readonly run: () => void;
  readonly look: () => void;
  readonly stop: () => void;
  readonly leave: () => void;
}

function Actions(props: ActionsProps) {
  const { t } = useTranslation();
  const { isRunning, stop, again, left, stale, leave } = props;
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
        <Button variant={left + stale > 0 ? 'default' : 'filled'} onClick={leave}>
          {t('bulk.close')}
        </Button>
      ) : (
        <Cancel close={leave} />
      )}
      <Further {...props} />
    </div>
  );
}

/** What can still be done: what was merely refused is tried again, what was changed is looked at first. */
function Further({ again, left, stale, isLooking, action, run, look }: ActionsProps) {
  const { t } = useTranslation();
  return (
    <>
      {stale > 0 && (
        <Button {...(left > 0 && { variant: 'default' })} loading={isLooking} onClick={look}>
          {t('bulk.lookAgain', { count: stale })}
        </Button>
      )}
      {left > 0 && (
        <Button aria-keyshortcuts="Control+Enter" disabled={isLooking} onClick={run}>
          {again ? t('bulk.again', { count: left }) : action}
        </Button>
      )}
    </>
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
        {name}
      </span>
      {state === 'refused' && <ProblemNote error={outcome?.error} />}
    </li>
  );
}
