import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { Grants } from './grants.js';
import { membersKey } from './members-key.js';

interface RestoreAccessProps {
  readonly member: common.Membership;
  readonly close: () => void;
}

/** With the roles they had, which are shown before somebody gets them again. */
export function RestoreAccess({ member: { id, name, grants }, close }: RestoreAccessProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: (_values, idempotencyKey) => api(common.membershipsRestore, { path: { id } }, { idempotencyKey }),
    done: () => {
      void client.invalidateQueries({ queryKey: membersKey });
      close();
    },
  });
  return (
    <Dialog title={t('people.restoreOf', { name })} close={close}>
      <Form
        submission={submission}
        action={t('people.restore')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t('people.restoreText', { name })}</p>
        <Grants grants={grants} />
      </Form>
    </Dialog>
  );
}
