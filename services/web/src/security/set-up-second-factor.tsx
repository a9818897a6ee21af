import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../account/password-field.js';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import classes from './security.module.css';

/** Password, then the key for the app and a code that proves it works, then the codes for the day the phone is gone. */
export function SetUpSecondFactor({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<common.SecondFactorSecret>();
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <Dialog title={t('secondFactor.setUp')} close={close}>
      {codes ? (
        <Codes codes={codes} close={close} />
      ) : secret ? (
        <Confirm secret={secret} next={setCodes} />
      ) : (
        <Begin next={setSecret} />
      )}
    </Dialog>
  );
}

function Begin({ next }: { readonly next: (secret: common.SecondFactorSecret) => void }) {
  const { t } = useTranslation();
  const submission = useSubmission({
    send: async ({ currentPassword = '' }) =>
      (await api(common.accountEnrolSecondFactor, { body: { currentPassword } })).body,
    done: next,
  });
  return (
    <Form submission={submission} action={t('secondFactor.continue')}>
      <p>{t('secondFactor.prove')}</p>
      <PasswordField
        name="currentPassword"
        autoComplete="current-password"
        label={t('account.password')}
        error={submission.errorOf('currentPassword')}
      />
    </Form>
  );
}

interface ConfirmProps {
  readonly secret: common.SecondFactorSecret;
  readonly next: (codes: readonly string[]) => void;
}

function Confirm({ secret: { secret, uri }, next }: ConfirmProps) {
  const { t } = useTranslation();
  const submission = useSubmission({
    send: async ({ code = '' }) =>
      (await api(common.accountConfirmSecondFactor, { body: { code } })).body.codes,
    done: next,
  });
  return (
    <Form submission={submission} action={t('secondFactor.verify')}>
      <p>{t('secondFactor.key')}</p>
      <code className={classes.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      <a href={uri}>{t('secondFactor.openApp')}</a>
      <TextField
        name="code"
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        label={t('secondFactor.code.totp')}
        error={submission.errorOf('code')}
      />
    </Form>
  );
}

function Codes({ codes, close }: { readonly codes: readonly string[]; readonly close: () => void }) {
  const { t } = useTranslation();
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\n')}\n`)}`;
  return (
    <div className={classes.stack}>
      <p>{t('secondFactor.codes')}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button component="a" variant="default" href={file} download="dhanman-recovery-codes.txt">
        {t('secondFactor.download')}
      </Button>
      <Button onClick={close}>{t('secondFactor.stored')}</Button>
    </div>
  );
}
