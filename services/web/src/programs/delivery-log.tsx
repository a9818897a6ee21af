import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatInstant } from '../formats/instant.js';
import { Dialog } from '../patterns/dialog.js';
import { Loaded } from '../patterns/loaded.js';
import classes from './programs.module.css';
import { webhooksKey } from './webhooks-key.js';

interface DeliveryLogProps {
  readonly webhookId: string;
  readonly id: string;
  readonly close: () => void;
}

/** What was sent, and what came back each time. */
export function DeliveryLog({ webhookId, id, close }: DeliveryLogProps) {
  const { t } = useTranslation();
  const delivery = useQuery({
    queryKey: [...webhooksKey, webhookId, 'deliveries', id],
    queryFn: async ({ signal }) =>
      (await api(common.webhookDeliveriesGet, { path: { webhookId, id } }, { signal })).body,
  });
  return (
    <Dialog title={t('webhooks.delivery')} close={close}>
      <Loaded query={delivery}>
        {({ body, attempts }) => (
          <>
            <h3>{t('webhooks.sent')}</h3>
            <pre className={classes.body} tabIndex={0} aria-label={t('webhooks.sent')}>
              {body}
            </pre>
            <h3>{t('webhooks.answers')}</h3>
            <dl className={classes.secret}>
              {attempts.map(({ at, durationMs, status, response, error }) => (
                <div key={at}>
                  <dt>
                    {formatInstant(Date.parse(at))} · {t('webhooks.took', { ms: durationMs })}
                  </dt>
                  <dd>
                    {status === null ? <span lang="en">{error}</span> : <code>{status}</code>}{' '}
                    {response !== null && <code>{response}</code>}
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Loaded>
      <Button variant="default" onClick={close}>
        {t('webhooks.close')}
      </Button>
    </Dialog>
  );
}
