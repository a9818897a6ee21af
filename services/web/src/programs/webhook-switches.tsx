import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { useMay } from '../session/me.js';
import { ChangeWebhook, RemoveWebhook } from './change-webhook.js';
import { RotateWebhook } from './rotate-webhook.js';
import { SecretOnce } from './secret-once.js';
import { webhooksKey } from './webhooks-key.js';
import classes from './programs.module.css';

const dialogs = ['change', 'rotate', 'remove'] as const;
type Open = (typeof dialogs)[number];

/** What can be done with a webhook. */
export function WebhookSwitches({ webhook }: { readonly webhook: common.Webhook }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<Open>();
  const [secret, setSecret] = useState<string>();
  const close = (): void => setOpen(undefined);
  if (webhook.isRemoved) return null;
  return (
    <div className={classes.switches}>
      {may('dhanman.common.webhook.update') && <AtOnce webhook={webhook} />}
      {dialogs.map(
        (one) =>
          may(`dhanman.common.webhook.${one === 'remove' ? 'remove' : 'update'}`) && (
            <Button key={one} variant="default" onClick={() => setOpen(one)}>
              {t(`webhooks.${one}`)}
            </Button>
          ),
      )}
      {open === 'change' && <ChangeWebhook {...{ webhook, close }} />}
      {open === 'remove' && <RemoveWebhook {...{ webhook, close }} />}
      {open === 'rotate' && (
        <RotateWebhook
          {...{ webhook, close }}
          made={(made) => {
            close();
            setSecret(made);
          }}
        />
      )}
      {secret !== undefined && (
        <SecretOnce
          title={t('webhooks.once')}
          intro={t('webhooks.onceText')}
          values={[[t('webhooks.secret'), secret]]}
          close={() => setSecret(undefined)}
        />
      )}
    </div>
  );
}

/** What needs no question first: both can be done again the other way. */
function AtOnce({ webhook: { id, version, isActive } }: { readonly webhook: common.Webhook }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: async (what: 'test' | 'switch'): Promise<void> => {
      if (what === 'test') await api(common.webhookDeliveriesTest, { path: { webhookId: id } });
      else
        await api(common.webhooksPatch, {
          path: { id },
          headers: { 'If-Match': `"${version}"` },
          body: { isActive: !isActive },
        });
    },
    onSettled: () => client.invalidateQueries({ queryKey: webhooksKey }),
  });
  const run = (what: 'test' | 'switch') => (): void => {
    if (!act.isPending) act.mutate(what);
  };
  return (
    <>
      {act.error && <ProblemNote error={act.error} />}
      {isActive && (
        <Button aria-disabled={act.isPending} onClick={run('test')}>
          {t('webhooks.test')}
        </Button>
      )}
      <Button variant="default" aria-disabled={act.isPending} onClick={run('switch')}>
        {t(isActive ? 'webhooks.switchOff' : 'webhooks.switchOn')}
      </Button>
    </>
  );
}
