import { defineConfig } from '@dhanman/platform';
import { z } from 'zod';

const milliseconds = (usual: number) =>
  z
    .string()
    .regex(/^[1-9][0-9]{1,8}$/, 'must be milliseconds from 10 to 999999999')
    .transform(Number)
    .default(usual);

export class CommonConfig extends defineConfig({
  /** How long one task of a daily run may take, and all tasks of one module together. */
  DAILY_TASK_PATIENCE_MS: milliseconds(5 * 60_000),
  DAILY_MODULE_PATIENCE_MS: milliseconds(30 * 60_000),
}) {}
