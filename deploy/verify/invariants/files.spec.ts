import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { keepers } from './files.ts';

test('every feature that keeps files is asked whether they are there', () => {
  const services = join(import.meta.dirname, '../../../services');
  const keeping = globSync('*/src/**/*.ts', { cwd: services }).filter((file) =>
    /\bstorage\.put\(/.test(readFileSync(join(services, file), 'utf8')),
  );
  expect([...new Set(keeping.map((file) => dirname(file)))].sort()).toEqual(Object.keys(keepers).sort());
});
