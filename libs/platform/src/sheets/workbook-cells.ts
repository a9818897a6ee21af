import { PlainDate, SheetUnreadable, type TextRow } from '@dhanman/kernel';
import { Archive, NoWorkbook, WorkbookTooLarge } from './archive.js';
import { attributeOf, plain, type Tag, tagsIn } from './xml-tags.js';

/** Nothing that is imported has so many of either: what does would only fill the memory. */
const most = { rows: 20_000, columns: 200 };

/** What a cell needs to be read, beside what stands in it. */
interface Meaning {
  readonly texts: readonly string[];
  /** By the number of a look: whether it shows a number as a day. */
  readonly isDay: readonly boolean[];
  readonly firstDay: PlainDate;
}

interface Cell {
  readonly type: string;
  readonly look: number;
}

/**
 * The rows of the first sheet of a workbook as text, as they would stand in a CSV file of it: a formula is the value it
 * had when the file was saved, and a day is written as 2026-04-01. Nothing of it is ever computed.
 */
export async function workbookRows(file: Buffer): Promise<readonly TextRow[]> {
  const archive = Archive.in(file);
  const workbook = [...tagsIn(await part(archive, 'xl/workbook.xml'))];
  const sheet = await part(archive, await pathOfFirstSheet(archive, workbook));
  const texts = textsIn((await archive.text('xl/sharedStrings.xml')) ?? '');
  const isDay = dayLooksIn((await archive.text('xl/styles.xml')) ?? '');
  return rowsIn(sheet, { texts, isDay, firstDay: firstDayOf(workbook) });
}

async function part(archive: Archive, path: string): Promise<string> {
  const text = await archive.text(path);
  if (text === undefined) throw new NoWorkbook();
  return text;
}

async function pathOfFirstSheet(archive: Archive, workbook: readonly Tag[]): Promise<string> {
  const sheet = workbook.find(({ name }) => name === 'sheet');
  const id = sheet && attributeOf(sheet, 'id');
  const relations = [...tagsIn(await part(archive, 'xl/_rels/workbook.xml.rels'))];
  const relation = relations.find((one) => one.name === 'Relationship' && attributeOf(one, 'Id') === id);
  const target = (relation && attributeOf(relation, 'Target')) ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Some programs count days from 1904. */
function firstDayOf(workbook: readonly Tag[]): PlainDate {
  const settings = workbook.find(({ name }) => name === 'workbookPr');
  const isLate = ['1', 'true'].includes((settings && attributeOf(settings, 'date1904')) ?? '');
  return PlainDate.parse(isLate ? '1904-01-01' : '1899-12-30');
}

/** Texts that cells share; how they are read aloud is no part of them. */
function textsIn(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let isSaid = true;
  for (const { name, kind, before } of tagsIn(xml)) {
    if (name === 'rPh') isSaid = kind !== 'begin';
    if (name === 't' && kind === 'end' && isSaid) text += plain(before);
    if (name !== 'si' || kind === 'begin') continue;
    texts.push(text);
    text = '';
  }
  return texts;
}

/** The formats of days that every program knows by their number. */
const knownDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

function dayLooksIn(xml: string): readonly boolean[] {
  const tags = [...tagsIn(xml)];
  const formatOf = (tag: Tag): number => Number(attributeOf(tag, 'numFmtId') ?? 0);
  const own = tags.filter(
    (tag) => tag.name === 'numFmt' && isDayFormat(attributeOf(tag, 'formatCode') ?? ''),
  );
  const days = new Set([...knownDays, ...own.map(formatOf)]);
  // Only the looks of cells count, not those that their styles are made of.
  const from = tags.findIndex(({ name }) => name === 'cellXfs');
  const upTo = tags.findIndex(({ name, kind }) => name === 'cellXfs' && kind === 'end');
  const looks = tags.slice(from, upTo).filter(({ name, kind }) => name === 'xf' && kind !== 'end');
  return looks.map((tag) => days.has(formatOf(tag)));
}

/** What stands in quotes or brackets, or behind a backslash, is no letter of a day or a year. */
function isDayFormat(code: string): boolean {
  return /[dy]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

function rowsIn(xml: string, meaning: Meaning): readonly TextRow[] {
  const reader = new RowReader(meaning);
  for (const tag of tagsIn(xml)) reader.take(tag);
  return reader.rows;
}

/** Goes along the tags of a sheet and keeps the rows in which something stands. */
class RowReader {
  readonly rows: TextRow[] = [];
  private row = 0;
  private place = 0;
  private cells: string[] = [];
  private cell: Cell = { type: 'n', look: 0 };
  private content = '';

  constructor(private readonly meaning: Meaning) {}

  take(tag: Tag): void {
    const isEnd = tag.kind === 'end';
    if (tag.name === 'row') {
      if (isEnd) this.endRow();
      else this.beginRow(tag);
    }
    if (tag.name === 'c') {
      if (isEnd) this.endCell();
      else this.beginCell(tag);
    }
    // A value, or a text that stands in the cell itself.
    if (isEnd && (tag.name === 'v' || tag.name === 't')) this.content += plain(tag.before);
  }

  private beginRow(tag: Tag): void {
    this.row = Number(attributeOf(tag, 'r')) || this.row + 1;
    [this.cells, this.place] = [[], 0];
  }

  private endRow(): void {
    if (this.cells.length > 0) this.rows.push({ row: this.row, cells: this.cells });
    if (this.rows.length > most.rows) throw new WorkbookTooLarge();
  }

  private beginCell(tag: Tag): void {
    this.place = placeOf(tag, this.place);
    this.cell = { type: attributeOf(tag, 't') ?? 'n', look: Number(attributeOf(tag, 's') ?? 0) };
    this.content = '';
  }

  /** Empty cells at the end of a row are none: programs write them for their colour. */
  private endCell(): void {
    const text = textOf(this.cell, this.content, this.meaning);
    if (text === '') return;
    if (this.place > most.columns) throw new CellTooFarRight();
    while (this.cells.length < this.place) this.cells.push('');
    this.cells[this.place - 1] = text;
  }
}

class CellTooFarRight extends SheetUnreadable {
  constructor() {
    super(`A cell lies further right than column ${String(most.columns)}.`, 'workbook');
  }
}

/** C5 lies in the third column; who says nothing lies beside the one before. */
function placeOf(tag: Tag, before: number): number {
  const [letters = ''] = /^[A-Z]{1,3}/.exec(attributeOf(tag, 'r') ?? '') ?? [];
  if (letters === '') return before + 1;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf({ type, look }: Cell, content: string, { texts, isDay, firstDay }: Meaning): string {
  if (type === 's') return (texts[Number(content)] ?? '').trim();
  if (type === 'b') return content === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || content === '') return content.trim();
  return numberIn(content, isDay[look] === true ? firstDay : undefined);
}

function numberIn(content: string, firstDay: PlainDate | undefined): string {
  const number = Number(content);
  if (!Number.isFinite(number)) return content.trim();
  if (firstDay && number >= 1 && number < 100_000) return firstDay.addDays(Math.floor(number)).toString();
  // A sheet shows 15 digits of a number; what a file says beyond them is the noise of its arithmetic.
  return String(Number(number.toPrecision(15)));
}
