import { query, type Surroundings, until } from '@dhanman/testing';
import type { Work } from './work.ts';

const deadlineMs = 60_000;

/** Each time after so many more answers: the database ends a connection whose transaction has written already. */
export async function cutConnections(
  { database }: Surroundings,
  pauses: readonly number[],
  work: Work,
): Promise<void> {
  const user = decodeURIComponent(new URL(database.appUrl).username);
  const cut = async (): Promise<boolean> => {
    const [victim] = await query<{ cut: boolean }>(database.adminUrl, cutOne, [user]);
    return victim?.cut === true;
  };
  for (const answers of pauses) {
    await work.answers(answers);
    await until(async () => work.isOver || (await cut()), { deadlineMs, what: 'a transaction is cut' });
    if (work.isOver) return;
    work.died('connection');
  }
}

const cutOne = `
  select pg_terminate_backend(pid) as cut from pg_stat_activity
  where datname = current_database() and usename = $1 and backend_xid is not null order by random() limit 1`;
