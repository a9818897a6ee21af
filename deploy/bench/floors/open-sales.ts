// The floor of `auth`: the whole of Sales with one route more, which lets everybody in and reads the customer without a
// tenant. It exists in this process alone; no service has a way around its guards.
import 'reflect-metadata';
import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import { CustomerDto, Id as IdSchema } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { Actor, boot, DatabaseConnection, Public, Returns, type ServiceDefinition } from '@dhanman/platform';
import { Controller, Get, Module, Param } from '@nestjs/common';

interface Queries {
  get(actor: Actor, id: string): Promise<unknown>;
}

const { sales } = await built<{ sales: ServiceDefinition }>('main.js');
const { CustomersQueries } = await built<{ CustomersQueries: new (db: object) => Queries }>(
  'customers/customers.queries.js',
);

const connection = new DatabaseConnection(
  sales.database,
  {
    url: process.env['OPEN_DATABASE_URL'] ?? '',
    poolSize: Number(process.env['DATABASE_POOL_SIZE']),
    service: 'open',
  },
  () => undefined,
);
await connection.open(() => Promise.resolve());

/** The queries of the product on another login: one statement, with no transaction around it. */
const queries = new CustomersQueries({
  read: (_: unknown, work: (tx: unknown) => Promise<unknown>) => work(connection.source.manager),
});
const [organizationId, companyId] = (process.env['OPEN_TENANT'] ?? '').split(' ') as [Id, Id];
const everybody = new Actor(
  'everybody',
  organizationId,
  { grants: [], companyIds: new Set(), state: 'active' },
  companyId,
);

class OpenCustomersController {
  get(id: string): Promise<unknown> {
    return queries.get(everybody, id);
  }
}

class OpenSalesModule {
  readonly opens = OpenCustomersController;
}

// Written out, because types are stripped here and decorators are not a part of the language yet.
const { prototype } = OpenCustomersController;
const method = Object.getOwnPropertyDescriptor(prototype, 'get') ?? {};
for (const decorate of [Get(':id'), Public(), Returns(CustomerDto)]) decorate(prototype, 'get', method);
Param('id', { schema: IdSchema })(prototype, 'get', 0);
Controller('open/customers')(OpenCustomersController);
Module({ imports: [sales.module], controllers: [OpenCustomersController] })(OpenSalesModule);

await boot({ ...sales, module: OpenSalesModule });

async function built<T>(file: string): Promise<T> {
  const path = join(resolve(import.meta.dirname, '../../../services/sales/dist'), file);
  return (await import(pathToFileURL(path).href)) as T;
}
