import type { EntityManager, DataSource } from 'typeorm';
import type { MessageDatabase, Tenant } from '../../src/index.js';

type Row = Record<string, unknown>;
type Answer = readonly Row[];
type Statement = (state: State, values: readonly unknown[], tenant: Tenant | undefined) => Answer;

/** The tables a schedule needs. Rows are replaced and never changed, so that a copy of the maps is a snapshot. */
export class State {
  outbox = new Map<string, Row>();
  sent = new Map<string, Row>();
  inbox = new Map<string, Row>();
  last = new Map<string, number>();
  parked = new Map<string, Row>();
  troubles: Row[] = [];
  /** What handlers did, in the order in which they did it. */
  effects: readonly string[] = [];

  copy(): State {
    const { outbox, sent, inbox, last, parked, troubles, effects } = this;
    return Object.assign(new State(), {
      ...{ outbox: new Map(outbox), sent: new Map(sent), inbox: new Map(inbox), last: new Map(last) },
      ...{ parked: new Map(parked), troubles: [...troubles], effects },
    });
  }
}

/** What may go wrong around a transaction; each asks the schedule, which knows the seed. */
export interface Fate {
  now(): number;
  isAlive(): boolean;
  diesBeforeCommit(): boolean;
  diesAfterCommit(): boolean;
}

/** What the code of a dead process would wait for; nobody is there any more. */
const gone = async (): Promise<never> => Promise.reject(new Error('the process is dead'));

/** A database in memory that knows the statements of the message layer, and whose transactions take turns. */
export class SimulatedDatabase implements MessageDatabase {
  readonly source = { subscribers: [] } as unknown as DataSource;
  state = new State();
  /** How often several deliveries were in one transaction. */
  shared = 0;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly fate: () => Fate) {}

  async transaction<T>(tenant: Tenant, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const fate = this.fate();
    return this.inTurn(async () => {
      if (!fate.isAlive()) return gone();
      const draft = this.state.copy();
      const result = await work(this.tx(draft, tenant, fate));
      if (!fate.isAlive() || fate.diesBeforeCommit()) return gone();
      this.state = draft;
      return fate.diesAfterCommit() ? gone() : result;
    });
  }

  async query<R>(sql: string, values: readonly unknown[] = []): Promise<readonly R[]> {
    const fate = this.fate();
    return this.inTurn(async () => {
      if (!fate.isAlive()) return gone();
      return statementOf(sql)(this.state, [...values, fate.now()], undefined) as readonly R[];
    });
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private tx(draft: State, tenant: Tenant, fate: Fate): EntityManager {
    const query = async (sql: string, values: readonly unknown[] = []): Promise<Answer> => {
      if (!fate.isAlive()) return gone();
      const answer = statementOf(sql)(draft, [...values, fate.now()], tenant);
      if (answer.length > 1) this.shared += 1;
      return answer;
    };
    return { dataSource: this.source, queryRunner: { data: {} }, query } as unknown as EntityManager;
  }
}

function statementOf(sql: string | { readonly text: string }): Statement {
  const text = (typeof sql === 'string' ? sql : sql.text).trim();
  const known = statements.find(([start]) => text.startsWith(start));
  if (!known) throw new Error(`the simulation does not know: ${text}`);
  return known[1];
}

let rows = 0;

const named = (...parts: readonly unknown[]): string => parts.map(String).join(' ');

function keep(state: State, row: Row, now: unknown): void {
  rows += 1;
  const id = `row-${String(rows).padStart(9, '0')}`;
  state.outbox.set(id, { id, created_at: new Date(Number(now)), claimedUntil: 0, attempts: 0, ...row });
}

const statements: readonly (readonly [string, Statement])[] = [
  ['effect', (state, [what]) => ((state.effects = [...state.effects, String(what)]), [])],
  [
    'insert into outbox',
    (state, [, ...columns], tenant) => {
      const now = columns.pop();
      const [ids, kinds, contracts, targets, correlations, envelopes, bodies] =
        columns as (readonly string[])[];
      for (const [index, message_id] of ids!.entries()) {
        const envelope = {
          ...(JSON.parse(envelopes![index]!) as Row),
          organizationId: tenant?.organizationId,
        };
        const names = { message_id, kind: kinds![index], contract: contracts![index] };
        const more = { target: targets![index], correlation_id: correlations![index], body: bodies![index] };
        keep(state, { ...names, ...more, envelope }, now);
      }
      return [];
    },
  ],
  [
    'insert into inbox_sequence',
    (state, [stream, key]) => [{ last: state.last.get(named(stream, key)) ?? 0 }],
  ],
  [
    'insert into inbox (',
    (state, [, , outcome, ids]) =>
      (ids as readonly string[]).flatMap((message_id) => {
        if (state.inbox.has(message_id)) return [];
        state.inbox.set(message_id, { outcome });
        return [{ message_id }];
      }),
  ],
  [
    'insert into inbox_parked',
    (state, [stream, key, n, message_id, contract, target, correlation_id, envelope, body]) => {
      const place = named(stream, key, n);
      const row = {
        message_id,
        contract,
        target,
        correlation_id,
        body,
        envelope: JSON.parse(String(envelope)) as Row,
      };
      if (!state.parked.has(place)) state.parked.set(place, row);
      return [];
    },
  ],
  [
    'with advanced as',
    (state, [stream, key, n, now]) => {
      state.last.set(named(stream, key), Number(n));
      const place = named(stream, key, Number(n) + 1);
      const row = state.parked.get(place);
      state.parked.delete(place);
      if (row) keep(state, { kind: 'again', ...row }, now);
      return [];
    },
  ],
  [
    'with sent as',
    (state, [confirmed, limit, now]) => {
      for (const id of confirmed as readonly string[]) {
        const row = state.outbox.get(id);
        if (row) state.sent.set(id, row);
        state.outbox.delete(id);
      }
      const free = [...state.outbox.values()].filter(
        ({ claimedUntil }) => Number(claimedUntil) < Number(now),
      );
      return free.slice(0, Number(limit)).map((row) => {
        const claimed = { ...row, claimedUntil: Number(now) + 15_000, attempts: Number(row['attempts']) + 1 };
        state.outbox.set(String(row['id']), claimed);
        return claimed;
      });
    },
  ],
  [
    'update outbox set trouble',
    (state, [ids, , seconds, now]) => {
      for (const id of ids as readonly string[]) {
        const row = state.outbox.get(id);
        const rest = Math.min(Number(seconds) * Number(row?.['attempts']), 30) * 1000;
        if (row) state.outbox.set(id, { ...row, claimedUntil: Number(now) + rest });
      }
      return [];
    },
  ],
  [
    'insert into delivery_trouble',
    (state, values) => (state.troubles.push({ id: values[0], error: values[5] }), []),
  ],
  [
    'select count(*)::int as starts',
    (state, [id, error]) => {
      return [{ starts: state.troubles.filter((one) => one['id'] === id && one['error'] === error).length }];
    },
  ],
];
