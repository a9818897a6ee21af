import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';

interface RenamePasskeyProps {
  readonly passkey: common.Passkey;
  readonly close: () => void;
}

export function RenamePasskey({ passkey: { id, name }, close }: RenamePasskeyProps) {
  const { t } = useTranslation();
  const submission = useSubmission({
    send: ({ name: chosen = '' }) => api(common.passkeysRename, { path: { id }, body: { name: chosen } }),
    done: close,
  });
  return (
    <Dialog title={t('passkeys.renameOf', { name })} close={close}>
      <Form
        submission={submission}
        action={t('form.save')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <TextField
          name="name"
          required
          maxLength={60}
          defaultValue={name}
          label={t('passkeys.name')}
          hint={t('passkeys.nameHint')}
          error={submission.errorOf('name')}
        />
      </Form>
    </Dialog>
  );
}
