// A service in a process of its own, made to be killed: see `victim.ts`. It runs the built library, as production does.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CompanyChanged,
  CompanyCreated,
  PostTransaction,
  TransactionPosted,
  TransactionRejected,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { MessageLayer, publish, reply } from '@dhanman/messaging';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

const { SERVICE: service, DATABASE_URL: url, AMQP_URL: amqpUrl, TENANT } = process.env;
const tenant = JSON.parse(TENANT);
Logger.overrideLogger(['error', 'warn']);

const source = await new DataSource({ type: 'postgres', url, installExtensions: false }).initialize();
const store = new AsyncLocalStorage();
const correlation = { current: () => store.getStore(), run: store.run.bind(store) };
const database = {
  transaction: ({ organizationId, companyId }, work) =>
    source.transaction(async (tx) => {
      const settings =
        "select set_config('app.organization_id', $1, true), set_config('app.company_id', $2, true)";
      await tx.query(settings, [organizationId, companyId ?? '']);
      return work(tx);
    }),
  query: async (sql, parameters = []) => source.query(sql, [...parameters]),
};
/** The conversation that is killed here; what else services tell each other needs no handlers. */
const spoken = [CompanyCreated, CompanyChanged, PostTransaction, TransactionPosted, TransactionRejected];
const retryAfter = [
  { name: 'soon', ms: 50 },
  { name: 'later', ms: 150 },
];
const messaging = new MessageLayer({
  service,
  source,
  amqpUrl,
  contracts: spoken,
  database,
  correlation,
  retryAfter,
});

const failing = new Set();
/** How many messages of one transaction were handled before. */
const handledIn = new WeakMap();
const handlers = {
  sales: {
    'common.company-created.v1': async () => undefined,
    'common.company-changed.v1': async () => undefined,
    'common.transaction-rejected.v1': async () => undefined,
    'common.transaction-posted.v1': async ({ payload }, tx) =>
      tx.query('insert into answer values ($1, $2, $3)', [payload.source.id, 'posted', payload.entryId]),
  },
  common: {
    'common.company-created.v1': async () => undefined,
    'common.company-changed.v1': async () => undefined,
    'common.post-transaction.v1': async (message, tx) => {
      const { source: document, narration } = message.payload;
      if (narration === 'kills') process.kill(process.pid, 'SIGKILL');
      const before = handledIn.get(tx) ?? 0;
      handledIn.set(tx, before + 1);
      if (narration === 'kills others' && before === 3) process.kill(process.pid, 'SIGKILL');
      if (narration === 'fails once' && !failing.has(document.id) && failing.add(document.id))
        throw new Error('once');
      await tx.query('insert into entry values ($1, $2, 0)', [document.id, document.version]);
      await reply(tx, message, TransactionPosted, {
        ...{ source: document, entryId: newId(), postedAt: '2026-04-01T00:00:00Z' },
      });
    },
  },
}[service];
for (const [contract, handler] of Object.entries(handlers))
  messaging.strategy.addHandler(contract, handler, true);

process.on('message', async ({ narration, document }) => {
  const lines = [
    { account: '11200', side: 'debit', amount: '1180.00' },
    { account: '41010', side: 'credit', amount: '1180.00' },
  ];
  await database.transaction(tenant, async (tx) =>
    publish(tx, PostTransaction, {
      source: { document: 'invoice', id: document, version: 1, purpose: 'issue' },
      ...{ on: '2026-04-01', currency: 'INR', narration, lines },
    }),
  );
});
await messaging.strategy.listen((error) => error && process.exit(1));
await messaging.start();
const waiting = setInterval(() => {
  if (!messaging.isConnected) return;
  clearInterval(waiting);
  process.send('ready');
}, 20);
