import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { SheetUnreadable } from '@dhanman/kernel';

const inflate = promisify(inflateRaw);

/** What all parts together may be unpacked: a small file that grows beyond it is a bomb or nothing a person has written. */
const mostBytes = 32 * 1024 * 1024;
const mostParts = 1_000;
/** The end of the directory stands before a comment of at most 65,535 bytes. */
const furthestEnd = 22 + 0xff_ff;
const deflated = 8;

interface Part {
  readonly isPlain: boolean;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/**
 * The parts of a zip file that somebody sent. Nothing it says of itself is believed: places lie inside the file or it is
 * refused, and unpacking ends at a limit, whatever size was promised.
 */
export class Archive {
  private left = mostBytes;

  private constructor(
    private readonly file: Buffer,
    private readonly parts: ReadonlyMap<string, Part>,
  ) {}

  static in(file: Buffer): Archive {
    return new Archive(file, partsOf(file));
  }

  /** The text of a part, if there is one of this name. */
  async text(name: string): Promise<string | undefined> {
    const part = this.parts.get(name);
    if (!part) return undefined;
    const bytes = await this.unpacked(part);
    this.left -= bytes.length;
    if (this.left < 0) throw new WorkbookTooLarge();
    return bytes.toString('utf8');
  }

  private async unpacked({ isPlain, method, packed, offset }: Part): Promise<Buffer> {
    const begin = beginOf(this.file, offset);
    const bytes = this.file.subarray(begin, begin + packed);
    if (!isPlain || bytes.length < packed) throw new NoWorkbook();
    if (method === 0) return bytes;
    if (method !== deflated) throw new NoWorkbook();
    try {
      return await inflate(bytes, { maxOutputLength: this.left + 1 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new WorkbookTooLarge();
      throw new NoWorkbook();
    }
  }
}

export class NoWorkbook extends SheetUnreadable {
  constructor() {
    super('This is no workbook: save the sheet as .xlsx without a password, or as CSV.', 'workbook');
  }
}

export class WorkbookTooLarge extends SheetUnreadable {
  constructor() {
    super('The workbook is too large when it is unpacked: keep only the sheet to import.', 'workbook');
  }
}

function partsOf(file: Buffer): ReadonlyMap<string, Part> {
  const { count, begin } = directoryIn(file);
  const parts = new Map<string, Part>();
  let at = begin;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new NoWorkbook();
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    parts.set(file.toString('utf8', at + 46, nameEnd), {
      isPlain: (file.readUInt16LE(at + 8) & 1) === 0,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    });
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

function directoryIn(file: Buffer): { readonly count: number; readonly begin: number } {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > file.length || file.length - end > furthestEnd) throw new NoWorkbook();
  const count = file.readUInt16LE(end + 10);
  if (count > mostParts) throw new WorkbookTooLarge();
  return { count, begin: file.readUInt32LE(end + 16) };
}

/** Behind the header that stands before a part, whose length differs from what the directory says. */
function beginOf(file: Buffer, offset: number): number {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== 0x04034b50) throw new NoWorkbook();
  return offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
}
