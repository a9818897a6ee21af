import { Client } from 'minio';

/** Where a store is, and who we are there. */
export interface StoreLogin {
  readonly url: URL;
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface Listed {
  readonly name: string;
  readonly bytes: number;
  readonly at: Date;
}

export function clientOf({ url, accessKey, secretKey }: StoreLogin): Client {
  const useSSL = url.protocol === 'https:';
  return new Client({
    ...{ endPoint: url.hostname, port: Number(url.port || (useSSL ? 443 : 80)), useSSL },
    ...{ accessKey, secretKey, region: 'us-east-1', partSize: 16 * 1024 * 1024 },
  });
}

export async function listed(client: Client, bucket: string, prefix = ''): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  for await (const item of client.listObjectsV2(bucket, prefix, true)) {
    const { name, size, lastModified } = item as { name?: string; size: number; lastModified: Date };
    if (name !== undefined) found.push({ name, bytes: size, at: lastModified });
  }
  return found;
}
