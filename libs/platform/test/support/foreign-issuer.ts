import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { newId, systemClock } from '@dhanman/kernel';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

interface Key {
  readonly kid: string;
  readonly privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  readonly jwk: JWK;
}

/** Whoever issues tokens outside: publishes keys over HTTP, turns them, goes away and comes back. */
export class ForeignIssuer {
  private keys: Key[] = [];
  /** How often somebody asked for the keys. */
  asked = 0;
  isAway = false;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ForeignIssuer> {
    const server = createServer((_request, response) => {
      issuer.asked += 1;
      response.writeHead(issuer.isAway ? 500 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ keys: issuer.keys.map(({ jwk }) => jwk) }));
    });
    const issuer = new ForeignIssuer(server);
    await issuer.turn();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  get jwks(): string {
    return `${this.url}/jwks`;
  }

  /** A new key signs from now on; the ones before stay published. */
  async turn({ keepOld = true } = {}): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const kid = newId();
    const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
    this.keys = [{ kid, privateKey, jwk }, ...(keepOld ? this.keys : [])];
  }

  async token(
    claims: Readonly<Record<string, unknown>> = {},
    issuer = this.url,
    at = systemClock.now(),
  ): Promise<string> {
    const [key] = this.keys;
    return new SignJWT({ org: newId(), companies: [], permissions: [], ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: key!.kid, typ: 'at+jwt' })
      .setSubject(typeof claims['sub'] === 'string' ? claims['sub'] : newId())
      .setIssuer(issuer)
      .setAudience('dhanman-test')
      .setIssuedAt(at)
      .setExpirationTime(new Date(at.getTime() + 3_600_000))
      .sign(key!.privateKey);
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
