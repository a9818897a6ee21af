import { Clock, DomainError } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import { CommonConfig } from '../config.js';
import { SealService } from '../identity/seal.service.js';
import type { Webhook, WebhookId } from './webhook.js';
import type { Outcome } from './webhook-delivery.js';
import { checkTarget, post, type Reach, TargetPrivate } from './webhook-requests.service.js';
import { newSecret, signatureHeaders } from './webhook-signatures.service.js';

export class WebhookUrlRefused extends DomainError {
  constructor(why: string) {
    super('invalid', 'webhook-url-refused', why, { field: 'url' });
  }
}

interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** The way out for webhooks: who may be reached, how it is signed, and what came of it. */
@Injectable()
export class WebhookSenderService {
  private readonly reach: Reach;

  constructor(
    config: CommonConfig,
    private readonly clock: Clock,
    private readonly seal: SealService,
  ) {
    this.reach = { allowsPrivate: config.WEBHOOK_TARGETS === 'any' };
  }

  async checkUrl(text: string): Promise<void> {
    const url = new URL(text);
    const protocols = this.reach.allowsPrivate ? ['https:', 'http:'] : ['https:'];
    if (!protocols.includes(url.protocol))
      throw new WebhookUrlRefused('The address must begin with https://.');
    if (url.username !== '' || url.password !== '')
      throw new WebhookUrlRefused('The address must not hold a password: every delivery is signed instead.');
    await checkTarget(url, this.reach).catch((error: unknown) => {
      if (error instanceof TargetPrivate)
        throw new WebhookUrlRefused(
          'The address leads into a private network. It must be one of the internet.',
        );
      throw new WebhookUrlRefused('The name in the address is not known on the internet: is it spelt right?');
    });
  }

  async send(webhook: Webhook, { id, type, body }: Delivery): Promise<Outcome> {
    const at = this.clock.now();
    const secrets = webhook.secretsAt(at).map((sealed) => this.seal.open(sealed, contextOf(webhook.id)));
    const timestamp = Math.floor(at.getTime() / 1000);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Dhanman-Webhooks/1',
      'dhanman-event': type,
      ...signatureHeaders({ id, timestamp, body }, secrets),
    };
    const answer = await post(new URL(webhook.url), { headers, body }, this.reach).then(
      (answered) => ({ ...answered, error: null }),
      (error: unknown) => ({ status: null, response: null, error: sentenceOf(error) }),
    );
    return { ...answer, at, durationMs: this.clock.now().getTime() - at.getTime() };
  }

  /** A new secret, in the clear for whoever asked and sealed for the table. */
  makeSecret(id: WebhookId): { readonly text: string; readonly sealed: string } {
    const text = newSecret();
    return { text, sealed: this.seal.seal(text, contextOf(id)) };
  }
}

function contextOf(id: WebhookId): string {
  return `webhook ${id}`;
}

const sentences: Readonly<Record<string, string>> = {
  PRIVATE_ADDRESS: 'The address leads into a private network; nothing was sent.',
  ECONNREFUSED: 'Nobody answers at this address.',
  ECONNRESET: 'The connection broke off.',
  ENOTFOUND: 'The name is not known.',
  EAI_AGAIN: 'The name could not be looked up.',
  ETIMEDOUT: 'The machine does not answer.',
  ABORT_ERR: 'There was no answer within ten seconds.',
  23: 'There was no answer within ten seconds.',
};

/** For the people of the organization: what happened outside, nothing about our own machines. */
function sentenceOf(error: unknown): string {
  const { code, name } = error as { code?: string | number; name?: string };
  const known = sentences[String(code)];
  if (known !== undefined) return known;
  if (name === 'TimeoutError' || name === 'AbortError') return sentences['ABORT_ERR'] ?? '';
  const isCertificate = /CERT|TLS|SSL|ALTNAME|SELF_SIGNED|UNABLE_TO/.test(String(code));
  return isCertificate ? 'The certificate of this address is not valid.' : 'The connection failed.';
}
