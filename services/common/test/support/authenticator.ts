import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { app } from './issuing-common.js';

type Pair = readonly [Uint8Array, Uint8Array];

interface Circumstances {
  readonly challenge: string;
  readonly origin?: string;
  readonly rpId?: string;
  /** Whether the key saw its owner's finger, face or PIN. */
  readonly isVerified?: boolean;
}

const { hostname } = new URL(app);

/** A key as it lies in a phone, with everything about it in the hands of the test (WebAuthn level 2, ES256). */
export class Authenticator {
  readonly credential = randomBytes(32);
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(public counter = 1) {}

  made(circumstances: Circumstances, name = 'Phone') {
    const data = Buffer.concat([
      this.data(circumstances, 0x40),
      ...[Buffer.alloc(16), Buffer.from([0, this.credential.length]), this.credential, this.publicKey()],
    ]);
    const attestation = map(
      [text('fmt'), text('none')],
      [text('attStmt'), map()],
      [text('authData'), bytes(data)],
    );
    return {
      ...{ name, credential: base64(this.credential), transports: ['internal'] },
      ...{ clientData: clientData('webauthn.create', circumstances), attestation: base64(attestation) },
    };
  }

  used(circumstances: Circumstances) {
    this.counter += 1;
    const data = this.data(circumstances, 0);
    const client = clientData('webauthn.get', circumstances);
    const digest = createHash('sha256').update(Buffer.from(client, 'base64url')).digest();
    const signature = sign('sha256', Buffer.concat([data, digest]), this.pair.privateKey);
    return {
      ...{ credential: base64(this.credential), clientData: client },
      ...{ authenticatorData: base64(data), signature: base64(signature) },
    };
  }

  private data({ rpId = hostname, isVerified = true }: Circumstances, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const all = flags | 0x01 | (isVerified ? 0x04 : 0);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([all]), counter]);
  }

  private publicKey(): Uint8Array {
    const { x, y } = this.pair.publicKey.export({ format: 'jwk' });
    const coordinates = [x, y].map((one) => bytes(Buffer.from(String(one), 'base64url')));
    const [one, negative] = [
      (value: number) => Buffer.from([value]),
      (value: number) => Buffer.from([0x1f + value]),
    ];
    return map(
      ...[[one(1), one(2)] as const, [one(3), negative(7)] as const, [negative(1), one(1)] as const],
      ...[[negative(2), coordinates[0]!] as const, [negative(3), coordinates[1]!] as const],
    );
  }
}

function clientData(type: string, { challenge, origin = app }: Circumstances): string {
  return base64(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
}

function base64(of: Uint8Array): string {
  return Buffer.from(of).toString('base64url');
}

// The little of CBOR that such an answer needs.

function map(...pairs: readonly Pair[]): Uint8Array {
  return Buffer.concat([Buffer.from([0xa0 + pairs.length]), ...pairs.flat()]);
}

function text(of: string): Uint8Array {
  return Buffer.concat([Buffer.from([0x60 + of.length]), Buffer.from(of)]);
}

/** Lengths as short as they can be written, which readers insist on. */
function bytes(of: Uint8Array): Uint8Array {
  const length = of.length < 256 ? [0x58, of.length] : [0x59, of.length >> 8, of.length & 0xff];
  return Buffer.concat([Buffer.from(length), of]);
}
