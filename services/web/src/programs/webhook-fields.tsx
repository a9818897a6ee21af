import type { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { TextField } from '../patterns/field.js';
import type { Submission, Values } from '../patterns/use-submission.js';
import { eventKeys, eventTypes } from './event-names.js';
import classes from './programs.module.css';

interface WebhookFieldsProps {
  readonly submission: Submission;
  readonly webhook?: common.Webhook;
}

/** Where to, and what. */
export function WebhookFields({ submission: { errorOf }, webhook }: WebhookFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="url"
        type="url"
        required
        autoComplete="off"
        defaultValue={webhook?.url}
        label={t('webhooks.url')}
        hint={t('webhooks.urlHint')}
        error={errorOf('url')}
      />
      <TextField
        name="description"
        maxLength={200}
        autoComplete="off"
        defaultValue={webhook?.description}
        label={t('webhooks.description')}
        error={errorOf('description')}
      />
      <fieldset className={classes.events}>
        <legend>{t('webhooks.events')}</legend>
        {errorOf('events') !== undefined && <p role="alert">{t('webhooks.eventsMissing')}</p>}
        {eventTypes.map((type) => (
          <label key={type}>
            <input type="checkbox" name={type} defaultChecked={webhook?.events.includes(type)} />
            {t(`webhooks.event.${eventKeys[type]}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** A box that is not ticked is not part of a form's values. */
export function webhookIn(values: Values): common.CreateWebhook {
  const { url = '', description = '' } = values;
  return { url, description, events: eventTypes.filter((type) => values[type] !== undefined) };
}
