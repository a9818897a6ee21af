import { DeliverWebhook, RetryWebhook } from '@dhanman/contracts';
import { Clock, DomainError, type Id, newId } from '@dhanman/kernel';
import { type Message, publish } from '@dhanman/messaging';
import { type Actor, Database, NotFound, type Scope } from '@dhanman/platform';
import { dropSchedule, remind } from '@dhanman/schedules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Webhook, WebhookId } from './webhook.js';
import { after, type DeliveryId, type Outcome, type Progress } from './webhook-delivery.js';
import { WebhookPlacesService } from './webhook-places.service.js';
import { WebhookSenderService } from './webhook-sender.service.js';
import { WebhookTable } from './webhook.table.js';
import { WebhooksService } from './webhooks.service.js';

export class WebhookSwitchedOff extends DomainError {
  constructor() {
    super('conflict', 'webhook-switched-off', 'This webhook is switched off: switch it on first.');
  }
}

interface Due {
  readonly id: DeliveryId;
  readonly type: string;
  readonly body: string;
  readonly tries: number;
  readonly webhookId: WebhookId;
}

interface Event {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly companyId: string | undefined;
  readonly data: unknown;
}

/** The event that a person sends themselves to see whether everything is right. */
const testType = 'dhanman.test';

@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sender: WebhookSenderService,
    private readonly places: WebhookPlacesService,
    private readonly webhooks: WebhooksService,
  ) {}

  /** One delivery for each webhook that asked for such events; hearing the event again makes no other. */
  async offer(tx: EntityManager, { envelope, payload }: Message): Promise<void> {
    const { organizationId, messageId, contract, occurredAt, companyId } = envelope;
    const subscribed = await tx.query<{ id: WebhookId }[]>(
      `select id from webhook where organization_id = $1 and is_active and events ? $2`,
      [organizationId, contract],
    );
    const event = { id: messageId, type: contract, at: occurredAt, companyId, data: payload };
    for (const { id } of subscribed) await this.owe(tx, { organizationId }, id, event);
    if (subscribed.length > 0) await forgetOld(tx, organizationId);
  }

  async test(actor: Actor, id: WebhookId): Promise<{ readonly id: DeliveryId }> {
    return this.db.transaction(actor, async (tx) => {
      await activeOf(tx, actor, id);
      const at = this.clock.now().toISOString();
      const event = { id: newId(), type: testType, at, companyId: undefined, data: { by: actor.userId } };
      return { id: await this.owe(tx, actor, id, event) };
    });
  }

  /** The same once more, under the same id, with all its tries. */
  async redeliver(actor: Actor, webhookId: WebhookId, id: DeliveryId): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await activeOf(tx, actor, webhookId);
      const sql = `with again as (
          update webhook_delivery set state = 'waiting', tries = 0, next_try_at = null
          where organization_id = $1 and webhook_id = $2 and id = $3 returning id)
        select id from again`;
      const again = await tx.query<object[]>(sql, [actor.organizationId, webhookId, id]);
      if (again.length === 0) throw new NotFound('webhook-delivery');
      await publish(tx, DeliverWebhook, { deliveryId: id });
    });
  }

  /** A job: whoever dies between sending and writing it down sends again, under the same id. */
  async deliver({ organizationId }: Scope, id: string): Promise<void> {
    const due = await this.db.transaction({ organizationId }, (tx) => this.begin(tx, organizationId, id));
    if (!due) return;
    const { delivery, webhook } = due;
    const outcome = webhook.isActive ? await this.sender.send(webhook, delivery) : this.notSent();
    const progress: Progress = webhook.isActive
      ? after(delivery.tries, outcome)
      : { state: 'failed', tries: delivery.tries, nextTryAt: null };
    await this.db.transaction(
      { organizationId },
      async (tx) => this.record(tx, organizationId, { delivery, outcome, progress }),
      { isIdempotent: true },
    );
  }

  private async begin(tx: EntityManager, organizationId: Id, id: string): ReturnType<typeof dueOf> {
    const due = await dueOf(tx, organizationId, id);
    if (due?.webhook.isActive && !(await this.places.take(tx, organizationId, due.delivery)))
      return undefined;
    return due;
  }

  private async record(
    tx: EntityManager,
    organizationId: Id,
    { delivery, outcome, progress }: { delivery: Due; outcome: Outcome; progress: Progress },
  ): Promise<void> {
    const { at, durationMs, status, response, error } = outcome;
    await tx.query(attemptSql, [
      ...[organizationId, newId(), delivery.id, at, durationMs, status, response, error],
    ]);
    const { state, tries, nextTryAt } = progress;
    await tx.query(progressSql, [organizationId, delivery.id, state, tries, nextTryAt, at]);
    const about = { subject: delivery.id };
    if (nextTryAt) await remind(tx, RetryWebhook, { ...about, at: nextTryAt });
    else await dropSchedule(tx, RetryWebhook, about);
    await this.places.leave(tx, organizationId, delivery);
    if (state === 'failed' && (await nothingArrivedSince(tx, organizationId, delivery)))
      await this.webhooks.disable(tx, { organizationId }, delivery.webhookId);
  }

  private async owe(
    tx: EntityManager,
    { organizationId }: Scope,
    webhookId: WebhookId,
    event: Event,
  ): Promise<DeliveryId> {
    const id = newId<'WebhookDelivery'>();
    const { type, at, companyId = null, data } = event;
    const body = JSON.stringify({ type, timestamp: at, organizationId, companyId, data });
    const made = await tx.query<object[]>(oweSql, [
      ...[organizationId, id, webhookId, event.id, type, body, this.clock.now()],
    ]);
    if (made.length > 0) await publish(tx, DeliverWebhook, { deliveryId: id });
    return id;
  }

  private notSent(): Outcome {
    const error = 'The webhook was switched off; nothing was sent.';
    return { status: null, response: null, error, at: this.clock.now(), durationMs: 0 };
  }
}

