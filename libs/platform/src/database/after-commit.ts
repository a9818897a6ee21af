import type { EntityManager, QueryRunner } from 'typeorm';

type Work = () => void;

const waiting = new WeakMap<QueryRunner, Work[]>();

/** Does this once the transaction has committed, and never if it does not: for what only this process remembers. */
export function afterCommit(tx: EntityManager, work: Work): void {
  const { queryRunner } = tx;
  if (!queryRunner) throw new TypeError('There is no transaction to wait for.');
  waiting.set(queryRunner, [...(waiting.get(queryRunner) ?? []), work]);
}

/** For the database: the transaction has committed. */
export function committed(runner: QueryRunner): void {
  for (const work of waiting.get(runner) ?? []) work();
  waiting.delete(runner);
}
