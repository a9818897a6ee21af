// Sealed objects in a bucket. What is there once is not overwritten, and is locked for some days where the bucket can.
import { createHash, randomUUID } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { type Client, RETENTION_MODES } from 'minio';
import { clientOf, listed } from './s3.ts';
import type { BackupSettings } from './settings.ts';
import { seal, unseal } from './sealed.ts';

type Bytes = AsyncIterable<Buffer>;

export interface Stored {
  readonly name: string;
  readonly sealedBytes: number;
  readonly at: Date;
}

/** Of what was stored, before it was pressed and sealed. */
export interface Content {
  readonly bytes: number;
  readonly sha256: string;
}

export class Vault {
  readonly #client: Client;
  readonly #settings: BackupSettings;

  constructor(settings: BackupSettings) {
    this.#settings = settings;
    this.#client = clientOf(settings.s3);
  }

  /** Makes the bucket, with object lock, where it is missing. */
  async prepare(): Promise<void> {
    const { bucket, lockDays } = this.#settings;
    if (await this.#client.bucketExists(bucket)) return;
    await this.#client.makeBucket(bucket, '', { ObjectLocking: lockDays > 0 });
  }

  async put(name: string, plain: Readable): Promise<Content> {
    const { bucket, key } = this.#settings;
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = async function* (source: Bytes) {
      for await (const part of source) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    };
    const upload = new PassThrough();
    const uploaded = this.#client.putObject(bucket, name, upload);
    const sent = pipeline(plain, counted, createZstdCompress(), seal(key), upload);
    // Whichever fails first says why; an upload whose source failed is not left waiting for the rest.
    const [, { versionId }] = await Promise.all([sent, uploaded]).finally(() => upload.destroy());
    await this.#lock(name, versionId ?? '');
    return { bytes, sha256: hash.digest('hex') };
  }

  async putText(name: string, text: string): Promise<void> {
    await this.put(name, Readable.from([Buffer.from(text)]));
  }

  /** Streams it into the last step; nothing is known to be right before it has all come. */
  async get(name: string, into: (plain: Bytes) => Promise<void>): Promise<void> {
    const { bucket, key } = this.#settings;
    const source = await this.#client.getObject(bucket, name);
    await pipeline(source, unseal(key), createZstdDecompress(), into);
  }

  async bytes(name: string): Promise<Buffer> {
    const parts: Buffer[] = [];
    await this.get(name, async (plain) => {
      for await (const part of plain) parts.push(part);
    });
    return Buffer.concat(parts);
  }

  async text(name: string): Promise<string> {
    return (await this.bytes(name)).toString();
  }

  async has(name: string): Promise<boolean> {
    try {
      await this.#client.statObject(this.#settings.bucket, name);
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async list(prefix: string): Promise<readonly Stored[]> {
    const found = await listed(this.#client, this.#settings.bucket, prefix);
    return found.map(({ name, bytes, at }) => ({ name, sealedBytes: bytes, at }));
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await this.#client.removeObject(this.#settings.bucket, name);
  }

  /** Until then it is there for everybody, the thief of our keys included. */
  async #lock(name: string, versionId: string): Promise<void> {
    const { bucket, lockDays } = this.#settings;
    if (lockDays === 0) return;
    const retainUntilDate = new Date(Date.now() + lockDays * 86_400_000).toISOString();
    await this.#client.putObjectRetention(bucket, name, {
      versionId,
      mode: RETENTION_MODES.COMPLIANCE,
      retainUntilDate,
    });
  }
}

export function isMissing(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'NotFound' || code === 'NoSuchKey';
}

/** A name nobody else makes, that sorts by time. */
export function timedName(now: Date): string {
  return `${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${randomUUID().slice(0, 8)}`;
}
