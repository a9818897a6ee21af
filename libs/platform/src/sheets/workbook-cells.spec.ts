import { describe, expect, test } from '@jest/globals';
import { SheetUnreadable } from '@dhanman/kernel';
import { sheetParts } from '../reports/workbook.js';
import { zip } from '../reports/zip.js';
import { workbookRows } from './workbook-cells.js';

const usual = {
  'xl/workbook.xml':
    '<workbook><sheets><sheet name="One" r:id="r1"/><sheet name="Two" r:id="r2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r2" Target="worksheets/b.xml"/><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
};

async function bytesOf(parts: Parameters<typeof zip>[0]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip(parts)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const packed = async (parts: Readonly<Record<string, string>>) =>
  bytesOf(Object.entries({ ...usual, ...parts }).map(([name, content]) => ({ name, content: [content] })));

const sheet = async (rows: string, others: Readonly<Record<string, string>> = {}) =>
  packed({ 'xl/worksheets/a.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`, ...others });

const rowsOf = async (...args: Parameters<typeof sheet>) => workbookRows(await sheet(...args));

describe('the first sheet of a workbook', () => {
  test('has its texts, whether they are shared, in parts, or stand in their cell', async () => {
    const shared =
      '<sst><si><t>Rent &amp; water</t></si><si><r><t>Wa</t></r><r><t>ge</t></r><rPh><t>spoken</t></rPh></si></sst>';
    const cells =
      '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c t="inlineStr"><is><t> &#8377;5 </t></is></c></row>';
    expect(await rowsOf(cells, { 'xl/sharedStrings.xml': shared })).toEqual([
      { row: 3, cells: ['Rent & water', 'Wage', '₹5'] },
    ]);
  });

  test('has numbers as the sheet shows them, without the noise of its arithmetic', async () => {
    const cells = ['11200', '0.30000000000000004', '1.2345600000000001E4', '-7.50'].map(
      (v) => `<c><v>${v}</v></c>`,
    );
    expect(await rowsOf(`<row>${cells.join('')}</row>`)).toEqual([
      { row: 1, cells: ['11200', '0.3', '12345.6', '-7.5'] },
    ]);
  });

  test('has days where a number looks like one, counted from where the workbook counts', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\-mm\\-yyyy"/>' +
      '<numFmt numFmtId="171" formatCode="[Red]0.00&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const cells = [0, 1, 2, 3].map((look) => `<c s="${String(look)}"><v>46142.75</v></c>`).join('');
    const others = { 'xl/styles.xml': styles };
    expect(await rowsOf(`<row>${cells}</row>`, others)).toEqual([
      { row: 1, cells: ['46142.75', '2026-04-30', '2026-04-30', '46142.75'] },
    ]);
    const late = usual['xl/workbook.xml'].replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    const [row] = await rowsOf('<row><c s="1"><v>44680</v></c></row>', {
      ...others,
      'xl/workbook.xml': late,
    });
    expect(row?.cells).toEqual(['2026-04-30']);
  });

  test('has of a formula the value it had, and computes nothing', async () => {
    const cells =
      '<c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>=HYPERLINK("x")</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c>';
    expect(await rowsOf(`<row>${cells}</row>`)).toEqual([
      { row: 1, cells: ['2', '=HYPERLINK("x")', 'TRUE', '#REF!'] },
    ]);
  });

  test('has cells in their columns, and none that are only coloured', async () => {
    const rows =
      '<row r="2"><c r="C2"><v>3</v></c><c r="D2" s="4"/></row><row r="3"><c r="A3" s="4"/></row><row r="5"><c r="AA5"><v>1</v></c></row>';
    const [first, second, ...rest] = await rowsOf(rows);
    expect([first, second?.row, second?.cells.length, rest]).toEqual([
      ...[{ row: 2, cells: ['', '', '3'] }, 5, 27, []],
    ]);
  });

  test('is read whatever prefix its program gives to names', async () => {
    const xml =
      '<?xml version="1.0"?><x:worksheet><!-- a > b --><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await rowsOf('', { 'xl/worksheets/a.xml': xml })).toEqual([{ row: 1, cells: ['1'] }]);
  });

  test('of the template names the columns', async () => {
    expect(await workbookRows(await bytesOf(sheetParts('journals', [['VoucherNo', 'Date']])))).toEqual([
      { row: 1, cells: ['VoucherNo', 'Date'] },
    ]);
  });
});

describe('refused is', () => {
  const refusal = async (file: Buffer) =>
    workbookRows(file).then(
      () => 'nothing',
      (error: unknown) => (error instanceof SheetUnreadable ? error.message : error),
    );
  const noWorkbook = expect.stringContaining('This is no workbook');
  const tooLarge = expect.stringContaining('too large when it is unpacked');

  test.each([
    ['a text', async () => Buffer.from('VoucherNo,Date')],
    ['nothing', async () => Buffer.alloc(0)],
    ['a file that was cut off', async () => (await sheet('<row/>')).subarray(40)],
    ['an archive of something else', async () => bytesOf([{ name: 'a.txt', content: ['a'] }])],
    ['a document type', async () => packed({ 'xl/worksheets/a.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' })],
    ['what is no XML', async () => packed({ 'xl/worksheets/a.xml': '<row r="1' })],
  ])('%s', async (_, file) => {
    expect(await refusal(await file())).toEqual(noWorkbook);
  });

  test('a file whose every byte in turn is spoilt, or it is read: nothing else happens', async () => {
    const whole = await sheet('<row><c><v>1</v></c></row>');
    for (let at = 0; at < whole.length; at += 1) {
      const spoilt = Buffer.from(whole);
      spoilt[at] = ~(spoilt[at] ?? 0);
      expect(await refusal(spoilt)).toEqual(expect.any(String));
    }
  });

  test('a bomb, before it is unpacked', async () => {
    const grown = ' '.repeat(33 * 1024 * 1024);
    const file = await sheet('<row/>', { 'xl/sharedStrings.xml': grown });
    expect(file.length).toBeLessThan(100_000);
    expect(await refusal(file)).toEqual(tooLarge);
  });

  test('what would fill the memory: too many rows, and a cell far to the right', async () => {
    expect(await refusal(await sheet('<row><c><v>1</v></c></row>'.repeat(20_001)))).toEqual(tooLarge);
    expect(await refusal(await sheet('<row><c r="XFD1"><v>1</v></c></row>'))).toContain('further right');
  });
});
