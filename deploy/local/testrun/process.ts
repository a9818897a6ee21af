// Runs one command with its whole output in a log file; children form their own process group, so that
// stopping a run stops their children too (Nx, Jest workers, a browser).
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

export type Command = {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: string;
};

const running = new Set<number>();
let stopped = false;

/** Exit status of the command; 127 when it cannot start, 128 when it was killed. */
export function runLogged({ argv, cwd, env, log }: Command): Promise<number> {
  if (stopped) return Promise.resolve(128);
  const [file = '', ...args] = argv;
  const output = openSync(log, 'a');
  const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  const { pid } = child;
  if (pid !== undefined) running.add(pid);
  return new Promise((resolve) => {
    const done = (status: number) => {
      if (pid !== undefined) running.delete(pid);
      resolve(status);
    };
    child.once('error', () => {
      done(127);
    });
    child.once('exit', (status) => {
      done(status ?? 128);
    });
  });
}

export function stopAll(): void {
  stopped = true;
  for (const pid of running) {
    try {
      process.kill(-pid, 'SIGTERM');
    } catch {
      // It ended in the meantime.
    }
  }
}
