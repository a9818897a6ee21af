// The programs append to their log files and are never asked to reopen them, so a log that has grown is copied aside and
// cut to nothing in place: appending goes on at the new end.
import { copyFileSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const largestBytes = 20 * 1024 * 1024;
const everyMs = 30_000;

/** Cuts logs that have grown too long, keeping one former part of each as `<name>.log.1`. */
export function rotateLogs(folder: string, limit = largestBytes): void {
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.log'))) {
    const path = join(folder, name);
    if (statSync(path).size <= limit) continue;
    copyFileSync(path, `${path}.1`);
    truncateSync(path);
  }
}

export function keepLogsSmall(folder: string): NodeJS.Timeout {
  return setInterval(() => {
    try {
      rotateLogs(folder);
    } catch {
      // A full disk must not end the supervisor; the next round tries again.
    }
  }, everyMs).unref();
}
