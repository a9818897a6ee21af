import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import type { common } from '@dhanman/client';

// Loaded only when somebody makes or uses a passkey: most pages need none of it.

/** Nothing was chosen, or the device refused: it tells pages no more than that. */
export class PasskeyNotUsed extends Error {
  override readonly name = 'PasskeyNotUsed';
}

/** This device has a passkey for the account already. */
export class PasskeyHere extends Error {
  override readonly name = 'PasskeyHere';
}

export async function makePasskey(
  name: string,
  creation: common.PasskeyCreation,
): Promise<common.AddPasskey> {
  const optionsJSON = creation as Parameters<typeof startRegistration>[0]['optionsJSON'];
  const { id, response } = await startRegistration({ optionsJSON }).catch(told);
  return {
    ...{ name, credential: id, transports: response.transports ?? [] },
    ...{ clientData: response.clientDataJSON, attestation: response.attestationObject },
  };
}

export async function answerWithPasskey(question: common.PasskeyQuestion): Promise<common.PasskeyStep> {
  const { id, response } = await startAuthentication({ optionsJSON: question }).catch(told);
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    ...{ credential: id, clientData: clientDataJSON, authenticatorData, signature },
    ...(userHandle !== undefined && { userHandle }),
  };
}

function told(error: unknown): never {
  const isHere = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
  if (isHere) throw new PasskeyHere('A passkey is here already.', { cause: error });
  throw new PasskeyNotUsed('No passkey was used.', { cause: error });
}
