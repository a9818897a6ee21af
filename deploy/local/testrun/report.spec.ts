import { expect, it } from '@jest/globals';
import { align, failedTasks } from './report.ts';

it('of a failed step only the packages that failed are shown', () => {
  const log = [
    '> nx run @dhanman/kernel:lint',
    'all well',
    '> nx run @dhanman/sales:lint',
    'src/a.ts:1:1  no',
    ' NX   Running target lint for 2 projects failed',
    'Failed tasks:',
    '',
    '- @dhanman/sales:lint',
    '',
  ].join('\n');
  expect(failedTasks(log)).toContain('src/a.ts:1:1  no');
  expect(failedTasks(log)).not.toContain('all well');
});

it('the output of any other tool is shown as it is', () => {
  expect(failedTasks('error TS2304: Cannot find name')).toBe('error TS2304: Cannot find name');
});

it('numbers stand under each other', () => {
  expect(
    align([
      ['step', 'passed'],
      ['lint', '13'],
    ]),
  ).toEqual(['step  passed', 'lint      13']);
});
