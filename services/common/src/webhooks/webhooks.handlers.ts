import { publicEvents } from '@dhanman/contracts';
import { Handles, type Message } from '@dhanman/messaging';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';

@Controller()
export class WebhooksHandlers {
  constructor(private readonly deliveries: WebhookDeliveriesService) {}

  /** What is said again, so that copies become right, is no news. */
  @Handles(publicEvents.map(({ contract }) => contract))
  async onPublicEvent(message: Message, tx: EntityManager): Promise<void> {
    if (message.envelope.restated !== true) await this.deliveries.offer(tx, message);
  }
}
