import { expect, it } from '@jest/globals';
import { countTests } from './packages.ts';

const nothing = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0, testResults: [] };

it('a test file that cannot even be loaded counts as a failure', () => {
  expect(countTests({ ...nothing, numPassedTests: 3, numRuntimeErrorTestSuites: 1 })).toEqual({
    passed: 3,
    failed: 1,
    skipped: [],
    failures: [],
  });
});

it('a skipped test gives the reason that stands in its title', () => {
  const assertionResults = [
    { fullName: 'units boot under systemd (skipped: nspawn is not allowed here)', status: 'pending' },
    { fullName: 'units say nothing', status: 'pending' },
    { fullName: 'units verify', status: 'passed' },
  ];
  expect(
    countTests({ ...nothing, testResults: [{ name: 'units.test.ts', status: 'passed', assertionResults }] })
      .skipped,
  ).toEqual([
    { what: 'units boot under systemd', why: 'nspawn is not allowed here' },
    { what: 'units say nothing', why: 'no reason given' },
  ]);
});

it('what failed is named by file and test, and a file that broke as a whole by itself', () => {
  const message = '\u001b[31mexpected\u001b[39m\n\n  five\n    at sums.test.ts:3';
  const failed = { fullName: 'two and two make four', status: 'failed', failureMessages: [message] };
  const passed = { fullName: 'one and one make two', status: 'passed' };
  const testResults = [
    { name: '/far/away/sums.test.ts', status: 'failed', assertionResults: [passed, failed] },
    { name: '/far/away/broken.test.ts', status: 'failed', assertionResults: [] },
    { name: '/far/away/good.test.ts', status: 'passed', assertionResults: [passed] },
  ];
  expect(countTests({ ...nothing, testResults }).failures).toEqual([
    'sums.test.ts: two and two make four\n    expected\n      five',
    'broken.test.ts did not run',
  ]);
});
