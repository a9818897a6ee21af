/**
 * The process in which passwords are hashed, so that the kernel can prefer everything else to it. It is told what to do
 * by the service that started it and ends with it; it reads no setting, keeps nothing and writes no line.
 */
import process from 'node:process';
import { hash, type Options, verify } from '@node-rs/argon2';

/** A password to be compared with a hash, or to be hashed at a cost. */
export type Hashing =
  | { readonly password: string; readonly stored: string }
  | { readonly password: string; readonly cost: Options };

export interface HashingOrder {
  readonly id: number;
  readonly work: Hashing;
}

export type HashingResult =
  { readonly id: number; readonly value: string | boolean } | { readonly id: number; readonly error: string };

process.on('message', (order: HashingOrder) => void answer(order));
// Whoever asks a whole group of processes to end means the service, which first finishes what it has begun.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit());

async function answer({ id, work }: HashingOrder): Promise<void> {
  const value = 'stored' in work ? verify(work.stored, work.password) : hash(work.password, work.cost);
  process.send?.(
    await value.then(
      (done): HashingResult => ({ id, value: done }),
      (error: unknown): HashingResult => ({ id, error: String(error) }),
    ),
  );
}
