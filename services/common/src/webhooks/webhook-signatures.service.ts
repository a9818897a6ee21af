import { createHmac, randomBytes } from 'node:crypto';

const mark = 'whsec_';

/** As the open specification "Standard Webhooks" has it, for which there are verifying libraries in most languages. */
export function newSecret(): string {
  return mark + randomBytes(32).toString('base64');
}

export interface Signed {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The headers that prove who sent this, when, and that it is as it was sent. Id and time are signed too, so that an old
 * delivery cannot be sent again as a new one; with two secrets there are two signatures, of which one has to fit.
 */
export function signatureHeaders(
  signed: Signed,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const { id, timestamp } = signed;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((secret) => `v1,${signature(signed, secret)}`).join(' '),
  };
}

function signature({ id, timestamp, body }: Signed, secret: string): string {
  const key = Buffer.from(secret.slice(mark.length), 'base64');
  return createHmac('sha256', key)
    .update(`${id}.${String(timestamp)}.${body}`)
    .digest('base64');
}
