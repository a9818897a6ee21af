import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';

interface ActAsProps {
  readonly member: common.Membership;
  readonly close: () => void;
}

/** The page loads anew with the first token of the other, so that nothing of the one is shown beside the other. */
export function ActAs({ member: { id, name }, close }: ActAsProps) {
  const { t } = useTranslation();
  const submission = useSubmission({
    send: ({ reason = '' }, idempotencyKey) =>
      api(common.standInsBegin, { body: { membershipId: id, reason } }, { idempotencyKey }),
    done: () => location.assign('/'),
  });
  return (
    <Dialog title={t('people.actAsOf', { name })} close={close}>
      <Form
        submission={submission}
        action={t('people.actAs')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t('people.actAsText', { name })}</p>
        <TextField
          name="reason"
          label={t('people.actAsReason')}
          required
          minLength={5}
          maxLength={300}
          error={submission.errorOf('reason') ?? submission.errorOf('membershipId')}
        />
      </Form>
    </Dialog>
  );
}
