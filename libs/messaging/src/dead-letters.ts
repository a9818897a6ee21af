import { newId } from '@dhanman/kernel';
import type { ConsumeMessage } from 'amqplib';
import { lastingHeaders, propertiesOf } from './envelope.js';
import { historyOf } from './failures.js';
import type { MessageDatabase } from './options.js';

/** Moves a message from the dead queue to the table, where an operator can search, replay and discard it. */
export async function file(database: MessageDatabase, raw: ConsumeMessage): Promise<void> {
  const { messageId = newId(), type = '', correlationId = '', headers } = propertiesOf(raw);
  const { 'x-reason': reason = `the broker gave it up: ${String(headers['x-first-death-reason'])}` } =
    headers as Readonly<Record<string, string>>;
  const texts = [messageId, type, raw.fields.routingKey, correlationId, reason];
  const documents = [JSON.stringify(lastingHeaders(raw)), JSON.stringify(historyOf(raw))];
  await database.query(
    `insert into dead_letter (id, payload, message_id, contract, queue, correlation_id, reason, envelope, history)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    // A zero character is the one thing that Postgres cannot keep in a text.
    [newId(), raw.content, ...[...texts, ...documents].map((text) => text.replaceAll(/\0|\\u0000/g, ''))],
  );
}
