import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatInstant } from '../formats/instant.js';
import { PageHeader } from '../layout/page-header.js';
import { LinkButton } from '../patterns/link-button.js';
import { Loaded } from '../patterns/loaded.js';
import { Deliveries } from './deliveries.js';
import { EventNames, WebhookState } from './webhook-columns.js';
import { WebhookSwitches } from './webhook-switches.js';
import { webhooksKey } from './webhooks-key.js';
import classes from './programs.module.css';

const route = getRouteApi('/signed-in-only/webhooks/$id');

/** One address, and what was tried there lately. */
export function WebhookPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const webhook = useQuery({
    queryKey: [...webhooksKey, id],
    queryFn: async ({ signal }) => (await api(common.webhooksGet, { path: { id } }, { signal })).body,
  });
  return (
    <>
      <div className={classes.back}>
        <LinkButton variant="default" to="/webhooks">
          {t('webhooks.back')}
        </LinkButton>
      </div>
      <Loaded query={webhook}>
        {(one) => (
          <>
            <PageHeader title={t('webhooks.one')} intro={one.url} />
            <Facts webhook={one} />
            <WebhookSwitches webhook={one} />
            <h2 className={classes.section}>{t('webhooks.log')}</h2>
            <Deliveries webhook={one} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Facts({ webhook }: { readonly webhook: common.Webhook }) {
  const { t } = useTranslation();
  const { description, events, disabledBecause, previousSecretValidUntil: until } = webhook;
  return (
    <div className={classes.facts}>
      <WebhookState webhook={webhook} />
      {description !== '' && <p>{description}</p>}
      {disabledBecause !== null && <p role="status">{t('webhooks.failingText')}</p>}
      {until !== null && <p>{t('webhooks.bothUntil', { until: formatInstant(Date.parse(until)) })}</p>}
      <EventNames events={events} />
    </div>
  );
}
