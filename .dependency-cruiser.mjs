// Which file may know which: the boundary table of docs/style.md. `npm test -- --only boundaries` runs it, and
// deploy/checks/boundaries.spec.ts proves that each forbidden import is refused.

const npm = '(^|/)node_modules/';
const tests = String.raw`\.(spec|test)\.tsx?$|/test/`;
const packages = (names) => `${npm}(${names.join('|')})/`;
const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from, pathNot: tests } : from,
  to: typeof to === 'string' ? { path: to } : to,
});

// libs/ ------------------------------------------------------------------------------------------------------

const libraries = {
  kernel: { knows: [], external: [] },
  contracts: { knows: [], external: ['zod'] },
  client: { knows: ['contracts'], external: ['openapi-fetch'] },
  messaging: {
    knows: ['kernel', 'contracts'],
    external: ['@nestjs', 'typeorm', 'amqplib', '@opentelemetry/api', 'rxjs', 'zod'],
  },
  operations: {
    knows: ['kernel', 'contracts', 'messaging', 'platform'],
    external: ['@nestjs/common', 'typeorm'],
  },
  platform: {
    knows: ['kernel', 'contracts'],
    external: [
      ...['@nestjs', '@bull-board', '@fastify', 'fastify', 'reflect-metadata', 'rxjs', 'zod', 'jose'],
      ...['typeorm', 'pg', 'bullmq', 'ioredis', 'minio', 'winston', '@opentelemetry', 'import-in-the-middle'],
      ...['@myriaddreamin', '@expo-google-fonts', 'qrcode-generator', 'nodemailer'],
    ],
  },
  schedules: { knows: ['kernel', 'contracts', 'messaging', 'platform'], external: ['typeorm'] },
};

const libraryRules = Object.entries(libraries).flatMap(([name, { knows, external }]) => [
  rule(
    `${name}-workspace`,
    `libs/${name} may import ${knows.join(', ') || 'no other package of this repository'}.`,
    `^libs/${name}/src/`,
    { path: '^(libs|services|deploy)/', pathNot: `^libs/(${[name, ...knows].join('|')})/` },
  ),
  rule(
    `${name}-external`,
    `libs/${name} may import ${external.join(', ') || 'no npm package'}.`,
    `^libs/${name}/src/`,
    external.length > 0 ? { path: npm, pathNot: packages(external) } : npm,
  ),
]);

// services/ --------------------------------------------------------------------------------------------------

const service = '^services/(?!web/)([^/]+)/src/';
const kinds = 'table|service|queries|controller|handlers|jobs|module';
/** In a feature folder a name without a second dot (`invoice.ts`) is pure domain code. */
const dotless = String.raw`${service}(?!migrations/)[^/]+/[^/.]+\.ts$`;
const kind = (name) => String.raw`${service}.+\.${name}\.ts$`;
const drivers = [
  'amqplib',
  'bullmq',
  'winston',
  'ioredis',
  'minio',
  'pg',
  'jose',
  'fastify',
  '@opentelemetry',
];

const serviceRules = [
  rule(
    'service-on-its-own',
    'A service never imports another service: it learns of it by messages.',
    { path: '^services/([^/]+)/' },
    { path: '^services/', pathNot: '^services/$1/' },
  ),
  rule(
    'service-libraries',
    'A service may import kernel, contracts, messaging, operations, platform and schedules.',
    service,
    {
      path: '^(libs|deploy)/',
      pathNot: '^libs/(kernel|contracts|messaging|operations|platform|schedules)/',
    },
  ),
  rule(
    'service-drivers',
    'A service reaches servers, logs and traces through libs/platform and libs/messaging only.',
    service,
    packages(drivers),
  ),
  rule(
    'dotless-is-pure',
    'A file without a second dot is pure: kernel, contract types and other dotless files only, no npm package, no Node.',
    dotless,
    { path: [npm, '^libs/(?!kernel/|contracts/)', String.raw`\.(${kinds})\.ts$`, '^node:'] },
  ),
  rule('dotless-without-node', 'A dotless file is pure: no Node module.', dotless, {
    dependencyTypes: ['core'],
  }),
  rule(
    'controller-without-database',
    'A controller asks a service or queries; it knows neither TypeORM nor a table.',
    kind('controller'),
    { path: [packages(['typeorm']), kind('table')] },
  ),
  rule(
    'queries-only-read',
    'Queries read: sending messages belongs to a service.',
    kind('queries'),
    '^libs/messaging/',
  ),
  rule(
    'table-only-maps',
    'A table maps a domain class: it knows dotless files and TypeORM.',
    kind('table'),
    String.raw`\.(service|queries|controller|handlers|jobs|module)\.ts$`,
  ),
  rule(
    'feature-door',
    'Of another feature only dotless files and its .service may be imported; tables meet in database.ts.',
    '^services/(?!web/)([^/]+)/src/([^/]+)/',
    {
      path: String.raw`^services/$1/src/[^/]+/.+\.(?!service\.)(${kinds})\.ts$`,
      pathNot: '^services/$1/src/$2/',
    },
  ),
  rule(
    'module-is-the-top',
    'Only main.ts and tests import the module.',
    { path: service, pathNot: [tests, String.raw`/main\.ts$`] },
    kind('module'),
  ),
];

// web, deploy, everything ------------------------------------------------------------------------------------

const web = '^services/web/src/';
const server = ['@nestjs', 'typeorm', 'pg', 'amqplib', 'bullmq', 'ioredis', 'minio', 'winston', 'fastify'];

const otherRules = [
  rule('web-libraries', 'The web app may import client, contracts and kernel.', web, {
    path: '^(libs|deploy)/',
    pathNot: '^libs/(client|contracts|kernel)/',
  }),
  rule('web-external', 'The web app runs in a browser: no server package.', web, packages(server)),
  rule(
    'browser-safe',
    'This code also runs in a browser: no Node module.',
    '^(libs/(kernel|contracts|client)|services/web)/src/',
    { dependencyTypes: ['core'] },
  ),
  rule(
    'deploy-imports-late',
    'deploy/ runs before anything is built: libraries by dynamic import() or as types only.',
    // Benchmarks, the invariants and the chaos runs are loaded after the build, like tests.
    {
      path: '^deploy/',
      pathNot: `${tests}|^deploy/(bench/(benchmarks|floors|parts)|verify/invariants|chaos/(arena|posting))/`,
    },
    { path: '^libs/', dynamic: false, dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'deploy-on-its-own',
    'deploy/ starts services as processes; it never imports one.',
    '^deploy/',
    '^services/',
  ),
  rule(
    'local-before-npm-ci',
    'deploy/local runs before npm ci: Node modules only.',
    { path: '^deploy/local/', pathNot: tests },
    { path: npm, dynamic: false, dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'testing-in-tests',
    'libs/testing is for tests.',
    { path: '^(libs|services)/', pathNot: `${tests}|^libs/testing/` },
    '^libs/testing/',
  ),
  rule(
    'declared',
    'A package declares what it imports: every import of its sources stands in its own package.json.',
    '^(libs|services)/[^/]+/src/',
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  ),
  rule(
    'no-cycle',
    'Files that need each other are one file; a cycle of decorated classes does not start.',
    {},
    { circular: true },
  ),
  rule('resolvable', 'An import names a file or package that exists.', {}, { couldNotResolve: true }),
];

export default {
  forbidden: [...libraryRules, ...serviceRules, ...otherRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(libs/[^/]+|services/[^/]+|deploy)/dist/', '/generated/', String.raw`\.css$`] },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['dhanman-source', 'import', 'node', 'require', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
