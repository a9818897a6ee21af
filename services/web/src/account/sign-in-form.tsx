import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tokens } from '../session/issuer.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { isExpired, SignIn, type NextStep } from './sign-in.js';
import { PasskeySignIn } from './passkey-sign-in.js';
import { UnverifiedNote } from './unverified-note.js';
import { PasswordField } from './password-field.js';
import classes from './account.module.css';

interface SignInFormProps {
  readonly done: (tokens: Tokens) => void;
  /** Known where a session has ended; it can still be changed. */
  readonly email?: string | undefined;
}

/** Password, then the second factor of those who have one; the page around it stays. */
export function SignInForm({ done, email }: SignInFormProps) {
  const [signIn] = useState(() => new SignIn());
  const [step, setStep] = useState<'password' | 'second-factor'>('password');
  const next = (result: NextStep): void => {
    if (result.step === 'done') done(result.tokens);
    else setStep('second-factor');
  };
  return step === 'password' ? (
    <PasswordForm signIn={signIn} next={next} email={email} />
  ) : (
    <SecondFactorForm signIn={signIn} next={next} again={() => setStep('password')} />
  );
}

interface StepProps {
  readonly signIn: SignIn;
  readonly next: (result: NextStep) => void;
}

function PasswordForm({ signIn, next, email }: StepProps & { readonly email: string | undefined }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(email ?? '');
  const submission = useSubmission({
    send: ({ email: address = '', password = '' }) => signIn.password(address, password),
    done: next,
  });
  return (
    <div className={classes.stack}>
      <Form submission={submission} action={t('signIn.action')}>
        <TextField
          name="email"
          type="email"
          required
          autoComplete="username"
          label={t('account.email')}
          error={submission.errorOf('email')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <PasswordField
          name="password"
          autoComplete="current-password"
          label={t('account.password')}
          error={submission.errorOf('password')}
        />
        <UnverifiedNote error={submission.error} email={typed} />
      </Form>
      <PasskeySignIn signIn={signIn} next={next} />
    </div>
  );
}

function SecondFactorForm({ signIn, next, again }: StepProps & { readonly again: () => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<'totp' | 'recovery'>('totp');
  const form = useRef<HTMLDivElement>(null);
  const submission = useSubmission({
    send: ({ code = '' }) => signIn.secondFactor(code),
    done: next,
  });
  const expired = isExpired(submission.error);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, [kind]);
  return (
    <div ref={form} className={classes.stack}>
      <p>{t(`secondFactor.ask.${kind}`)}</p>
      <Form submission={submission} action={t('secondFactor.verify')}>
        <CodeField key={kind} kind={kind} error={submission.errorOf('code')} />
      </Form>
      <button
        type="button"
        className={classes.link}
        onClick={() => (expired ? again() : setKind(kind === 'totp' ? 'recovery' : 'totp'))}
      >
        {expired ? t('signIn.again') : t(`secondFactor.instead.${kind}`)}
      </button>
    </div>
  );
}

/** The sixth digit sends: there is nothing left to decide. */
function CodeField({
  kind,
  error,
}: {
  readonly kind: 'totp' | 'recovery';
  readonly error: string | undefined;
}) {
  const { t } = useTranslation();
  const isTotp = kind === 'totp';
  return (
    <TextField
      name="code"
      required
      autoComplete="one-time-code"
      inputMode={isTotp ? 'numeric' : 'text'}
      autoCapitalize="none"
      spellCheck={false}
      label={t(`secondFactor.code.${kind}`)}
      error={error}
      onChange={({ target }) => {
        if (isTotp && /^\d{6}$/.test(target.value.replaceAll(/\s/g, ''))) target.form?.requestSubmit();
      }}
    />
  );
}
