import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Tokens } from '../session/issuer.js';
import { session } from '../session/session.js';
import { AccountCard } from './account-card.js';
import { SignInForm } from './sign-in-form.js';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation();
  const { to = '/' } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const done = (tokens: Tokens): void => {
    session.begin(tokens);
    // Nothing that was read in another name may be shown in this one.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'health' });
    router.history.push(to);
  };
  return (
    <AccountCard
      title={t('signIn.title')}
      others={
        <>
          <Link to="/forgotten-password">{t('signIn.forgotten')}</Link>
          <Link to="/sign-up">{t('signIn.signUp')}</Link>
        </>
      }
    >
      <SignInForm done={done} />
    </AccountCard>
  );
}
