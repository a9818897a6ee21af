import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { SnakeCase } from './naming-strategy.js';
import type { Constraints } from './sqlstate.js';

export interface DatabaseDefinition {
  readonly tables: readonly EntitySchema[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** What breaking a named constraint means to the business; a violation without an entry is a bug, a 500. */
  readonly constraints: Constraints;
  /** Tables without `organization_id` that are meant to be so; the self-check refuses any other. */
  readonly sharedTables: readonly string[];
}

export const migrationTable = 'migration';

/** The tables, migrations and named constraints of one service. */
export function defineDatabase(definition: {
  // EntitySchema is invariant in its class, so a list of different tables has no better common type.
  readonly tables: readonly EntitySchema[];
  readonly migrations: DatabaseDefinition['migrations'];
  readonly constraints?: Constraints;
  readonly sharedTables?: readonly string[];
}): DatabaseDefinition {
  return { constraints: {}, sharedTables: [], ...definition };
}

export interface Connection {
  readonly url: string;
  readonly applicationName: string;
  /** Settings handed to the driver's pool as they are. */
  readonly pool: Readonly<Record<string, unknown>>;
  readonly onPoolError?: (error: unknown) => void;
}

/** The one place that turns a definition into a TypeORM data source, for the service and for the migrator alike. */
export function dataSourceFor(definition: DatabaseDefinition, connection: Connection): DataSource {
  return new DataSource({
    type: 'postgres',
    url: connection.url,
    applicationName: connection.applicationName,
    entities: [...definition.tables],
    migrations: [...definition.migrations],
    migrationsTableName: migrationTable,
    namingStrategy: new SnakeCase(),
    entitySkipConstructor: true,
    installExtensions: false,
    synchronize: false,
    logging: false,
    extra: { ...connection.pool },
    ...(connection.onPoolError && { poolErrorHandler: connection.onPoolError }),
  });
}
