import { common } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openApi } from '../api/api.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { LinkButton } from '../patterns/link-button.js';
import { useSubmission } from '../patterns/use-submission.js';
import { AccountCard } from './account-card.js';
import { PasswordField } from './password-field.js';

// Pages that links in mails lead to. The secret part stands behind the #, which no server ever sees.

export function VerifyAddressPage() {
  const { t } = useTranslation();
  const { token, isDone, finish } = useMailLink();
  // Nothing happens by opening the page: programs that look at links in mails would use it up.
  const submission = useSubmission({
    send: () => openApi(common.accountsVerifyAddress, { body: { token } }),
    done: finish,
  });
  if (isDone) return <Done title={t('verify.done')} />;
  return (
    <AccountCard title={t('verify.title')} intro={t('verify.intro')}>
      <Form submission={submission} action={t('verify.action')} />
    </AccountCard>
  );
}

export function ResetPasswordPage() {
  const { t } = useTranslation();
  const { token, isDone, finish } = useMailLink();
  const submission = useSubmission({
    send: ({ password = '' }) => openApi(common.accountsResetPassword, { body: { token, password } }),
    done: finish,
  });
  if (isDone) return <Done title={t('reset.done')} />;
  return (
    <AccountCard
      title={t('reset.title')}
      intro={t('reset.intro')}
      others={<Link to="/forgotten-password">{t('reset.another')}</Link>}
    >
      <Form submission={submission} action={t('reset.action')}>
        <NewPassword error={submission.errorOf('password')} />
      </Form>
    </AccountCard>
  );
}

export function InvitationPage() {
  const { t } = useTranslation();
  const { token, isDone, finish } = useMailLink();
  const submission = useSubmission({
    send: ({ password = '', name = '' }) =>
      openApi(common.accountsAcceptInvitation, { body: { token, password, ...(name && { name }) } }),
    done: finish,
  });
  if (isDone) return <Done title={t('invitation.done')} />;
  return (
    <AccountCard title={t('invitation.title')} intro={t('invitation.intro')}>
      <Form submission={submission} action={t('invitation.action')}>
        <TextField
          name="name"
          autoComplete="name"
          label={t('account.name')}
          hint={t('invitation.nameHint')}
          error={submission.errorOf('name')}
        />
        <NewPassword error={submission.errorOf('password')} />
      </Form>
    </AccountCard>
  );
}

function NewPassword({ error }: { readonly error: string | undefined }) {
  const { t } = useTranslation();
  return (
    <PasswordField
      name="password"
      autoComplete="new-password"
      label={t('account.newPassword')}
      hint={t('account.passwordHint')}
      error={error}
    />
  );
}

function Done({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  return (
    <AccountCard title={title}>
      <LinkButton to="/sign-in">{t('signIn.action')}</LinkButton>
    </AccountCard>
  );
}

function useMailLink() {
  const [token] = useState(() => location.hash.slice(1));
  const [isDone, setDone] = useState(false);
  return { token, isDone, finish: () => setDone(true) };
}
