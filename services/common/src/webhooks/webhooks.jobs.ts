import { DeliverWebhook, RetryWebhook, SendWebhookNotice } from '@dhanman/contracts';
import type { Message } from '@dhanman/messaging';
import { Database, Job, Mails } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { CommonConfig } from '../config.js';
import type { WebhookId } from './webhook.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';

interface Maker {
  readonly email: string;
  readonly name: string;
  readonly url: string;
}

@Injectable()
export class WebhooksJobs {
  constructor(
    private readonly db: Database,
    private readonly config: CommonConfig,
    private readonly mails: Mails,
    private readonly deliveries: WebhookDeliveriesService,
  ) {}

  @Job(DeliverWebhook)
  async deliver({ envelope, payload }: Message<typeof DeliverWebhook>): Promise<void> {
    await this.deliveries.deliver(envelope, payload.deliveryId);
  }

  @Job(RetryWebhook)
  async retry({ envelope, payload }: Message<typeof RetryWebhook>): Promise<void> {
    await this.deliveries.deliver(envelope, payload.subject ?? '');
  }

  @Job(SendWebhookNotice)
  async notice({ envelope, payload }: Message<typeof SendWebhookNotice>): Promise<void> {
    const maker = await this.makerOf(envelope.organizationId, payload.webhookId as WebhookId);
    if (!maker) return;
    const { email, name, url } = maker;
    const page = new URL('/webhooks', this.config.APP_URL).href;
    await this.mails.send({
      to: email,
      id: envelope.messageId,
      subject: 'A webhook was switched off',
      text:
        `Dear ${name},\n\nfor three days nothing of what we sent to ${url} was accepted, so that we stopped. ` +
        `What was tried stands in the log of the webhook, from where it can be sent again once it is switched on:\n\n` +
        `${page}\n\nDhanman\n`,
    });
  }

  /** A webhook that a program made has nobody to be told; the page shows it all the same. */
  private async makerOf(
    organizationId: Message['envelope']['organizationId'],
    id: WebhookId,
  ): Promise<Maker | undefined> {
    const [maker] = await this.db.read({ organizationId }, (tx) =>
      tx.query<Maker[]>(
        `select email, name, url from webhook join person on person.id::text = created_by
         where organization_id = $1 and webhook.id = $2 and status = 'active'`,
        [organizationId, id],
      ),
    );
    return maker;
  }
}
