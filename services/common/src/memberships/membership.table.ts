import { EntitySchema } from 'typeorm';
import { Membership } from './membership.js';

export const MembershipTable = new EntitySchema<Membership>({
  name: 'Membership',
  target: Membership,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    personId: { type: 'uuid' },
    isActive: { type: 'boolean' },
    grants: { type: 'jsonb' },
    identities: { type: 'jsonb', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
