import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { apiKeysKey } from './api-keys-key.js';
import { OverlapField, overlapIn } from './overlap-field.js';

interface RotateApiKeyProps {
  readonly apiKey: common.ApiKey;
  readonly close: () => void;
  readonly made: (apiKey: common.ApiKeyWithSecret) => void;
}

export function RotateApiKey({ apiKey: { id, name }, close, made }: RotateApiKeyProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (values) => (await api(common.apiKeysRotate, { path: { id }, body: overlapIn(values) })).body,
    done: (apiKey) => {
      void client.invalidateQueries({ queryKey: apiKeysKey });
      made(apiKey);
    },
  });
  return (
    <Dialog title={t('apiKeys.rotateOf', { name })} close={close}>
      <Form
        submission={submission}
        action={t('apiKeys.rotate')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t('apiKeys.rotateText')}</p>
        <OverlapField />
      </Form>
    </Dialog>
  );
}
