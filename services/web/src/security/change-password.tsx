import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../account/password-field.js';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import classes from './security.module.css';

/** The present password is asked for; wherever else one is signed in, one is not any more. */
export function ChangePassword() {
  const { t } = useTranslation();
  const [state, setState] = useState<'closed' | 'open' | 'changed'>('closed');
  return (
    <section className={classes.section}>
      <h2>{t('password.title')}</h2>
      <p className={classes.muted} role="status">
        {t(state === 'changed' ? 'password.changed' : 'password.text')}
      </p>
      <Button variant="default" onClick={() => setState('open')}>
        {t('password.change')}
      </Button>
      {state === 'open' && <Ask close={() => setState('closed')} done={() => setState('changed')} />}
    </section>
  );
}

function Ask({ close, done }: { readonly close: () => void; readonly done: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: ({ currentPassword = '', password = '' }) =>
      api(common.accountChangePassword, { body: { currentPassword, password } }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['sessions'] });
      done();
    },
  });
  return (
    <Dialog title={t('password.change')} close={close}>
      <Form
        submission={submission}
        action={t('password.change')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <PasswordField
          name="currentPassword"
          label={t('password.present')}
          autoComplete="current-password"
          error={submission.errorOf('currentPassword')}
        />
        <PasswordField
          name="password"
          label={t('account.newPassword')}
          autoComplete="new-password"
          error={submission.errorOf('password')}
        />
      </Form>
    </Dialog>
  );
}
