import { Button } from '@mantine/core';
import { common, type Operation } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { useSubmission } from '../patterns/use-submission.js';
import { useMay, useMe } from '../session/me.js';
import { journalsKey } from './journal-queries.js';
import classes from './journals.module.css';

interface DecisionProps {
  readonly companyId: string;
  readonly journal: common.ManualJournal;
}

/** What whoever looks may do with a journal that waits: approve it, send it back, or take it back. */
export function Decisions(props: DecisionProps) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <section className={classes.decisions} aria-label={t('journals.decide')}>
      {may('dhanman.common.journal.submit') && <Withdraw {...props} />}
      {may('dhanman.common.journal.approve') && <Approval {...props} />}
    </section>
  );
}

/** Nobody approves what they had a hand in, nor twice: then it says who has to. */
function Approval(props: DecisionProps) {
  const { t } = useTranslation();
  const me = useMe()?.person.id;
  const { writtenBy, approvals } = props.journal;
  if (writtenBy.some(({ id }) => id === me)) return <p>{t('journals.needsAnother')}</p>;
  if (approvals.some(({ by }) => by.id === me)) return <p>{t('journals.needsSecond')}</p>;
  return (
    <>
      <SendBack {...props} />
      <Approve {...props} />
    </>
  );
}

interface Act<Data, Body> extends DecisionProps {
  readonly operation: Operation<Data, Body>;
}

function Approve(props: DecisionProps) {
  const { t } = useTranslation();
  const { error, isBusy, submit } = useAct({ ...props, operation: common.manualJournalsApprove });
  return (
    <form onSubmit={submit}>
      {error !== undefined && <ProblemNote error={error} />}
      <Button type="submit" aria-disabled={isBusy}>
        {t('journals.approve')}
      </Button>
    </form>
  );
}

function Withdraw(props: DecisionProps) {
  const { t } = useTranslation();
  const { error, isBusy, submit } = useAct({ ...props, operation: common.manualJournalsWithdraw });
  return (
    <form onSubmit={submit}>
      {error !== undefined && <ProblemNote error={error} />}
      <Button type="submit" variant="default" aria-disabled={isBusy}>
        {t('journals.withdraw')}
      </Button>
    </form>
  );
}

/** What never was posted may go; it stays among the discarded ones. */
export function Discard(props: DecisionProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const submission = useAct({ ...props, operation: common.manualJournalsDiscard });
  return (
    <>
      <Button variant="subtle" onClick={() => setAsked(true)}>
        {t('journals.discard')}
      </Button>
      {isAsked && (
        <Dialog title={t('journals.discard')} close={() => setAsked(false)}>
          <Form
            submission={submission}
            action={t('journals.discard')}
            isDangerous
            aside={<Cancel close={setAsked} />}
          >
            <p>{t('journals.discardText')}</p>
          </Form>
        </Dialog>
      )}
    </>
  );
}

function SendBack(props: DecisionProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const submission = useAct({ ...props, operation: common.manualJournalsReturn });
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('journals.sendBack')}
      </Button>
      {isAsked && (
        <Dialog title={t('journals.sendBack')} close={() => setAsked(false)}>
          <Form submission={submission} action={t('journals.sendBack')} aside={<Cancel close={setAsked} />}>
            <TextField
              name="reason"
              required
              maxLength={500}
              autoComplete="off"
              label={t('journals.reason')}
              error={submission.errorOf('reason')}
            />
          </Form>
        </Dialog>
      )}
    </>
  );
}

function Cancel({ close }: { readonly close: (isAsked: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="default" onClick={() => close(false)}>
      {t('form.cancel')}
    </Button>
  );
}

/** On the version that is shown: what changed meanwhile is looked at first. */
function useAct<Data, Body>({ companyId, journal, operation }: Act<Data, Body>) {
  const client = useQueryClient();
  const { id, version } = journal;
  return useSubmission({
    send: async (values, idempotencyKey) => {
      const at = { path: { companyId, id }, headers: { 'If-Match': `"${version}"` } };
      const request = Object.keys(values).length === 0 ? at : { ...at, body: values };
      return api(operation as Operation<typeof request & { url: string }, Body>, request, { idempotencyKey });
    },
    done: () => void client.invalidateQueries({ queryKey: journalsKey(companyId) }),
  });
}
