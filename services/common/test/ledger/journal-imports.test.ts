import type { JournalImport, ManualJournalDto, Problem } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aWorkbook, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { common } from '../../src/main.js';
import { asBytes } from '../support/as-bytes.js';
import { type Books, openBooks } from '../support/ledger.js';

let started: StartedService;
let books: Books;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

beforeEach(async () => {
  books = await openBooks(started);
});

type Answer = JournalImport & Problem;

const head = 'VoucherNo,Date,AccountNumber,Debit,Credit,Narration';
const sheet = [
  head,
  'D-1,30-04-2026,51730,"18,200",,"Depreciation, April"',
  'D-1,,12015,,18200.00,',
  'R-1,2026-04-30,51210,5000,,Rent accrued',
  'R-1,,24010,,5000,',
].join('\r\n');

async function send(text: string, path = ''): Promise<{ status: number; body: Answer }> {
  const request = books.send(`manual-journal-imports${path}`, { text }).set('idempotency-key', newId());
  const { status, body } = await request;
  return { status, body: body as Answer };
}

const preview = (...rows: readonly string[]) => send(rows.join('\n'), '/preview');
const drafts = async () => ((await books.get('manual-journals')).body as { items: ManualJournalDto[] }).items;
const places = ({ problems }: Answer) => problems.map(({ row, column }) => [row, column]);

describe('a sheet of journals', () => {
  test('is shown before it is imported, and then becomes one draft for each voucher', async () => {
    const { status, body } = await send(sheet, '/preview');
    expect([status, body.problems]).toEqual([200, []]);
    expect(body.journals).toEqual([
      {
        ...{ voucher: 'D-1', row: 2, on: '2026-04-30', narration: 'Depreciation, April' },
        ...{ lines: 2, total: '18200.00', outcome: 'ready', journalId: null },
      },
      expect.objectContaining({ voucher: 'R-1', row: 4, total: '5000.00', outcome: 'ready' }),
    ]);
    expect(await drafts()).toEqual([]);

    const imported = await send(sheet);
    expect([imported.status, imported.body.journals.map(({ outcome }) => outcome)]).toEqual([
      201,
      ['imported', 'imported'],
    ]);
    const path = `manual-journals/${imported.body.journals[0]!.journalId!}`;
    const draft = (await books.get(path)).body as ManualJournalDto;
    expect(draft).toMatchObject({ state: 'draft', on: '2026-04-30', total: '18200.00' });
    expect(draft.lines).toEqual([
      { account: '51730', side: 'debit', amount: '18200.00' },
      { account: '12015', side: 'credit', amount: '18200.00' },
    ]);
    expect(await books.balances()).toEqual({});
  });

  test('imported again, also at the same moment, makes nothing twice', async () => {
    const both = await Promise.all([send(sheet), send(sheet)]);
    const outcomes = both.map(({ body }) => body.journals[0]!.outcome).sort();
    expect(outcomes).toEqual(['imported', 'known']);
    expect(both[0].body.journals[0]!.journalId).toBe(both[1].body.journals[0]!.journalId);
    expect(await drafts()).toHaveLength(2);
  });

  test('whose draft was discarded is imported afresh', async () => {
    const { body } = await send(sheet);
    const id = body.journals[0]!.journalId!;
    await books.send(`manual-journals/${id}/discard`).set('if-match', '"1"').expect(200);
    expect((await send(sheet)).body.journals.map(({ outcome }) => outcome)).toEqual(['imported', 'known']);
  });

  test('leaves out the voucher with a mistake, and only that', async () => {
    const { body } = await send(sheet.replace(',5000,,Rent', ',5000.50,,Rent'));
    expect(body.journals.map(({ outcome }) => outcome)).toEqual(['imported', 'refused']);
    expect(body.problems).toEqual([
      { row: 4, column: null, message: 'Debits of INR 5000.50 and credits of INR 5000.00 differ.' },
    ]);
    expect(await drafts()).toHaveLength(1);
  });

  test('says of each mistake where it is', async () => {
    const { body } = await preview(
      head,
      'A,31-02-2026,51730,10,,Wrong day',
      'A,,12015,,ten,',
      'B,30-04-2026,999,10,,No account',
      'B,,11200,,10,',
      'C,30-04-2026,51730,10,10,Both sides',
      'C,01-05-2026,12015,,10,',
      'D,30-04-1999,51730,10,,No year',
      'D,,12015,,10.001,',
    );
    expect(new Set(places(body))).toEqual(
      new Set([
        ...[
          [2, 'Date'],
          [3, 'Credit'],
        ],
        ...[
          [4, 'AccountNumber'],
          [5, 'PartyId'],
        ],
        ...[
          [6, 'Debit'],
          [7, 'Date'],
        ],
        [9, 'Credit'],
      ]),
    );
    expect(body.journals.every(({ outcome }) => outcome === 'refused')).toBe(true);
  });

  test('copied out of a spreadsheet brings tabs, further columns and a party', async () => {
    const customer = newId();
    const { body } = await preview(
      'Voucher No.\tDate\tAccount Number\tDebit\tCredit\tNarration\tParty Type\tParty Id\tMemo',
      `W\t30/04/2026\t11200\t\t250\tWaived\tCustomer\t${customer}\tLate fee`,
      'W\t\t51730\t250',
    );
    expect([body.problems, body.journals[0]!.outcome]).toEqual([[], 'ready']);
  });

  test.each([
    ['Date,AccountNumber', 'There are no rows'],
    [`${head}\nA,30-04-2026,51730,1,2,3,4`, 'Row 2 has more cells'],
    ['VoucherNo,Amount\nA,1', 'columns that are not known: Amount'],
    ['VoucherNo,Date\nA,1', 'lacks the columns AccountNumber, Debit, Credit, Narration'],
    [`${head}\nA,"30-04-2026,51730`, 'Row 2 has a quotation mark without its partner'],
    [`${head}\n,30-04-2026,51730,1,,X`, 'Row 2 has no VoucherNo'],
  ])('that cannot be read says why: %j', async (text, what) => {
    const { status, body } = await send(text);
    expect([status, body.code]).toEqual([422, 'sheet-unreadable']);
    expect(body.detail).toContain(what);
  });
});

