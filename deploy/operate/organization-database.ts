// Common's database with its outbox, so that what is changed from here is told to every service like any other change.
import type { Id } from '@dhanman/kernel';
import type { Database, DatabaseDefinition } from '@dhanman/platform';
import { builtCommon } from './built-common.ts';
import { operator } from './operator.ts';
import { databaseUrlOf } from './database-url.ts';
import type { Request } from './request.ts';

export async function inOrganization<T>(
  request: Request,
  organizationId: Id,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { correlation, DatabaseConnection } = await import('@dhanman/platform');
  const { attachOutbox } = await import('@dhanman/messaging');
  const { newId } = await import('@dhanman/kernel');
  const url = await databaseUrlOf(request, 'common');
  const { database: definition } = await builtCommon<{ database: DatabaseDefinition }>('database.js');
  const connection = new DatabaseConnection(
    definition,
    { url, poolSize: 1, service: 'operator' },
    () => undefined,
  );
  attachOutbox({ service: 'common', source: connection.source, correlation });
  try {
    await connection.open(async () => Promise.resolve());
    const requestId = newId();
    const cause = { requestId, correlationId: requestId, organizationId, actorId: operator() };
    return await correlation.run(cause, async () => work(connection.database));
  } finally {
    await connection.close();
  }
}
