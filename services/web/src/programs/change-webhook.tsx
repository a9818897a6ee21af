import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { WebhookFields, webhookIn } from './webhook-fields.js';
import { webhooksKey } from './webhooks-key.js';

interface ChangeWebhookProps {
  readonly webhook: common.Webhook;
  readonly close: () => void;
}

/** The version that is shown is the one that is changed: what somebody else changed meanwhile is not overwritten. */
export function ChangeWebhook({ webhook, close }: ChangeWebhookProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { id, version } = webhook;
  const submission = useSubmission({
    send: (values) =>
      api(common.webhooksPatch, {
        path: { id },
        headers: { 'If-Match': `"${version}"` },
        body: webhookIn(values),
      }),
    done: () => {
      void client.invalidateQueries({ queryKey: webhooksKey });
      close();
    },
  });
  return (
    <Dialog title={t('webhooks.change')} close={close}>
      <Form
        submission={submission}
        action={t('form.save')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <WebhookFields submission={submission} webhook={webhook} />
      </Form>
    </Dialog>
  );
}

/** Its deliveries stay to be looked at; it is not in the list any more. */
export function RemoveWebhook({ webhook: { id, url }, close }: ChangeWebhookProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const submission = useSubmission({
    send: () => api(common.webhooksRemove, { path: { id } }),
    done: () => {
      void navigate({ to: '/webhooks' });
      void client.invalidateQueries({ queryKey: webhooksKey });
    },
  });
  return (
    <Dialog title={t('webhooks.remove')} close={close}>
      <Form
        submission={submission}
        action={t('webhooks.remove')}
        isDangerous
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t('webhooks.removeText', { url })}</p>
      </Form>
    </Dialog>
  );
}
