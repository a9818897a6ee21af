// Guards the guard: a rule whose pattern matches nothing would let everything pass in silence.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Each forbidden import: the file that makes it, what it imports, the rule that must refuse it. */
const forbidden = [
  ['libs/kernel/src/a.ts', '@dhanman/contracts', 'kernel-workspace'],
  ['libs/kernel/src/b.ts', 'zod', 'kernel-external'],
  ['libs/kernel/src/c.ts', 'node:fs', 'browser-safe'],
  ['libs/contracts/src/a.ts', 'typeorm', 'contracts-external'],
  ['libs/contracts/src/b.ts', '@dhanman/kernel', 'contracts-workspace'],
  ['libs/messaging/src/a.ts', '@dhanman/platform', 'messaging-workspace'],
  ['libs/messaging/src/b.ts', 'bullmq', 'messaging-external'],
  ['libs/operations/src/a.ts', '@dhanman/testing', 'operations-workspace'],
  ['libs/operations/src/b.ts', 'amqplib', 'operations-external'],
  ['libs/messaging/src/c.ts', '@dhanman/operations', 'messaging-workspace'],
  ['libs/platform/src/d.ts', '@dhanman/operations', 'platform-workspace'],
  ['libs/platform/src/a.ts', '@dhanman/messaging', 'platform-workspace'],
  ['libs/platform/src/b.ts', 'amqplib', 'platform-external'],
  ['libs/platform/src/c.ts', '@dhanman/testing', 'testing-in-tests'],
  ['libs/schedules/src/a.ts', 'bullmq', 'schedules-external'],
  ['libs/schedules/src/b.ts', '@dhanman/client', 'schedules-workspace'],
  ['libs/messaging/src/c.ts', '@dhanman/schedules', 'messaging-workspace'],
  ['libs/client/src/a.ts', '@dhanman/kernel', 'client-workspace'],
  ['services/sales/src/invoices/a.service.ts', '../../../common/src/ledger/entry.js', 'service-on-its-own'],
  ['services/sales/test/a.test.ts', '../../common/src/ledger/entry.js', 'service-on-its-own'],
  ['services/sales/src/invoices/b.service.ts', 'amqplib', 'service-drivers'],
  ['services/sales/src/invoices/c.service.ts', 'bullmq', 'service-drivers'],
  ['services/sales/src/invoices/d.service.ts', 'winston', 'service-drivers'],
  ['services/sales/src/invoices/e.service.ts', '@dhanman/client', 'service-libraries'],
  ['services/sales/src/invoices/nest.ts', '@nestjs/common', 'dotless-is-pure'],
  ['services/sales/src/invoices/orm.ts', 'typeorm', 'dotless-is-pure'],
  ['services/sales/src/invoices/schema.ts', 'zod', 'dotless-is-pure'],
  ['services/sales/src/invoices/dotted.ts', './invoice.table.js', 'dotless-is-pure'],
  ['services/sales/src/invoices/platform.ts', '@dhanman/platform', 'dotless-is-pure'],
  ['services/sales/src/invoices/node.ts', 'node:crypto', 'dotless-without-node'],
  ['services/sales/src/invoices/a.controller.ts', './invoice.table.js', 'controller-without-database'],
  ['services/sales/src/invoices/b.controller.ts', 'typeorm', 'controller-without-database'],
  ['services/sales/src/invoices/a.queries.ts', '@dhanman/messaging', 'queries-only-read'],
  ['services/sales/src/invoices/b.table.ts', './invoices.service.js', 'table-only-maps'],
  ['services/sales/src/receipts/a.service.ts', '../invoices/invoice.table.js', 'feature-door'],
  ['services/sales/src/receipts/b.service.ts', '../invoices/invoices.controller.js', 'feature-door'],
  ['services/sales/src/receipts/c.service.ts', '../sales.module.js', 'module-is-the-top'],
  ['services/web/src/a.tsx', '@dhanman/platform', 'web-libraries'],
  ['services/web/src/b.tsx', 'typeorm', 'web-external'],
  ['services/web/src/c.tsx', 'node:path', 'browser-safe'],
  ['deploy/a.ts', '@dhanman/platform', 'deploy-imports-late'],
  ['deploy/b.ts', '../services/sales/src/sales.module.ts', 'deploy-on-its-own'],
  ['deploy/local/c.ts', 'pg', 'local-before-npm-ci'],
  ['services/sales/src/invoices/f.service.ts', './missing.js', 'resolvable'],
  ['services/sales/src/invoices/g.service.ts', 'rxjs', 'declared'],
  ['services/sales/src/invoices/cycle-a.ts', './cycle-b.js', 'no-cycle'],
] as const;

