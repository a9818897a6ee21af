import type { ListReminders, ReminderDto, ReminderPage } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { ReminderId } from './reminder.js';

const sorts: Sorts<'askedAt'> = { askedAt: { sql: 'created_at', type: 'timestamptz' } };

type Row = Omit<ReminderDto, 'askedAt' | 'endedAt'> & {
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  readonly sortedBy: string;
};

const found = `
  found as (
    select reminder.id, invoice_id, number, customer_id, customer.name, days, asked_by, reminder.state, skipped_because,
      reason, recipient, subject, reminder.created_at, ended_at
    from reminder
    join invoice on invoice.organization_id = $1 and invoice.id = invoice_id
    join customer on customer.organization_id = $1 and customer.id = customer_id
    where reminder.organization_id = $1 and reminder.company_id = $2)`;

const columns = `
  id, invoice_id as "invoiceId", number as "invoiceNumber", customer_id as "customerId", name as "customerName", days,
  asked_by is not null as "isByHand", state, skipped_because as "skippedBecause", reason, recipient, subject,
  created_at as "askedAt", ended_at as "endedAt"`;

@Injectable()
export class RemindersQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: ReminderId): Promise<ReminderDto> {
    const sql = `with ${found} select ${columns} from found where id = $3`;
    const values = [actor.organizationId, actor.company, id];
    const [row] = await this.db.read(actor, (tx) => tx.query<Row[]>(sql, values));
    if (!row) throw new NotFound('reminder');
    return toDto(row);
  }

  async list(actor: Actor, query: ListReminders): Promise<ReminderPage> {
    const keyset = new Keyset(sorts, '-askedAt', query);
    const values: unknown[] = [actor.organizationId, actor.company];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      with ${found}
      select ${columns}, ${keyset.select} from found
      where ${filters(query, place)} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<Row[]>(sql, values), toDto));
  }
}

function filters({ state, customerId, invoiceId }: ListReminders, place: (value: unknown) => string): string {
  const parts = [
    state !== undefined && `state = ${place(state)}`,
    customerId !== undefined && `customer_id = ${place(customerId)}`,
    invoiceId !== undefined && `invoice_id = ${place(invoiceId)}`,
  ];
  return parts.filter((part) => part !== false).join(' and ') || 'true';
}

function toDto({ sortedBy: _, askedAt, endedAt, ...row }: Row): ReminderDto {
  return { ...row, askedAt: askedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}
