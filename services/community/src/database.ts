import { defineDatabase } from '@dhanman/platform';
import { Baseline1760000000000 } from './migrations/1760000000000-baseline.js';

export const database = defineDatabase({
  tables: [],
  migrations: [Baseline1760000000000],
});
