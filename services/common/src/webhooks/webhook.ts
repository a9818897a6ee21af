import type { CreateWebhook, PatchWebhook } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';

export type WebhookId = Id<'Webhook'>;

const hour = 3_600_000;

export class EventNotAllowed extends DomainError {
  constructor(permission: string, type: string) {
    const what = `You may not subscribe to ${type}: it tells what you are not allowed to see.`;
    super('forbidden', 'event-not-allowed', what, { field: 'events', details: { permission } });
  }
}

interface WebhookFields {
  readonly organizationId: Id;
  readonly id: WebhookId;
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly isActive: boolean;
  readonly isRemoved: boolean;
  readonly disabledBecause: 'failures' | null;
  /** Sealed: each delivery is signed with it. */
  readonly secret: string;
  readonly previousSecret: string | null;
  readonly previousSecretValidUntil: Date | null;
  readonly createdBy: string;
}

/** Where a program of an organization wants to be told of events, and of which. */
export class Webhook implements WebhookFields {
  declare readonly organizationId: Id;
  declare readonly id: WebhookId;
  declare readonly url: string;
  declare readonly description: string;
  declare readonly events: readonly string[];
  declare readonly isActive: boolean;
  /** A removed one stays as a row, because its deliveries tell of it. */
  declare readonly isRemoved: boolean;
  declare readonly disabledBecause: 'failures' | null;
  declare readonly secret: string;
  declare readonly previousSecret: string | null;
  declare readonly previousSecretValidUntil: Date | null;
  declare readonly createdBy: string;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: WebhookFields) {
    Object.assign(this, fields);
  }

  static create(
    identity: Pick<WebhookFields, 'organizationId' | 'id' | 'createdBy' | 'secret'>,
    { url, events, description }: CreateWebhook,
  ): Webhook {
    const state = { isActive: true, isRemoved: false, disabledBecause: null };
    const before = { previousSecret: null, previousSecretValidUntil: null };
    return new Webhook({ ...identity, url, description, events: unique(events), ...state, ...before });
  }

  /** Switching on begins anew: what failed before is no reason any more. */
  patched({
    url = this.url,
    description = this.description,
    events,
    isActive = this.isActive,
  }: PatchWebhook): Webhook {
    const disabledBecause = isActive ? null : this.disabledBecause;
    const changes = {
      url,
      description,
      isActive,
      disabledBecause,
      events: events ? unique(events) : this.events,
    };
    return new Webhook({ ...this, ...changes });
  }

  withSecret(
    secret: string,
    { at, overlapHours }: { readonly at: Date; readonly overlapHours: number },
  ): Webhook {
    const previousSecretValidUntil = new Date(at.getTime() + overlapHours * hour);
    return new Webhook({ ...this, secret, previousSecret: this.secret, previousSecretValidUntil });
  }

  disabled(): Webhook {
    return this.isActive ? new Webhook({ ...this, isActive: false, disabledBecause: 'failures' }) : this;
  }

  removed(): Webhook {
    return new Webhook({ ...this, isActive: false, isRemoved: true });
  }

  /** Sealed, the present one first: for a while after a rotation receivers may still know the one before. */
  secretsAt(at: Date): readonly string[] {
    const { previousSecret, previousSecretValidUntil } = this;
    const isOverlap =
      previousSecret !== null && previousSecretValidUntil !== null && previousSecretValidUntil > at;
    return [this.secret, ...(isOverlap ? [previousSecret] : [])];
  }
}

function unique(events: readonly string[]): readonly string[] {
  return [...new Set(events)].sort();
}
