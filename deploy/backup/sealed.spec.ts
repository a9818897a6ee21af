import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seal, unseal } from './sealed.ts';

const key = randomBytes(32);

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function whole(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

const sealedOf = (plain: Buffer, part = 65_536): Promise<Buffer> => whole(seal(key)(inParts(plain, part)));
const openedOf = (sealed: Buffer, with_: Buffer = key): Promise<Buffer> =>
  whole(unseal(with_)(inParts(sealed, 50_000)));

const mega = 1024 * 1024;

test.each([0, 1, mega - 1, mega, mega + 1, 2 * mega, 3 * mega + 7])(
  '%d bytes come back as they were',
  async (size) => {
    const plain = randomBytes(size);
    const sealed = await sealedOf(plain);
    expect(plain.equals(await openedOf(sealed))).toBe(true);
    if (size > 16) expect(sealed.includes(plain.subarray(0, 16))).toBe(false);
  },
);

test('whatever parts they come in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 5_000 }),
      fc.integer({ min: 1, max: 999 }),
      async (bytes, part) => {
        const plain = Buffer.from(bytes);
        expect(await openedOf(await sealedOf(plain, part))).toEqual(plain);
      },
    ),
    { numRuns: 200 },
  );
});

const plain = randomBytes(3 * mega + 7);
const sealedChunk = mega + 16;
const headBytes = 40;

test.each([
  ['another key', (sealed: Buffer) => sealed, randomBytes(32)],
  ['a bit changed', (sealed: Buffer) => flipped(sealed, headBytes + 5), key],
  ['a bit of the head changed', (sealed: Buffer) => flipped(sealed, 9), key],
  ['another beginning', (sealed: Buffer) => flipped(sealed, 0), key],
  ['the end cut off in a chunk', (sealed: Buffer) => sealed.subarray(0, -1), key],
  [
    'the end cut off between chunks',
    (sealed: Buffer) => sealed.subarray(0, headBytes + 2 * sealedChunk),
    key,
  ],
  [
    'two chunks swapped',
    (sealed: Buffer) =>
      Buffer.concat([
        sealed.subarray(0, headBytes),
        sealed.subarray(headBytes + sealedChunk, headBytes + 2 * sealedChunk),
        sealed.subarray(headBytes, headBytes + sealedChunk),
        sealed.subarray(headBytes + 2 * sealedChunk),
      ]),
    key,
  ],
  ['something behind the end', (sealed: Buffer) => Buffer.concat([sealed, Buffer.from('more')]), key],
  ['next to nothing', () => Buffer.from('DHANMAN1'), key],
])('%s is seen', async (_, change, with_) => {
  await expect(openedOf(change(await sealedOf(plain)), with_)).rejects.toThrow('not what was sealed');
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
