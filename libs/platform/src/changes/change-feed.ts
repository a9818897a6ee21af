import type { ChangedRecord, Permission } from '@dhanman/contracts';
import type { DataSource, EntityManager, EntityMetadata } from 'typeorm';
import { entityIdOf, entityNameOf } from '../audit/trail.js';
import { afterCommit } from '../database/after-commit.js';

/** Which records' changes are told to people who look at them, each with the permission that reading it takes. */
export type ToldChanges = Readonly<Record<string, Permission>>;

export interface Change extends ChangedRecord {
  readonly organizationId: string;
  readonly companyId: string;
}

export interface Listener {
  readonly organizationId: string;
  readonly companyId: string;
  changed(changes: readonly Change[]): void;
  /** What others did may have passed unheard. */
  missed(): void;
}

/** So long changes are gathered: a run of a thousand bills is a few messages to the other instances. */
const gatherMs = 25;
const mostAtOnce = 200;

/**
 * What changes in this service, as it is committed, in whichever of its instances. It holds no fact and promises nothing:
 * whoever listens is told to look, and looks through the door that everybody uses.
 */
export class ChangeFeed {
  private gathered: Change[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners = new Map<string, Set<Listener>>();
  private tellOthers: (changes: readonly Change[]) => void = () => undefined;

  constructor(readonly told: ToldChanges) {}

  get tellsNothing(): boolean {
    return Object.keys(this.told).length === 0;
  }

  /** The way to the other instances; without one this instance hears itself only. */
  through(tellOthers: (changes: readonly Change[]) => void): void {
    this.tellOthers = tellOthers;
  }

  note(change: Change): void {
    this.gathered.push(change);
    if (this.gathered.length >= mostAtOnce) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), gatherMs);
  }

  /** Of this instance or of another. */
  hear(changes: readonly Change[]): void {
    for (const [place, here] of Map.groupBy(changes, placeOf))
      for (const listener of this.listeners.get(place) ?? []) listener.changed(here);
  }

  miss(): void {
    for (const listeners of this.listeners.values()) for (const listener of listeners) listener.missed();
  }

  /** From now on, until what comes back is called. */
  listen(listener: Listener): () => void {
    const place = placeOf(listener);
    const here = this.listeners.get(place) ?? new Set();
    this.listeners.set(place, here.add(listener));
    return () => {
      here.delete(listener);
      if (here.size === 0 && this.listeners.get(place) === here) this.listeners.delete(place);
    };
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const changes = this.gathered;
    this.gathered = [];
    this.hear(changes);
    this.tellOthers(changes);
  }
}

/** Companies of two organizations never share a place, even if somebody made them share an id. */
function placeOf({ organizationId, companyId }: Pick<Change, 'organizationId' | 'companyId'>): string {
  return `${organizationId} ${companyId}`;
}

const feeds = new WeakMap<DataSource, ChangeFeed>();

/** Ties the feed to the database whose changes it tells, so that `add` and `change` need nothing but their transaction. */
export function feedFrom(source: DataSource, feed: ChangeFeed): void {
  feeds.set(source, feed);
}

/** For whoever has stored a record: it is told once that is committed, and never if it is not. */
export function tellChange(tx: EntityManager, metadata: EntityMetadata, stored: object): void {
  const feed = feeds.get(tx.dataSource);
  const entity = entityNameOf(metadata);
  if (!feed || feed.told[entity] === undefined) return;
  const { organizationId, companyId, version = null } = stored as Omit<Change, 'version'> & Partial<Change>;
  const change = { organizationId, companyId, entity, id: entityIdOf(metadata, stored), version };
  afterCommit(tx, () => feed.note(change));
}
