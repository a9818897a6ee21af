import type { PayloadOf, SessionsEnded } from '@dhanman/contracts';
import type { Clock } from '@dhanman/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { afterCommit } from '../database/after-commit.js';
import type { Database } from '../database/database.js';
import type { Caller } from './actor.js';

/** Another instance heard the event, or this one ended the session: so long others may go on without knowing. */
const lookEveryMs = 1_000;

interface Row {
  readonly sid: string;
  readonly before: Date;
  readonly forgetAt: Date;
}

type Ended = Pick<Row, 'before' | 'forgetAt'>;

/**
 * Sessions that ended while access tokens of theirs are still good by the clock. A request costs one look into a map;
 * the table behind it, which Common's events fill in every service, holds what happened in the last minutes only.
 */
export class EndedSessions {
  private readonly ended = new Map<string, Ended>();
  private timer: NodeJS.Timeout | undefined;
  private isLooking = false;

  constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly clock: Clock,
  ) {}

  /** Whether this token was taken back. */
  include({ sessionId, issuedAt }: Pick<Caller, 'sessionId' | 'issuedAt'>): boolean {
    const ended = sessionId === undefined ? undefined : this.ended.get(sessionId);
    return ended !== undefined && issuedAt.getTime() <= ended.before.getTime();
  }

  note(rows: readonly Row[]): void {
    for (const { sid, ...ended } of rows) {
      const known = this.ended.get(sid);
      if (!known || known.before < ended.before) this.ended.set(sid, ended);
    }
  }

  /** Before the first request, by the connection that is about to be opened to it; afterwards by the usual ones. */
  async look(source: { query(sql: string): Promise<unknown> } = this.database): Promise<void> {
    this.note((await source.query(present)) as Row[]);
    const now = this.clock.now();
    for (const [sid, { forgetAt }] of this.ended) if (forgetAt <= now) this.ended.delete(sid);
  }

  start(): void {
    this.timer = setInterval(() => void this.lookAgain(), lookEveryMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Without its database a service serves nothing, so that nothing slips through when it cannot look. */
  private async lookAgain(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    await this.look().catch(() => undefined);
    this.isLooking = false;
  }
}

const readers = new WeakMap<DataSource, EndedSessions>();

/** Ties what is remembered to the database it was read from, so that a handler needs nothing but its transaction. */
export function listenForEnds(source: DataSource, sessions: EndedSessions): void {
  readers.set(source, sessions);
}

/** For who ends sessions, and for every service that hears of it: from the commit on, this process refuses their tokens. */
export async function keepEnded(tx: EntityManager, payload: PayloadOf<typeof SessionsEnded>): Promise<void> {
  const { sessionIds, before, forgetAt } = payload;
  await tx.query(keep, [[...new Set(sessionIds)].sort(), before, forgetAt]);
  const times = { before: new Date(before), forgetAt: new Date(forgetAt) };
  const rows = sessionIds.map((sid) => ({ sid, ...times }));
  afterCommit(tx, () => readers.get(tx.dataSource)?.note(rows));
}

const present = `select sid, before, forget_at as "forgetAt" from ended_session where forget_at > now()`;

const keep = `
  insert into ended_session as known (sid, before, forget_at) select sid, $2, $3 from unnest($1::text[]) as told (sid)
  on conflict (sid) do update
    set before = greatest(known.before, excluded.before), forget_at = greatest(known.forget_at, excluded.forget_at)`;
