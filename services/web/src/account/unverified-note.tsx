import { Button } from '@mantine/core';
import { common, RequestRefused } from '@dhanman/client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { openApi } from '../api/api.js';
import { ProblemNote } from '../patterns/problem-note.js';

interface UnverifiedNoteProps {
  readonly error: unknown;
  readonly email: string;
}

/** Shown to somebody whose address is not proven yet: the mail may be lost, and another one helps. */
export function UnverifiedNote({ error, email }: UnverifiedNoteProps) {
  const { t } = useTranslation();
  const mail = useMutation({
    mutationFn: () => openApi(common.accountsRequest, { body: { email, mail: 'verify-address' } }),
  });
  if (!(error instanceof RequestRefused) || error.problem.code !== 'address-not-verified') return null;
  if (mail.isSuccess) return <p role="status">{t('signIn.mailSent', { email })}</p>;
  return (
    <div>
      {mail.error && <ProblemNote error={mail.error} />}
      <Button variant="default" aria-disabled={mail.isPending} onClick={() => mail.mutate()}>
        {t('signIn.sendMail')}
      </Button>
    </div>
  );
}
