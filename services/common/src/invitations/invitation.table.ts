import { masked } from '@dhanman/platform';
import { EntitySchema } from 'typeorm';
import { Invitation } from './invitation.js';

export const InvitationTable = new EntitySchema<Invitation>({
  name: 'Invitation',
  target: Invitation,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    email: { type: 'text' },
    grants: { type: 'jsonb' },
    state: { type: 'text' },
    linkId: { type: 'uuid' },
    secretHash: { type: 'text', ...masked },
    invitedBy: { type: 'text' },
    timesSent: { type: 'integer' },
    expiresAt: { type: 'timestamptz' },
    version: { type: 'integer', insert: false, update: false },
  },
});
