import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { vps } from './main.ts';

let said: string[];
beforeEach(() => {
  said = [];
  jest.spyOn(console, 'error').mockImplementation((line: unknown) => void said.push(String(line)));
});
afterEach(() => void jest.restoreAllMocks());

test.each([
  [[], 'There is no command ""'],
  [['deploy', 'prod', '1.0.0'], 'There is no command "deploy"'],
  [['release', 'prod'], '"" is not a version'],
  [['release', 'prod', '../../etc'], '"../../etc" is not a version'],
  [['release', 'local', '1.0.0'], '"local" is not an environment'],
  [['release', 'prod', '1.0.0', '--only', 'sales,billing'], 'There is no "billing"'],
  [['release', 'prod', '1.0.0', '--patience', 'long'], 'long is not a number of seconds'],
  [['rollback', 'prod', '1 0'], '"1 0" is not a version'],
  [['build-artefact', '1.0.0'], '--key <file> is missing'],
  [['release', 'prod', '1.0.0', '--force'], "Unknown option '--force'"],
])('%j is not understood, and says why', async (args, why) => {
  await expect(vps(args)).resolves.toBe(2);
  expect(said.join('\n')).toContain(why);
  expect(said.join('\n')).toContain('Usage:');
});
