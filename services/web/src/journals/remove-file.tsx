import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Cancel } from '../patterns/change-button.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { attachmentsKey } from './journal-queries.js';

interface RemoveFileProps {
  readonly companyId: string;
  readonly journalId: string;
  readonly id: string;
  readonly name: string;
}

export function RemoveFile({ companyId, journalId, id, name }: RemoveFileProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const submission = useSubmission({
    send: async () => api(common.journalAttachmentsRemove, { path: { companyId, journalId, id } }),
    done: () => {
      setAsked(false);
      void client.invalidateQueries({ queryKey: attachmentsKey(companyId, journalId) });
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        aria-label={t('journalFiles.removeOne', { name })}
        onClick={() => setAsked(true)}
      >
        {t('journalFiles.remove')}
      </Button>
      {isAsked && (
        <Dialog title={t('journalFiles.removeOne', { name })} close={() => setAsked(false)}>
          <Form
            submission={submission}
            action={t('journalFiles.remove')}
            isDangerous
            aside={<Cancel close={() => setAsked(false)} />}
          />
        </Dialog>
      )}
    </>
  );
}
