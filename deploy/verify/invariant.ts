// What an invariant is. A file in `invariants/` holds those about one thing; `invariants.ts` is the list of all.
import type { ServiceName } from '../topology.ts';

/** One row that breaks an invariant, with whatever a person needs to find it. */
export type Offender = Readonly<Record<string, unknown>>;

export interface Finding {
  /** How many things were looked at: a check that looked at nothing has proved nothing. */
  readonly counted: number;
  readonly offenders: readonly Offender[];
}

/** The six databases, read past all row policies. */
export interface World {
  /** What is younger may still be under way. */
  readonly graceSeconds: number;
  /** The names of all kept files, `<organisation>/<folder>/<hash>`; nothing when no store was named. */
  readonly keptFiles: (() => Promise<ReadonlySet<string>>) | undefined;
  query<Row extends Offender>(
    service: ServiceName,
    sql: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>;
  /** The tables of a service and their columns: `company`, `company.name`. */
  namesIn(service: ServiceName): ReadonlySet<string>;
}

/** Where an invariant looks, and the tables without which there is nothing to look at. */
export type Needs = Readonly<Partial<Record<ServiceName, readonly string[]>>>;

export interface Invariant {
  /** As in the catalogue: I1 to I14. Several checks may share one. */
  readonly id: string;
  /** Completes "1,234 …": `entries balance`. */
  readonly says: string;
  readonly needs: Needs;
  readonly needsFiles?: boolean;
  check(world: World): Promise<Finding>;
}

/** An invariant of something that is not built yet. It says so, and says so louder when the tables have come. */
export interface Awaited {
  readonly id: string;
  readonly says: string;
  readonly services: readonly ServiceName[];
  /** What its tables or columns will be called. */
  readonly like: RegExp;
}

interface Statement {
  readonly id: string;
  readonly says: string;
  readonly service: ServiceName;
  readonly tables: readonly string[];
  /** Gives `counted`. */
  readonly count: string;
  /** Gives the rows that must not be. */
  readonly offenders: string;
}

/** An invariant that one database can answer by itself. */
export function statement({ id, says, service, tables, count, offenders }: Statement): Invariant {
  return {
    ...{ id, says, needs: { [service]: tables } },
    async check(world) {
      const [total] = await world.query<{ counted: number }>(service, count);
      return { counted: total?.counted ?? 0, offenders: await world.query(service, offenders) };
    },
  };
}
