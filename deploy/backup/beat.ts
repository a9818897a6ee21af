// A cluster that nothing is written to stores no log: at night its age would grow without anything being lost, and nobody
// could tell that from an archive that stands still. So each check leaves a mark, which the next one must find stored.
import pg from 'pg';
import type { BackupSettings } from './settings.ts';

export async function beat({ postgres }: BackupSettings): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.href, application_name: 'backup' });
  await client.connect();
  try {
    await client.query(`select pg_logical_emit_message(true, 'dhanman', 'checked')`);
  } finally {
    await client.end();
  }
}
