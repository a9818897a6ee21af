import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../../local/machine/programs.ts';

const run = promisify(execFile);

export interface Load {
  readonly clients: number;
  readonly seconds: number;
  readonly threads?: number;
  /** Not for statements with a colon in a text: pgbench would take what follows for a variable. */
  readonly isPrepared?: boolean;
}

/** Transactions per second of a script. The password is in the environment: everybody reads a command line. */
export async function pgbench(adminUrl: string, script: string, load: Load): Promise<number> {
  const { clients, seconds, threads = 2, isPrepared = true } = load;
  const url = new URL(adminUrl);
  const folder = mkdtempSync(join(tmpdir(), 'dhanman-bench-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, script);
    const numbers = { '-c': clients, '-j': threads, '-T': seconds };
    const options = [
      '-n',
      '-f',
      file,
      ...Object.entries(numbers).flatMap(([name, to]) => [name, String(to)]),
    ];
    const mode = isPrepared ? ['-M', 'prepared'] : [];
    const { stdout } = await run(
      findProgram('postgresql/pgbench'),
      [...options, ...mode, url.pathname.slice(1)],
      {
        maxBuffer: 2 ** 26,
        env: {
          ...{ PGHOST: url.hostname, PGPORT: url.port, PGUSER: url.username },
          PGPASSWORD: decodeURIComponent(url.password),
        },
      },
    );
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
