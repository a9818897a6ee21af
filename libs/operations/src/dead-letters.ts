import type { DeadLetterDetail, DeadLetterDto, DeadLetterPage, ListDeadLetters } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { Keyset, NotFound, type Sorts } from '@dhanman/platform';
import type { EntityManager } from 'typeorm';
import { organizationOf, type Whose } from './whose.js';

export type DeadLetterRow = Omit<DeadLetterDto, 'diedAt' | 'decidedAt'> & {
  readonly diedAt: Date;
  readonly decidedAt: Date | null;
};

type DetailRow = DeadLetterRow &
  Pick<DeadLetterDetail, 'history' | 'envelope'> & { readonly payload: Buffer };

const sorts: Sorts<'diedAt'> = { diedAt: { sql: 'died_at', type: 'timestamptz' } };

/** The newest first; those that wait for a decision, unless told otherwise. */
export async function listDeadLetters(
  tx: EntityManager,
  whose: Whose,
  { state = 'open', queue, ...page }: ListDeadLetters,
): Promise<DeadLetterPage> {
  const keyset = new Keyset(sorts, '-diedAt', page);
  const values: unknown[] = [state, organizationOf(whose), queue ?? null];
  const after = keyset.where((value) => `$${values.push(value)}`);
  const rows = await tx.query<(DeadLetterRow & { readonly sortedBy: string })[]>(
    `select ${columns}, ${keyset.select} from dead_letter
     where state = $1 and ${isTheirs} and ($3::text is null or queue = $3) and ${after}
     ${keyset.orderAndLimit}`,
    values,
  );
  return keyset.page(rows, toDto);
}

/** One letter with everything that came with it. */
export async function showDeadLetter(tx: EntityManager, whose: Whose, id: Id): Promise<DeadLetterDetail> {
  const [row] = await tx.query<DetailRow[]>(
    `select ${columns}, history, envelope, payload from dead_letter where id = $1 and ${isTheirs}`,
    [id, organizationOf(whose)],
  );
  if (!row) throw new NotFound('dead-letter');
  const { history, envelope, payload } = row;
  return { ...toDto(row), history, envelope, payload: payload.toString() };
}

/** In every statement here the second parameter is the organization. */
export const isTheirs = `($2::text is null or envelope ->> 'organizationId' = $2)`;

export const columns = `id, message_id as "messageId", contract, queue, correlation_id as "correlationId", reason,
  jsonb_array_length(history) as attempts, died_at as "diedAt", state, decided_by as "decidedBy",
  decided_at as "decidedAt", decision`;

export function toDto(row: DeadLetterRow): DeadLetterDto {
  const { id, messageId, contract, queue, correlationId, reason, attempts } = row;
  const { diedAt, state, decidedBy, decidedAt, decision } = row;
  return {
    ...{ id, messageId, contract, queue, correlationId, reason, attempts, state, decidedBy, decision },
    diedAt: diedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
