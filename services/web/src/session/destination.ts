/** Where one goes after signing in: a page of this app, whatever the address says. */
export function destinationIn(to: unknown): string | undefined {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : undefined;
}
