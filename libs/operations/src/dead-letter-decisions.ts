import type { DeadLetterDto, DeadLetterState } from '@dhanman/contracts';
import { DomainError, isId } from '@dhanman/kernel';
import { sendAgain } from '@dhanman/messaging';
import type { EntityManager } from 'typeorm';
import { columns, type DeadLetterRow, isTheirs, toDto } from './dead-letters.js';
import { organizationOf, type Whose } from './whose.js';

export class DeadLettersUnknown extends DomainError {
  constructor(ids: readonly string[]) {
    super('not-found', 'dead-letters-unknown', 'Some of these messages do not exist. Nothing was changed.', {
      details: { ids },
    });
  }
}

export class DeadLettersDecided extends DomainError {
  constructor(ids: readonly string[]) {
    super('conflict', 'dead-letters-decided', 'Some of these are decided already. Nothing was changed.', {
      details: { ids },
    });
  }
}

export class DeadLettersUnreadable extends DomainError {
  constructor(ids: readonly string[]) {
    super(
      'conflict',
      'dead-letters-unreadable',
      'Some of these are no messages of this system and cannot be sent again: discard them. Nothing was changed.',
      { details: { ids } },
    );
  }
}

export interface Decision {
  readonly ids: readonly string[];
  /** Who decides: a user, or the operating-system user of an operator. */
  readonly by: string;
  readonly reason?: string | undefined;
}

interface Letter {
  readonly id: string;
  readonly state: DeadLetterState;
  readonly messageId: string;
  readonly contract: string;
  readonly queue: string;
  readonly correlationId: string;
  readonly envelope: Readonly<Record<string, unknown>>;
  readonly payload: Buffer;
}

/** Sends the messages to their queues again, as first attempts, when the transaction commits. All of them or none. */
export async function replayDeadLetters(
  tx: EntityManager,
  whose: Whose,
  decision: Decision,
): Promise<readonly DeadLetterDto[]> {
  const letters = await take(tx, whose, decision.ids);
  refuse(letters, (letter) => !canBeSent(letter), DeadLettersUnreadable);
  for (const { payload, ...letter } of letters) {
    await sendAgain(tx, { ...letter, kind: 'again', payload: payload.toString() });
  }
  return record(tx, 'replayed', decision);
}

/** The messages will have no effect; the record keeps who decided so and why. */
export async function discardDeadLetters(
  tx: EntityManager,
  whose: Whose,
  decision: Decision & { readonly reason: string },
): Promise<readonly DeadLetterDto[]> {
  await take(tx, whose, decision.ids);
  return record(tx, 'discarded', decision);
}

/** Locks the letters, in one order so that two decisions cannot wait for each other, and sees that they are open. */
async function take(tx: EntityManager, whose: Whose, ids: readonly string[]): Promise<readonly Letter[]> {
  const letters = await tx.query<Letter[]>(
    `select id, state, message_id as "messageId", contract, queue, correlation_id as "correlationId", envelope, payload
     from dead_letter where id = any($1) and ${isTheirs} order by id for update`,
    [ids, organizationOf(whose)],
  );
  const known = new Set(letters.map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new DeadLettersUnknown(unknown);
  refuse(letters, ({ state }) => state !== 'open', DeadLettersDecided);
  return letters;
}

function refuse(
  letters: readonly Letter[],
  isWrong: (letter: Letter) => boolean,
  Refusal: new (ids: readonly string[]) => DomainError,
): void {
  const wrong = letters.filter(isWrong).map(({ id }) => id);
  if (wrong.length > 0) throw new Refusal(wrong);
}

/** The outbox takes only what has an id, a tenant and JSON. What else the broker was given would never leave it again. */
function canBeSent({ messageId, envelope, payload }: Letter): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    return false;
  }
  return isId(messageId) && typeof envelope['organizationId'] === 'string';
}

async function record(
  tx: EntityManager,
  state: DeadLetterState,
  { ids, by, reason }: Decision,
): Promise<readonly DeadLetterDto[]> {
  const rows = await tx.query<DeadLetterRow[]>(
    `with decided as (
       update dead_letter set state = $2, decided_by = $3, decided_at = clock_timestamp(), decision = $4
       where id = any($1) returning *)
     select ${columns} from decided order by died_at desc, id desc`,
    [ids, state, by, reason ?? null],
  );
  return rows.map(toDto);
}