const allowed = [
  ['libs/contracts/src/ok.ts', 'zod'],
  ['libs/messaging/src/ok.ts', 'amqplib'],
  ['libs/operations/src/ok.ts', '@dhanman/messaging'],
  ['libs/operations/src/ok.ts', '@dhanman/platform'],
  ['services/sales/src/invoices/ok.ts', './invoice.js'],
  ['services/sales/src/invoices/ok.ts', '@dhanman/kernel'],
  ['services/sales/src/invoices/ok.service.ts', './invoice.table.js'],
  ['services/sales/src/invoices/ok.service.ts', '@dhanman/messaging'],
  ['services/sales/src/invoices/ok.service.ts', '@dhanman/schedules'],
  ['services/sales/src/invoices/ok.controller.ts', './invoices.service.js'],
  ['services/sales/src/receipts/ok.service.ts', '../invoices/invoices.service.js'],
  ['services/sales/src/receipts/ok.service.ts', '../invoices/invoice.js'],
  ['services/sales/src/database.ts', './invoices/invoice.table.js'],
  ['services/sales/test/ok.test.ts', '@dhanman/testing'],
] as const;

const targets = [
  'services/common/src/ledger/entry.ts',
  'services/sales/src/sales.module.ts',
  'services/sales/src/invoices/invoice.ts',
  'services/sales/src/invoices/invoice.table.ts',
  'services/sales/src/invoices/invoices.service.ts',
  'services/sales/src/invoices/invoices.controller.ts',
];
const libraries = [
  ...['kernel', 'contracts', 'messaging', 'operations', 'platform', 'schedules'],
  ...['testing', 'client'],
];

let tree = '';
let violations: readonly string[] = [];

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'boundaries-'));
  linkNodeModules();
  for (const name of libraries) {
    write(
      `libs/${name}/package.json`,
      JSON.stringify({ name: `@dhanman/${name}`, exports: './src/index.ts' }),
    );
    write(`libs/${name}/src/index.ts`, 'export const here = true;\n');
  }
  write('services/sales/package.json', JSON.stringify({ dependencies: { amqplib: '1', typeorm: '1' } }));
  for (const target of targets) write(target, 'export const here = true;\n');
  const imports = [...forbidden, ...allowed];
  for (const [file] of imports) {
    const own = imports.filter(([other]) => other === file);
    write(file, own.map(([, module], at) => `export * as m${at} from '${module}';\n`).join(''));
  }
  write('services/sales/src/invoices/cycle-b.ts', "export * as back from './cycle-a.js';\n");
  violations = cruise();
}, 60_000);

afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

it.each(forbidden)('%s may not import %s', (file, _module, rule) => {
  expect(violations).toContain(`${rule}: ${file}`);
});

it.each([...new Set(allowed.map(([file]) => file))])('%s imports only what it may', (file) => {
  const refused = violations.filter((violation) => violation.endsWith(`: ${file}`));
  expect(refused.filter((violation) => !violation.startsWith('declared'))).toEqual([]);
});

function cruise(): readonly string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...[
        '--config',
        join(root, '.dependency-cruiser.mjs'),
        '--output-type',
        'json',
        'libs',
        'services',
        'deploy',
      ],
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
}

/** The npm packages of this repository, and the fixture's own libraries in place of ours. */
function linkNodeModules(): void {
  mkdirSync(join(tree, 'node_modules/@dhanman'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name.startsWith('.') || name === '@dhanman') continue;
    symlinkSync(join(root, 'node_modules', name), join(tree, 'node_modules', name));
  }
  for (const name of libraries)
    symlinkSync(join(tree, 'libs', name), join(tree, 'node_modules/@dhanman', name));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}
