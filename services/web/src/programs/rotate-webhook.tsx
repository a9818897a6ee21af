import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { OverlapField, overlapIn } from './overlap-field.js';
import { webhooksKey } from './webhooks-key.js';

interface RotateWebhookProps {
  readonly webhook: common.Webhook;
  readonly close: () => void;
  readonly made: (secret: string) => void;
}

export function RotateWebhook({ webhook: { id }, close, made }: RotateWebhookProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (values) =>
      (await api(common.webhooksRotate, { path: { id }, body: overlapIn(values) })).body.secret,
    done: (secret) => {
      void client.invalidateQueries({ queryKey: webhooksKey });
      made(secret);
    },
  });
  return (
    <Dialog title={t('webhooks.rotate')} close={close}>
      <Form
        submission={submission}
        action={t('webhooks.rotate')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t('webhooks.rotateText')}</p>
        <OverlapField />
      </Form>
    </Dialog>
  );
}
