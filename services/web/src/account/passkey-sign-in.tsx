import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../patterns/problem-note.js';
import { canUsePasskeys } from '../security/can-use-passkeys.js';
import type { NextStep, SignIn } from './sign-in.js';
import classes from './account.module.css';

interface PasskeySignInProps {
  readonly signIn: SignIn;
  readonly next: (result: NextStep) => void;
}

/** Below the password: nothing is typed, and the device asks for finger, face or PIN. */
export function PasskeySignIn({ signIn, next }: PasskeySignInProps) {
  const { t } = useTranslation();
  const use = useMutation({ mutationFn: () => signIn.passkey(), onSuccess: next });
  if (!canUsePasskeys()) return null;
  return (
    <div className={classes.stack}>
      {use.error && <ProblemNote error={use.error} />}
      <Button
        variant="default"
        leftSection={<IconKey size={16} stroke={1.75} aria-hidden />}
        aria-disabled={use.isPending}
        onClick={() => use.isPending || use.mutate()}
      >
        {t('passkeys.signIn')}
      </Button>
    </div>
  );
}
