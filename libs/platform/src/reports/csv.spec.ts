import { describe, expect, test } from '@jest/globals';
import { csvOf, harmless } from './csv.js';
import type { PrintedReport } from './printed-report.js';

describe('comma-separated values', () => {
  test.each(['=1+1', '+91 98', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
    'do not run %j as a formula',
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
    },
  );

  test('leave ordinary text and negative figures as they are', async () => {
    const page: PrintedReport = {
      ...{ title: 'Trial balance', head: ['=Asha, "Traders"'], foot: ['Ties out'] },
      columns: [
        { label: 'Name', kind: 'text' },
        { label: 'Closing', kind: 'balance' },
      ],
      rows: [{ kind: 'account', level: 0, cells: ['बैंक', '-29500.00'] }],
    };
    const rows = [{ kind: 'account', level: 0, cells: ['=cmd|calc', '9.00'] }] as const;
    const lines: string[] = [];
    for await (const line of csvOf(pagesOf(page, { ...page, rows }))) lines.push(line);
    expect(lines).toEqual([
      '\uFEFFTrial balance\r\n',
      '"\'=Asha, ""Traders"""\r\n',
      '\r\n',
      'Name,Closing\r\n',
      'बैंक,-29500.00\r\n',
      "'=cmd|calc,9.00\r\n",
      'Ties out\r\n',
    ]);
  });
});

async function* pagesOf(...pages: readonly PrintedReport[]): AsyncGenerator<PrintedReport> {
  yield* pages;
}
