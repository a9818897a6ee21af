import { contracts } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { MessageLayer } from '@dhanman/messaging';
import { freshVirtualHost, until, type VirtualHost } from '@dhanman/testing';
import { connect } from 'amqplib';
import { DataSource } from 'typeorm';
import type { Benchmark, Prepared, Sample } from '../benchmark.ts';
import { of, ratio } from '../figures.ts';
import { pgbench } from '../floors/pgbench.ts';
import { admin, freshDatabase, urlOf } from '../parts/message-database.ts';
import { Messenger, organizationId, talk } from '../parts/conversation.ts';

const clients = 16;
const secondsPerRound = 5;
const backlog = 100_000;

export const benchmark: Benchmark = {
  about:
    'Commit of a document until its message has taken effect in another service, the whole path against pgbench running ' +
    'the sender’s three inserts, and a backlog against amqplib publishing the same bodies from memory.',
  prepare,
};

async function prepare(note: (text: string) => void): Promise<Prepared> {
  const vhost = await freshVirtualHost();
  const [sales, common, floor] = [await freshDatabase(), await freshDatabase(), await freshDatabase()];
  const sender = await Messenger.start('sales', sales, vhost);
  const receiver = await Messenger.start('common', common, vhost);
  note('warm up');
  await talk(sender, receiver, { flood: { clients, seconds: 3 } });
  const close = async (): Promise<void> => {
    await sender.stop();
    await receiver.stop();
    await vhost.drop();
    for (const name of [sales, common, floor]) await admin(`drop database "${name}" with (force)`);
  };
  return {
    contenders: [
      { name: 'pgbench', measure: () => threeInserts(floor) },
      { name: 'whole path', measure: () => wholePath(sender, receiver) },
      { name: '10/s', measure: () => latencyAt(sender, receiver, 10) },
      { name: '500/s', measure: () => latencyAt(sender, receiver, 500) },
      { name: 'amqplib', measure: () => fromMemory(vhost) },
      { name: 'backlog', measure: () => drain(floor, vhost) },
    ],
    rounds: 3,
    figures: [
      ...latencyFigures('10/s'),
      ...latencyFigures('500/s'),
      {
        name: 'whole path, of pgbench with the three inserts',
        unit: 'ratio',
        target: { atLeast: 0.2 },
        of: ratio(of('whole path', 'messages/s'), of('pgbench', 'transactions/s')),
      },
      {
        name: `backlog of ${String(backlog)}, of amqplib from memory`,
        unit: 'ratio',
        target: { atLeast: 0.3 },
        of: ratio(of('backlog', 'messages/s'), of('amqplib', 'messages/s')),
      },
    ],
    close,
  };
}

function latencyFigures(name: string): Prepared['figures'] {
  return [
    {
      name: `commit to effect at ${name}, p50`,
      unit: 'ms',
      target: { atMost: 5 },
      of: of(name, 'p50 ms'),
    },
    {
      name: `commit to effect at ${name}, p99`,
      unit: 'ms',
      target: { atMost: 50 },
      of: of(name, 'p99 ms'),
    },
  ];
}

async function latencyAt(sender: Messenger, receiver: Messenger, perSecond: number): Promise<Sample> {
  const pairs = await talk(sender, receiver, { send: { perSecond, seconds: secondsPerRound } });
  const waits = pairs.map(([sent, effect]) => Number(effect - sent) / 1e6).sort((one, other) => one - other);
  const at = (share: number): number => Math.max(waits[Math.floor(waits.length * share)] ?? Number.NaN, 0);
  return { 'p50 ms': at(0.5), 'p99 ms': at(0.99), 'worst ms': at(0.99999), messages: waits.length };
}

async function wholePath(sender: Messenger, receiver: Messenger): Promise<Sample> {
  const pairs = await talk(sender, receiver, { flood: { clients, seconds: secondsPerRound } });
  const begin = pairs.reduce((least, [sent]) => (sent < least ? sent : least), pairs[0]?.[0] ?? 0n);
  const end = pairs.reduce((most, [, effect]) => (effect > most ? effect : most), 0n);
  return { 'messages/s': pairs.length / (Number(end - begin) / 1e9) };
}

