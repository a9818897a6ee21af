import { z } from 'zod';
import { Id, Instant, pageOf, pageQuery } from '../http/shared.js';
import { publicEventNames } from '../public-events.js';

const url = z
  .url()
  .max(2000)
  .meta({ examples: ['https://shop.example.com/dhanman'] });
const description = z.string().max(200);
const events = z
  .array(z.enum(publicEventNames as readonly [string, ...string[]]))
  .min(1)
  .meta({ description: 'The types of events to be sent.' });
const overlapHours = z.int().min(0).max(168).default(24);

export const CreateWebhook = z
  .strictObject({ url, events, description: description.default('') })
  .meta({ id: 'CreateWebhook' });

export const PatchWebhook = z
  .strictObject({
    url: url.optional(),
    events: events.optional(),
    description: description.optional(),
    isActive: z.boolean().optional(),
  })
  .meta({ id: 'PatchWebhook' });

export const RotateWebhookSecret = z
  .strictObject({
    overlapHours: overlapHours.meta({
      description: 'For how long every delivery is signed with both secrets.',
    }),
  })
  .meta({ id: 'RotateWebhookSecret' });

const fields = {
  id: Id,
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()),
  isActive: z.boolean(),
  isRemoved: z.boolean().meta({ description: 'Only its deliveries can still be looked at.' }),
  disabledBecause: z
    .enum(['failures'])
    .nullable()
    .meta({ description: 'Why it was switched off by us: nothing arrived for three days.' }),
  previousSecretValidUntil: Instant.nullable(),
  createdBy: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  version: z.int().min(1).max(2_147_483_647),
};

export const WebhookDto = z.object(fields).meta({ id: 'Webhook' });

export const WebhookWithSecret = z
  .object({
    ...fields,
    secret: z.string().meta({ description: 'Shown this once. With it you check signatures.' }),
  })
  .meta({ id: 'WebhookWithSecret' });

export const WebhookPage = pageOf('WebhookPage', WebhookDto);
export const ListWebhooks = z.strictObject({ ...pageQuery });

export const DeliveryState = z.enum(['waiting', 'delivered', 'failed']).meta({ id: 'DeliveryState' });

const deliveryFields = {
  id: Id.meta({ description: 'The same in every try, so that a receiver knows what it has already.' }),
  type: z.string(),
  state: DeliveryState,
  tries: z.int(),
  createdAt: Instant,
  nextTryAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
};

export const DeliveryDto = z.object(deliveryFields).meta({ id: 'WebhookDelivery' });

export const DeliveryDetails = z
  .object({
    ...deliveryFields,
    body: z.string(),
    attempts: z.array(
      z.object({
        at: Instant,
        durationMs: z.int(),
        status: z.int().nullable(),
        response: z.string().nullable().meta({ description: 'How the answer began.' }),
        error: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'WebhookDeliveryDetails' });

export const DeliveryPage = pageOf('WebhookDeliveryPage', DeliveryDto);
export const ListDeliveries = z.strictObject({ ...pageQuery, state: DeliveryState.optional() });

export type CreateWebhook = z.infer<typeof CreateWebhook>;
export type PatchWebhook = z.infer<typeof PatchWebhook>;
export type RotateWebhookSecret = z.infer<typeof RotateWebhookSecret>;
export type WebhookDto = z.infer<typeof WebhookDto>;
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;
export type WebhookPage = z.infer<typeof WebhookPage>;
export type ListWebhooks = z.infer<typeof ListWebhooks>;
export type DeliveryState = z.infer<typeof DeliveryState>;
export type DeliveryDto = z.infer<typeof DeliveryDto>;
export type DeliveryDetails = z.infer<typeof DeliveryDetails>;
export type DeliveryPage = z.infer<typeof DeliveryPage>;
export type ListDeliveries = z.infer<typeof ListDeliveries>;
