import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../account/password-field.js';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { leave } from '../session/sign-out.js';
import classes from './security.module.css';

/** For good, as far as the person is concerned: only who runs the installation opens it again. */
export function CloseAccount() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={classes.section}>
      <h2>{t('closeAccount.title')}</h2>
      <p className={classes.muted}>{t('closeAccount.text')}</p>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('closeAccount.title')}
      </Button>
      {isOpen && <Ask close={() => setOpen(false)} />}
    </section>
  );
}

function Ask({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const submission = useSubmission({
    send: ({ currentPassword = '' }) => api(common.closedAccountsCloseAccount, { body: { currentPassword } }),
    done: () => leave(),
  });
  return (
    <Dialog title={t('closeAccount.title')} close={close}>
      <Form
        submission={submission}
        action={t('closeAccount.title')}
        isDangerous
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t('closeAccount.warning')}</p>
        <PasswordField
          name="currentPassword"
          label={t('password.present')}
          autoComplete="current-password"
          error={submission.errorOf('currentPassword')}
        />
      </Form>
    </Dialog>
  );
}
