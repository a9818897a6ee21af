import type { AccountDto, Chart, ChartImport, Problem, Sheet } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, aWorkbook, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { common } from '../../src/main.js';
import { asBytes } from '../support/as-bytes.js';
import { asking, type Books, openBooks } from '../support/ledger.js';

let started: StartedService;
let books: Books;
let bearer: string;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

beforeEach(async () => {
  books = await openBooks(started);
  bearer = `Bearer ${(await aMember(started, { organizationId: books.organizationId })).token}`;
});

const sendSheet = async (path: string, sheet: Sheet) => {
  const request = started.agent.post(`/api/v1/chart/imports${path}`).set('authorization', bearer);
  const { status, body } = await request.set('idempotency-key', newId()).send(sheet);
  return { status, body: body as ChartImport & Problem };
};
const send = (path: string, lines: readonly string[]) => sendSheet(path, { text: lines.join('\n') });
const sendFile = (path: string, file: Buffer) => sendSheet(path, { workbook: file.toString('base64') });
const exported = async (): Promise<string> => {
  const answer = await started.agent.get('/api/v1/chart/sheet').set('authorization', bearer).expect(200);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  return answer.text;
};
const accounts = async (): Promise<readonly AccountDto[]> =>
  ((await started.agent.get('/api/v1/chart').set('authorization', bearer)).body as Chart).accounts;
const named = async (number: string) => (await accounts()).find(({ code }) => code === number);
const outcomes = ({ accounts: all }: ChartImport) => all.map(({ number, outcome }) => [number, outcome]);
const complaints = ({ problems }: ChartImport) => problems.map(({ row, column }) => [row, column]);

describe('a chart as a sheet', () => {
  test('imported as it was exported changes nothing, names like formulas included', async () => {
    await send('', ['Number,Name,Parent', '51990,=1+1,51000', '51991,"Lawn, ""new""",51000']);
    const text = await exported();
    expect(text).toContain("51990,'=1+1,");
    const { status, body } = await send('', text.split('\r\n'));
    expect([status, body.problems]).toEqual([201, []]);
    expect(new Set(body.accounts.map(({ outcome }) => outcome))).toEqual(new Set(['same']));
    expect(await named('51990')).toMatchObject({ name: '=1+1', version: 1 });
  });

  test('is looked at without a trace, then taken over once, children written before their parents', async () => {
    const sheet = [
      'Number,Name,Parent,Takes lines,Party',
      '58110,Mowing,58100,yes,vendor',
      '58100,Garden,51000,no,',
      '53020,Rent of the office,,,',
    ];
    const wanted = [
      ['58110', 'added'],
      ['58100', 'added'],
      ['53020', 'changed'],
    ];
    expect(outcomes((await send('/preview', sheet)).body)).toEqual(wanted);
    expect(await named('58100')).toBeUndefined();
    expect(outcomes((await send('', sheet)).body)).toEqual(wanted);
    const garden = await named('58100');
    expect(await named('58110')).toMatchObject({
      parentId: garden!.id,
      partyKind: 'vendor',
      class: 'expense',
    });
    expect(await named('53020')).toMatchObject({ name: 'Rent of the office', version: 2 });
    expect(outcomes((await send('', sheet)).body).map(([, outcome]) => outcome)).toEqual(
      Array.from({ length: 3 }, () => 'same'),
    );
  });

  test('with one mistake is not taken over at all, and each mistake is named by row and column', async () => {
    const sheet = [
      'Number,Name,Parent,TakesLines,Contra,Party,CashFlow,Role,InUse',
      '58100,Garden,51000,,,,,,',
      '9,Nine,,,,,,,',
      '58101,Below a line,53020,,,,,,',
      '58102,Below nothing,58999,,,,,,',
      '58103,Wrong word,,perhaps,,,,,',
      '58104,Role,,,,,,bank,',
      '58100,Again,,,,,,,',
      '11200,Receivable,,,yes,,,,',
      '11200x,,,,,,,,',
      '41010,Sales,,,,,,,no',
      '58105,Another class,11000,,,,,,',
    ];
    const looked = await send('/preview', sheet);
    expect(complaints(looked.body)).toEqual([
      ...[
        [3, 'Number'],
        [4, 'Parent'],
        [5, 'Parent'],
        [6, 'TakesLines'],
        [7, 'Role'],
        [8, 'Number'],
      ],
      ...[
        [9, 'Contra'],
        [10, 'Number'],
        [11, 'InUse'],
        [12, 'Parent'],
      ],
    ]);
    const { status, body } = await send('', sheet);
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([
      422,
      'chart-sheet-refused',
      'rows.3.Number',
    ]);
    expect(await named('58100')).toBeUndefined();
  });

  test('keeps what lines were posted under', async () => {
    await books.post(
      asking(
        [
          ['53020', '5.00', ''],
          ['11110', '', '5.00'],
        ],
        { on: '2026-04-10' },
      ),
    );
    const sheet = ['Number,Name,Party,InUse', '53020,,vendor,', '11110,,,no'];
    expect(complaints((await send('/preview', sheet)).body).map(([row]) => row)).toEqual([2, 3]);
  });

  test.each([
    [['Number,Name'], 'no rows'],
    [['Number,Nmae', '58100,Garden'], 'not known: Nmae'],
    [['Name', 'Garden'], 'lacks the columns Number'],
  ])('that cannot be read is refused: %j', async (sheet, why) => {
    const { status, body } = await send('/preview', sheet);
    expect([status, body.code]).toEqual([422, 'sheet-unreadable']);
    expect(body.detail).toContain(why);
  });

  test('of two who import it at once each account is added once', async () => {
    const sheet = ['Number,Name,Parent', ...[1, 2, 3].map((n) => `5811${n},Account ${n},51000`)];
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('', sheet)));
    const added = answers.filter(({ body }) => body.accounts.some(({ outcome }) => outcome === 'added'));
    expect([answers.map(({ status }) => status), added.length]).toEqual([[201, 201, 201, 201], 1]);
  });
});

