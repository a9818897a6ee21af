import { Readable } from 'node:stream';
import type { ChangedRecord } from '@dhanman/contracts';
import { type Clock, DomainError, type Id } from '@dhanman/kernel';
import { Actor, type Caller } from '../auth/actor.js';
import type { EndedSessions } from '../auth/ended-sessions.js';
import type { Memberships } from '../auth/memberships.js';
import type { Change, ChangeFeed } from './change-feed.js';

export const streamType = 'text/event-stream';

/** A line this often, so that neither side waits for ever for one that vanished; shorter than any proxy's patience. */
const signOfLifeMs = 15_000;
/** Of one person, for their windows and devices together, in one instance. */
const mostOfPerson = 12;
/** However long a token is good for. */
const longestMs = 3_600_000;
/** Who reads more slowly than this many bytes behind begins anew and looks at everything. */
const mostUnreadBytes = 65_536;
/** What changes in a great crowd, as by an import, is told as one word: look at everything. */
const mostWordsAtOnce = 100;

export class TooManyStreams extends DomainError {
  constructor() {
    super(
      'limited',
      'too-many-streams',
      `Changes are told to ${String(mostOfPerson)} windows of yours already.`,
    );
  }
}

export interface Doors {
  readonly memberships: Memberships;
  readonly endedSessions: EndedSessions;
  readonly clock: Clock;
}

interface Open {
  readonly caller: Caller;
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly stream: Readable;
}

/**
 * The open streams of this instance. The guard lets in once; a stream stays open, so that the same is asked again before
 * every word: whether the token still holds, the session goes on, and the person still may read that kind of record.
 */
export class ChangeStreams {
  private readonly open = new Set<Open>();
  private isStopping = false;

  constructor(
    private readonly feed: ChangeFeed,
    private readonly doors: Doors,
  ) {}

  /** The kinds of records of which somebody hears. */
  heardBy(actor: Actor): readonly string[] {
    return Object.entries(this.feed.told).flatMap(([entity, needs]) => (actor.may(needs) ? [entity] : []));
  }

  begin(caller: Caller, { organizationId, company: companyId }: Actor): Readable {
    const ofPerson = [...this.open].filter((one) => one.caller.userId === caller.userId);
    if (ofPerson.length >= mostOfPerson) throw new TooManyStreams();
    const stream = new Readable({ read: () => undefined });
    const one: Open = { caller, organizationId, companyId, stream };
    // Who comes when all are sent away is not told that somebody listens to them.
    if (this.isStopping) end(one);
    else this.keep(one);
    return stream;
  }

  /** All end at once, as streams end: whoever listens comes back, to an instance that stays. */
  stop(): void {
    this.isStopping = true;
    for (const one of this.open) end(one);
  }

  private keep(one: Open): void {
    const { caller, stream, organizationId, companyId } = one;
    const deaf = this.feed.listen({
      ...{ organizationId, companyId },
      changed: (changes) => void this.tell(one, changes),
      missed: () => write(one, said('missed')),
    });
    const alive = setInterval(() => void this.tell(one, []), signOfLifeMs);
    const leftMs = caller.expiresAt.getTime() - this.doors.clock.now().getTime();
    const expiry = setTimeout(() => end(one), Math.min(leftMs, longestMs));
    this.open.add(one);
    stream.push(said('ready'));
    stream.once('close', () => {
      this.open.delete(one);
      deaf();
      clearInterval(alive);
      clearTimeout(expiry);
    });
  }

  private async tell(one: Open, changes: readonly Change[]): Promise<void> {
    const actor = await this.present(one).catch(() => undefined);
    if (!actor) {
      end(one);
      return;
    }
    const heard = new Set(this.heardBy(actor));
    const lines = changes.filter(({ entity }) => heard.has(entity)).map(told);
    if (changes.length === 0) write(one, said('alive'));
    else write(one, lines.length > mostWordsAtOnce ? said('missed') : lines.join(''));
  }

  /** Who listens, as of now; nobody when they would no longer be let in. */
  private async present({ caller, organizationId, companyId }: Open): Promise<Actor | undefined> {
    const { endedSessions, clock, memberships } = this.doors;
    if (endedSessions.include(caller) || caller.expiresAt <= clock.now()) return undefined;
    const standing = caller.trusted ?? (await memberships.standingOf(organizationId, caller.userId));
    if (standing?.state !== 'active' || !standing.companyIds.has(companyId)) return undefined;
    return new Actor(caller.userId, organizationId, standing).in(companyId);
  }
}

function told({ entity, id, version }: Change): string {
  return said('changed', { entity, id, version } satisfies ChangedRecord);
}

function said(event: string, data: object = {}): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function write({ stream }: Open, text: string): void {
  if (stream.readableEnded || stream.destroyed) return;
  stream.push(text);
  if (stream.readableLength > mostUnreadBytes) stream.destroy();
}

function end({ stream }: Open): void {
  if (!stream.destroyed) stream.push(null);
}
