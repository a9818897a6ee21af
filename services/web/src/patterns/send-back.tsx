import type { Operation } from '@dhanman/client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Cancel } from './change-button.js';
import { Dialog } from './dialog.js';
import { TextField } from './field.js';
import { Form } from './form.js';
import { type Change, useChange } from './use-change.js';

interface SendBackProps {
  readonly operation: Operation<unknown, unknown>;
  readonly change: Change;
  readonly words: { readonly act: string; readonly why: string };
}

/** Returns what waits for approval to who wrote it, and says what has to change. */
export function SendBack({ operation, change, words }: SendBackProps) {
  const [isAsked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const bodyOf = ({ reason = '' }: { readonly reason?: string }) => ({ reason });
  const submission = useChange(operation, { ...change, bodyOf, done: close });
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {words.act}
      </Button>
      {isAsked && (
        <Dialog title={words.act} close={close}>
          <Form submission={submission} action={words.act} aside={<Cancel close={close} />}>
            <TextField
              name="reason"
              required
              maxLength={500}
              autoComplete="off"
              label={words.why}
              error={submission.errorOf('reason')}
            />
          </Form>
        </Dialog>
      )}
    </>
  );
}
