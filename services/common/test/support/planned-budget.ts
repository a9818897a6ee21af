import type { Id } from '@dhanman/kernel';
import { aMember, query, type StartedService } from '@dhanman/testing';
import type { BudgetDto } from '@dhanman/contracts';
import { asking as signedIn } from '../builders.js';
import type { Books } from './ledger.js';

/** What one person plans for each month of a year, by account number, and another approves. */
export async function planBudget(
  started: StartedService,
  { organizationId, companyId }: Books,
  monthly: Readonly<Record<string, string>>,
): Promise<void> {
  const person = async (role: string) =>
    signedIn(
      started,
      await aMember(started, { organizationId, companyIds: [companyId], grants: [{ role }] }),
    );
  const [author, approver] = [await person('accountant'), await person('approver')];
  const { adminUrl } = started.database;
  const [year] = await query<{ id: Id }>(
    adminUrl,
    `select id from financial_year where company_id = $1 and label = '2026-27'`,
    [companyId],
  );
  const accounts = await query<{ id: Id; code: string }>(
    adminUrl,
    'select id, code from account where organization_id = $1 and code = any($2)',
    [organizationId, Object.keys(monthly)],
  );
  const lines = accounts.map(({ id, code }) => ({
    accountId: id,
    months: Array<string>(12).fill(monthly[code] ?? '0.00'),
  }));
  const path = `/api/v1/companies/${companyId}/budgets`;
  const draft = (await author.post(path, { financialYearId: year!.id }).expect(201)).body as BudgetDto;
  const { body: written } = await started.agent
    .put(`${path}/${draft.id}`)
    .set('authorization', `Bearer ${author.token}`)
    .set('if-match', `"${draft.version}"`)
    .send({ lines })
    .expect(200);
  for (const [who, verb, version] of [
    [author, 'submit', (written as BudgetDto).version],
    [approver, 'approve', (written as BudgetDto).version + 1],
  ] as const)
    await who.post(`${path}/${draft.id}/${verb}`, {}).set('if-match', `"${version}"`).expect(200);
}
