import type { AddPasskey, PasskeyStep } from '@dhanman/contracts';
import { Injectable } from '@nestjs/common';
import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { CommonConfig } from '../config.js';
import { PasskeyNotMade, PasskeyRefused } from './passkey.js';

/**
 * Whether an answer was made here, for this challenge, by a key that asked its owner for a finger, a face or a PIN: only
 * then does it stand for two factors.
 */
@Injectable()
export class PasskeyProofsService {
  constructor(private readonly config: CommonConfig) {}

  /** The site for which passkeys work; a page of another one gets none of them. */
  get rpId(): string {
    return new URL(this.config.APP_URL).hostname;
  }

  async made(
    challenge: string,
    { credential, clientData, attestation }: AddPasskey,
  ): Promise<WebAuthnCredential> {
    try {
      refuseCertificates(attestation);
      const { registrationInfo } = await verifyRegistrationResponse({
        response: {
          ...{ id: credential, rawId: credential, type: 'public-key', clientExtensionResults: {} },
          response: { clientDataJSON: clientData, attestationObject: attestation },
        },
        ...this.expected(challenge),
      });
      if (!registrationInfo) throw new Error('The answer does not prove a key.');
      return registrationInfo.credential;
    } catch (error) {
      throw new PasskeyNotMade(error);
    }
  }

  /** Gives how often the key says that it was used; one that counts backwards was copied. */
  async used(challenge: string, key: WebAuthnCredential, answer: PasskeyStep): Promise<number> {
    const { credential, clientData, authenticatorData, signature } = answer;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: {
          ...{ id: credential, rawId: credential, type: 'public-key', clientExtensionResults: {} },
          response: { clientDataJSON: clientData, authenticatorData, signature },
        },
        credential: key,
        ...this.expected(challenge),
      });
      if (!verified) throw new Error('The signature is not that of the key.');
      return authenticationInfo.newCounter;
    } catch (error) {
      throw new PasskeyRefused(error);
    }
  }

  private expected(expectedChallenge: string) {
    const expectedOrigin = new URL(this.config.APP_URL).origin;
    return { expectedChallenge, expectedOrigin, expectedRPID: this.rpId, requireUserVerification: true };
  }
}

/** We ask for no proof of the maker; certificates would make the library fetch lists from addresses they name. */
function refuseCertificates(attestation: string): void {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestation));
  if (decoded.get('attStmt').get('x5c') !== undefined) throw new Error('The answer carries certificates.');
}
