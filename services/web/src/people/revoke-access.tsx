import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { membersKey } from './members-key.js';

interface RevokeAccessProps {
  readonly member: common.Membership;
  readonly close: () => void;
}

export function RevokeAccess({ member: { id, name }, close }: RevokeAccessProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: (_values, idempotencyKey) => api(common.membershipsRevoke, { path: { id } }, { idempotencyKey }),
    done: () => {
      void client.invalidateQueries({ queryKey: membersKey });
      close();
    },
  });
  return (
    <Dialog title={t('people.revokeOf', { name })} close={close}>
      <Form
        submission={submission}
        action={t('people.revoke')}
        isDangerous
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t('people.revokeText', { name })}</p>
      </Form>
    </Dialog>
  );
}
