import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { AddButton } from '../patterns/add-button.js';
import { LinkButton } from '../patterns/link-button.js';
import { Loaded } from '../patterns/loaded.js';
import { Records } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { NewWebhook } from './new-webhook.js';
import classes from './programs.module.css';
import { SecretOnce } from './secret-once.js';
import { webhookColumns } from './webhook-columns.js';
import { webhooksKey } from './webhooks-key.js';

/** Where events are sent. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<common.WebhookWithSecret>();
  const make = may('dhanman.common.webhook.create') && (
    <AddButton onClick={() => setMaking(true)}>{t('webhooks.make')}</AddButton>
  );
  const show = (webhook: common.WebhookWithSecret): void => {
    setMaking(false);
    setMade(webhook);
  };
  return (
    <>
      <PageHeader title={t('webhooks.title')} intro={t('webhooks.intro')} action={make} />
      <List />
      {isMaking && <NewWebhook close={() => setMaking(false)} made={show} />}
      {made && (
        <SecretOnce
          title={t('webhooks.once')}
          intro={t('webhooks.onceText')}
          values={[[t('webhooks.secret'), made.secret]]}
          close={() => setMade(undefined)}
        />
      )}
    </>
  );
}

function List() {
  const { t } = useTranslation();
  const webhooks = useQuery({
    queryKey: webhooksKey,
    queryFn: async ({ signal }) =>
      (await api(common.webhooksList, { query: { limit: 200 } }, { signal })).body.items,
  });
  return (
    <Loaded query={webhooks}>
      {(rows) =>
        rows.length === 0 ? (
          <p className={classes.muted}>{t('webhooks.none')}</p>
        ) : (
          <Records
            label={t('webhooks.title')}
            rows={rows}
            keyOf={({ id }) => id}
            columns={webhookColumns(t)}
            actions={({ id, url }) => (
              <LinkButton
                variant="default"
                to="/webhooks/$id"
                params={{ id }}
                aria-label={t('webhooks.openOf', { url })}
              >
                {t('webhooks.open')}
              </LinkButton>
            )}
          />
        )
      }
    </Loaded>
  );
}
