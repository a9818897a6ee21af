/** Paths from the root of the repository, and what is to stand in each file. */
export type Outputs = ReadonlyMap<string, string>;

export interface Generator {
  readonly name: string;
  /** Directories in which nothing but this generator's files may lie: a left-over unit would still be installed. */
  readonly owns: readonly string[];
  outputs(): Outputs | Promise<Outputs>;
}
