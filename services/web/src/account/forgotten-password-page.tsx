import { common } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openApi } from '../api/api.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { AccountCard } from './account-card.js';

/** The same answer whether the address is known or not: nobody learns here who has an account. */
export function ForgottenPasswordPage() {
  const { t } = useTranslation();
  const [email, setEmail] = useState<string>();
  const submission = useSubmission({
    send: async ({ email: address = '' }) => {
      await openApi(common.accountsRequest, { body: { email: address, mail: 'reset-password' } });
      return address;
    },
    done: setEmail,
  });
  return (
    <AccountCard
      title={t('forgotten.title')}
      others={<Link to="/sign-in">{t('forgotten.signIn')}</Link>}
      {...(email === undefined && { intro: t('forgotten.intro') })}
    >
      {email === undefined ? (
        <Form submission={submission} action={t('forgotten.action')}>
          <TextField
            name="email"
            type="email"
            required
            autoComplete="username"
            label={t('account.email')}
            error={submission.errorOf('email')}
          />
        </Form>
      ) : (
        <p role="status">{t('forgotten.done', { email })}</p>
      )}
    </AccountCard>
  );
}
