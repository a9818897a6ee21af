import { expect, test } from '@jest/globals';
import { billOf } from './bill.ts';
import { type LockFile, neededBy } from './lock-file.ts';

const lock: LockFile = {
  packages: {
    'services/sales': { name: '@dhanman/sales', version: '0.1.0', dependencies: { kernel: '*', pad: '1' } },
    'node_modules/kernel': { resolved: 'libs/kernel', link: true },
    'libs/kernel': { name: '@dhanman/kernel', version: '0.1.0', dependencies: { pad: '1' } },
    'node_modules/pad': { version: '1.0.0', license: 'MIT', integrity: 'sha512-aGk=' },
    'libs/kernel/node_modules/pad': { version: '1.0.0', license: '(MIT OR Apache-2.0)' },
  },
};

const bill = billOf(lock, neededBy(lock, ['services/sales']), { version: '1.2.3', node: '24.21.0' }) as {
  readonly metadata: object;
  readonly components: readonly { name: string; 'bom-ref': string }[];
  readonly dependencies: readonly { ref: string; dependsOn: readonly string[] }[];
};

test('names the release, its Node and each package once, with licence and hash', () => {
  expect(bill.metadata).toMatchObject({ component: { name: 'dhanman', version: '1.2.3' } });
  expect(bill.components.map((component) => component['bom-ref'])).toEqual([
    'pkg:generic/node@24.21.0',
    'pkg:npm/%40dhanman/kernel@0.1.0',
    'pkg:npm/pad@1.0.0',
    'pkg:npm/%40dhanman/sales@0.1.0',
  ]);
  expect(bill.components.find(({ name }) => name === 'pad')).toMatchObject({
    purl: 'pkg:npm/pad@1.0.0',
    licenses: [{ license: { name: 'MIT' } }],
    hashes: [{ alg: 'SHA-512', content: '6869' }],
  });
});

test('says who needs whom, links followed', () => {
  expect(bill.dependencies.find(({ ref }) => ref.includes('sales'))?.dependsOn).toEqual([
    'pkg:npm/%40dhanman/kernel@0.1.0',
    'pkg:npm/pad@1.0.0',
  ]);
});
