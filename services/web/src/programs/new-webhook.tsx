import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { WebhookFields, webhookIn } from './webhook-fields.js';
import { webhooksKey } from './webhooks-key.js';

interface NewWebhookProps {
  readonly close: () => void;
  readonly made: (webhook: common.WebhookWithSecret) => void;
}

export function NewWebhook({ close, made }: NewWebhookProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (values) => (await api(common.webhooksCreate, { body: webhookIn(values) })).body,
    done: (webhook) => {
      void client.invalidateQueries({ queryKey: webhooksKey });
      made(webhook);
    },
  });
  return (
    <Dialog title={t('webhooks.make')} close={close}>
      <Form
        submission={submission}
        action={t('webhooks.make')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <WebhookFields submission={submission} />
      </Form>
    </Dialog>
  );
}
