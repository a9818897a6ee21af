import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { IconAlertTriangle, IconCircleCheck, IconHourglass, type Icon } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatInstant } from '../formats/instant.js';
import { Loaded } from '../patterns/loaded.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { Records, type Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { useMay } from '../session/me.js';
import type { Tone } from '../theme/tokens.js';
import { DeliveryLog } from './delivery-log.js';
import { EventName } from './webhook-columns.js';
import classes from './programs.module.css';
import { webhooksKey } from './webhooks-key.js';

const oftenMs = 3_000;

/** While something is under way the list looks again by itself. */
export function Deliveries({ webhook: { id, isActive } }: { readonly webhook: common.Webhook }) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const [shown, setShown] = useState<string>();
  const deliveries = useQuery({
    queryKey: [...webhooksKey, id, 'deliveries'],
    queryFn: async ({ signal }) =>
      (
        await api(
          common.webhookDeliveriesList,
          { path: { webhookId: id }, query: { limit: 100 } },
          { signal },
        )
      ).body.items,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? oftenMs : false),
  });
  const again = useMutation({
    mutationFn: (delivery: string) =>
      api(common.webhookDeliveriesRedeliver, { path: { webhookId: id, id: delivery } }),
    onSettled: () => client.invalidateQueries({ queryKey: webhooksKey }),
  });
  const mayAgain = isActive && may('dhanman.common.webhook.update');
  return (
    <>
      {again.error && <ProblemNote error={again.error} />}
      <Loaded query={deliveries}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={classes.muted}>{t('webhooks.nothingSent')}</p>
          ) : (
            <Records
              label={t('webhooks.log')}
              rows={rows}
              keyOf={(one) => one.id}
              columns={columns(t)}
              actions={(delivery) => (
                <Actions {...{ delivery, look: setShown }} {...(mayAgain && { sendAgain: again.mutate })} />
              )}
            />
          )
        }
      </Loaded>
      {shown !== undefined && <DeliveryLog webhookId={id} id={shown} close={() => setShown(undefined)} />}
    </>
  );
}

interface ActionsProps {
  readonly delivery: common.WebhookDelivery;
  readonly look: (id: string) => void;
  readonly sendAgain?: (id: string) => void;
}

/** What is under way need not be sent again. */
function Actions({ delivery, look, sendAgain }: ActionsProps) {
  const { t } = useTranslation();
  const { id, createdAt } = delivery;
  const when = formatInstant(Date.parse(createdAt));
  return (
    <>
      <Button variant="default" aria-label={t('webhooks.lookOf', { when })} onClick={() => look(id)}>
        {t('webhooks.look')}
      </Button>
      {sendAgain && !isUnderWay(delivery) && (
        <Button variant="default" aria-label={t('webhooks.againOf', { when })} onClick={() => sendAgain(id)}>
          {t('webhooks.again')}
        </Button>
      )}
    </>
  );
}

function isUnderWay({ state, nextTryAt }: common.WebhookDelivery): boolean {
  return state === 'waiting' && nextTryAt === null;
}

type Shown = common.WebhookDelivery['state'] | 'again';

const looks: Readonly<Record<Shown, { readonly tone: Tone; readonly icon: Icon }>> = {
  again: { tone: 'warning', icon: IconHourglass },
  waiting: { tone: 'progress', icon: IconHourglass },
  delivered: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'warning', icon: IconAlertTriangle },
};

function State({ delivery }: { readonly delivery: common.WebhookDelivery }) {
  const { t } = useTranslation();
  const { state } = delivery;
  const shown: Shown = state === 'waiting' && !isUnderWay(delivery) ? 'again' : state;
  return <StateChip {...looks[shown]}>{t(`webhooks.state.${shown}`)}</StateChip>;
}

const columns = (t: TFunction): readonly Column<common.WebhookDelivery>[] => [
  { label: t('webhooks.at'), cell: ({ createdAt }) => formatInstant(Date.parse(createdAt)) },
  { label: t('webhooks.type'), cell: ({ type }) => <EventName type={type} /> },
  {
    label: t('people.state'),
    isLoud: true,
    cell: (delivery) => <State delivery={delivery} />,
  },
  { label: t('webhooks.tries'), cell: ({ tries }) => tries },
  {
    label: t('webhooks.next'),
    cell: ({ nextTryAt }) => (nextTryAt === null ? '–' : formatInstant(Date.parse(nextTryAt))),
  },
];
