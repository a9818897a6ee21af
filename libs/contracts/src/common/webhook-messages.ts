import { z } from 'zod';
import { job } from '../contract.js';
import { Id } from '../http/shared.js';
import { scheduledJob } from '../scheduled.js';

export const DeliverWebhook = job('common.deliver-webhook.v1', {
  summary: 'Sends an event to the address of a webhook.',
  payload: z.object({ deliveryId: Id }),
  queue: 'outgoing',
});

export const RetryWebhook = scheduledJob('common.retry-webhook.v1', {
  summary: 'Sends an event again that did not arrive; its subject is the delivery.',
  queue: 'outgoing',
});

export const SendWebhookNotice = job('common.send-webhook-notice.v1', {
  summary: 'Tells whoever made a webhook that it was switched off because nothing arrived for three days.',
  payload: z.object({ webhookId: Id }),
});
