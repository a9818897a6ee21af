import { EntitySchema } from 'typeorm';
import { Person } from './person.js';

export const PersonTable = new EntitySchema<Person>({
  name: 'Person',
  target: Person,
  columns: {
    id: { type: 'uuid', primary: true },
    email: { type: 'text' },
    name: { type: 'text' },
    language: { type: 'text' },
    status: { type: 'text' },
    emailVerifiedAt: { type: 'timestamptz', nullable: true },
    version: { type: 'integer', insert: false, update: false },
    createdAt: { type: 'timestamptz', insert: false, update: false },
    updatedAt: { type: 'timestamptz', insert: false, update: false },
  },
});
