/** What becomes of a mail that is tried once. */
export interface MailAttempt {
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused' | 'unknown' | 'skipped';
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
}

export interface Outcome {
  readonly state: 'sent' | 'refused' | 'unknown';
  readonly reason: string | null;
  readonly at: Date;
}

/**
 * The one attempt begins; that it did is committed before the mail server hears of it. Who comes upon an attempt that began
 * before knows only that its end was not noted: it may have gone out, and only a person sends it again.
 */
export function beginning({ state }: MailAttempt, at: Date) {
  if (state === 'waiting') return { state: 'sending', begunAt: at } as const;
  if (state === 'sending') return { state: 'unknown', reason: null, endedAt: at } as const;
  return undefined;
}

/** Who waited for the server's answer knows better than who came upon the attempt meanwhile. */
export function ending({ state: current }: MailAttempt, { state, reason, at }: Outcome) {
  const isOpen = current === 'sending' || current === 'unknown';
  return isOpen ? { state, reason, endedAt: at } : undefined;
}
