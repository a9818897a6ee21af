import { Clock, type Id } from '@dhanman/kernel';
import {
  change,
  Database,
  type Key,
  type Mail,
  type MailFile,
  Mails,
  mayHaveGoneOut,
  type Versioned,
} from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager, EntitySchema } from 'typeorm';
import type { MailAttempt, Outcome } from './mail-attempt.js';

interface Letter extends MailAttempt, Versioned {
  readonly organizationId: Id;
  readonly id: Id;
}

interface Trying<Row> {
  readonly table: EntitySchema<Row>;
  readonly key: { readonly organizationId: Id; readonly id: Id };
  /** Says in the transaction that marks it whether it is still to be sent. */
  readonly begin: (tx: EntityManager, letter: Row, at: Date) => Row | Promise<Row>;
  readonly end: (letter: Row, outcome: Outcome) => Row;
  readonly mail: (letter: Row) => Omit<Mail, 'id' | 'files'>;
  readonly files: readonly MailFile[];
}

/** Tries a mail once. Killed before it began it runs again; killed afterwards it is not known whether the mail went out. */
@Injectable()
export class MailAttempts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mails: Mails,
  ) {}

  async once<Row extends Letter>(trying: Trying<Row>): Promise<void> {
    const { table, key, end, mail, files } = trying;
    const letter = await this.begin(trying);
    if (!letter) return;
    const outcome = await this.attempt({ id: letter.id, ...mail(letter), files });
    await this.db.transaction(key, (tx) =>
      change(tx, table, key as Key<Row>, (current) => end(current, outcome)),
    );
  }

  /** The letter, where the attempt is this one's to make. */
  private async begin<Row extends Letter>({ table, key, begin }: Trying<Row>): Promise<Row | undefined> {
    const turn = { isOurs: false };
    const letter = await this.db.transaction(key, (tx) =>
      change(tx, table, key as Key<Row>, async (current) => {
        const next = await begin(tx, current, this.clock.now());
        turn.isOurs = current.state === 'waiting' && next.state === 'sending';
        return next;
      }),
    );
    return turn.isOurs ? letter : undefined;
  }

  private async attempt(mail: Mail): Promise<Outcome> {
    try {
      const refused = await this.mails.send(mail);
      const reason = refused.length > 0 ? `Not taken for ${refused.join(', ')}` : null;
      return { state: 'sent', reason, at: this.clock.now() };
    } catch (error) {
      const state = mayHaveGoneOut(error) ? 'unknown' : 'refused';
      return { state, reason: reasonOf(error), at: this.clock.now() };
    }
  }
}

/** What the mail server said, for the person who sends; never written to a log. */
function reasonOf(error: unknown): string {
  const { message, response } = error as { message?: string; response?: string };
  return (response ?? message ?? 'The mail server cannot be reached.').slice(0, 500);
}
