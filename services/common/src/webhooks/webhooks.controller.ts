import {
  CreateWebhook,
  Id,
  ListWebhooks,
  PatchWebhook,
  RotateWebhookSecret,
  WebhookDto,
  WebhookPage,
  WebhookWithSecret,
} from '@dhanman/contracts';
import {
  type Actor,
  CurrentActor,
  Idempotency,
  Requires,
  Returns,
  StandIns,
  versionIn,
} from '@dhanman/platform';
import { Body, Controller, Delete, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import type { WebhookId } from './webhook.js';
import { toDto, WebhooksQueries } from './webhooks.queries.js';
import { WebhooksService, type WithSecret } from './webhooks.service.js';

const secretOnce = { off: 'the answer holds a secret, and what is kept for repetition would keep it' };

@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly queries: WebhooksQueries,
  ) {}

  @Post()
  @Requires('dhanman.common.webhook.create')
  @StandIns('refused')
  @Idempotency(secretOnce)
  @Returns(WebhookWithSecret, 201)
  async create(
    @Body({ schema: CreateWebhook }) details: CreateWebhook,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookWithSecret> {
    return withSecret(await this.webhooks.create(actor, details));
  }

  @Get()
  @Requires('dhanman.common.webhook.read')
  @Returns(WebhookPage)
  list(
    @Query({ schema: ListWebhooks }) query: ListWebhooks,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookPage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.common.webhook.read')
  @Returns(WebhookDto)
  get(@Param('id', { schema: Id }) id: WebhookId, @CurrentActor() actor: Actor): Promise<WebhookDto> {
    return this.queries.get(actor, id);
  }

  @Patch(':id')
  @Requires('dhanman.common.webhook.update')
  @StandIns('refused')
  @Returns(WebhookDto)
  async patch(
    @Param('id', { schema: Id }) id: WebhookId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: PatchWebhook }) patch: PatchWebhook,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookDto> {
    return toDto(await this.webhooks.patch(actor, id, versionIn(ifMatch), patch));
  }

  @Post(':id/rotate-secret')
  @Requires('dhanman.common.webhook.update')
  @StandIns('refused')
  @Idempotency(secretOnce)
  @Returns(WebhookWithSecret)
  async rotate(
    @Param('id', { schema: Id }) id: WebhookId,
    @Body({ schema: RotateWebhookSecret }) rotation: RotateWebhookSecret,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookWithSecret> {
    return withSecret(await this.webhooks.rotate(actor, id, rotation));
  }

  @Delete(':id')
  @Requires('dhanman.common.webhook.remove')
  @Returns(null)
  async remove(@Param('id', { schema: Id }) id: WebhookId, @CurrentActor() actor: Actor): Promise<void> {
    await this.webhooks.remove(actor, id);
  }
}

function withSecret({ webhook, secret }: WithSecret): WebhookWithSecret {
  return { ...toDto(webhook), secret };
}
