import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Read by others, or written by anyone but the owner. Group-read is the mask systemd's own access list shows. */
const tooOpen = 0o037 & ~0o010;

/** The secret, or a sentence that says why it cannot be had; never both, never its value in the sentence. */
export type Secret = { readonly value: string | undefined } | { readonly complaint: string };

/**
 * A secret comes from the file of its name in $CREDENTIALS_DIRECTORY, so that neither the environment nor the
 * process list ever shows it; from the variable of its name only where no such file exists.
 */
export function readSecret(name: string, environment: Environment): Secret {
  const directory = environment['CREDENTIALS_DIRECTORY'];
  if (directory === undefined || directory === '') return { value: environment[name] };
  const path = join(directory, name);
  try {
    if ((statSync(path).mode & tooOpen) !== 0) {
      return { complaint: `${name} lies in a credential file that others may read or write (chmod 0400 it)` };
    }
    return { value: readFileSync(path, 'utf8').trim() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { value: environment[name] };
    return { complaint: `${name} lies in a credential file that cannot be read` };
  }
}
