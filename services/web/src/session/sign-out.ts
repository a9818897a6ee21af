import { common } from '@dhanman/client';
import { api } from '../api/signed-api.js';
import { session } from './session.js';

/** Ends the session at the issuer, so that its cookie opens nothing; the page then forgets everything by loading anew. */
export async function signOut({ stay = false } = {}): Promise<void> {
  const id = session.sessionId;
  if (id !== undefined) await api(common.accountEndSession, { path: { uid: id } });
  session.end('signed-out');
  if (stay) location.reload();
  else location.assign('/');
}
