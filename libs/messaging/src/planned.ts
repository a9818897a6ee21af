/**
 * A statement that Postgres plans once per connection, which for ours costs more than to run it. TypeORM passes to the
 * driver what it is given, and the driver takes names; only its types do not say so.
 */
export function planned(name: string, text: string): string {
  return { name, text } as unknown as string;
}
