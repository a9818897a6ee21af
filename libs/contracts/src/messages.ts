import * as common from './common/messages.js';
import type { AnyContract } from './contract.js';

/** Every message of the suite. A service that handles or sends anything else does not start. */
export const contracts: readonly AnyContract[] = [common].flatMap((module) =>
  Object.values<AnyContract>(module),
);
