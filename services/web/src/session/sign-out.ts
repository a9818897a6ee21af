import { common } from '@dhanman/client';
import { api } from '../api/signed-api.js';
import { eraseEveryUnsent } from '../unsent/unsent-store.js';
import { session } from './session.js';

/** Ends the session at the issuer, so that its cookie opens nothing; the page then forgets everything by loading anew. */
export async function signOut({ stay = false } = {}): Promise<void> {
  const id = session.sessionId;
  if (id !== undefined) await api(common.accountEndSession, { path: { uid: id } });
  leave({ stay });
}

/** Where no session is left to end. */
export function leave({ stay = false } = {}): void {
  eraseEveryUnsent();
  session.end('signed-out');
  if (stay) location.reload();
  else location.assign('/');
}
