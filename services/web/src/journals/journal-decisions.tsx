import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cancel, ChangeButton } from '../patterns/change-button.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { SendBack } from '../patterns/send-back.js';
import { useChange } from '../patterns/use-change.js';
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

/** Nobody approves what they had a hand in while somebody else may, nor twice: then it says who has to. */
function Approval(props: DecisionProps) {
  const { t } = useTranslation();
  const me = useMe()?.person.id;
  const { writtenBy, approvals, mayApproveOwn } = props.journal;
  if (!mayApproveOwn && writtenBy.some(({ id }) => id === me)) return <p>{t('journals.needsAnother')}</p>;
  if (approvals.some(({ by }) => by.id === me)) return <p>{t('journals.needsSecond')}</p>;
  return (
    <>
      {mayApproveOwn && <p>{t('journals.onlyYou')}</p>}
      <SendBack
        operation={common.manualJournalsReturn}
        change={changeOf(props)}
        words={{ act: t('journals.sendBack'), why: t('journals.reason') }}
      />
      <Approve {...props} />
    </>
  );
}

function Approve(props: DecisionProps) {
  const { t } = useTranslation();
  return (
    <ChangeButton submission={useChange(common.manualJournalsApprove, changeOf(props))} variant="filled">
      {t('journals.approve')}
    </ChangeButton>
  );
}

function Withdraw(props: DecisionProps) {
  const { t } = useTranslation();
  return (
    <ChangeButton submission={useChange(common.manualJournalsWithdraw, changeOf(props))}>
      {t('journals.withdraw')}
    </ChangeButton>
  );
}

/** What never was posted may go; it stays among the discarded ones. */
export function Discard(props: DecisionProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const submission = useChange(common.manualJournalsDiscard, changeOf(props));
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
            aside={<Cancel close={() => setAsked(false)} />}
          >
            <p>{t('journals.discardText')}</p>
          </Form>
        </Dialog>
      )}
    </>
  );
}

function changeOf({ companyId, journal: { id, version } }: DecisionProps) {
  return { path: { companyId, id }, version, key: journalsKey(companyId) };
}
