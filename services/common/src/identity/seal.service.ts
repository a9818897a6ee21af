import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommonConfig } from '../config.js';

const algorithm = 'aes-256-gcm';
const [nonceLength, tagLength] = [12, 16];

/**
 * What must be readable again is encrypted, what must only be recognised is a keyed hash; a copy of the database alone
 * opens neither. Each purpose has a key of its own, all from the one secret in the credentials.
 */
@Injectable()
export class SealService {
  constructor(private readonly config: CommonConfig) {}

  /** `context` names the row it belongs to: moved to another row, it does not open. */
  seal(text: string, context: string): string {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, this.key('seal'), nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  open(sealed: string, context: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const [nonce, tag, body] = [
      bytes.subarray(0, nonceLength),
      bytes.subarray(nonceLength, nonceLength + tagLength),
      bytes.subarray(nonceLength + tagLength),
    ];
    const decipher = createDecipheriv(algorithm, this.key('seal'), nonce, { authTagLength: tagLength });
    decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  }

  /** The same for the same text and purpose, and of no use without the key. */
  fingerprint(text: string, purpose: string): string {
    return createHmac('sha256', this.key(`fingerprint ${purpose}`))
      .update(text)
      .digest('base64url');
  }

  private key(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.config.IDENTITY_KEY, '', purpose, 32));
  }
}
