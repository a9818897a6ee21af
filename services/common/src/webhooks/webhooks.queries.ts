import type { ListWebhooks, WebhookDto, WebhookPage } from '@dhanman/contracts';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { Webhook, WebhookId } from './webhook.js';
import { WebhookTable } from './webhook.table.js';

const sorts: Sorts<'url'> = { url: { sql: 'url', type: 'text' } };

type Row = Webhook & { readonly sortedBy: string };

@Injectable()
export class WebhooksQueries {
  constructor(private readonly db: Database) {}

  async get({ organizationId }: Actor, id: WebhookId): Promise<WebhookDto> {
    const key = { organizationId, id };
    const webhook = await this.db.read(key, (tx) => tx.findOneBy(WebhookTable, key));
    if (!webhook) throw new NotFound('webhook');
    return toDto(webhook);
  }

  async list(actor: Actor, query: ListWebhooks): Promise<WebhookPage> {
    const keyset = new Keyset(sorts, 'url', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select id, url, description, events, is_active as "isActive", is_removed as "isRemoved", disabled_because as "disabledBecause",
        previous_secret_valid_until as "previousSecretValidUntil", created_by as "createdBy", version,
        created_at as "createdAt", updated_at as "updatedAt", ${keyset.select}
      from webhook where organization_id = ${place(actor.organizationId)} and not is_removed
        and ${keyset.where(place)} ${keyset.orderAndLimit}`;
    return this.db.read(actor, async (tx) => keyset.page(await tx.query<Row[]>(sql, values), toDto));
  }
}

export function toDto(webhook: Webhook): WebhookDto {
  const { id, url, description, events, isActive, isRemoved, disabledBecause, createdBy, version } = webhook;
  return {
    ...{
      id,
      url,
      description,
      events: [...events],
      isActive,
      isRemoved,
      disabledBecause,
      createdBy,
      version,
    },
    previousSecretValidUntil: webhook.previousSecretValidUntil?.toISOString() ?? null,
    createdAt: webhook.createdAt.toISOString(),
    updatedAt: webhook.updatedAt.toISOString(),
  };
}
