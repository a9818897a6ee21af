import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../patterns/dialog.js';
import type { Tokens } from '../session/issuer.js';
import { useMe } from '../session/me.js';
import { session } from '../session/session.js';
import { SignInForm } from './sign-in-form.js';

/** For the same person the page goes on; for somebody else the session begins it anew. */
export function SignInAgain() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const me = useMe();
  const done = (tokens: Tokens): void => {
    session.begin(tokens);
    if (session.personId === tokens.personId) void client.invalidateQueries();
  };
  return (
    <Dialog title={t('signIn.ended')}>
      <p>{t('signIn.endedText')}</p>
      <SignInForm done={done} email={me?.person.email} />
    </Dialog>
  );
}
