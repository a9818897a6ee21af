/** Old browsers, and pages that did not come over a safe connection, have none. */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in window;
}
