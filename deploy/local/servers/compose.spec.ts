import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Instance } from '../instance.ts';
import { composeErase, isInContainer } from './compose.ts';

it('where nothing ever ran in a container, Docker is not asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dhanman-compose-'));
  // Whatever Docker this machine has: without a mark it must not come that far, and this instance has nothing else.
  const instance = { name: 'nothing', folder } as Instance;
  expect(isInContainer(instance, 'postgres')).toBe(false);
  expect(existsSync(join(folder, 'run'))).toBe(false);
  await expect(composeErase(instance)).resolves.toBeUndefined();
});
