/**
 * A webhook has two places and an organization six: so many of their deliveries are under way at once, counted in the
 * database for all processes, so that silent receivers of one cannot hold up the others. Whoever finds no place stands in
 * line and holds up no worker; whoever leaves gives theirs to the first in line who may have it, so that nobody who comes
 * later goes before them.
 */
import { DeliverWebhook, RetryWebhook } from '@dhanman/contracts';
import { Clock, type Id } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { dropSchedule, remind } from '@dhanman/schedules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WebhookId } from './webhook.js';
import type { DeliveryId } from './webhook-delivery.js';

const placesOfAWebhook = 2;
/** Of the sixteen that a process has for all organizations. */
const placesOfAnOrganization = 6;
/** Longer than a receiver may take: then whoever held the place has died. */
const heldMs = 30_000;
/** Nobody is forgotten in the line when all who would have called them have died. */
const calledAfterMs = 60_000;

export interface Guest {
  readonly id: DeliveryId;
  readonly webhookId: WebhookId;
}

@Injectable()
export class WebhookPlacesService {
  constructor(private readonly clock: Clock) {}

  /** Whether there was a place; otherwise the delivery stands in line and is called. */
  async take(tx: EntityManager, organizationId: Id, { id, webhookId }: Guest): Promise<boolean> {
    await oneAfterTheOther(tx, organizationId);
    const now = this.clock.now();
    const held = after(now, heldMs);
    const taken = await tx.query<object[]>(takeSql, [
      ...[organizationId, webhookId, id, now, held, placesOfAWebhook, placesOfAnOrganization],
    ]);
    if (taken.length > 0) return true;
    await tx.query(lineUpSql, [organizationId, id, now]);
    await remind(tx, RetryWebhook, { subject: id, at: after(now, calledAfterMs) });
    return false;
  }

  async leave(tx: EntityManager, organizationId: Id, { id }: Guest): Promise<void> {
    await oneAfterTheOther(tx, organizationId);
    await tx.query(leaveSql, [organizationId, id]);
    const now = this.clock.now();
    const [next] = await tx.query<{ id: DeliveryId }[]>(callSql, [
      ...[organizationId, now, after(now, heldMs), placesOfAWebhook, placesOfAnOrganization],
    ]);
    if (!next) return;
    await dropSchedule(tx, RetryWebhook, { subject: next.id });
    await publish(tx, DeliverWebhook, { deliveryId: next.id });
  }
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}

async function oneAfterTheOther(tx: EntityManager, organizationId: Id): Promise<void> {
  const lock = `select pg_advisory_xact_lock(hashtextextended('places of webhooks ' || $1::text, 0))`;
  await tx.query(lock, [organizationId]);
}

const takeSql = `
  with taken as (
    update webhook_delivery set sending_until = $5, in_line_since = null
    where organization_id = $1 and id = $3 and (
      select count(*) < $7 and count(*) filter (where webhook_id = $2) < $6 from webhook_delivery
      where organization_id = $1 and sending_until > $4 and id <> $3)
    returning id)
  select id from taken`;

const lineUpSql = `
  update webhook_delivery set in_line_since = coalesce(in_line_since, $3), next_try_at = null
  where organization_id = $1 and id = $2`;

const leaveSql = `
  update webhook_delivery set sending_until = null, in_line_since = null where organization_id = $1 and id = $2`;

/** Whoever is called has the place from now on, and is in line until they come. The first of each line is looked at. */
const callSql = `
  with being_sent as (
    select webhook_id, count(*) as places from webhook_delivery
    where organization_id = $1 and sending_until > $2 group by webhook_id),
  first as (
    select waiting.id from webhook
    left join being_sent on being_sent.webhook_id = webhook.id
    cross join lateral (
      select id, in_line_since from webhook_delivery
      where organization_id = $1 and webhook_id = webhook.id and in_line_since is not null
        and (sending_until is null or sending_until <= $2)
      order by in_line_since, id limit 1) as waiting
    where webhook.organization_id = $1 and coalesce(places, 0) < $4
    order by waiting.in_line_since, waiting.id limit 1),
  called as (
    update webhook_delivery set sending_until = $3
    where organization_id = $1 and id = (select id from first)
      and (select coalesce(sum(places), 0) from being_sent) < $5
    returning id)
  select id from called`;
