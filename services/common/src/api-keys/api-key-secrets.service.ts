import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretTrace } from './api-key.js';

/** Found by those who search code and logs for secrets that got there by mistake. */
const mark = 'dhk_';
const shown = 4;

export interface NewSecret extends SecretTrace {
  /** Leaves once, to whoever asked for it, and is stored nowhere. */
  readonly text: string;
}

export function newSecret(): NewSecret {
  const text = mark + randomBytes(32).toString('base64url');
  return { text, hash: hashOf(text), ending: text.slice(-shown) };
}

/** In constant time. The secret is random, so that a plain hash of it cannot be guessed backwards. */
export function isOneOf(hashes: readonly string[], secret: string): boolean {
  const given = Buffer.from(hashOf(secret));
  return hashes.some((hash) => timingSafeEqual(Buffer.from(hash), given));
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
