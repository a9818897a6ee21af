import { DomainError } from '@dhanman/kernel';

export class VersionMissing extends DomainError {
  constructor() {
    super(
      'invalid',
      'version-missing',
      'A change names the version it was decided on: send the ETag of the last answer as If-Match.',
    );
  }
}

/** The version in an `If-Match` header, which is the number of an ETag this service handed out. */
export function versionIn(ifMatch: string | undefined): number {
  const [, digits] = /^(?:W\/)?"([1-9][0-9]{0,9})"$/.exec(ifMatch ?? '') ?? [];
  if (digits === undefined) throw new VersionMissing();
  return Number(digits);
}