describe('a workbook of journals', () => {
  test('becomes drafts as a text does', async () => {
    await books.send('branches', { name: 'Pune', code: 'PUNE' }).expect(201);
    const file = aWorkbook([
      [...head.split(','), 'Memo', 'Party type', 'Party id', 'Branch'],
      ['D-1', '30-04-2026', '51730', '18200', '', '=1+1', '', '', '', 'pune'],
      ['D-1', '', '12015', '', '18200'],
      ['R-1', '30-04-2026', '51210', '5000', '', 'Rent', '', '', '', 'GOA'],
      ['R-1', '', '24010', '', '5000'],
    ]);
    const body = { workbook: file.toString('base64') };
    const looked = (await books.send('manual-journal-imports/preview', body)).body as Answer;
    expect(looked.problems).toEqual([
      { row: 4, column: 'Branch', message: 'This company has no branch with the code "GOA".' },
    ]);
    const { status, body: done } = await books.send('manual-journal-imports', body);
    const [first, second] = (done as Answer).journals;
    expect([status, first?.outcome, second?.outcome]).toEqual([201, 'imported', 'refused']);
    const draft = (await books.get(`manual-journals/${first!.journalId!}`)).body as ManualJournalDto;
    // What looks like a formula is a text like any other.
    expect(draft).toMatchObject({ on: '2026-04-30', total: '18200.00', narration: '=1+1' });
    expect(draft.lines[0]).toMatchObject({ account: '51730', branchId: expect.any(String) });
  });

  test('that is none, or grows too large, is refused with a sentence', async () => {
    const bomb = aWorkbook([head.split(',')], 33 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(100_000);
    for (const [file, what] of [
      [Buffer.from('VoucherNo'), 'This is no workbook'],
      [bomb, 'too large when it is unpacked'],
    ] as const) {
      const { status, body } = await books.send('manual-journal-imports', {
        workbook: file.toString('base64'),
      });
      const { code, detail } = body as Answer;
      expect([status, code, detail]).toEqual([422, 'sheet-unreadable', expect.stringContaining(what)]);
    }
  });

  test('comes alone: neither with a text nor without either', async () => {
    for (const body of [{ text: sheet, workbook: 'UEs=' }, {}])
      expect((await books.send('manual-journal-imports', body)).status).toBe(400);
  });
});

test('an empty workbook names every column, and is one that can be imported', async () => {
  const { body, headers } = await books.get('manual-journal-imports/template').buffer(true).parse(asBytes);
  expect(headers['content-disposition']).toBe('attachment; filename="journals.xlsx"');
  const workbook = (body as Buffer).toString('base64');
  const { status, body: answer } = await books.send('manual-journal-imports/preview', { workbook });
  expect([status, (answer as Answer).detail]).toEqual([
    422,
    'There are no rows below the names of the columns.',
  ]);
});

test('only whoever may write journals imports them', async () => {
  books = await openBooks(started, {}, ['dhanman.common.journal.read']);
  for (const path of ['', '/preview']) expect((await send(sheet, path)).status).toBe(403);
  expect((await books.get('manual-journal-imports/template')).status).toBe(403);
});
