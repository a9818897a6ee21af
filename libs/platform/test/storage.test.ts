import { newId } from '@dhanman/kernel';
import { FaultProxy, server, until } from '@dhanman/testing';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Storage, StorageUnavailable } from '../src/index.js';

let store: FaultProxy;
let storage: Storage;

beforeAll(async () => {
  store = await FaultProxy.inFrontOf(server('s3'));
  const keys = { S3_ACCESS_KEY: server('s3AccessKey'), S3_SECRET_KEY: server('s3SecretKey') };
  const settings = { S3_ENDPOINT: store.addressFor(server('s3')), S3_BUCKET: 'dhanman-test', ...keys };
  storage = new Storage(settings, 1_500);
});

afterEach(() => store.heal());

afterAll(async () => store.stop());

test.each(['black-hole', 'reset'] as const)(
  'a store behind a %s is away, within the patience of a person, and serves again afterwards',
  async (kind) => {
    const organizationId = newId();
    const content = Buffer.from('%PDF-1.7 kept');
    const kept = await storage.put(organizationId, 'test', content, 'application/pdf');
    store.inject({ kind });
    await expect(storage.get(organizationId, kept)).rejects.toThrow(StorageUnavailable);
    await expect(
      storage.put(organizationId, 'test', Buffer.from('other'), 'application/pdf'),
    ).rejects.toThrow(StorageUnavailable);
    store.heal();
    // A kept connection that was cut may still fail once.
    const found = await until(async () => storage.get(organizationId, kept).catch(() => false as const));
    expect(found.equals(content)).toBe(true);
  },
);
