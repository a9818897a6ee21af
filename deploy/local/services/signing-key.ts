// The demo data are written by nobody: the local instance also trusts tokens signed with a key of its own, of which only
// the public half leaves this file.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { join } from 'node:path';
import { hostOf, environments } from '../../topology.ts';
import type { Instance } from '../instance.ts';
import { readIfThere, writeWhole } from '../machine/files.ts';

const keyId = 'local';
export const audience = 'dhanman';
export const demoIssuer = (port: number): string => `http://${hostOf(environments.local, 'common')}:${port}`;

export interface Claims {
  readonly sub: string;
  readonly org: string;
  readonly companies?: readonly string[];
  readonly permissions?: readonly string[];
}

/** The public keys as the services are given them. */
export function publicKeys(instance: Instance): string {
  const key = createPublicKey(privateKey(instance)).export({ format: 'jwk' });
  return JSON.stringify({ keys: [{ ...key, kid: keyId, alg: 'EdDSA', use: 'sig' }] });
}

/** An access token for an hour. */
export function accessToken(instance: Instance, claims: Claims): string {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'EdDSA', kid: keyId, typ: 'at+jwt' };
  const body = { ...claims, iss: demoIssuer(instance.ports.web), aud: audience, iat: now, exp: now + 3600 };
  const text = [header, body]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${sign(null, Buffer.from(text), privateKey(instance)).toString('base64url')}`;
}

function privateKey(instance: Instance): KeyObject {
  const path = join(instance.folder, 'signing-key.pem');
  const kept = readIfThere(path);
  if (kept !== undefined) return createPrivateKey(kept);
  const made = generateKeyPairSync('ed25519').privateKey;
  writeWhole(path, made.export({ format: 'pem', type: 'pkcs8' }).toString(), { mode: 0o600 });
  return made;
}
