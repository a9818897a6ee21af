import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionRecords } from './decision-records.ts';
import { completeLock, exactVersions } from './dependencies.ts';
import { documentedCommands, documentedLinks } from './documents.ts';
import { fileKinds } from './file-kinds.ts';
import { installScripts } from './install-scripts.ts';
import { machinePaths, secrets } from './leaks.ts';
import { mergedMigrations } from './merged-migrations.ts';
import { topLevel } from './top-level.ts';
import { git, type Tree } from './tree.ts';
import { unauditedWrites } from './unaudited-writes.ts';
import { unfinishedTests } from './unfinished-tests.ts';

function tree(contents: Record<string, string>): Tree {
  return { files: Object.keys(contents), read: (file) => contents[file] ?? '' };
}

const files = (...names: string[]) => tree(Object.fromEntries(names.map((name) => [name, ''])));

describe('top level', () => {
  it('takes the known folders, tool configuration and dotfiles', () => {
    expect(topLevel(files('services/a', 'docs/b.md', 'nx.json', '.nvmrc', '.ci/run'))).toEqual([]);
  });

  it('refuses anything else', () => {
    expect(topLevel(files('scripts/x.sh'))).toEqual([expect.stringContaining('"scripts" does not belong')]);
  });
});

describe('file kinds', () => {
  it.each([
    'main.ts',
    'hashing-main.ts',
    'config.spec.ts',
    'sales.module.ts',
    'migrations/1760000000000-invoices.ts',
    'invoices/invoice.ts',
    'invoices/price-index.ts',
    'invoices/invoice-totals.spec.ts',
    'invoices/invoice.table.ts',
    'invoices/invoices.service.ts',
    'invoices/invoices.queries.ts',
    'invoices/invoices.controller.ts',
    'invoices/invoices.handlers.ts',
    'invoices/invoices.jobs.ts',
  ])('%s is a file of a service', (path) => {
    expect(fileKinds(files(`services/sales/src/${path}`))).toEqual([]);
  });

  it.each([
    ['invoices/invoice.dto.ts', '".dto" is no kind of file: noun.ts (pure), .spec, .table'],
    ['invoices/invoice.repository.ts', '".repository" is no kind of file'],
    ['invoices/invoice.table.helper.ts', '".table.helper" is no kind of file'],
    ['invoices/index.ts', 'no index.ts'],
    ['index.ts', 'no index.ts'],
    ['utils/dates.ts', '"utils" names no feature'],
    ['shared/money.ts', '"shared" names no feature'],
    ['purchase.module.ts', 'a service holds main.ts'],
    ['helpers.ts', 'a service holds main.ts'],
    ['migrations/invoices.ts', 'a service holds main.ts'],
    ['invoices/drafts/draft.ts', 'a service holds main.ts'],
  ])('%s is refused', (path, reason) => {
    expect(fileKinds(files(`services/sales/src/${path}`))).toEqual([expect.stringContaining(reason)]);
  });
});

describe('unfinished tests', () => {
  it.each([
    "it.only('x')",
    "describe.skip('x')",
    "test.todo('x')",
    "it.skip.each([])('x')",
    "xit('x')",
    "fdescribe('x')",
  ])('%s is found', (line) => {
    expect(unfinishedTests(tree({ 'libs/a/src/a.spec.ts': `\n${line}` }))).toEqual([
      expect.stringMatching(/^libs\/a\/src\/a\.spec\.ts:2: /),
    ]);
  });

  it('a test chosen at run time is not unfinished', () => {
    expect(
      unfinishedTests(tree({ 'deploy/test/a.test.ts': "(why ? it.skip : it)('boots', boots);" })),
    ).toEqual([]);
  });
});

