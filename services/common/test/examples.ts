import type {
  ApiKeyWithSecret,
  BranchDto,
  BudgetDto,
  InvitationDto,
  JournalAttachmentDto,
  JournalTemplateDto,
  ManualJournalDto,
  RoleDto,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, type Examples, type Member, query, type StartedService } from '@dhanman/testing';
import { RecordedBooks } from './support/recorded-books.js';

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
  const [webhook, delivery] = await aWebhook(started, member);
  const other = await aMember(started, { organizationId, companyIds: [companyId], grants });
  const [membership] = await query<{ id: string }>(
    started.database.adminUrl,
    'select id from membership where person_id = $1',
    [other.personId],
  );
  const [run, task] = await aDailyRun(started, member);
  const books = await someBooks(started, member);
  const vendor = await aBill(started, member);
  const template = await made<JournalTemplateDto>(`companies/${companyId}/journal-templates`, templateBody);
  const journal = await made<ManualJournalDto>(`companies/${companyId}/manual-journals`, journalBody);
  const attachment = await made<JournalAttachmentDto>(
    `companies/${companyId}/manual-journals/${journal.id}/attachments`,
    { name: 'Rent.pdf', content: aPdf('Rent agreement') },
  );
  // Waiting for approval it keeps its file: whoever asks to remove it leaves it to those who ask after them.
  await query(
    started.database.adminUrl,
    `update manual_journal set state = 'submitted', approvals_needed = 1 where id = $1`,
    [journal.id],
  );
  const financialYearId = books['financial-years'];
  const budget = await made<BudgetDto>(`companies/${companyId}/budgets`, { financialYearId });
  return {
    ids: {
      budgets: budget.id,
      parties: vendor,
      ...{ 'manual-journals': journal.id, attachments: attachment.id },
      'journal-templates': template.id,
      ...{ 'daily-runs': run, tasks: task, sessions: await aSession(started, member) },
      passkeys: await aPasskey(started, member),
      'personal-tokens': await aPersonalToken(started, member),
      ...{ webhooks: webhook, deliveries: delivery },
      ...{ branches: branch.id, roles: role.id, invitations: invitation.id },
      ...{ memberships: membership?.id ?? '', organizations: organizationId, 'api-keys': key.id, ...books },
    },
    bodies: {
      'account.changePassword': { currentPassword: guess, password: 'a quite different phrase 7' },
      'account.chooseName': { name: 'Asha Rao' },
      'account.chooseLanguage': { language: 'hi' },
      'account.chooseOrganization': { organizationId },
      'account.confirmSecondFactor': { code: '000000' },
      'account.enrolSecondFactor': { currentPassword: guess },
      'account.removeSecondFactor': { currentPassword: guess },
      'closedAccounts.closeAccount': { currentPassword: guess },
      'apiKeys.create': { name: 'Till', grants },
      'apiKeys.rotate': {},
      'bankAccounts.create': { kind: 'bank', name: 'HDFC Current' },
      'bankAccounts.patch': { isDefault: true },
      'branches.create': { name: 'Nashik', code: 'NASHIK' },
      'branches.patch': { name: 'Nashik' },
      'budgets.create': { financialYearId },
      'budgets.fill': { percent: '5.0' },
      'budgets.replace': { lines: [] },
      'budgets.return': { reason: 'Too much' },
      'chart.applyTemplate': { kind: 'business' },
      'chart.create': { code: '51990', name: 'Garden' },
      'chartImports.import': { text: 'Number,Name\n51990,Garden' },
      'chartImports.preview': { text: 'Number,Name\n51990,Garden' },
      'chart.move': { parentId: null },
      'chart.patch': { name: 'Garden' },
      'companies.create': { name: 'Asha & Sons' },
      'companies.patch': { name: 'Asha & Sons' },
      'joining.join': { token: guess },
      'entries.reverse': { on: '2026-04-01', reason: 'Wrong' },
      'journalAttachments.attach': { name: 'Bill.pdf', content: aPdf('Bill') },
      'journalImports.import': { text: sheet },
      'journalImports.preview': { text: sheet },
      'journalTemplates.create': templateBody,
      'journalTemplates.replace': templateBody,
      'manualJournals.create': journalBody,
      'manualJournals.replace': journalBody,
      'manualJournals.return': { reason: 'Wrong month' },
      'openingBalances.enter': openingBody,
      'personalTokens.create': { name: 'Laptop', currentPassword: guess },
      'passkeys.rename': { name: 'Blue phone' },
      'passkeys.begin': { currentPassword: guess },
      'passkeys.add': {
        ...{ name: 'Phone', credential: 'a2V5', clientData: 'e30', attestation: 'oA', transports: [] },
      },
      'invitations.invite': { email: 'meera@example.com', grants },
      'memberships.link': someIdentity,
      'memberships.unlink': someIdentity,
      'memberships.patch': { grants: [{ role: 'resident' }] },
      'organizations.patch': { name: 'Asha Group' },
      'organizations.close': { name: 'Another name' },
      'periods.open': { label: '2027-28' },
      'periods.reopen': { reason: 'A bill came late' },
      'restatement.restate': {},
      'restatement.restateEverything': {},
      'roles.create': { name: 'Counter', patterns: ['dhanman.sales.customer.read'] },
      'webhooks.create': { url: 'https://1.1.1.1/hook', events: [changed] },
      'webhooks.patch': { description: 'Shop' },
      'webhooks.rotate': {},
      'roles.patch': { name: 'Counter' },
      'standIns.begin': { membershipId: membership?.id ?? '', reason: 'The list stays empty' },
    },
  };
}

