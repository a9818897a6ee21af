import { DeliveryDetails, DeliveryPage, Id, ListDeliveries } from '@dhanman/contracts';
import { type Actor, AuditsRead, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { WebhookId } from './webhook.js';
import type { DeliveryId } from './webhook-delivery.js';
import { WebhookDeliveriesQueries } from './webhook-deliveries.queries.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';

@Controller('api/v1/webhooks/:webhookId')
export class WebhookDeliveriesController {
  constructor(
    private readonly deliveries: WebhookDeliveriesService,
    private readonly queries: WebhookDeliveriesQueries,
  ) {}

  @Post('test')
  @Requires('dhanman.common.webhook.update')
  @Returns(DeliveryDetails, 201)
  async test(
    @Param('webhookId', { schema: Id }) webhookId: WebhookId,
    @CurrentActor() actor: Actor,
  ): Promise<DeliveryDetails> {
    const { id } = await this.deliveries.test(actor, webhookId);
    return this.queries.get(actor, webhookId, id);
  }

  @Get('deliveries')
  @Requires('dhanman.common.webhook.read')
  @Returns(DeliveryPage)
  list(
    @Param('webhookId', { schema: Id }) webhookId: WebhookId,
    @Query({ schema: ListDeliveries }) query: ListDeliveries,
    @CurrentActor() actor: Actor,
  ): Promise<DeliveryPage> {
    return this.queries.list(actor, webhookId, query);
  }

  /** The whole message, whatever is in it: who looked at it stays known. */
  @Get('deliveries/:id')
  @AuditsRead('webhook-delivery')
  @Requires('dhanman.common.webhook.read')
  @Returns(DeliveryDetails)
  get(
    @Param('webhookId', { schema: Id }) webhookId: WebhookId,
    @Param('id', { schema: Id }) id: DeliveryId,
    @CurrentActor() actor: Actor,
  ): Promise<DeliveryDetails> {
    return this.queries.get(actor, webhookId, id);
  }

  @Post('deliveries/:id/redeliver')
  @Requires('dhanman.common.webhook.update')
  @Returns(DeliveryDetails)
  async redeliver(
    @Param('webhookId', { schema: Id }) webhookId: WebhookId,
    @Param('id', { schema: Id }) id: DeliveryId,
    @CurrentActor() actor: Actor,
  ): Promise<DeliveryDetails> {
    await this.deliveries.redeliver(actor, webhookId, id);
    return this.queries.get(actor, webhookId, id);
  }
}
