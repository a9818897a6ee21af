import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cancel, ChangeButton } from '../patterns/change-button.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useChange } from '../patterns/use-change.js';
import making from '../sales/making.module.css';
import { runsKey } from './run-queries.js';

interface DecisionsProps {
  readonly companyId: string;
  readonly run: sales.InvoiceRun;
}

/** One that goes on can be stopped; one that has ended and lacks bills can go on. */
export function RunDecisions(props: DecisionsProps) {
  const { t } = useTranslation();
  const { state, failed, waiting } = props.run;
  const isRunning = state === 'running';
  if (!isRunning && failed + waiting === 0) return null;
  return (
    <section className={making.decisions} aria-label={t('runs.decide')}>
      {isRunning ? <Stop {...props} /> : <GoOn {...props} />}
    </section>
  );
}

function Stop({ companyId, run: { id, version } }: DecisionsProps) {
  const { t } = useTranslation();
  const change = { path: { companyId, id }, version, key: runsKey(companyId) };
  const submission = useChange(sales.invoiceRunsCancel, change);
  return (
    <ChangeButton submission={submission} variant="default">
      {t('runs.cancel')}
    </ChangeButton>
  );
}

/** Under another date where the one of the run was the reason. */
function GoOn({ companyId, run: { id, version, on } }: DecisionsProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const submission = useChange(sales.invoiceRunsRetry, {
    ...{ path: { companyId, id }, version, key: runsKey(companyId), done: close },
    bodyOf: (values) => ({ on: values['on'] }),
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('runs.retry')}
      </Button>
      {isAsked && (
        <Dialog title={t('runs.retry')} close={close}>
          <Form submission={submission} action={t('runs.retryAction')} aside={<Cancel close={close} />}>
            <TextField
              name="on"
              type="date"
              required
              label={t('runs.on')}
              hint={t('runs.retryHint')}
              defaultValue={on}
              error={submission.errorOf('on')}
            />
          </Form>
        </Dialog>
      )}
    </>
  );
}
