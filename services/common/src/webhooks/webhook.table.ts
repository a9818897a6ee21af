import { masked } from '@dhanman/platform';
import { EntitySchema } from 'typeorm';
import { Webhook } from './webhook.js';

export const WebhookTable = new EntitySchema<Webhook>({
  name: 'Webhook',
  target: Webhook,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    url: { type: 'text' },
    description: { type: 'text' },
    events: { type: 'jsonb' },
    isActive: { type: 'boolean' },
    isRemoved: { type: 'boolean' },
    disabledBecause: { type: 'text', nullable: true },
    secret: { type: 'text', ...masked },
    previousSecret: { type: 'text', nullable: true, ...masked },
    previousSecretValidUntil: { type: 'timestamptz', nullable: true, ...masked },
    createdBy: { type: 'text' },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