/** The floor of the whole path: what the sender's transaction alone costs when nobody is told about it. */
async function threeInserts(database: string): Promise<Sample> {
  const load = { clients, seconds: secondsPerRound, threads: 1 };
  const perSecond = await pgbench(urlOf(database), inserts, load);
  await admin('truncate outbox, document, document_line', database);
  return { 'transactions/s': perSecond };
}

const inserts = `
  begin;
  insert into document (id, total) values (gen_random_uuid(), 1180.00);
  insert into document_line (id, document, amount) values (gen_random_uuid(), gen_random_uuid(), 1180.00);
  insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload)
    values (gen_random_uuid(), gen_random_uuid(), 'event', 'none', '', '', '{"organizationId":""}', '${body()}');
  commit;\n`;

async function fromMemory(vhost: VirtualHost): Promise<Sample> {
  const connection = await connect(vhost.url, { noDelay: true });
  const channel = await connection.createConfirmChannel();
  const name = 'from-memory';
  await channel.assertQueue(name, {
    arguments: { 'x-queue-type': 'quorum', 'x-overflow': 'reject-publish' },
  });
  const content = Buffer.from(body());
  const begin = performance.now();
  for (let sent = 0; sent < backlog; sent += 1000) {
    for (let one = 0; one < 1000; one += 1) {
      channel.sendToQueue(name, content, { persistent: true, messageId: newId() });
    }
    await channel.waitForConfirms();
  }
  const seconds = (performance.now() - begin) / 1000;
  await channel.deleteQueue(name);
  await connection.close();
  return { 'messages/s': backlog / seconds };
}

/** After an outage: the outbox is full, the broker is back, nobody consumes yet. */
async function drain(database: string, vhost: VirtualHost): Promise<Sample> {
  await admin(
    `insert into outbox (id, message_id, kind, contract, target, correlation_id, envelope, payload)
     select id, id, 'command', 'bench', '', id, '{"source":"sales","organizationId":"${organizationId}"}', '${body()}'
     from (select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7'
       || lpad(to_hex(number % 4096), 3, '0') || 'a' || lpad(to_hex(number), 15, '0'))::uuid as id
       from generate_series(1, ${String(backlog)}) as number) as ids`,
    database,
  );
  await admin('vacuum analyze outbox', database);
  const connection = await connect(vhost.url, { noDelay: true });
  const channel = await connection.createChannel();
  await channel.assertExchange('commands', 'direct', { durable: true });
  await channel.assertQueue('bench', {
    arguments: { 'x-queue-type': 'quorum', 'x-overflow': 'reject-publish' },
  });
  await channel.bindQueue('bench', 'commands', 'bench');
  const source = new DataSource({ type: 'postgres', url: urlOf(database), installExtensions: false });
  await source.initialize();
  const layer = new MessageLayer({
    ...{ service: 'sales', source, amqpUrl: vhost.url, contracts },
    database: {
      transaction: () => Promise.reject(new Error('not used')),
      query: async (sql, parameters = []) => source.query(sql, [...parameters]),
    },
    correlation: { current: () => undefined, run: (_, work) => work() },
  });
  const begin = performance.now();
  await layer.start();
  await until(async () => (await source.query<unknown[]>('select from outbox limit 1')).length === 0, {
    deadlineMs: 60_000,
    what: 'the outbox is empty',
  });
  const seconds = (performance.now() - begin) / 1000;
  await layer.stop();
  await channel.deleteQueue('bench');
  await connection.close();
  await source.destroy();
  await admin('truncate outbox, outbox_sent', database);
  return { 'messages/s': backlog / seconds };
}

function body(): string {
  return JSON.stringify({
    source: { document: 'invoice', id: organizationId, version: 1, purpose: 'issue' },
    ...{ on: '2026-04-01', currency: 'INR', narration: 'Invoice SI/2627/0001' },
    lines: [
      { account: '11200', side: 'debit', amount: '1180.00' },
      { account: '41010', side: 'credit', amount: '1180.00' },
    ],
  });
}
