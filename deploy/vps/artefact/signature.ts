// Ed25519: whoever builds signs, and a machine installs nothing that was not signed by whom it trusts.
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { Obstacle } from '../../local/machine/obstacle.ts';

export function signatureOf(content: string, keyFile: string): string {
  const { mode } = statOf(keyFile);
  if ((mode & 0o077) !== 0) throw new Obstacle(`${keyFile} can be read by others: chmod 0400 ${keyFile}`);
  return sign(null, Buffer.from(content), createPrivateKey(readFileSync(keyFile))).toString('base64');
}

export function isSigned(content: string, signature: string, trusted: string): boolean {
  statOf(trusted);
  return verify(
    null,
    Buffer.from(content),
    createPublicKey(readFileSync(trusted)),
    Buffer.from(signature, 'base64'),
  );
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    throw new Obstacle(`${path} cannot be read. docs/releases.md says how the key of releases is made.`);
  }
}
