/** Set by hand or by a test, never by the app. */
const key = 'dhanman.mirrored';

/**
 * Whether this device shows the pseudo-language: what the app says, longer and with marks on its letters, on pages that
 * begin at the right. It proves the layout for a language from right to left before anybody has translated a word.
 */
export function isMirrored(): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}
