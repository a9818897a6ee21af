import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { GrantFields, grantIn } from '../people/grant-fields.js';
import { apiKeysKey } from './api-keys-key.js';
import { ValidDays } from './valid-days.js';

interface NewApiKeyProps {
  readonly close: () => void;
  readonly made: (apiKey: common.ApiKeyWithSecret) => void;
}

export function NewApiKey({ close, made }: NewApiKeyProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (values) => {
      const body = {
        name: values['name'] ?? '',
        grants: [grantIn(values)],
        validDays: Number(values['validDays'] ?? 90),
      };
      return (await api(common.apiKeysCreate, { body })).body;
    },
    done: (apiKey) => {
      void client.invalidateQueries({ queryKey: apiKeysKey });
      made(apiKey);
    },
  });
  return (
    <Dialog title={t('apiKeys.make')} close={close}>
      <Form
        submission={submission}
        action={t('apiKeys.make')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <TextField
          name="name"
          required
          maxLength={60}
          autoComplete="off"
          label={t('apiKeys.name')}
          hint={t('apiKeys.nameHint')}
          error={submission.errorOf('name')}
        />
        <GrantFields submission={submission} />
        <ValidDays choices={[30, 90, 180, 365]} error={submission.errorOf('validDays')} />
      </Form>
    </Dialog>
  );
}
