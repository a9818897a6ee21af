// One end of a conversation, in a process of its own with the limits of a service: Sales sends, Common receives. Told
// what to do over IPC; times are of the machine's monotonic clock, which all processes share.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  PostTransaction,
  type ServiceName,
  TransactionPosted,
  TransactionRejected,
} from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { type Correlation, MessageLayer, publish } from '@dhanman/messaging';
import { DataSource, type EntityManager } from 'typeorm';

export interface Told {
  readonly send?: { readonly perSecond: number; readonly seconds: number };
  readonly flood?: { readonly clients: number; readonly seconds: number };
}

export type Tells =
  | { readonly is: 'ready' }
  /** Nanoseconds of the monotonic clock by document. */
  | { readonly is: 'done'; readonly times: Readonly<Record<string, string>> };

const service = process.env['SERVICE'] as ServiceName;
const tenant = JSON.parse(process.env['TENANT'] ?? '{}') as { organizationId: Id; companyId: Id };
const source = new DataSource({
  type: 'postgres',
  url: process.env['DATABASE_URL'] ?? '',
  installExtensions: false,
  extra: { max: 16 },
});
await source.initialize();

const times = new Map<string, string>();
const now = () => process.hrtime.bigint().toString();

const database = {
  async transaction<T>(_: unknown, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner = source.createQueryRunner();
    try {
      const client = (await runner.connect()) as { query(sql: string): Promise<unknown> };
      const settings = Object.entries({
        'app.organization_id': tenant.organizationId,
        'app.company_id': tenant.companyId,
      }).map(([name, value]) => `set_config('${name}', '${value}', true)`);
      await client.query(`begin; select ${settings.join(', ')}`);
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      const result = await work(runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  },
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    return source.query<Row[]>(sql, [...parameters]);
  },
};

const storage = new AsyncLocalStorage<Correlation>();
const correlation = {
  current: () => storage.getStore(),
  run: <T>(context: Correlation, work: () => T): T => storage.run(context, work),
};
/** Documents whose effect stands in the transaction of this message handler, until it commits. */
const storing = new WeakMap<object, string[]>();
const handled = {
  ...database,
  async transaction<T>(scope: unknown, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const documents: string[] = [];
    const result = await database.transaction(scope, (tx) => {
      storing.set(tx, documents);
      return work(tx);
    });
    for (const document of documents) times.set(document, now());
    return result;
  },
};
/** Only what this conversation is about: everything else that the service hears would need a handler. */
const spoken = [PostTransaction, TransactionPosted, TransactionRejected];
const layer = new MessageLayer({
  ...{ service, source, contracts: spoken, correlation, database: handled },
  amqpUrl: process.env['AMQP_URL'] ?? '',
});

/** Prepared, as the statements of a service that write rows of its tables are. */
const prepared = (name: string, text: string) => ({ name, text }) as unknown as string;
const insertDocument = prepared('document', 'insert into document (id, total) values ($1, $2)');
const insertLine = prepared('line', 'insert into document_line (id, document, amount) values ($1, $2, $3)');
const insertEntry = prepared('entry', 'insert into entry (document) values ($1)');

const nothing = () => Promise.resolve();
const handlers: Partial<
  Record<ServiceName, Readonly<Record<string, (m: never, tx: EntityManager) => Promise<unknown>>>>
> = {
  sales: {
    'common.transaction-posted.v1': nothing,
    'common.transaction-rejected.v1': nothing,
  },
  common: {
    'common.post-transaction.v1': ({ payload }: { payload: { source: { id: string } } }, tx) => {
      storing.get(tx)?.push(payload.source.id);
      return tx.query(insertEntry, [payload.source.id]);
    },
  },
};
for (const [name, handler] of Object.entries(handlers[service] ?? {})) {
  layer.strategy.addHandler(name, handler as never, true);
}

/** The sender's transaction: a document, its line, and the message. */
async function issue(): Promise<void> {
  const document = newId();
  await storage.run({ requestId: document, correlationId: document }, () =>
    database.transaction(tenant, async (tx) => {
      await tx.query(insertDocument, [document, '1180.00']);
      await tx.query(insertLine, [newId(), document, '1180.00']);
      await publish(tx, PostTransaction, {
        source: { document: 'invoice', id: document, version: 1, purpose: 'issue' },
        ...{ on: '2026-04-01', currency: 'INR', narration: 'Invoice SI/2627/0001' },
        lines: [
          { account: '11200', side: 'debit', amount: '1180.00' },
          { account: '41010', side: 'credit', amount: '1180.00' },
        ],
      });
    }),
  );
  times.set(document, now());
}

async function send({ perSecond, seconds }: NonNullable<Told['send']>): Promise<void> {
  const begin = performance.now();
  const running: Promise<void>[] = [];
  for (let count = 0; count < perSecond * seconds; count += 1) {
    const due = begin + (count * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(issue());
  }
  await Promise.all(running);
}

async function flood({ clients, seconds }: NonNullable<Told['flood']>): Promise<void> {
  const end = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) await issue();
  };
  await Promise.all(Array.from({ length: clients }, client));
}

const tell = (what: Tells) => process.send?.(what);

process.on('message', (told: Told) => {
  void (async () => {
    if (told.send) await send(told.send);
    if (told.flood) await flood(told.flood);
    tell({ is: 'done', times: Object.fromEntries(times) });
    times.clear();
  })();
});

await layer.strategy.listen((error) => {
  if (error) throw error as Error;
});
await layer.start();
const ready = setInterval(() => {
  if (!layer.isConnected) return;
  clearInterval(ready);
  tell({ is: 'ready' });
}, 20);