const someIdentity = { issuer: 'https://example.auth0.com/', subject: 'auth0|1' };
const aPdf = (text: string): string => Buffer.from(`%PDF-1.7 ${text}`).toString('base64');

const journalBody = {
  ...{ on: '2026-04-30', narration: 'Depreciation' },
  lines: [
    { account: '51730', side: 'debit', amount: '18200.00' },
    { account: '12015', side: 'credit', amount: '18200.00' },
  ],
};

const templateBody = {
  ...{ name: 'Depreciation', narration: journalBody.narration, lines: journalBody.lines },
  recurrence: { every: 'month', startsOn: '2026-04-30', reverses: 'never' },
};

const sheet = `VoucherNo,Date,AccountNumber,Debit,Credit,Narration
M1,30-04-2026,51730,500,,Depreciation
M1,,12015,,500,
`;

const openingBody = {
  ...{ on: '2026-04-01', replaces: null, difference: '500.00' },
  lines: [{ account: '11110', side: 'debit', amount: '500.00' }],
};

/** An account, a bank account, a year with a month, and an entry. */
async function someBooks(
  { agent, database }: StartedService,
  { organizationId, companyId, token }: Member,
): Promise<Examples['ids']> {
  const asked = (path: string, body: object) =>
    agent.post(`/api/v1/${path}`).set('authorization', `Bearer ${token}`).send(body);
  await asked('chart/template', { kind: 'business' }).expect(200);
  const bank = await asked(`companies/${companyId}/bank-accounts`, { kind: 'bank', name: 'HDFC' }).expect(
    201,
  );
  const [year, period, entry] = [newId(), newId(), newId()];
  const put = (sql: string, values: readonly unknown[]) => query(database.adminUrl, sql, values);
  await put(
    `insert into financial_year (organization_id, company_id, id, label, code, starts_on, ends_on, state)
     values ($1, $2, $3, '2026-27', '2627', '2026-04-01', '2027-03-31', 'open')`,
    [organizationId, companyId, year],
  );
  await put(
    `insert into accounting_period (organization_id, company_id, id, financial_year_id, starts_on, ends_on, state)
     values ($1, $2, $3, $4, '2026-04-01', '2026-04-30', 'open')`,
    [organizationId, companyId, period, year],
  );
  await put(anEntry, [organizationId, companyId, entry, newId()]);
  const { id, accountId } = bank.body as { id: string; accountId: string };
  return {
    ...{ accounts: accountId, 'bank-accounts': id, entries: entry, periods: period, 'financial-years': year },
  };
}

