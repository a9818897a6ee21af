/** The value of an option that counts something, or the usual one. */
export function wholeNumber(text: string | undefined, usual: number): number {
  const value = Number(text ?? usual);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${String(text)} is no number above 0`);
  return value;
}
