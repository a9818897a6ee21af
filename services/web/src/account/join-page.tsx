import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openApi } from '../api/api.js';
import { api } from '../api/signed-api.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import { PageSkeleton } from '../patterns/page-skeleton.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { useSubmission } from '../patterns/use-submission.js';
import { chooseOrganization } from '../session/choose-organization.js';
import { useMe } from '../session/me.js';
import { session } from '../session/session.js';
import { signOut } from '../session/sign-out.js';
import { useSession } from '../session/use-session.js';
import { AccountCard } from './account-card.js';
import { PasswordField } from './password-field.js';
import { SignIn } from './sign-in.js';
import { SignInForm } from './sign-in-form.js';
import classes from './account.module.css';

/** Where the mail of an invitation leads: says who asks to what, and takes the answer of whoever reads the mail. */
export function JoinPage() {
  const { t } = useTranslation();
  const [token] = useState(() => location.hash.slice(1));
  const offer = useQuery({
    queryKey: ['invitation-offer', token],
    queryFn: async ({ signal }) =>
      (await openApi(common.invitationsLook, { body: { token } }, { signal })).body,
    staleTime: Infinity,
  });
  return (
    <AccountCard title={t('join.title')}>
      <Loaded query={offer}>{(shown) => <Offer offer={shown} token={token} />}</Loaded>
    </AccountCard>
  );
}

interface OfferProps {
  readonly offer: common.InvitationOffer;
  readonly token: string;
}

function Offer(props: OfferProps) {
  const { t } = useTranslation();
  const { organization, invitedBy, email } = props.offer;
  const by = invitedBy ?? t('join.somebody');
  return (
    <div className={classes.stack}>
      <p>{t('join.text', { by, organization, email })}</p>
      <Answer {...props} />
    </div>
  );
}

function Answer(props: OfferProps) {
  const state = useSession();
  if (state === 'unknown') return <PageSkeleton />;
  if (state === 'signed-in') return <JoinAsMyself {...props} />;
  return props.offer.hasAccount ? <SignInToJoin {...props} /> : <OpenAccount {...props} />;
}

/** Whoever is signed in with another address is told so before they try. */
function JoinAsMyself({ offer: { organization, email }, token }: OfferProps) {
  const { t } = useTranslation();
  const mine = useMe()?.person.email;
  const submission = useSubmission({
    send: async () => {
      const { body } = await api(common.joiningJoin, { body: { token } });
      await chooseOrganization(body.organizationId);
    },
  });
  if (mine !== undefined && mine.toLowerCase() !== email.toLowerCase()) return <Another mine={mine} />;
  return <Form submission={submission} action={t('join.action', { organization })} />;
}

function Another({ mine }: { readonly mine: string }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>();
  return (
    <>
      <p>{t('join.another', { mine })}</p>
      {error !== undefined && <ProblemNote error={error} />}
      <Button variant="default" onClick={() => void signOut({ stay: true }).catch(setError)}>
        {t('user.signOut')}
      </Button>
    </>
  );
}

function SignInToJoin({ offer: { email } }: OfferProps) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('join.signIn')}</p>
      <SignInForm email={email} done={(tokens) => session.begin(tokens)} />
    </>
  );
}

/** The password that was just chosen signs in as well, so that it is typed once. */
function OpenAccount({ offer: { email, organization }, token }: OfferProps) {
  const { t } = useTranslation();
  const submission = useSubmission({
    send: async ({ name = '', password = '' }) => {
      await openApi(common.invitationsAccept, { body: { token, name, password } });
      const next = await new SignIn().password(email, password);
      if (next.step === 'done') session.begin(next.tokens);
    },
    done: () => location.assign('/'),
  });
  return (
    <Form submission={submission} action={t('join.action', { organization })}>
      <TextField
        name="name"
        required
        autoComplete="name"
        label={t('account.name')}
        error={submission.errorOf('name')}
      />
      <PasswordField
        name="password"
        autoComplete="new-password"
        label={t('account.newPassword')}
        hint={t('account.passwordHint')}
        error={submission.errorOf('password')}
      />
    </Form>
  );
}
