import type { CellKind } from '@dhanman/contracts';
import type { PrintedColumn, PrintedReport, PrintedRow } from './printed-report.js';

export interface WorkbookPart {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string>;
}

/**
 * The parts of an Office Open XML workbook with the report on its one sheet. Figures are written as the decimal text they
 * are, so that no amount passes through a floating-point number on our side; text is never a formula.
 */
export function workbookOf(
  report: PrintedReport,
  pages: AsyncIterable<PrintedReport>,
): readonly WorkbookPart[] {
  return partsOf(report.title, sheet(report, pages));
}

/** A sheet of texts as they are typed into one, the names of its columns first; what looks like a number stays a text. */
export function sheetParts(title: string, [names = [], ...rows]: Texts): readonly WorkbookPart[] {
  const row = (cells: readonly string[], look?: number): string =>
    `<row>${cells.map((words) => text(words, look)).join('')}</row>`;
  const cols = `<cols><col min="1" max="${names.length}" width="18" customWidth="1"/></cols>`;
  const lines = [row(names, looks.bold), ...rows.map((cells) => row(cells))].join('');
  const content = `${cols}<sheetData>${lines}</sheetData>`;
  return partsOf(title, [`${declaration}<worksheet xmlns="${main}">${content}</worksheet>`]);
}

type Texts = readonly (readonly string[])[];

function partsOf(title: string, content: WorkbookPart['content']): readonly WorkbookPart[] {
  return [
    { name: '[Content_Types].xml', content: [contentTypes] },
    { name: '_rels/.rels', content: [relationships({ officeDocument: 'xl/workbook.xml' })] },
    { name: 'xl/workbook.xml', content: [workbook(title)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [relationships({ worksheet: 'worksheets/sheet1.xml', styles: 'styles.xml' })],
    },
    { name: 'xl/styles.xml', content: [styles] },
    { name: 'xl/worksheets/sheet1.xml', content },
  ];
}

async function* sheet(
  { title, head, columns }: PrintedReport,
  pages: AsyncIterable<PrintedReport>,
): AsyncGenerator<string> {
  let number = 0;
  const line = (cells: string): string => `<row r="${(number += 1)}">${cells}</row>`;
  yield `${declaration}<worksheet xmlns="${main}"><cols>${columns.map(width).join('')}</cols><sheetData>`;
  yield line(text(title, looks.bold));
  for (const words of head) yield line(text(words));
  yield line('');
  yield line(columns.map(({ label }) => text(label, looks.bold)).join(''));
  let foot: readonly string[] = [];
  for await (const page of pages) {
    for (const row of page.rows) yield line(cellsOf(columns, row));
    ({ foot } = page);
  }
  for (const words of foot) yield line(text(words));
  yield '</sheetData></worksheet>';
}

function cellsOf(columns: readonly PrintedColumn[], { kind, cells }: PrintedRow): string {
  const isLoud = kind === 'total' || kind === 'result' || kind === 'section';
  return cells.map((cell, index) => cellOf(cell, columns[index]?.kind ?? 'text', isLoud)).join('');
}

function cellOf(cell: string, kind: CellKind, isLoud: boolean): string {
  const plain = isLoud ? looks.bold : looks.plain;
  if (cell === '') return '<c/>';
  if (kind === 'count') return `<c s="${plain}"><v>${cell}</v></c>`;
  if (!isFigure[kind]) return text(cell, plain);
  return `<c s="${isLoud ? looks.boldFigure : looks.figure}"><v>${cell}</v></c>`;
}

const isFigure: Readonly<Record<CellKind, boolean>> = {
  ...{ text: false, date: false, amount: true, balance: true, percent: true, verdict: false },
  ...{ count: true, document: false, word: false },
};

/** Places in the list of formats below. */
const looks = { plain: 0, bold: 1, figure: 2, boldFigure: 3 } as const;

function text(words: string, look: number = looks.plain): string {
  return `<c s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;
}

/** Characters that XML cannot hold at all are left out. */
function escaped(words: string): string {
  return words
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function width({ kind, label }: PrintedColumn, index: number): string {
  const place = index + 1;
  const wide = label === 'Name' || label === 'Narration' || label === 'Other side' ? 40 : 18;
  return `<col min="${place}" max="${place}" width="${kind === 'text' ? wide : 18}" customWidth="1"/>`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${declaration}<Types xmlns="${packages}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${sheets}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${sheets}.styles+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheets}.worksheet+xml"/></Types>`;

function relationships(targets: Readonly<Record<string, string>>): string {
  const all = Object.entries(targets).map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;
}

/** A sheet is called by at most 31 characters, of which some are not allowed. */
function workbook(title: string): string {
  const name = escaped(title.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31));
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`;
}

// Lakh and crore; a format may tell three sizes apart and no more, so that large negative figures group in thousands.
const grouping = String.raw`[&gt;=10000000]##\,##\,##\,##0.00;[&gt;=100000]##\,##\,##0.00;##,##0.00`;

const styles = `${declaration}<styleSheet xmlns="${main}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="${grouping}"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>
<xf xfId="0" numFmtId="164" applyNumberFormat="1"/>
<xf xfId="0" fontId="1" numFmtId="164" applyFont="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;
