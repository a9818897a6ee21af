import { messageTables } from '@dhanman/messaging';
import { defineDatabase, directoryTables, NotFound } from '@dhanman/platform';
import { scheduleTables } from '@dhanman/schedules';
import { ApiKeyNameTaken } from './api-keys/api-key.js';
import { ApiKeyTable } from './api-keys/api-key.table.js';
import { DefaultTaken } from './bank-accounts/bank-account.js';
import { BankAccountTable } from './bank-accounts/bank-account.table.js';
import { BranchCodeTaken } from './branches/branch.js';
import { BranchTable } from './branches/branch.table.js';
import { BudgetUnderWay } from './budgets/budget-errors.js';
import { BudgetTable } from './budgets/budget.table.js';
import { AccountCodeTaken, AccountRoleTaken } from './chart/account-errors.js';
import { AccountTable } from './chart/account.table.js';
import { CompanyTable } from './companies/company.table.js';
import { DailyRunTable, DailyTaskTable } from './daily-runs/daily-run.table.js';
import { InvitationTable } from './invitations/invitation.table.js';
import { MembershipTable } from './memberships/membership.table.js';
import { AttachedAlready } from './journal-attachments/attachment-errors.js';
import { JournalAttachmentTable } from './journal-attachments/journal-attachment.table.js';
import { JournalTemplateTable } from './journal-templates/journal-template.table.js';
import { ManualJournalTable } from './manual-journals/manual-journal.table.js';
import { Baseline1760000000000 } from './migrations/1760000000000-baseline.js';
import { Messages1760000010000 } from './migrations/1760000010000-messages.js';
import { Companies1760000011000 } from './migrations/1760000011000-companies.js';
import { Journal1760000012000 } from './migrations/1760000012000-journal.js';
import { Operations1760000020000 } from './migrations/1760000020000-operations.js';
import { Schedules1760000021000 } from './migrations/1760000021000-schedules.js';
import { DailyRuns1760000021010 } from './migrations/1760000021010-daily-runs.js';
import { People1760000030000 } from './migrations/1760000030000-people.js';
import { Credentials1760000030010 } from './migrations/1760000030010-credentials.js';
import { Organizations1760000031000 } from './migrations/1760000031000-organizations.js';
import { IdempotencyKeys1760000032000 } from './migrations/1760000032000-idempotency-keys.js';
import { Audit1760000032100 } from './migrations/1760000032100-audit.js';
import { ApiKeys1760000040000 } from './migrations/1760000040000-api-keys.js';
import { MailedInvitations1760000041000 } from './migrations/1760000041000-mailed-invitations.js';
import { Passkeys1760000041010 } from './migrations/1760000041010-passkeys.js';
import { ChartOfAccounts1760000050000 } from './migrations/1760000050000-chart-of-accounts.js';
import { FinancialYears1760000050010 } from './migrations/1760000050010-financial-years.js';
import { Ledger1760000050020 } from './migrations/1760000050020-ledger.js';
import { Posting1760000050030 } from './migrations/1760000050030-posting.js';
import { BooksOfExistingCompanies1760000050040 } from './migrations/1760000050040-books-of-existing-companies.js';
import { JournalByTime1760000060000 } from './migrations/1760000060000-journal-by-time.js';
import { Webhooks1760000080000 } from './migrations/1760000080000-webhooks.js';
import { StandIns1760000090000 } from './migrations/1760000090000-stand-ins.js';
import { ManualJournals1760000100000 } from './migrations/1760000100000-manual-journals.js';
import { ImportedJournals1760000160000 } from './migrations/1760000160000-imported-journals.js';
import { PlacesOfWebhooks1760000170000 } from './migrations/1760000170000-places-of-webhooks.js';
import { Budgets1760000180000 } from './migrations/1760000180000-budgets.js';
import { LanguageOfPeople1760000230000 } from './migrations/1760000230000-language-of-people.js';
import { EndedSessions1760000190000 } from './migrations/1760000190000-ended-sessions.js';
import { JournalTemplates1760000200000 } from './migrations/1760000200000-journal-templates.js';
import { ApprovalByTheAuthor1760000231000 } from './migrations/1760000231000-approval-by-the-author.js';
import { BudgetsApprovedByTheAuthor1760000250000 } from './migrations/1760000250000-budgets-approved-by-the-author.js';
import { IdentitiesOfMembers1760000240000 } from './migrations/1760000240000-identities-of-members.js';
import { JournalAttachments1760000251000 } from './migrations/1760000251000-journal-attachments.js';
import { UseOfPlan1760000270000 } from './migrations/1760000270000-use-of-plan.js';
import { KeptAttachments1760000620000 } from './migrations/1760000620000-kept-attachments.js';
import { FilesOfKeptMail1760000305010 } from './migrations/1760000305010-files-of-kept-mail.js';
import { LanguageOfCompanies1760000600000 } from './migrations/1760000600000-language-of-companies.js';
import { TokensInTheTrail1760000650000 } from './migrations/1760000650000-tokens-in-the-trail.js';
import { PersonalTokens1760000650100 } from './migrations/1760000650100-personal-tokens.js';
import { OrganizationTable } from './organizations/organization.table.js';
import { PersonTable } from './people/person.table.js';
import { AccountingPeriodTable, BooksYearTable } from './periods/period.table.js';
import { PersonalTokenTable } from './personal-tokens/personal-token.table.js';
import { RoleNameTaken } from './roles/role.js';
import { RoleTable } from './roles/role.table.js';
import { StandInTable } from './stand-ins/stand-in.table.js';
import { WebhookTable } from './webhooks/webhook.table.js';

