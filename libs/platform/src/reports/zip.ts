import { createDeflateRaw, crc32 } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string>;
}

/** 1 January 1980, the earliest a zip can say: when something was packed is no part of what it says. */
const noTime = Buffer.from([0x00, 0x00, 0x21, 0x00]);

/** UTF-8 names, and sizes that follow the content, because a stream knows them only then. */
const flags = 0x0808;

interface Packed {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** A zip archive as it is made, so that what is packed never stands in memory as a whole. */
export async function* zip(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const done: Packed[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const entry = { name: Buffer.from(name), offset };
    const sums = { crc: 0, packed: 0, size: 0 };
    for await (const chunk of parts(entry.name, content, sums)) {
      offset += chunk.length;
      yield chunk;
    }
    done.push({ ...entry, ...sums });
  }
  yield* directory(done, offset);
}

async function* parts(
  name: Buffer,
  content: ZipEntry['content'],
  sums: { crc: number; packed: number; size: number },
): AsyncGenerator<Buffer> {
  yield Buffer.concat([u32(0x04034b50), u16(20), common(0, 0, 0), u16(name.length), u16(0), name]);
  for await (const chunk of deflated(content, sums)) yield chunk;
  yield Buffer.concat([u32(0x08074b50), u32(sums.crc), u32(sums.packed), u32(sums.size)]);
}

async function* deflated(
  content: ZipEntry['content'],
  sums: { crc: number; packed: number; size: number },
): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw();
  const feeding = feed(deflate, content, sums);
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    sums.packed += chunk.length;
    yield chunk;
  }
  await feeding;
}

async function feed(
  deflate: ReturnType<typeof createDeflateRaw>,
  content: ZipEntry['content'],
  sums: { crc: number; size: number },
): Promise<void> {
  try {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
  } catch (error) {
    deflate.destroy(error as Error);
  }
}

function* directory(entries: readonly Packed[], offset: number): Generator<Buffer> {
  let size = 0;
  for (const { name, crc, packed, size: whole, offset: at } of entries) {
    const header = Buffer.concat([
      ...[u32(0x02014b50), u16(20), u16(20), common(crc, packed, whole)],
      ...[u16(name.length), u16(0), u16(0), u16(0), u16(0), u32(0), u32(at), name],
    ]);
    size += header.length;
    yield header;
  }
  const count = u16(entries.length);
  yield Buffer.concat([u32(0x06054b50), u16(0), u16(0), count, count, u32(size), u32(offset), u16(0)]);
}

/** What the header before the content and the one in the directory both say. */
function common(crc: number, packed: number, size: number): Buffer {
  return Buffer.concat([u16(flags), u16(8), noTime, u32(crc), u32(packed), u32(size)]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
