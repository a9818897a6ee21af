import { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../account/password-field.js';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { Button } from '@mantine/core';
import { deviceIn } from './device.js';

/** A name for it and the password once more; then the device asks for finger, face or PIN. */
export function AddPasskey({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const submission = useSubmission({
    send: async ({ name = '', currentPassword = '' }) => {
      const { makePasskey } = await import('./passkey-browser.js');
      const { body } = await api(common.passkeysBegin, { body: { currentPassword } });
      await api(common.passkeysAdd, { body: await makePasskey(name, body) });
    },
    done: close,
  });
  return (
    <Dialog title={t('passkeys.add')} close={close}>
      <Form
        submission={submission}
        action={t('secondFactor.continue')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t('passkeys.addText')}</p>
        <TextField
          name="name"
          required
          maxLength={60}
          defaultValue={deviceIn(navigator.userAgent)}
          label={t('passkeys.name')}
          hint={t('passkeys.nameHint')}
          error={submission.errorOf('name')}
        />
        <PasswordField
          name="currentPassword"
          autoComplete="current-password"
          label={t('account.password')}
          error={submission.errorOf('currentPassword')}
        />
      </Form>
    </Dialog>
  );
}
