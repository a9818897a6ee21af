import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { DomainError, type Id } from '@dhanman/kernel';
import { Client, S3Error } from 'minio';
import type { PlatformConfig } from '../config.js';

/** How a file was kept: enough to find it, and to know it again. */
export interface KeptFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What is there under the name is not what was kept: the bytes themselves say so. */
export class KeptFileDamaged extends DomainError {
  constructor({ name, sha256 }: KeptFile, found: string) {
    const message =
      'The kept file is no longer what was stored: its SHA-256 differs. Restore it from a backup of the object store.';
    super('conflict', 'kept-file-damaged', message, { details: { name, sha256, found } });
  }
}

export class KeptFileMissing extends DomainError {
  constructor({ name }: KeptFile) {
    const message =
      'The file was kept but is not in the object store. Restore it from a backup of the object store.';
    super('conflict', 'kept-file-missing', message, { details: { name } });
  }
}

export class StorageUnavailable extends DomainError {
  constructor(cause: unknown) {
    super(
      'unavailable',
      'storage-unavailable',
      'The service cannot reach its object store. Please try again.',
      {
        cause,
      },
    );
  }
}

/** A store that takes a connection and then says nothing is away, too: a person waits for it no longer than this. */
const usualPatienceMs = 15_000;

type Settings = Pick<PlatformConfig, 'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_ACCESS_KEY' | 'S3_SECRET_KEY'>;

/**
 * Files in the object store, each below its organization and named after its content. To keep the same bytes again changes
 * nothing and other bytes get another name, so that a job which dies between storing and noting may simply run again.
 */
export class Storage {
  private readonly client: Client;
  private readonly bucket: string;

  constructor(
    { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY }: Settings,
    private readonly patienceMs = usualPatienceMs,
  ) {
    const { hostname, port, protocol } = new URL(S3_ENDPOINT);
    const useSSL = protocol === 'https:';
    this.bucket = S3_BUCKET;
    this.client = new Client({
      ...{ endPoint: hostname, port: Number(port || (useSSL ? 443 : 80)), useSSL },
      ...{ accessKey: S3_ACCESS_KEY, secretKey: S3_SECRET_KEY, region: 'us-east-1' },
    });
  }

  async put(organizationId: Id, folder: string, content: Buffer, type: string): Promise<KeptFile> {
    const sha256 = hashOf(content);
    const name = `${folder}/${sha256}`;
    const write = () =>
      answered(
        this.client.putObject(this.bucket, `${organizationId}/${name}`, content, content.length, {
          'content-type': type,
        }),
        this.patienceMs,
      );
    try {
      await write().catch(async (error: unknown) => {
        if (!isMissing(error, 'NoSuchBucket')) throw error;
        await this.makeBucket();
        await write();
      });
    } catch (error) {
      throw error instanceof StorageUnavailable ? error : new StorageUnavailable(error);
    }
    return { name, sha256, bytes: content.length };
  }

  /** Whole and proven, or not at all. */
  async get(organizationId: Id, file: KeptFile): Promise<Buffer> {
    const content = await answered(this.read(`${organizationId}/${file.name}`, file), this.patienceMs);
    const found = hashOf(content);
    if (found !== file.sha256) throw new KeptFileDamaged(file, found);
    return content;
  }

  async has(organizationId: Id, name: string): Promise<boolean> {
    const look = this.client.statObject(this.bucket, `${organizationId}/${name}`).then(
      () => true,
      (error: unknown) => {
        // Who only looks at a file gets a status, and no word why.
        if (isMissing(error, 'NotFound') || isMissing(error, 'NoSuchKey')) return false;
        throw new StorageUnavailable(error);
      },
    );
    return answered(look, this.patienceMs);
  }

  /** What is gone already stays gone. */
  async remove(organizationId: Id, name: string): Promise<void> {
    const removal = this.client
      .removeObject(this.bucket, `${organizationId}/${name}`)
      .catch((error: unknown) => {
        throw new StorageUnavailable(error);
      });
    await answered(removal, this.patienceMs);
  }

  private async read(key: string, file: KeptFile): Promise<Buffer> {
    try {
      const parts: Buffer[] = [];
      for await (const part of await this.client.getObject(this.bucket, key)) parts.push(part as Buffer);
      return Buffer.concat(parts);
    } catch (error) {
      if (isMissing(error, 'NoSuchKey') || isMissing(error, 'NoSuchBucket')) throw new KeptFileMissing(file);
      throw new StorageUnavailable(error);
    }
  }

  /** Two who make it at the same moment both have it. */
  private async makeBucket(): Promise<void> {
    try {
      await this.client.makeBucket(this.bucket);
    } catch (error) {
      if (!(await this.client.bucketExists(this.bucket))) throw error;
    }
  }
}

async function answered<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  const late = new AbortController();
  const deadline = setTimeout(patienceMs, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new StorageUnavailable(new Error(`no answer within ${String(patienceMs)} ms`));
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    late.abort();
    deadline.catch(() => undefined);
    work.catch(() => undefined);
  }
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function isMissing(error: unknown, code: 'NoSuchKey' | 'NoSuchBucket' | 'NotFound'): boolean {
  return error instanceof S3Error && error.code === code;
}
