import { masked } from '@dhanman/platform';
import { EntitySchema } from 'typeorm';
import { PersonalToken } from './personal-token.js';

export const PersonalTokenTable = new EntitySchema<PersonalToken>({
  name: 'PersonalToken',
  target: PersonalToken,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    personId: { type: 'uuid' },
    name: { type: 'text' },
    secretHash: { type: 'text', ...masked },
    ending: { type: 'text' },
    readsOnly: { type: 'boolean' },
    expiresAt: { type: 'timestamptz' },
    revokedAt: { type: 'timestamptz', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
  },
});
