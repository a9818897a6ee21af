import type { common } from '@dhanman/client';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { eventKeyOf } from './event-names.js';
import classes from './programs.module.css';

export function WebhookState({ webhook }: { readonly webhook: common.Webhook }) {
  const { t } = useTranslation();
  const { isActive, disabledBecause } = webhook;
  if (isActive)
    return (
      <StateChip tone="good" icon={IconCircleCheck}>
        {t('webhooks.on')}
      </StateChip>
    );
  const isFailing = disabledBecause !== null;
  return (
    <StateChip tone={isFailing ? 'warning' : 'neutral'} icon={isFailing ? IconAlertTriangle : IconCircleX}>
      {t(isFailing ? 'webhooks.failing' : 'webhooks.off')}
    </StateChip>
  );
}

export const webhookColumns = (t: TFunction): readonly Column<common.Webhook>[] => [
  {
    label: t('webhooks.url'),
    cell: ({ url, description }) => (
      <>
        <span className={classes.name}>{url}</span>
        <span className={classes.muted}>{description}</span>
      </>
    ),
  },
  { label: t('people.state'), isLoud: true, cell: (webhook) => <WebhookState webhook={webhook} /> },
  { label: t('webhooks.events'), cell: ({ events }) => <EventNames events={events} /> },
];

export function EventNames({ events }: { readonly events: readonly string[] }) {
  return (
    <ul className={classes.list}>
      {events.map((event) => (
        <li key={event}>
          <EventName type={event} />
        </li>
      ))}
    </ul>
  );
}

/** In words; as a service wrote it, where this page is too old to know it. */
export function EventName({ type }: { readonly type: string }) {
  const { t } = useTranslation();
  const key = eventKeyOf(type);
  return key === undefined ? <code>{type}</code> : t(key);
}
