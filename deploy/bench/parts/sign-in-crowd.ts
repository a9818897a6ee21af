// Many people at the sign-in page of one Common: each from a network of their own, with a password and a browser.
import { fork } from 'node:child_process';
import { argon2Sync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { newId } from '@dhanman/kernel';
import { query, type SpawnedService } from '@dhanman/testing';
import type { Sample } from '../benchmark.ts';
import type { Letter, Rushed } from './sign-in-rush.ts';

const app = 'http://app.test';
const password = 'tulsi vrindavan 7';
const atOnce = 20;

/** Common issues tokens at the app's address; the crowd comes as the proxy before it would hand it on. */
export const outside = { OIDC_ISSUER: `${app}/oidc`, APP_URL: app };

export interface Crowd {
  /** Opens everybody's sign-in page; what it gives back lets all of them send their password at once. */
  gather(): Promise<() => Promise<Sample>>;
}

export async function crowdAt(common: SpawnedService, people: number): Promise<Crowd> {
  const emails = Array.from({ length: people }, (_, index) => `person-${String(index)}@example.com`);
  const ids = emails.map(() => newId());
  await query(common.database.adminUrl, insertPeople, [ids, emails, hashOf(password)]);
  const gather = async () => {
    const waiting: Visitor[] = [];
    const rest = [...emails.entries()];
    const open = async (): Promise<void> => {
      for (let next = rest.pop(); next; next = rest.pop()) waiting.push(await visitor(common, ...next));
    };
    await Promise.all(Array.from({ length: atOnce }, open));
    const crowd = fork(join(import.meta.dirname, 'sign-in-rush.ts'));
    crowd.send(waiting.map((one) => letterOf(one, common.process)));
    await once(crowd, 'message');
    return async () => {
      crowd.send('go');
      const [rushed] = (await once(crowd, 'message')) as [Rushed];
      crowd.kill();
      return sampleOf(rushed);
    };
  };
  return { gather };
}

interface Visitor {
  readonly email: string;
  readonly uid: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function visitor({ environment }: SpawnedService, index: number, email: string): Promise<Visitor> {
  const from = { 'x-forwarded-for': `10.${String(index >> 8)}.${String(index & 255)}.7` };
  const proxied = { ...from, 'x-forwarded-host': new URL(app).host, 'x-forwarded-proto': 'http' };
  const question = new URLSearchParams({
    ...{ client_id: 'web', response_type: 'code', scope: 'openid api', redirect_uri: `${app}/signed-in` },
    ...{ code_challenge: randomBytes(32).toString('base64url'), code_challenge_method: 'S256' },
  });
  const issuer = `http://127.0.0.1:${environment['OIDC_PORT'] ?? ''}/oidc`;
  const answer = await fetch(`${issuer}/auth?${question.toString()}`, {
    redirect: 'manual',
    headers: proxied,
  });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  const uid = answer.headers.get('location')?.split('/').at(-1) ?? '';
  return { email, uid, headers: { ...from, cookie: cookie.join('; '), origin: app } };
}

/** How many got in, how many were asked to come again, and when the last of them knew. */
function sampleOf({ statuses, seconds }: Rushed): Sample {
  const strange = statuses.find((status) => status !== 200 && status !== 503);
  if (strange !== undefined) throw new Error(`a sign-in was answered with ${String(strange)}`);
  return {
    'signed in': statuses.filter((status) => status === 200).length,
    'asked to come again': statuses.filter((status) => status === 503).length,
    'last answer s': seconds,
  };
}

function letterOf({ email, uid, headers }: Visitor, { url }: SpawnedService['process']): Letter {
  const body = JSON.stringify({ email, password });
  const { port, host } = new URL(url);
  const lines = Object.entries({
    ...{ host, ...headers, 'content-type': 'application/json' },
    'content-length': String(Buffer.byteLength(body)),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const path = `/api/v1/identity/sign-ins/${uid}/password`;
  return { port: Number(port), text: `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}` };
}

/** As the service stores it. */
function hashOf(text: string): string {
  const [nonce, memory, passes] = [randomBytes(16), 19_456, 2];
  const message = Buffer.from(text);
  const tag = argon2Sync('argon2id', { message, nonce, memory, passes, parallelism: 1, tagLength: 32 });
  const [salt, hash] = [nonce, tag].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
  return `$argon2id$v=19$m=${String(memory)},t=${String(passes)},p=1$${salt ?? ''}$${hash ?? ''}`;
}

const insertPeople = `
  with arrived as (
    insert into person (id, email, name, status, email_verified_at)
    select id, email, 'A person', 'active', now() from unnest($1::uuid[], $2::text[]) as one (id, email) returning id)
  insert into person_password (person_id, hash, changed_at) select id, $3, now() from arrived`;
