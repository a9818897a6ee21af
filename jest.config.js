// One configuration for every package: `suite rules|behaviour` calls Jest with `--rootDir <package>`.
// Jest runs in ESM mode because Nest 12 has no CommonJS build.
import { readFileSync } from 'node:fs';

// The build compiles with the same options, so that a test sees what production runs.
const options = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

const swc = (syntax) => {
  const parser = { ...options.jsc.parser, ...syntax };
  return ['@swc/jest', { ...options, jsc: { ...options.jsc, parser } }];
};

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Workspace libraries are read from their sources, so a test never meets a stale build.
  testEnvironmentOptions: { customExportConditions: ['dhanman-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // `.js` first: a package that ships `x.js` beside `x.ts` must give its `x.js`.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'tsx', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.ts$': swc({ tsx: false }), '\\.tsx$': swc({ tsx: true }) },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.dhanman/'],
  // A limit for what hangs, not a measure of speed: machines that test are often busy.
  testTimeout: 60_000,
  maxWorkers: 1,
};
