// What Postgres has to be told so that it stores its log, and the command with which it asks for it.
import { join } from 'node:path';
import { Obstacle } from '../local/machine/obstacle.ts';

/** Segments are filled by the minute, so that no more than a minute is lost with the machine. */
export function archiveSettings(settings: string): string {
  return [
    `archive_mode = on`,
    `archive_timeout = 60`,
    `archive_command = '${ours(settings, 'push-wal %p %f')}'`,
  ].join('\n');
}

export function fetchCommand(settings: string): string {
  return ours(settings, 'fetch-wal %f %p');
}

/** Postgres keeps the path for years: through the link, since a release is removed when newer ones have come. */
export function lasting(path: string): string {
  return path.replace(/\/releases\/[^/]+\//, '/current/');
}

function ours(settings: string, command: string): string {
  const [node, folder] = [lasting(process.execPath), lasting(import.meta.dirname)];
  const words = [node, join(folder, 'main.ts'), command, '--settings', settings];
  for (const word of [node, folder, settings])
    if (/[^\w./-]/.test(word)) throw new Obstacle(`Postgres cannot be told a path like ${word}.`);
  return words.join(' ');
}
