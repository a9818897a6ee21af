import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { GrantFields, grantIn } from './grant-fields.js';
import { invitationsKey } from './invitations.js';

export function Invite({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: (values, idempotencyKey) =>
      api(
        common.invitationsInvite,
        { body: { email: values['email'] ?? '', grants: [grantIn(values)] } },
        { idempotencyKey },
      ),
    done: () => {
      void client.invalidateQueries({ queryKey: invitationsKey });
      close();
    },
  });
  return (
    <Dialog title={t('people.invite')} close={close}>
      <Form
        submission={submission}
        action={t('people.sendInvitation')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <TextField
          name="email"
          type="email"
          required
          autoComplete="off"
          label={t('account.email')}
          error={submission.errorOf('email')}
        />
        <GrantFields submission={submission} />
      </Form>
    </Dialog>
  );
}
