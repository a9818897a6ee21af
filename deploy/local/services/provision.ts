import { join } from 'node:path';
import { services } from '../../topology.ts';
import { type Instance, repository } from '../instance.ts';
import { interruption } from '../machine/interruption.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { run } from '../machine/run.ts';
import type { Urls } from '../servers/server.ts';
import { s3Request } from '../servers/s3-request.ts';
import type { DatabaseAnswer, DatabaseRequest } from './databases.ts';

/** Databases with their three roles, brought up to date by migrations. Returns the application's address per service. */
export async function provisionDatabases(instance: Instance, adminUrl: string): Promise<DatabaseAnswer> {
  const request: DatabaseRequest = {
    adminUrl,
    environment: instance.name,
    repository,
    services: services.map(({ name }) => ({
      service: name,
      passwords: {
        owner: instance.secret(`postgres ${name} owner`),
        app: instance.secret(`postgres ${name} app`),
        read: instance.secret(`postgres ${name} read`),
      },
    })),
  };
  const program = join(import.meta.dirname, 'databases.ts');
  const { code, output } = await run(process.execPath, [program], {
    cwd: repository,
    input: JSON.stringify(request),
    signal: interruption,
  });
  if (code !== 0)
    throw new Obstacle(`The databases could not be prepared:\n${output.split('\n').slice(-15).join('\n')}`);
  return JSON.parse(output.slice(output.lastIndexOf('\n') + 1)) as DatabaseAnswer;
}

export function bucketOf(instance: Instance): string {
  return `${instance.name}-dhanman`;
}

/** Makes the bucket. The first one also makes the store's own pools, which is why it is not left to the first user. */
export async function provisionBucket(instance: Instance, urls: Urls): Promise<void> {
  const { S3_URL: endpoint = '', S3_ACCESS_KEY: accessKey = '', S3_SECRET_KEY: secretKey = '' } = urls;
  const request = { method: 'PUT', path: `/${bucketOf(instance)}` } as const;
  const { status, text } = await s3Request(
    { endpoint: endpoint.replace(/\/$/, ''), accessKey, secretKey },
    request,
  );
  // 409: it is there already.
  if (status !== 200 && status !== 409) {
    throw new Obstacle(
      `The bucket ${bucketOf(instance)} could not be made at ${endpoint} (${status}):\n${text.slice(0, 500)}`,
    );
  }
}
