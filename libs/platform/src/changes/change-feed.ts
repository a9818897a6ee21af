import type { ChangedRecord, Permission } from '@dhanman/contracts';
import type { DataSource, EntityManager, EntityMetadata } from 'typeorm';
import { entityIdOf, entityNameOf } from '../audit/trail.js';
import { afterCommit } from '../database/after-commit.js';

/** Which records' changes are told to people who look at them, each with the permission that reading it takes. */
export type ToldChanges = Readonly<Record<string, Permission>>;

export interface Change extends ChangedRecord {
  readonly organizationId: string;
  /** None for what all companies of the organization share, such as an account: it is told in each of them. */
  readonly companyId?: string | undefined;
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
  /** What changes twice meanwhile is told once, as it stands last. */
  private gathered = new Map<string, Change>();
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
    this.gathered.set(`${change.organizationId} ${change.entity} ${change.id}`, change);
    if (this.gathered.size >= mostAtOnce) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), gatherMs);
  }

  /** Of this instance or of another. */
  hear(changes: readonly Change[]): void {
    for (const [place, here] of Map.groupBy(changes, placeOf))
      for (const listener of this.listeners.get(place) ?? []) listener.changed(here);
  }

  miss(): void {
    for (const listener of new Set([...this.listeners.values()].flatMap((some) => [...some])))
      listener.missed();
  }

  /** From now on, until what comes back is called. */
  listen(listener: Listener): () => void {
    const { organizationId } = listener;
    const leave = [listener, { organizationId }].map((where) => this.listenAt(placeOf(where), listener));
    return () => {
      for (const one of leave) one();
    };
  }

  private listenAt(place: string, listener: Listener): () => void {
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
    const changes = [...this.gathered.values()];
    this.gathered = new Map();
    this.hear(changes);
    this.tellOthers(changes);
  }
}

/** Companies of two organizations never share a place, even if somebody made them share an id. */
function placeOf({
  organizationId,
  companyId = 'all',
}: Pick<Change, 'organizationId' | 'companyId'>): string {
  return `${organizationId} ${companyId}`;
}

const feeds = new WeakMap<DataSource, ChangeFeed>();

/** Ties the feed to the database whose changes it tells, so that `add` and `change` need nothing but their transaction. */
export function feedFrom(source: DataSource, feed: ChangeFeed): void {
  feeds.set(source, feed);
}

/** For whoever has stored a record through `add` or `change`. */
export function tellChange(tx: EntityManager, metadata: EntityMetadata, stored: object): void {
  const entity = entityNameOf(metadata);
  const { organizationId, companyId, version = null } = stored as Omit<Change, 'version'> & Partial<Change>;
  tell(tx, [{ organizationId, companyId, entity, id: entityIdOf(metadata, stored), version }]);
}

/** For whoever wrote by a statement of its own. It is told once that is committed, and never if it is not. */
export function tell(tx: EntityManager, changes: readonly Change[]): void {
  const feed = feeds.get(tx.dataSource);
  const told = changes.filter(({ entity }) => feed?.told[entity] !== undefined);
  if (!feed || told.length === 0) return;
  afterCommit(tx, () => {
    for (const change of told) feed.note(change);
  });
}
