// One signed S3 request (AWS Signature Version 4), because servers are checked before node_modules may exist.
import { createHash, createHmac } from 'node:crypto';

export interface S3Access {
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export async function s3Request(
  { endpoint, accessKey, secretKey }: S3Access,
  {
    method,
    path,
    body = '',
  }: { readonly method: 'GET' | 'PUT'; readonly path: string; readonly body?: string },
): Promise<{ readonly status: number; readonly text: string }> {
  const { host } = new URL(endpoint);
  const time = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const headers = { host, 'x-amz-content-sha256': sha256(body), 'x-amz-date': time };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const request = [method, path, '', lines.join(''), names, headers['x-amz-content-sha256']].join('\n');
  const scope = `${time.slice(0, 8)}/us-east-1/s3/aws4_request`;
  const key = scope
    .split('/')
    .reduce<Buffer | string>((secret, part) => hmac(secret, part), `AWS4${secretKey}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n')).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  const answer = await fetch(`${endpoint}${path}`, {
    method,
    headers: { ...headers, authorization },
    ...(method === 'PUT' ? { body } : {}),
    signal: AbortSignal.timeout(15_000),
  });
  return { status: answer.status, text: await answer.text() };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