describe('unaudited writes', () => {
  const table = { 'services/sales/src/notes/debit-note.table.ts': `new EntitySchema({ name: 'DebitNote' })` };
  const service = 'services/sales/src/notes/notes.service.ts';

  it.each([
    'tx.query(`insert into debit_note (id) values ($1)`)',
    'tx.query(`with gone as (\n  delete from debit_note returning id) select id from gone`)',
    "tx.query('update debit_note set total = 0')",
    'tx.query(`INSERT\n INTO debit_note select 1`)',
    'tx.update(DebitNoteTable, key, { total })',
  ])('%s leaves no trace', (text) => {
    expect(unauditedWrites(tree({ ...table, [service]: text }))).toEqual([
      expect.stringContaining(`${service}: "`),
    ]);
  });

  it('are none where entities go through their verbs, rows are read, or a table has no entities', () => {
    const text = `add(tx, DebitNoteTable, note); tx.query('select from debit_note for update');
      tx.query('insert into line_of_note select 1')`;
    expect(unauditedWrites(tree({ ...table, [service]: text }))).toEqual([]);
  });

  it('of another service with a table of the same name are its own', () => {
    const elsewhere = { 'services/purchase/src/notes/notes.service.ts': 'insert into debit_note select 1' };
    expect(unauditedWrites(tree({ ...table, ...elsewhere }))).toEqual([]);
  });

  it('that are named as an exception must be there, and may only insert', () => {
    const file = 'services/sales/src/tax/tax-settings.service.ts';
    const setting = { 'services/sales/src/tax/tax-setting.table.ts': `name: 'TaxSetting'` };
    const found = (text: string) => unauditedWrites(tree({ ...setting, [file]: text }));
    expect(found('insert into tax_setting')).toEqual([]);
    expect(found('')).toEqual([expect.stringContaining('written nowhere any more')]);
    expect(found('insert into tax_setting; update tax_setting set x = 1')).toHaveLength(1);
  });
});

describe('secrets', () => {
  it.each([
    ['a private key', ['-----BEGIN', 'PRIVATE', 'KEY-----'].join(' ')],
    ['a cloud key', ['AKIA', 'A1B2C3D4E5F6G7H8'].join('')],
    ['a token', ['ghp', 'a'.repeat(36)].join('_')],
    ['a signed token', ['eyJhbGciOiJIUzI1NiIs', 'eyJzdWIiOiIxMjM0NTY3', 'SflKxwRJSMeKKF2QT4fw'].join('.')],
    ['a password', `password: '${'x1'.repeat(12)}'`],
  ])('%s is found', (_what, line) => {
    expect(secrets(tree({ 'deploy/a.ts': line }))).toHaveLength(1);
  });

  it('a pattern that looks for secrets is no secret', () => {
    const pattern = ['/-----BEGIN', '(EC )?PRIVATE', 'KEY-----[^-]+/g'].join(' ');
    expect(secrets(tree({ 'libs/a/src/a.ts': pattern }))).toEqual([]);
  });

  it('a name without a value is no secret', () => {
    expect(
      secrets(tree({ 'deploy/a.ts': "const password = secret('postgres'); const token = 'short';" })),
    ).toEqual([]);
  });
});

describe('machine paths', () => {
  it.each(['work', 'root', 'farm', 'home/asha', 'Users/asha'])('/%s/… is found', (folder) => {
    expect(machinePaths(tree({ 'docs/a.md': `see /${folder}/main` }))).toHaveLength(1);
  });

  it('a relative path, a URL and a server path are fine', () => {
    expect(
      machinePaths(
        tree({ 'docs/a.md': 'libs/work/a https://example.com/home/page /srv/dhanman/ ../root/x' }),
      ),
    ).toEqual([]);
  });
});

describe('install scripts', () => {
  const lock = (name: string) =>
    JSON.stringify({ packages: { [`node_modules/${name}`]: { hasInstallScript: true } } });

  it('a new one is refused', () => {
    const found = installScripts(
      tree({ '.npmrc': 'ignore-scripts=true\n', 'package-lock.json': lock('left-pad') }),
    );
    expect(found).toEqual([expect.stringContaining('left-pad brings an install script')]);
  });

  it('a known one is not run and not reported', () => {
    expect(
      installScripts(tree({ '.npmrc': 'ignore-scripts=true\n', 'package-lock.json': lock('nx') })),
    ).toEqual([]);
  });

  it('running install scripts at all is refused', () => {
    expect(installScripts(tree({ '.npmrc': '', 'package-lock.json': lock('nx') }))).toHaveLength(1);
  });
});

