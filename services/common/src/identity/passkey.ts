import { DomainError } from '@dhanman/kernel';

/** One answer for every reason: what is wrong with a forged one is for the log of whoever forges. */
export class PasskeyRefused extends DomainError {
  constructor(cause?: unknown) {
    const what = 'This passkey does not open an account here. Sign in with your password.';
    super('unauthenticated', 'passkey-refused', what, { cause });
  }
}

export class PasskeyNotMade extends DomainError {
  constructor(cause?: unknown) {
    const what = 'The passkey could not be checked, or it took too long. Please begin again.';
    super('invalid', 'passkey-not-made', what, { cause });
  }
}

export class PasskeyKnown extends DomainError {
  constructor() {
    super('conflict', 'passkey-known', 'This passkey is in use already.');
  }
}

export class TooManyPasskeys extends DomainError {
  constructor() {
    const what = `You have ${mostPasskeys} passkeys. Remove one that you no longer use first.`;
    super('conflict', 'too-many-passkeys', what);
  }
}

export const mostPasskeys = 20;

/** Somebody looks for their key or wakes their phone; whoever needs longer begins again. */
export const patienceMs = 5 * 60_000;

/** Whom a passkey is for, as the authenticator stores it: the 16 bytes of the person's id. */
export function handleOf(personId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(personId.replaceAll('-', ''), 'hex'));
}

export function isHandleOf(personId: string, handle: string): boolean {
  return Buffer.from(handle, 'base64url').equals(handleOf(personId));
}
