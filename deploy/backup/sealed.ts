// What leaves the machine is sealed: AES-256-GCM in chunks, each bound to its place and to whether it is the last, so that
// nothing can be changed, swapped, left out or cut off unseen. Every object has a key of its own, derived from ours.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  constructor(why: string) {
    super(`This is not what was sealed with our key: ${why}.`);
  }
}

const magic = Buffer.from('DHANMAN1');
const saltBytes = 32;
const tagBytes = 16;
const chunkBytes = 1024 * 1024;

type Bytes = AsyncIterable<Buffer>;

/** A step of a pipeline: plain bytes go in, sealed ones come out. */
export function seal(key: Buffer): (plain: Bytes) => AsyncGenerator<Buffer> {
  return async function* sealing(plain) {
    const salt = randomBytes(saltBytes);
    yield Buffer.concat([magic, salt]);
    const own = ownKey(key, salt);
    let place = 0;
    for await (const { bytes, isLast } of chunks(plain, chunkBytes)) {
      const cipher = createCipheriv('aes-256-gcm', own, nonce(place, isLast));
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
      place += 1;
      yield sealed;
    }
  };
}

/** The way back. Throws at the first byte that is not as it was. */
export function unseal(key: Buffer): (sealed: Bytes) => AsyncGenerator<Buffer> {
  return async function* opening(sealed) {
    const { head, rest } = await afterHead(sealed, magic.length + saltBytes);
    if (!head.subarray(0, magic.length).equals(magic)) throw new SealBroken('it does not begin as it should');
    const own = ownKey(key, head.subarray(magic.length));
    let place = 0;
    for await (const { bytes, isLast } of chunks(rest, chunkBytes + tagBytes)) {
      yield opened(own, nonce(place, isLast), bytes);
      place += 1;
    }
  };
}

function opened(key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  const text = bytes.subarray(0, bytes.length - tagBytes);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv);
    decipher.setAuthTag(bytes.subarray(text.length));
    return Buffer.concat([decipher.update(text), decipher.final()]);
  } catch {
    throw new SealBroken('a part was changed, or the end is missing');
  }
}

function ownKey(key: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'dhanman backup', 32));
}

function nonce(place: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(place, 0);
  bytes.writeUInt8(isLast ? 1 : 0, 11);
  return bytes;
}

interface Chunk {
  readonly bytes: Buffer;
  readonly isLast: boolean;
}

/** Pieces of one size, and a last one that is shorter or as long, and there even when there is nothing. */
async function* chunks(source: Bytes, size: number): AsyncGenerator<Chunk> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const part of source) {
    waiting.push(part);
    length += part.length;
    if (length <= size) continue;
    let all = Buffer.concat(waiting);
    for (; all.length > size; all = all.subarray(size)) yield { bytes: all.subarray(0, size), isLast: false };
    waiting = [all];
    length = all.length;
  }
  yield { bytes: Buffer.concat(waiting), isLast: true };
}

async function afterHead(source: Bytes, size: number): Promise<{ head: Buffer; rest: Bytes }> {
  const parts = source[Symbol.asyncIterator]();
  let begun: Buffer = Buffer.alloc(0);
  while (begun.length < size) {
    const next = await parts.next();
    if (next.done === true) throw new SealBroken('it is too short');
    begun = Buffer.concat([begun, next.value]);
  }
  const first = begun.subarray(size);
  async function* rest(): AsyncGenerator<Buffer> {
    yield first;
    for (let next = await parts.next(); next.done !== true; next = await parts.next()) yield next.value;
  }
  return { head: begun.subarray(0, size), rest: rest() };
}