describe('a chart as a workbook', () => {
  const file = async (): Promise<Buffer> => {
    const request = started.agent.get('/api/v1/chart/sheet?format=xlsx').set('authorization', bearer);
    const { headers, body } = await request.buffer(true).parse(asBytes).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename="chart-of-accounts.xlsx"');
    return body as Buffer;
  };

  test('imported as it was exported changes nothing, names like formulas and in Hindi included', async () => {
    await send('', ['Number,Name,Parent', '51990,=1+1,51000', '51991,"बिजली & पानी <नया>",51000']);
    const { status, body } = await sendFile('', await file());
    expect([status, body.problems]).toEqual([201, []]);
    expect(body.accounts).toHaveLength((await accounts()).length);
    expect(new Set(body.accounts.map(({ outcome }) => outcome))).toEqual(new Set(['same']));
    expect(await named('51990')).toMatchObject({ name: '=1+1', version: 1 });
    expect(await named('51991')).toMatchObject({ name: 'बिजली & पानी <नया>' });
  });

  test('is looked at and taken over by the rules of a text', async () => {
    const workbook = aWorkbook([
      ['Number', 'Name', 'Parent', 'Takes lines', 'Party'],
      ['58110', 'Mowing', '58100', 'yes', 'vendor'],
      ['58100', 'Garden', '51000', 'no'],
    ]);
    expect(outcomes((await sendFile('/preview', workbook)).body)).toEqual([
      ['58110', 'added'],
      ['58100', 'added'],
    ]);
    expect(await named('58100')).toBeUndefined();
    expect((await sendFile('', workbook)).status).toBe(201);
    expect(await named('58110')).toMatchObject({
      partyKind: 'vendor',
      parentId: (await named('58100'))?.id,
    });
    const wrong = await sendFile(
      '',
      aWorkbook([['Number', 'Name', 'Parent'], [], ['58120', 'Pruning', '58999']]),
    );
    // Rows count as the spreadsheet counts them.
    expect([wrong.status, wrong.body.errors?.[0]?.path]).toEqual([422, 'rows.3.Parent']);
  });

  test.each([
    ['no workbook', Buffer.from('Number,Name'), 'This is no workbook'],
    ['a bomb', aWorkbook([['Number', 'Name']], 33 * 1024 * 1024), 'too large when it is unpacked'],
    [
      'another sheet',
      aWorkbook([
        ['VoucherNo', 'Date'],
        ['1', '2'],
      ]),
      'not known: VoucherNo',
    ],
  ])('that is %s is refused with a sentence', async (_, workbook, why) => {
    const { status, body } = await sendFile('', workbook);
    expect([status, body.code, body.detail]).toEqual([422, 'sheet-unreadable', expect.stringContaining(why)]);
  });

  test('comes alone: neither with a text nor without either', async () => {
    for (const sheet of [{ text: 'Number,Name', workbook: 'UEs=' }, {}])
      expect((await sendSheet('', sheet)).status).toBe(400);
  });
});
