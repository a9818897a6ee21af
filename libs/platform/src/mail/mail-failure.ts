interface SmtpError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly responseCode?: unknown;
}

/**
 * Whether a mail that was not acknowledged may have gone out all the same. It has certainly not where the server said no or
 * was never connected to; a connection that breaks later is reported alike whether or not the mail had been taken.
 */
export function mayHaveGoneOut(error: unknown): boolean {
  const { code, syscall, responseCode } = error as SmtpError;
  return !(
    typeof responseCode === 'number' ||
    ['connect', 'getaddrinfo'].includes(String(syscall)) ||
    ['EAUTH', 'EENVELOPE', 'EDNS', 'ETLS'].includes(String(code))
  );
}
