import { Injectable } from '@nestjs/common';
import type { Client, JWTStructured } from 'oidc-provider';
import type { PersonId } from '../people/person.js';
import type { StandIn } from '../stand-ins/stand-in.js';
import { StandInsService } from '../stand-ins/stand-ins.service.js';
import { ClientsService } from './clients.service.js';
import { OrganizationChoicesService } from './organization-choices.service.js';

type Claims = Readonly<Record<string, unknown>>;

interface TokenFacts {
  readonly kind: string;
  readonly accountId: string;
  readonly sessionUid: string;
  readonly client?: Client;
}

/** Who, for which organization, in which session. What they may do there is known by each service itself. */
@Injectable()
export class TokenClaimsService {
  constructor(
    private readonly clients: ClientsService,
    private readonly choices: OrganizationChoicesService,
    private readonly standIns: StandInsService,
  ) {}

  async of(token: object): Promise<Claims> {
    const { kind, accountId, sessionUid, client } = token as TokenFacts;
    if (kind === 'ClientCredentials') return this.clients.claimsOf(client);
    const standIn = await this.standIns.of(accountId, sessionUid);
    if (standIn) return claimsInPlace(standIn);
    const organizationId = await this.choices.of(accountId as PersonId, sessionUid);
    return { sid: sessionUid, ...(organizationId !== undefined && { org: organizationId }) };
  }
}

/** Of a token for somebody who acts as another (RFC 8693, `act`); `inPlaceOf` makes it the other's. */
function claimsInPlace({ sessionId, organizationId, personId, asPersonId, endsAt }: StandIn): Claims {
  const place = { sub: asPersonId, exp: Math.floor(endsAt.getTime() / 1000) };
  return { sid: sessionId, org: organizationId, act: { sub: personId }, place };
}

/** The library lets no claim of ours name the subject, and the token must not outlive the acting. */
export function inPlaceOf(jwt: JWTStructured): void {
  const { place, ...payload } = jwt.payload as {
    readonly exp: number;
    readonly place?: { readonly sub: string; readonly exp: number };
  };
  if (place) jwt.payload = { ...payload, sub: place.sub, exp: Math.min(payload.exp, place.exp) };
}
