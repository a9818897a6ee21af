import { EntitySchema } from 'typeorm';
import { StandIn } from './stand-in.js';

export const StandInTable = new EntitySchema<StandIn>({
  name: 'StandIn',
  target: StandIn,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    personId: { type: 'uuid' },
    asPersonId: { type: 'uuid' },
    sessionId: { type: 'text' },
    reason: { type: 'text' },
    begunAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    endedAt: { type: 'timestamptz', nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
});