const anEntry = `
  with entry as (
    insert into journal_entry (organization_id, company_id, id, sequence, number, financial_year, entered_on, currency,
      narration, source_service, source_document, source_id, source_purpose, source_version, previous_hash, hash)
    values ($1, $2, $3, 1, 'JV/2627/000001', '2627', '2026-04-01', 'INR', 'Fees', 'common', 'journal', $4, 'post', 1, '', '')
  ), head as (
    update ledger_head set sequence = 1, numbers = '{"2627": 1}' where organization_id = $1 and company_id = $2)
  insert into journal_line (organization_id, company_id, entry_id, number, sequence, entered_on, account, side, amount,
    account_id)
  select $1, $2, $3, place, 1, '2026-04-01', code, side, 5, id
  from (values (1, '53020', 'debit'), (2, '11110', 'credit')) as line (place, code, side)
  join account using (code) where organization_id = $1`;

const guess = 'not the password of anybody';

const changed = 'common.company-changed.v1';

/** A webhook that was tried once. */
async function aWebhook(
  { database }: StartedService,
  { organizationId, personId }: Member,
): Promise<readonly [string, string]> {
  const [webhook, delivery] = [newId(), newId()];
  await query(
    database.adminUrl,
    `insert into webhook (organization_id, id, url, description, events, is_active, is_removed, secret, created_by)
     values ($1, $2, 'https://1.1.1.1/', '', $3, true, false, 'sealed', $4)`,
    [organizationId, webhook, JSON.stringify([changed]), personId],
  );
  await query(
    database.adminUrl,
    `insert into webhook_delivery (organization_id, id, webhook_id, event_id, type, body, state, tries, created_at)
     values ($1, $2, $3, $4, $5, '{}', 'failed', 12, now())`,
    [organizationId, delivery, webhook, newId(), changed],
  );
  await query(
    database.adminUrl,
    `insert into webhook_attempt (organization_id, id, delivery_id, at, duration_ms, status)
     values ($1, $2, $3, now(), 9, 500)`,
    [organizationId, newId(), delivery],
  );
  return [webhook, delivery];
}

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

async function aPasskey({ database }: StartedService, { personId }: Member): Promise<string> {
  const id = newId();
  const sql = `insert into passkey (id, person_id, credential, public_key, counter, transports, name)
     values ($1::uuid, $2, $1::text, '', 0, '[]', 'Phone')`;
  await query(database.adminUrl, sql, [id, personId]);
  return id;
}

async function aPersonalToken(
  { database }: StartedService,
  { organizationId, personId }: Member,
): Promise<string> {
  const id = newId();
  const sql = `insert into personal_token (organization_id, id, person_id, name, secret_hash, ending, reads_only, expires_at)
     values ($1, $2, $3, 'Laptop', 'hash', 'abcd', false, now() + interval '90 days')`;
  await query(database.adminUrl, sql, [organizationId, id, personId]);
  return id;
}

/** A bill of a vendor in the books of the company. */
async function aBill(started: StartedService, member: Member): Promise<string> {
  const vendor = newId();
  const books = new RecordedBooks(started, member);
  const day = { on: '2026-04-01', recordedAt: '2026-04-01T10:00:00Z' };
  await books.record({ ...day, bookings: [['59010 Repairs', '29010 Payables', 500]], credited: vendor });
  return vendor;
}

/** Where the member is signed in. */
async function aSession({ database }: StartedService, { personId }: Member): Promise<string> {
  const uid = newId();
  const sql = `insert into oidc_record (model, key, uid, account_id, payload, expires_at)
     values ('Session', $1, $1, $2, '{}', now() + interval '1 hour')`;
  await query(database.adminUrl, sql, [uid, personId]);
  return uid;
}