describe('versions', () => {
  const manifest = (dependencies: Record<string, string>) => JSON.stringify({ dependencies });

  it.each(['^4.6.7', '~4.6.7', '4', 'latest', '*'])('"%s" is not an exact version', (version) => {
    expect(exactVersions(tree({ 'libs/a/package.json': manifest({ zod: version }) }))).toHaveLength(1);
  });

  it('two packages agree on a version, and on the workspace', () => {
    const first = manifest({ zod: '4.6.7', '@dhanman/kernel': '*' });
    const second = manifest({ zod: '4.6.8' });
    expect(exactVersions(tree({ 'libs/a/package.json': first, 'libs/b/package.json': first }))).toEqual([]);
    expect(exactVersions(tree({ 'libs/a/package.json': first, 'libs/b/package.json': second }))).toEqual([
      'libs/b/package.json: zod 4.6.8 here, 4.6.7 elsewhere.',
    ]);
  });

  it('a lock file without the binaries of another platform is found before npm ci finds it', () => {
    const swc = { optionalDependencies: { '@swc/core-darwin-arm64': '1.16.22' } };
    const lock = (packages: object) => tree({ 'package-lock.json': JSON.stringify({ packages }) });
    expect(completeLock(lock({ 'node_modules/@swc/core': swc }))).toHaveLength(1);
    const stub = { 'node_modules/@swc/core-darwin-arm64': { version: '1.16.22' } };
    expect(completeLock(lock({ 'node_modules/@swc/core': swc, ...stub }))).toEqual([]);
  });
});

describe('documented commands', () => {
  const scripts = JSON.stringify({ scripts: { start: '', test: '', status: '' } });
  const readme = 'npm start\nnpm test\n';

  it('the two commands and existing scripts are fine', () => {
    expect(
      documentedCommands(tree({ 'package.json': scripts, 'README.md': `${readme}npm run status` })),
    ).toEqual([]);
  });

  it('a command that does not exist is found', () => {
    const found = documentedCommands(
      tree({ 'package.json': scripts, 'README.md': readme, 'docs/a.md': 'npm run deploy' }),
    );
    expect(found).toEqual(['docs/a.md: "npm run deploy" does not exist in package.json.']);
  });

  it('a README without the two commands is found', () => {
    expect(documentedCommands(tree({ 'package.json': scripts, 'README.md': '' }))).toHaveLength(2);
  });
});

describe('documented links', () => {
  const links = '[a](style.md#names) [b](adr) [c](https://example.com/x) ![d](images/gone.png)';

  it('lead to a file or folder of the repository', () => {
    const found = documentedLinks(
      tree({ 'docs/a.md': links, 'docs/style.md': '', 'docs/adr/0001-x.md': '' }),
    );
    expect(found).toEqual(['docs/a.md: the link to "images/gone.png" leads nowhere.']);
  });
});

describe('decision records', () => {
  const whole = '# T\n## Context\n\n## Measurement\n\n## Decision\n';

  it('are numbered without gaps', () => {
    expect(decisionRecords(tree({ 'docs/adr/0001-a.md': whole, 'docs/adr/0003-b.md': whole }))).toEqual([
      'docs/adr/0003-b.md: expected 0002-title.md.',
    ]);
  });

  it('say what was measured, in half a page', () => {
    expect(decisionRecords(tree({ 'docs/adr/0001-a.md': '## Context\n## Decision\n' }))).toHaveLength(1);
    expect(decisionRecords(tree({ 'docs/adr/0001-a.md': whole + '\n'.repeat(50) }))).toHaveLength(1);
  });
});

describe('merged migrations', () => {
  const migration = 'services/sales/src/migrations/1760000000000-customers.ts';
  let root = '';

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'migrations-'));
    mkdirSync(join(root, 'services/sales/src/migrations'), { recursive: true });
    writeFileSync(join(root, migration), 'export const up = 1;\n');
    for (const args of [
      ['init', '--quiet', '--initial-branch', 'main'],
      ['add', '.'],
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'first'],
    ]) {
      git(root, args);
    }
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('a new one is fine, an edited one is refused', () => {
    writeFileSync(join(root, migration.replace('customers', 'invoices')), 'export const up = 1;\n');
    expect(mergedMigrations(root, 'main')).toEqual([]);
    writeFileSync(join(root, migration), 'export const up = 2;\n');
    expect(mergedMigrations(root, 'main')).toEqual([expect.stringContaining(migration)]);
  });

  it('without history there is nothing to compare with', () => {
    expect(mergedMigrations(root, 'origin/main')).toEqual([]);
  });
});
