import type { BranchDto, InvitationDto, RoleDto } from '@dhanman/contracts';
import { aMember, type Examples, type Member, query, type StartedService } from '@dhanman/testing';

/** One of everything that Common holds for an organization and its company. */
export async function furnish(started: StartedService, member: Member): Promise<Examples> {
  const { organizationId, companyId, token } = member;
  const made = async <T>(path: string, body: object): Promise<T> => {
    const request = started.agent.post(`/api/v1/${path}`).set('authorization', `Bearer ${token}`);
    return (await request.send(body).expect(201)).body as T;
  };
  const grants = [{ role: 'guard' }];
  const branch = await made<BranchDto>(`companies/${companyId}/branches`, { name: 'Pune', code: 'PUNE' });
  const role = await made<RoleDto>('roles', { name: 'Desk', patterns: ['dhanman.sales.*'] });
  const invitation = await made<InvitationDto>('invitations', { email: 'ravi@example.com', grants });
  const other = await aMember(started, { organizationId, companyIds: [companyId], grants });
  const [membership] = await query<{ id: string }>(
    started.database.adminUrl,
    'select id from membership where person_id = $1',
    [other.personId],
  );
  return {
    ids: {
      ...{ branches: branch.id, roles: role.id, invitations: invitation.id },
      ...{ memberships: membership?.id ?? '', organizations: organizationId },
    },
    bodies: {
      'branches.create': { name: 'Nashik', code: 'NASHIK' },
      'branches.patch': { name: 'Nashik' },
      'companies.create': { name: 'Asha & Sons' },
      'companies.patch': { name: 'Asha & Sons' },
      'invitations.invite': { email: 'meera@example.com', grants },
      'memberships.patch': { grants: [{ role: 'resident' }] },
      'organizations.patch': { name: 'Asha Group' },
      'organizations.close': { name: 'Another name' },
      'restatement.restate': {},
      'roles.create': { name: 'Counter', patterns: ['dhanman.sales.customer.read'] },
      'roles.patch': { name: 'Counter' },
    },
  };
}
