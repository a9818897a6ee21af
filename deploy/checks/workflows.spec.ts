import { expect, test } from '@jest/globals';
import { workflows } from './workflows.ts';

const hash = '11bd71901bbe5b1630ceea73d27597364c9af683';

function found(uses: string, head = 'permissions:\n  contents: read\n', limit = '    timeout-minutes: 5\n') {
  const text = `${head}jobs:\n  test:\n    runs-on: ubuntu-24.04\n${limit}    steps:\n      - uses: ${uses}\n`;
  return workflows({ files: ['.github/workflows/ci.yml'], read: () => text });
}

test.each([`actions/checkout@${hash} # v4.2.2`, './.github/actions/ours'])('%s stays what it is', (uses) => {
  expect(found(uses)).toEqual([]);
});

test.each([
  'actions/checkout@v4',
  'actions/checkout@main',
  `actions/checkout@${hash}`,
  `actions/checkout@${hash.slice(1)} # v4.2.2`,
])('%s is refused', (uses) => {
  expect(found(uses)).toEqual([expect.stringContaining(`ci.yml: "${uses}" can be moved`)]);
});

test('a workflow says what it may do, and each job how long', () => {
  expect(found('./ours', '')).toEqual([expect.stringContaining('which permissions')]);
  expect(found('./ours', undefined, '')).toEqual([expect.stringContaining('1 jobs, but 0 say')]);
});

function foundIn(text: string, listed = '') {
  const files: Readonly<Record<string, string>> = {
    '.github/workflows/deploy.yml': `permissions:\n  contents: read\n${text}`,
    'docs/releases.md': listed,
  };
  return workflows({ files: Object.keys(files), read: (path) => files[path] ?? '' });
}

test('a secret that nobody is told of is named', () => {
  const text = '          KEY: ${{ secrets.RELEASE_KEY }}\n';
  expect(foundIn(text)).toEqual([expect.stringContaining('the secret RELEASE_KEY is not listed')]);
  expect(foundIn(text, '| `RELEASE_KEY` | the key |')).toEqual([]);
});

test('a value is never pasted into a command', () => {
  expect(foundIn('      - run: release ${{ inputs.version }}\n')).toEqual([
    expect.stringContaining('pastes a value into a command'),
  ]);
  expect(foundIn('      - run: release "$VERSION"\n')).toEqual([]);
});
