import { setTimeout as pause } from 'node:timers/promises';
import type { Id } from '@dhanman/kernel';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database.js';
import { platformMetrics } from '../observability/metric-table.js';
import type { Logger } from '../observability/logger.js';
import type { Metrics, Reading } from '../observability/metrics.js';
import { numberColumn, rowHash } from './checksums.js';
import { copyTables } from './copies.js';

/** Prometheus keeps floats: a number below this is kept exactly. */
const modulus = 2n ** 48n;

interface Watched {
  readonly database: Database;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * One number per table of the directory, which is the same in Common and in a copy that has all rows as Common has
 * them. Rows are added up, so that neither their order nor how they are spread over transactions matters. Everybody looks
 * at the same moment of the clock: what changes meanwhile is seen by all or is gone at the next look.
 */
export class DirectoryFingerprints {
  private readings: readonly Reading[] = [];
  private readonly stopping = new AbortController();

  constructor(
    private readonly watched: Watched,
    private readonly everyMs: number,
  ) {
    watched.metrics.observe(platformMetrics.directoryFingerprint, () => this.readings);
  }

  start(): void {
    void this.goOn();
  }

  stop(): void {
    this.stopping.abort();
  }

  private async goOn(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.look();
      const untilNextMs = this.everyMs - ((performance.timeOrigin + performance.now()) % this.everyMs);
      await pause(untilNextMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** What cannot be read is not reported at all: an old number that is still equal would look like health. */
  private async look(): Promise<void> {
    try {
      this.readings = await this.walk();
    } catch (error) {
      this.readings = [];
      if (!this.stopping.signal.aborted)
        this.watched.logger.warn('cannot take the fingerprints of the directory', { error });
    }
  }

  /** One organization after the other, each by its own row policy, so that no statement sees two. */
  private async walk(): Promise<readonly Reading[]> {
    const { database } = this.watched;
    const sums = copyTables.map(() => 0n);
    const ids = await database.query<{ id: Id }>('select id from known_organization order by id');
    for (const { id } of ids) {
      this.stopping.signal.throwIfAborted();
      const parts = await database.read({ organizationId: id }, fingerprintsOf);
      for (const [index, part] of parts.entries()) sums[index] = ((sums[index] ?? 0n) + part) % modulus;
    }
    return copyTables.map((table, index) => ({ value: Number(sums[index]), labels: { table } }));
  }
}

async function fingerprintsOf(tx: EntityManager): Promise<readonly bigint[]> {
  const number = await numberColumn(tx);
  const sums = copyTables.map(
    (table) =>
      `(select coalesce(sum(('x' || left(${rowHash(table, number)}, 12))::bit(48)::bigint), 0) from ${table})`,
  );
  const [row] = await tx.query<{ sums: string[] }[]>(`select array[${sums.join(', ')}]::text[] as sums`);
  return (row?.sums ?? []).map(BigInt);
}
