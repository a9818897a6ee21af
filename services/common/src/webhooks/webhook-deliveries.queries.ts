import type {
  DeliveryDetails,
  DeliveryDto,
  DeliveryPage,
  DeliveryState,
  ListDeliveries,
} from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { WebhookId } from './webhook.js';
import type { DeliveryId } from './webhook-delivery.js';

const sorts: Sorts<'createdAt'> = { createdAt: { sql: 'created_at', type: 'timestamptz' } };

interface Row {
  readonly id: DeliveryId;
  readonly type: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly createdAt: Date;
  readonly nextTryAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly body: string;
  readonly sortedBy: string;
}

interface AttemptRow extends Omit<DeliveryDetails['attempts'][number], 'at'> {
  readonly at: Date;
}

const columns = `id, type, state, tries, created_at as "createdAt", next_try_at as "nextTryAt",
  delivered_at as "deliveredAt"`;

@Injectable()
export class WebhookDeliveriesQueries {
  constructor(private readonly db: Database) {}

  async list(actor: Actor, webhookId: WebhookId, query: ListDeliveries): Promise<DeliveryPage> {
    const keyset = new Keyset(sorts, '-createdAt', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const state = query.state === undefined ? '' : `and state = ${place(query.state)}`;
    const sql = `
      select ${columns}, ${keyset.select} from webhook_delivery
      where organization_id = ${place(actor.organizationId)} and webhook_id = ${place(webhookId)} ${state}
        and ${keyset.where(place)} ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => {
      const known = await tx.query<object[]>('select from webhook where organization_id = $1 and id = $2', [
        ...[actor.organizationId, webhookId],
      ]);
      if (known.length === 0) throw new NotFound('webhook');
      return keyset.page(await tx.query<Row[]>(sql, values), toDto);
    });
  }

  async get({ organizationId }: Actor, webhookId: WebhookId, id: DeliveryId): Promise<DeliveryDetails> {
    return this.db.read({ organizationId }, async (tx) => {
      const [row] = await tx.query<Row[]>(
        `select ${columns}, body from webhook_delivery where organization_id = $1 and webhook_id = $2 and id = $3`,
        [organizationId, webhookId, id],
      );
      if (!row) throw new NotFound('webhook-delivery');
      const attempts = await tx.query<AttemptRow[]>(
        `select at, duration_ms as "durationMs", status, response, error from webhook_attempt
         where organization_id = $1 and delivery_id = $2 order by id desc limit 100`,
        [organizationId, id],
      );
      const tried = attempts.map((attempt) => ({ ...attempt, at: attempt.at.toISOString() }));
      return { ...toDto(row), body: row.body, attempts: tried };
    });
  }
}

function toDto({ id, type, state, tries, createdAt, nextTryAt, deliveredAt }: Row): DeliveryDto {
  return {
    ...{ id, type, state, tries },
    createdAt: createdAt.toISOString(),
    nextTryAt: nextTryAt?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
  };
}
