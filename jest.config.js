// One configuration for every package: `suite rules|behaviour` calls Jest with `--rootDir <package>`.
// Jest runs in ESM mode because Nest 12 has no CommonJS build.
const swc = (syntax) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, ...syntax },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  },
];

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
  testTimeout: 20_000,
  maxWorkers: 1,
};