async function activeOf(tx: EntityManager, { organizationId }: Scope, id: WebhookId): Promise<Webhook> {
  const webhook = await tx.findOneBy(WebhookTable, { organizationId, id, isRemoved: false });
  if (!webhook) throw new NotFound('webhook');
  if (!webhook.isActive) throw new WebhookSwitchedOff();
  return webhook;
}

async function dueOf(tx: EntityManager, organizationId: Id, id: string) {
  const [delivery] = await tx.query<Due[]>(
    `select id, type, body, tries, webhook_id as "webhookId" from webhook_delivery
     where organization_id = $1 and id = $2 and state = 'waiting'`,
    [organizationId, id],
  );
  if (!delivery) return undefined;
  const webhook = await tx.findOneBy(WebhookTable, { organizationId, id: delivery.webhookId });
  return webhook ? { delivery, webhook } : undefined;
}

async function nothingArrivedSince(
  tx: EntityManager,
  organizationId: Id,
  { id, webhookId }: Due,
): Promise<boolean> {
  const arrived = await tx.query<object[]>(
    `select from webhook_delivery other
     where organization_id = $1 and webhook_id = $2 and delivered_at >
       (select created_at from webhook_delivery where organization_id = $1 and id = $3) limit 1`,
    [organizationId, webhookId, id],
  );
  return arrived.length === 0;
}

/** The log is for finding out what went wrong lately; the events themselves stand in the audit trail. */
async function forgetOld(tx: EntityManager, organizationId: Id): Promise<void> {
  await tx.query(
    `delete from webhook_delivery
     where organization_id = $1 and state <> 'waiting' and created_at < now() - interval '30 days'`,
    [organizationId],
  );
}

const oweSql = `
  insert into webhook_delivery (organization_id, id, webhook_id, event_id, type, body, state, created_at)
  values ($1, $2, $3, $4, $5, $6, 'waiting', $7)
  on conflict (organization_id, webhook_id, event_id) do nothing returning id`;

const attemptSql = `
  insert into webhook_attempt (organization_id, id, delivery_id, at, duration_ms, status, response, error)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

const progressSql = `
  update webhook_delivery set state = $3::text, tries = $4, next_try_at = $5::timestamptz,
    delivered_at = case when $3::text = 'delivered' then $6::timestamptz else delivered_at end
  where organization_id = $1 and id = $2 and state = 'waiting'`;
