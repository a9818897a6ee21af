import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Obstacle } from './obstacle.ts';

// Debian keeps these outside PATH, by version or behind wrappers that insist on their own system user.
const homes: Readonly<Record<string, () => string[]>> = {
  postgresql: () => versionsOf('/usr/lib/postgresql'),
  rabbitmq: () => ['/usr/lib/rabbitmq/bin'],
};

/** The full path of a program such as `nginx` or `postgresql/initdb`. */
export function findProgram(name: string): string {
  const path = whereIs(name);
  if (path === undefined) throw new Obstacle(`The program \`${name}\` is not installed.`);
  return path;
}

export function whereIs(name: string, searchPath = process.env['PATH'] ?? ''): string | undefined {
  const [file = name, home = ''] = name.split('/').reverse();
  const folders = [...searchPath.split(delimiter), '/usr/sbin', '/sbin'].filter((folder) => folder !== '');
  return [...(homes[home]?.() ?? []), ...folders].map((folder) => join(folder, file)).find(isExecutable);
}

function versionsOf(folder: string): string[] {
  try {
    const versions = readdirSync(folder).filter((entry) => /^\d+$/.test(entry));
    return versions
      .sort((left, right) => Number(right) - Number(left))
      .map((version) => join(folder, version, 'bin'));
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
