// Guards the guard: the bans of eslint.config.js are patterns, and a pattern with a slip forbids nothing.
import { expect, it } from '@jest/globals';
import { ESLint, Linter } from 'eslint';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({ cwd: resolve(import.meta.dirname, '../..') });

async function complaints(file: string, code: string): Promise<readonly string[]> {
  const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Linter.RulesRecord };
  const bans = rules['no-restricted-syntax'] ?? 'off';
  const found = new Linter().verify(code, [
    {
      languageOptions: { parser: tseslint.parser },
      rules: { 'no-restricted-syntax': bans },
    },
  ]);
  return found.map(({ message }) => message);
}

const service = 'services/sales/src/invoices/invoices.service.ts';
const queries = 'services/sales/src/invoices/invoices.queries.ts';

it.each([
  [service, 'const at = new Date();', 'Ask the injected Clock'],
  [service, 'const at = Date.now();', 'Ask the injected Clock'],
  [service, 'const at = Date();', 'Ask the injected Clock'],
  ['libs/platform/src/boot.ts', 'const at = new Date();', 'Ask the injected Clock'],
  ['services/web/src/page.tsx', 'const at = Date.now();', 'Ask the injected Clock'],
  [service, 'await tx.save(invoice);', 'Use change()'],
  ['libs/messaging/src/outbox.ts', 'await repository.save(row);', 'Use change()'],
  [service, 'const port = process.env.PORT;', 'parsed configuration'],
  [queries, 'await change(tx, Table, key, next);', 'Queries read'],
  [queries, 'await publish(tx, contract, payload);', 'Queries read'],
  [service, 'export default class Invoices {}', 'Named exports only'],
  [service, 'enum State { draft }', 'union of string literals'],
  [service, 'interface IInvoice { id: string }', 'No I… prefix'],
  [service, 'class InvoiceManager {}', 'name what it is'],
  [service, 'class BaseService {}', 'name what it is'],
  [service, 'function f(a, b, c, d, e) {}', 'At most 4 parameters'],
  [service, 'class A { m(a, b, c, d, e) {} }', 'At most 4 parameters'],
  [service, 'class A { constructor(a, b, c, d, e, f, g) {} }', 'More than 6 collaborators'],
  ['deploy/local/main.ts', 'export default 1;', 'Named exports only'],
])('%s: %s', async (file, code, message) => {
  expect(await complaints(file, code)).toEqual([expect.stringContaining(message)]);
});

it.each([
  [service, 'const at = new Date(text);'],
  [service, 'const at = this.clock.now();'],
  [service, 'await change(tx, Table, key, next); class A { constructor(a, b, c, d, e, f) {} }'],
  [service, 'interface Invoice { id: string } class Issue {}'],
  ['libs/kernel/src/clock.ts', 'const at = new Date();'],
  ['libs/platform/src/change.ts', 'await tx.save(next);'],
  ['deploy/local/main.ts', 'const at = new Date();'],
  ['services/web/vite.config.ts', 'export default {};'],
])('%s may: %s', async (file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});
