/** `31-03-2026`, from the ISO text of the services. */
export function formatDate(date: string): string {
  return date.split('-').toReversed().join('-');
}
