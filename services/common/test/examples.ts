import type { ApiKeyWithSecret, BranchDto, InvitationDto, RoleDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
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
  const key = await made<ApiKeyWithSecret>('api-keys', { name: 'Shop', grants });
  const other = await aMember(started, { organizationId, companyIds: [companyId], grants });
  const [membership] = await query<{ id: string }>(
    started.database.adminUrl,
    'select id from membership where person_id = $1',
    [other.personId],
  );
  const [run, task] = await aDailyRun(started, member);
  return {
    ids: {
      ...{ 'daily-runs': run, tasks: task, sessions: await aSession(started, member) },
      ...{ branches: branch.id, roles: role.id, invitations: invitation.id },
      ...{ memberships: membership?.id ?? '', organizations: organizationId, 'api-keys': key.id },
    },
    bodies: {
      'account.changePassword': { currentPassword: guess, password: 'a quite different phrase 7' },
      'account.chooseOrganization': { organizationId },
      'account.confirmSecondFactor': { code: '000000' },
      'account.enrolSecondFactor': { currentPassword: guess },
      'account.removeSecondFactor': { currentPassword: guess },
      'apiKeys.create': { name: 'Till', grants },
      'apiKeys.rotate': {},
      'branches.create': { name: 'Nashik', code: 'NASHIK' },
      'branches.patch': { name: 'Nashik' },
      'companies.create': { name: 'Asha & Sons' },
      'companies.patch': { name: 'Asha & Sons' },
      'joining.join': { token: guess },
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

const guess = 'not the password of anybody';

/** A night of the company that has one task, which failed. */
async function aDailyRun(
  { database }: StartedService,
  { organizationId, companyId }: Member,
): Promise<readonly [string, string]> {
  const [run, task] = [newId(), newId()];
  await query(
    database.adminUrl,
    `insert into daily_run (organization_id, id, company_id, run_on, is_late, state)
     values ($1, $2, $3, '2026-04-01', false, 'finished')`,
    [organizationId, run, companyId],
  );
  await query(
    database.adminUrl,
    `insert into daily_task (organization_id, id, run_id, company_id, position, module, type, attempt, state)
     values ($1, $2, $3, $4, 1, 'common', 'prove-ledger', 1, 'failed')`,
    [organizationId, task, run, companyId],
  );
  return [run, task];
}

/** Where the member is signed in. */
async function aSession({ database }: StartedService, { personId }: Member): Promise<string> {
  const uid = newId();
  const sql = `insert into oidc_record (model, key, uid, account_id, payload, expires_at)
     values ('Session', $1, $1, $2, '{}', now() + interval '1 hour')`;
  await query(database.adminUrl, sql, [uid, personId]);
  return uid;
}
