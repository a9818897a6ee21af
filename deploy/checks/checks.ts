// Facts about the tree that no compiler sees. A check returns one sentence per finding, none when all is well.
export type Check = {
  readonly name: string;
  readonly find: (root: string) => readonly string[] | Promise<readonly string[]>;
};

export const checks: readonly Check[] = [];
