import { DomainError } from '@dhanman/kernel';

export type LinkPurpose = 'verify-address' | 'invitation' | 'reset-password';

export class LinkNotValid extends DomainError {
  constructor() {
    super(
      'invalid',
      'link-not-valid',
      'This link was used already, or it is too old. Please ask for a new one.',
    );
  }
}

const hours = 60 * 60_000;

/** Somebody who asked for a new password waits for the mail; an invitation may lie over a weekend. */
const lifetimeMs: Readonly<Record<LinkPurpose, number>> = {
  'reset-password': hours,
  'verify-address': 48 * hours,
  invitation: 14 * 24 * hours,
};

export function expiryOf(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + lifetimeMs[purpose]);
}

/** Behind the #, so that the secret part reaches no server log and no referrer. */
export function pageOf(purpose: LinkPurpose): string {
  return `/${purpose}#`;
}
