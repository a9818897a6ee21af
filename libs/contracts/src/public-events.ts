import * as directory from './common/directory.js';
import type { EventContract } from './contract.js';
import type { Permission } from './permissions.js';

export interface PublicEvent {
  readonly contract: EventContract;
  /** Who subscribes must be allowed to see for the whole organization what the event tells. */
  readonly permission: Permission;
}

const of = (permission: Permission, ...contracts: readonly EventContract[]): readonly PublicEvent[] =>
  contracts.map((contract) => ({ contract, permission }));

/** What an organization may have sent to its own programs. Common hears all of these, those of its own too. */
export const publicEvents: readonly PublicEvent[] = [
  ...of('dhanman.common.company.read', directory.CompanyCreated, directory.CompanyChanged),
  ...of(
    'dhanman.common.membership.read',
    directory.MembershipGranted,
    directory.MembershipChanged,
    directory.MembershipRevoked,
  ),
  ...of(
    'dhanman.common.organization.read',
    directory.OrganizationCreated,
    directory.OrganizationChanged,
    directory.OrganizationClosed,
  ),
];

/** As a subscriber knows it. */
export const publicEventNames: readonly string[] = publicEvents.map(({ contract }) => contract.name);
