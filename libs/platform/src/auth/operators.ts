import type { Actor } from './actor.js';

/**
 * Who runs the installation: members of one organization, named in its configuration. What shows more than one
 * organization is theirs alone, whatever roles others have at home. Without that name it is nobody's.
 */
export class Operators {
  constructor(private readonly organizationId: string | undefined) {}

  include(actor: Actor): boolean {
    return this.organizationId !== undefined && actor.organizationId === this.organizationId;
  }
}
