import { masked } from '@dhanman/platform';
import { EntitySchema } from 'typeorm';
import { ApiKey } from './api-key.js';

export const ApiKeyTable = new EntitySchema<ApiKey>({
  name: 'ApiKey',
  target: ApiKey,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    secretHash: { type: 'text', ...masked },
    ending: { type: 'text' },
    previousHash: { type: 'text', nullable: true, ...masked },
    previousEnding: { type: 'text', nullable: true },
    previousValidUntil: { type: 'timestamptz', nullable: true },
    createdBy: { type: 'text' },
    expiresAt: { type: 'timestamptz' },
    revokedAt: { type: 'timestamptz', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
  },
});