/** Of no tenant: one person may work for several organizations. */
const peopleTables = [
  ...['person', 'person_password', 'person_totp', 'recovery_code', 'mail_link', 'kept_mail'],
  ...['sign_in_attempts', 'sign_in_session', 'oidc_record', 'api_key_home', 'signing_key'],
  ...['passkey', 'passkey_challenge', 'personal_token_home'],
];

export const database = defineDatabase({
  tables: [
    ...[ApiKeyTable, BranchTable, CompanyTable, InvitationTable, MembershipTable, OrganizationTable],
    ...[PersonTable, RoleTable, StandInTable, DailyRunTable, DailyTaskTable, WebhookTable],
    ...[AccountTable, AccountingPeriodTable, BankAccountTable, BooksYearTable, ManualJournalTable],
    ...[BudgetTable, JournalTemplateTable, JournalAttachmentTable, PersonalTokenTable],
  ],
  migrations: [
    Baseline1760000000000,
    Messages1760000010000,
    Companies1760000011000,
    Journal1760000012000,
    Operations1760000020000,
    Schedules1760000021000,
    DailyRuns1760000021010,
    People1760000030000,
    Credentials1760000030010,
    Organizations1760000031000,
    IdempotencyKeys1760000032000,
    Audit1760000032100,
    ApiKeys1760000040000,
    MailedInvitations1760000041000,
    Passkeys1760000041010,
    ChartOfAccounts1760000050000,
    FinancialYears1760000050010,
    Ledger1760000050020,
    Posting1760000050030,
    BooksOfExistingCompanies1760000050040,
    JournalByTime1760000060000,
    Webhooks1760000080000,
    StandIns1760000090000,
    ManualJournals1760000100000,
    ImportedJournals1760000160000,
    PlacesOfWebhooks1760000170000,
    Budgets1760000180000,
    EndedSessions1760000190000,
    JournalTemplates1760000200000,
    LanguageOfPeople1760000230000,
    ApprovalByTheAuthor1760000231000,
    IdentitiesOfMembers1760000240000,
    BudgetsApprovedByTheAuthor1760000250000,
    JournalAttachments1760000251000,
    UseOfPlan1760000270000,
    FilesOfKeptMail1760000305010,
    LanguageOfCompanies1760000600000,
    KeptAttachments1760000620000,
    TokensInTheTrail1760000650000,
    PersonalTokens1760000650100,
  ],
  constraints: {
    journal_attachment_once: () => new AttachedAlready(),
    api_key_name_key: () => new ApiKeyNameTaken(),
    account_code_key: () => new AccountCodeTaken(),
    account_role_key: () => new AccountRoleTaken(),
    bank_account_organization_id_company_id_fkey: () => new NotFound('company'),
    bank_account_default_key: () => new DefaultTaken(),
    branch_code_per_company_key: () => new BranchCodeTaken(),
    branch_organization_id_company_id_fkey: () => new NotFound('company'),
    budget_revision_key: () => new BudgetUnderWay(),
    budget_under_way_key: () => new BudgetUnderWay(),
    role_name_key: () => new RoleNameTaken(),
  },
  sharedTables: [...messageTables, ...directoryTables, ...peopleTables, ...scheduleTables],
});
