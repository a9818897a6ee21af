import type { directoryEvents, Message } from '@dhanman/contracts';
import type { EntityManager } from 'typeorm';
import { forgetMembers } from '../auth/memberships.js';

export const copyTables = ['organization', 'company', 'membership', 'role'] as const;
export type CopyTable = (typeof copyTables)[number];

/** What a copy holds besides its key and revision, in the order in which checksums read it. */
export const copiedFields: Readonly<Record<CopyTable, readonly string[]>> = {
  organization: ['name', 'state', 'plan'],
  company: [
    ...[
      'name',
      'currency',
      'timeZone',
      'financialYearStartMonth',
      'isActive',
      'kind',
      'legalName',
      'pan',
      'tan',
    ],
    ...['gstins', 'numberSeries', 'language'],
  ],
  membership: ['personId', 'isActive', 'grants', 'identities'],
  role: ['name', 'patterns', 'isActive'],
};

/**
 * Keeps a service's copy of organizations, companies, memberships and roles, which Common owns. An event carries the
 * whole thing, so that it is written as it comes; one that is older than the copy changes nothing.
 */
export async function keepCopy(
  tx: EntityManager,
  { envelope, payload }: Message<(typeof directoryEvents)[number]>,
): Promise<void> {
  const table = tableOf(envelope.contract);
  const fields = copiedFields[table];
  const values = payload as unknown as Readonly<Record<string, unknown>>;
  const columns = fields.map(columnOf);
  const places = [...columns, 'key', 'organization', 'revision'].map((_, index) => `$${index + 1}`);
  const updates = ['revision', ...columns].map((column) => `${column} = excluded.${column}`);
  await tx.query(
    `insert into ${table} (organization_id, id, revision, ${columns.join(', ')}) values (${places.join(', ')})
     on conflict (organization_id, id) do update set ${updates.join(', ')}
     where ${table}.revision <= excluded.revision`,
    [
      ...[envelope.organizationId, values['id'], values['revision']],
      ...fields.map((field) => valueFor(values[field])),
    ],
  );
  forgetMembers(tx, envelope.organizationId);
}

/** `timeZone` as the column spells it. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The name of an event says what it is about: `common.company-changed.v1`. */
function tableOf(contract: string): CopyTable {
  const table = copyTables.find((name) => contract.startsWith(`common.${name}-`));
  if (table === undefined) throw new Error(`${contract} is not about the directory.`);
  return table;
}

function valueFor(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
