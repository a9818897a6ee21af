import { userInfo } from 'node:os';

/** The person, also where they had to become root to read the credentials. */
export function operator(): string {
  return `operator ${process.env['SUDO_USER'] ?? userInfo().username}`;
}
