import { Button } from '@mantine/core';
import type { Operation, sales } from '@dhanman/client';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cancel } from '../patterns/change-button.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useChange } from '../patterns/use-change.js';
import type { Submission, Values } from '../patterns/use-submission.js';
import { today } from '../receipts/receipt-queries.js';

interface DatedActProps {
  readonly companyId: string;
  readonly document: Pick<sales.Receipt, 'id' | 'version'>;
  readonly operation: Operation<unknown, unknown>;
  /** The verb, on the button and in the title. */
  readonly verb: string;
  /** Where the verb alone does not say what it is about. */
  readonly label?: string;
  readonly isDangerous?: boolean;
  /** The day it is done on; today unless stated. */
  readonly on?: string;
  /** The way out, where the verb itself is to cancel. */
  readonly keep?: string;
  readonly bodyOf: (values: Values) => object;
  readonly children: (submission: Submission) => ReactNode;
}

/** One thing that is done with a document on a day, after saying what will happen. */
export function DatedAct({ verb, label, children, ...act }: DatedActProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button variant="default" aria-label={label} onClick={() => setAsked(true)}>
        {verb}
      </Button>
      {isAsked && (
        <Ask {...act} verb={verb} close={() => setAsked(false)}>
          {children}
        </Ask>
      )}
    </>
  );
}

function Ask(props: Omit<DatedActProps, 'label'> & { readonly close: () => void }) {
  const { t } = useTranslation();
  const { companyId, document, operation, verb, isDangerous = false, bodyOf, children, close } = props;
  const { on = today(), keep } = props;
  const submission = useChange(operation, {
    ...{ path: { companyId, id: document.id }, version: document.version, bodyOf, done: close },
    // What one document settles changes others, and what is read of them.
    key: ['sales', companyId],
  });
  return (
    <Dialog title={verb} close={close}>
      <Form
        submission={submission}
        action={verb}
        isDangerous={isDangerous}
        aside={<Cancel close={close} {...(keep !== undefined && { word: keep })} />}
      >
        {children(submission)}
        <TextField
          name="on"
          type="date"
          required
          label={t('receipts.on')}
          defaultValue={on}
          error={submission.errorOf('on')}
        />
      </Form>
    </Dialog>
  );
}
