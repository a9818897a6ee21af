import {
  type CreateWebhook,
  type PatchWebhook,
  publicEvents,
  type RotateWebhookSecret,
  SendWebhookNotice,
} from '@dhanman/contracts';
import { Clock, newId } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, add, atVersion, change, Database, type Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EventNotAllowed, Webhook, type WebhookId } from './webhook.js';
import { WebhookSenderService } from './webhook-sender.service.js';
import { WebhookTable } from './webhook.table.js';

export interface WithSecret {
  readonly webhook: Webhook;
  readonly secret: string;
}

@Injectable()
export class WebhooksService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sender: WebhookSenderService,
  ) {}

  async create(actor: Actor, details: CreateWebhook): Promise<WithSecret> {
    checkEvents(actor, details.events);
    await this.sender.checkUrl(details.url);
    const { organizationId, userId: createdBy } = actor;
    const id = newId<'Webhook'>();
    const { text, sealed } = this.sender.makeSecret(id);
    const made = Webhook.create({ organizationId, id, createdBy, secret: sealed }, details);
    const webhook = await this.db.transaction(actor, (tx) => add(tx, WebhookTable, made));
    return { webhook, secret: text };
  }

  async patch(actor: Actor, id: WebhookId, version: number, patch: PatchWebhook): Promise<Webhook> {
    checkEvents(actor, patch.events ?? []);
    if (patch.url !== undefined) await this.sender.checkUrl(patch.url);
    return this.db.transaction(actor, (tx) =>
      change(tx, WebhookTable, keyOf(actor, id), (current) => atVersion(current, version).patched(patch)),
    );
  }

  async rotate(actor: Actor, id: WebhookId, { overlapHours }: RotateWebhookSecret): Promise<WithSecret> {
    const { text, sealed } = this.sender.makeSecret(id);
    const webhook = await this.db.transaction(actor, (tx) =>
      change(tx, WebhookTable, keyOf(actor, id), (current) =>
        current.withSecret(sealed, { at: this.clock.now(), overlapHours }),
      ),
    );
    return { webhook, secret: text };
  }

  async remove(actor: Actor, id: WebhookId): Promise<void> {
    await this.db.transaction(actor, (tx) =>
      change(tx, WebhookTable, keyOf(actor, id), (current) => current.removed()),
    );
  }

  /** Nothing has arrived there for days: it is asked no more, and whoever made it is told. */
  async disable(tx: EntityManager, scope: Scope, id: WebhookId): Promise<void> {
    const seen: { wasActive?: boolean } = {};
    const { isActive } = await change(
      tx,
      WebhookTable,
      { organizationId: scope.organizationId, id },
      (current) => {
        seen.wasActive = current.isActive;
        return current.disabled();
      },
    );
    if (seen.wasActive === true && !isActive) await publish(tx, SendWebhookNotice, { webhookId: id });
  }
}

function keyOf({ organizationId }: Scope, id: WebhookId) {
  return { organizationId, id, isRemoved: false };
}

function checkEvents(actor: Actor, events: readonly string[]): void {
  for (const { contract, permission } of publicEvents) {
    if (events.includes(contract.name) && !actor.may(permission))
      throw new EventNotAllowed(permission, contract.name);
  }
}
