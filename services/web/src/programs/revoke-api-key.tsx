import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { apiKeysKey } from './api-keys-key.js';

interface RevokeApiKeyProps {
  readonly apiKey: common.ApiKey;
  readonly close: () => void;
}

export function RevokeApiKey({ apiKey: { id, name }, close }: RevokeApiKeyProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: (_values, idempotencyKey) => api(common.apiKeysRevoke, { path: { id } }, { idempotencyKey }),
    done: () => {
      void client.invalidateQueries({ queryKey: apiKeysKey });
      close();
    },
  });
  return (
    <Dialog title={t('apiKeys.revokeOf', { name })} close={close}>
      <Form
        submission={submission}
        action={t('apiKeys.revoke')}
        isDangerous
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t('apiKeys.revokeText')}</p>
      </Form>
    </Dialog>
  );
}
