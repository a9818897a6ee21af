import type { Package, StepName } from './options.ts';
import type { Outcome } from './outcome.ts';
import type { Tools } from './tools.ts';

export type Need = 'build' | 'servers' | Tools;

/** Where the test servers listen, as environment variables. */
export type ServerAddresses = Readonly<Record<string, string>>;

export type StepContext = {
  readonly root: string;
  readonly cache: boolean;
  /** How many packages Nx may work on at a time inside one step. */
  readonly parallel: number;
  readonly log: string;
  /** Empty for steps that need no servers. */
  readonly serverEnv: ServerAddresses;
  readonly packages: readonly Package[];
  /** True when the packages are all packages. */
  readonly whole: boolean;
};

export type Step = {
  readonly name: StepName;
  readonly needs: readonly Need[];
  /** Which packages the step looks at; `tree` for a step that makes no sense for one package. */
  readonly scope: 'tree' | ((name: string) => boolean);
  readonly run: (context: StepContext) => Promise<Outcome>;
};
