import type { DataSource } from 'typeorm';
import type { Clients, OpeningTransaction, OpenTransaction } from './clients.js';
import { DatabaseUnavailable } from './errors.js';
import { isConnectionLost, isRerunnable } from './sqlstate.js';

const lookEveryMs = 5_000;
/** How long a question waits for what the replica has not replayed yet; longer than usual replay, shorter than annoyance. */
const patienceMs = 100;
const pollMs = 5;

interface Primary {
  query<Row>(sql: string): Promise<readonly Row[]>;
}

interface Standby {
  readonly clients: Clients;
  open(check: (source: DataSource) => Promise<void>): Promise<void>;
}

type Check = (source: DataSource) => Promise<void>;
type Tell = (isCurrent: boolean, error?: unknown) => void;

/** It lacks something that the primary had stored when the question came. */
class ReplicaBehind extends Error {
  override readonly name = 'ReplicaBehind';
}

/**
 * A streaming copy of the primary that takes questions off it. It answers only when it knows all that was stored when the
 * question came, so nobody sees an older answer than the primary's; otherwise the primary answers, see docs/adr/0025.
 */
export class Replica {
  /** Who answered the questions that may be answered here. */
  readonly answers = { replica: 0, primary: 0 };
  private isCurrent: boolean | undefined;
  private looking: Promise<void> | undefined;
  private currentAt = performance.now();
  private timer: NodeJS.Timeout | undefined;
  private tell: Tell = () => undefined;

  constructor(
    private readonly primary: Primary,
    private readonly standby: Standby,
  ) {}

  get clients(): Clients {
    return this.standby.clients;
  }

  /** For how long it has not been seen to know all that the primary knew. */
  get lagSeconds(): number {
    return (performance.now() - this.currentAt) / 1_000;
  }

  /** The walls and tables of the copy are checked like those of the primary, each time it comes back. */
  async start(check: Check, tell: Tell): Promise<void> {
    this.tell = tell;
    const look = (): Promise<void> =>
      (this.looking ??= this.look(check).finally(() => (this.looking = undefined)));
    this.timer = setInterval(() => void look(), lookEveryMs);
    await look();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Fails where it may not answer: the error is one that it `shrugs` at. */
  async beginReading(statement: string, timeoutMs?: number): Promise<OpeningTransaction> {
    if (!this.isCurrent) throw new ReplicaBehind('It was behind or away when last looked at.');
    return this.clients.openReading(await this.caughtUp(), statement, timeoutMs);
  }

  /** Whether the primary may well answer what failed here. Then nobody waits for the replica until it is seen current. */
  shrugs(error: unknown): boolean {
    // Postgres ends a question that stands in the way of replaying; that says nothing of the next one.
    if (isRerunnable(error)) return true;
    const isAway =
      error instanceof ReplicaBehind || error instanceof DatabaseUnavailable || isConnectionLost(error);
    if (isAway) this.turn(false, error);
    return isAway;
  }

  private async look(check: Check): Promise<void> {
    try {
      if (!this.isCurrent) await this.standby.open((source) => this.checkCopy(source, check));
      const { runner } = await this.caughtUp();
      await runner.release();
      this.turn(true);
    } catch (error) {
      this.turn(false, error);
    }
  }

  private async checkCopy(source: DataSource, check: Check): Promise<void> {
    const [ours] = await this.primary.query<{ system: string }>(systemOf);
    const [its] = await source.query<{ system: string }[]>(systemOf);
    if (ours?.system !== its?.system) throw new Error('DATABASE_REPLICA is not a copy of DATABASE_URL.');
    await check(source);
  }

  /** On the very connection that will be used: behind one address there may be several replicas. */
  private async caughtUp(): Promise<OpenTransaction> {
    const askedAt = performance.now();
    const [stored] = await this.primary.query<{ position: string }>(
      'select pg_current_wal_flush_lsn()::text as position',
    );
    const taken = await this.clients.take();
    try {
      while (!(await hasReplayed(taken, stored?.position))) {
        if (performance.now() - askedAt > patienceMs) throw new ReplicaBehind('It is behind.');
        await new Promise((waited) => setTimeout(waited, pollMs));
      }
    } catch (error) {
      if (isConnectionLost(error)) this.clients.distrust(taken.client);
      await taken.runner.release();
      throw error;
    }
    this.currentAt = Math.max(this.currentAt, askedAt);
    return taken;
  }

  private turn(isCurrent: boolean, error?: unknown): void {
    if (this.isCurrent !== isCurrent) this.tell(isCurrent, error);
    this.isCurrent = isCurrent;
  }
}

const systemOf = 'select system_identifier::text as system from pg_control_system()';

/** Asked outside the transaction, whose snapshot would else be older than the answer. One that was promoted is a copy no more. */
async function hasReplayed({ runner }: OpenTransaction, position: string | undefined): Promise<boolean> {
  const [said] = (await runner.query(
    'select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= $1::pg_lsn as has',
    [position],
  )) as { has: boolean | null }[];
  return said?.has === true;
}
