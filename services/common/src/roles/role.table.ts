import { EntitySchema } from 'typeorm';
import { Role } from './role.js';

export const RoleTable = new EntitySchema<Role>({
  name: 'Role',
  target: Role,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    patterns: { type: 'jsonb' },
    isActive: { type: 'boolean' },
    version: { type: 'integer', insert: false, update: false },
  },
});
