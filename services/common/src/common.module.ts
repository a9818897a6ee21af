import { JobBoardModule, MailConfig, MailPage, Mails, PdfPress, ReportFiles } from '@dhanman/platform';
import { Module } from '@nestjs/common';
import { CommonConfig } from './config.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApiKeysQueries } from './api-keys/api-keys.queries.js';
import { ApiKeysService } from './api-keys/api-keys.service.js';
import { BankAccountsController } from './bank-accounts/bank-accounts.controller.js';
import { BankAccountsQueries } from './bank-accounts/bank-accounts.queries.js';
import { BankAccountsService } from './bank-accounts/bank-accounts.service.js';
import { BranchesController } from './branches/branches.controller.js';
import { BranchesQueries } from './branches/branches.queries.js';
import { BranchesService } from './branches/branches.service.js';
import { BudgetsController } from './budgets/budgets.controller.js';
import { BudgetsQueries } from './budgets/budgets.queries.js';
import { BudgetsService } from './budgets/budgets.service.js';
import { ChartImportsController } from './chart/chart-imports.controller.js';
import { ChartImportsService } from './chart/chart-imports.service.js';
import { ChartController } from './chart/chart.controller.js';
import { ChartQueries } from './chart/chart.queries.js';
import { ChartService } from './chart/chart.service.js';
import { CompaniesController } from './companies/companies.controller.js';
import { CompaniesQueries } from './companies/companies.queries.js';
import { CompaniesService } from './companies/companies.service.js';
import { DailyRunsController } from './daily-runs/daily-runs.controller.js';
import { DailyRunsHandlers } from './daily-runs/daily-runs.handlers.js';
import { DailyRunsJobs } from './daily-runs/daily-runs.jobs.js';
import { DailyRunsQueries } from './daily-runs/daily-runs.queries.js';
import { DailyRunsService } from './daily-runs/daily-runs.service.js';
import { LedgerTasksService } from './daily-runs/ledger-tasks.service.js';
import { RestatementController } from './directory/directory.controller.js';
import { DirectoryJobs } from './directory/directory.jobs.js';
import { DirectoryService } from './directory/directory.service.js';
import { AccountController } from './identity/account.controller.js';
import { AccountService } from './identity/account.service.js';
import { AccountMailJobs } from './identity/account-mail.jobs.js';
import { AccountRequestsService } from './identity/account-requests.service.js';
import { AccountsController } from './identity/accounts.controller.js';
import { ClientsService } from './identity/clients.service.js';
import { CredentialsService } from './identity/credentials.service.js';
import { EndedSessionsService } from './identity/ended-sessions.service.js';
import { HashingProcessService } from './identity/hashing-process.service.js';
import { IssuerConfigurationService } from './identity/issuer-configuration.service.js';
import { IssuerListenerService } from './identity/issuer-listener.service.js';
import { IssuerService } from './identity/issuer.service.js';
import { LockoutsService } from './identity/lockouts.service.js';
import { MailLinksService } from './identity/mail-links.service.js';
import { OidcRecordsService } from './identity/oidc-records.service.js';
import { OrganizationChoicesService } from './identity/organization-choices.service.js';
import { PasskeyProofsService } from './identity/passkey-proofs.service.js';
import { PasskeysController } from './identity/passkeys.controller.js';
import { PasskeysService } from './identity/passkeys.service.js';
import { PasswordsService } from './identity/passwords.service.js';
import { RefusedSignInsService } from './identity/refused-sign-ins.service.js';
import { SealService } from './identity/seal.service.js';
import { SecondFactorsService } from './identity/second-factors.service.js';
import { SessionsService } from './identity/sessions.service.js';
import { SignInDoorService } from './identity/sign-in-door.service.js';
import { SignInService } from './identity/sign-in.service.js';
import { SignInsController } from './identity/sign-ins.controller.js';
import { SignInsService } from './identity/sign-ins.service.js';
import { SigningKeysService } from './identity/signing-keys.service.js';
import { TokenClaimsService } from './identity/token-claims.service.js';
import { AcceptInvitationService } from './invitations/accept-invitation.service.js';
import { InvitationLinksService } from './invitations/invitation-links.service.js';
import { InvitationMailJobs } from './invitations/invitation-mail.jobs.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InvitationsQueries } from './invitations/invitations.queries.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { JoiningController } from './invitations/joining.controller.js';
import { EntriesController } from './ledger/entries.controller.js';
import { EntriesQueries } from './ledger/entries.queries.js';
import { PostingsController } from './ledger/postings.controller.js';
import { PostingsQueries } from './ledger/postings.queries.js';
import { LedgerHandlers } from './ledger/ledger.handlers.js';
import { AnswersService } from './ledger/answers.service.js';
import { BalancesService } from './ledger/balances.service.js';
import { BooksService } from './ledger/books.service.js';
import { JournalService } from './ledger/journal.service.js';
import { LedgerService } from './ledger/ledger.service.js';
import { ReversalsService } from './ledger/reversals.service.js';
import { StoredEntriesService } from './ledger/stored-entries.service.js';
import { JournalTemplatesController } from './journal-templates/journal-templates.controller.js';
import { JournalTemplatesJobs } from './journal-templates/journal-templates.jobs.js';
import { JournalTemplatesQueries } from './journal-templates/journal-templates.queries.js';
import { JournalTemplatesService } from './journal-templates/journal-templates.service.js';
import { ManualJournalsController } from './manual-journals/manual-journals.controller.js';
import { ManualJournalsQueries } from './manual-journals/manual-journals.queries.js';
import { ManualJournalsService } from './manual-journals/manual-journals.service.js';
import { MeController } from './me/me.controller.js';
import { MeQueries } from './me/me.queries.js';
import { IdentitiesService } from './memberships/identities.service.js';
import { MembershipsController } from './memberships/memberships.controller.js';
import { MembershipsQueries } from './memberships/memberships.queries.js';
import { MembershipsService } from './memberships/memberships.service.js';
import { OpeningBalancesController } from './opening-balances/opening-balances.controller.js';
import { OpeningBalancesQueries } from './opening-balances/opening-balances.queries.js';
import { OpeningBalancesService } from './opening-balances/opening-balances.service.js';
import { OrganizationsController } from './organizations/organizations.controller.js';
import { OrganizationsQueries } from './organizations/organizations.queries.js';
import { OrganizationsService } from './organizations/organizations.service.js';
import { ClosedAccountsController } from './people/closed-accounts.controller.js';
import { DeactivationsService } from './people/deactivations.service.js';
import { PeopleService } from './people/people.service.js';
import { PeriodsController } from './periods/periods.controller.js';
import { PeriodsQueries } from './periods/periods.queries.js';
import { PeriodsService } from './periods/periods.service.js';
import { YearEndService } from './periods/year-end.service.js';
import { BudgetVarianceQueries } from './reports/budget-variance.queries.js';
import { KnownBooks } from './reports/known-books.queries.js';
import { LedgerLines } from './reports/ledger-lines.queries.js';
import { JournalAttachmentsController } from './journal-attachments/journal-attachments.controller.js';
import { JournalAttachmentsJobs } from './journal-attachments/journal-attachments.jobs.js';
import { JournalAttachmentsQueries } from './journal-attachments/journal-attachments.queries.js';
import { JournalAttachmentsService } from './journal-attachments/journal-attachments.service.js';
import { JournalImportsController } from './journal-imports/journal-imports.controller.js';
import { JournalImportsService } from './journal-imports/journal-imports.service.js';
import { LedgersController } from './reports/ledgers.controller.js';
import { LedgersQueries } from './reports/ledgers.queries.js';
import { OverviewController } from './reports/overview.controller.js';
import { OverviewQueries } from './reports/overview.queries.js';
import { PersonalTokensController } from './personal-tokens/personal-tokens.controller.js';
import { PersonalTokensQueries } from './personal-tokens/personal-tokens.queries.js';
import { PersonalTokensService } from './personal-tokens/personal-tokens.service.js';
import { ReportsController } from './reports/reports.controller.js';
import { ConsolidationQueries } from './reports/consolidation.queries.js';
import { ReportsQueries } from './reports/reports.queries.js';
import { YearlyActualsService } from './reports/yearly-actuals.service.js';
import { RolesController } from './roles/roles.controller.js';
import { RolesQueries } from './roles/roles.queries.js';
import { RolesService } from './roles/roles.service.js';
import { SignUpsController } from './sign-ups/sign-ups.controller.js';
import { SignUpsService } from './sign-ups/sign-ups.service.js';
import { StandInsController } from './stand-ins/stand-ins.controller.js';
import { StandInsJobs } from './stand-ins/stand-ins.jobs.js';
import { StandInsService } from './stand-ins/stand-ins.service.js';
import { WebhookDeliveriesController } from './webhooks/webhook-deliveries.controller.js';
import { WebhookDeliveriesQueries } from './webhooks/webhook-deliveries.queries.js';
import { WebhookDeliveriesService } from './webhooks/webhook-deliveries.service.js';
import { WebhookPlacesService } from './webhooks/webhook-places.service.js';
import { WebhookSenderService } from './webhooks/webhook-sender.service.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhooksHandlers } from './webhooks/webhooks.handlers.js';
import { WebhooksJobs } from './webhooks/webhooks.jobs.js';
import { WebhooksQueries } from './webhooks/webhooks.queries.js';
import { WebhooksService } from './webhooks/webhooks.service.js';

/** Who people are, how they prove it, and the tokens they get for it. */
const identity = [
  ...[PasskeyProofsService, PasskeysService, PersonalTokensService, PersonalTokensQueries],
  ...[
    HashingProcessService,
    PasswordsService,
    SealService,
    LockoutsService,
    SecondFactorsService,
    SessionsService,
  ],
  ...[
    CredentialsService,
    AccountRequestsService,
    MailLinksService,
    ...[Mails, MailPage, { provide: MailConfig, useExisting: CommonConfig }],
    AccountMailJobs,
  ],
  ...[
    SignInDoorService,
    RefusedSignInsService,
    SignInService,
    SignInsService,
    AccountService,
    OrganizationChoicesService,
    ClientsService,
    EndedSessionsService,
    OidcRecordsService,
    TokenClaimsService,
  ],
  ...[SigningKeysService, IssuerConfigurationService, IssuerService, IssuerListenerService],
];

/** Telling programs outside what happened. */
const webhooks = [
  ...[WebhooksService, WebhooksQueries, WebhookPlacesService, WebhookSenderService, WebhooksJobs],
  ...[WebhookDeliveriesService, WebhookDeliveriesQueries],
];

@Module({
  imports: [JobBoardModule],
  controllers: [
    ...[ReportsController, LedgersController, ManualJournalsController, OpeningBalancesController],
    JournalAttachmentsController,
    ...[JournalImportsController, JournalTemplatesController, OverviewController],
    BudgetsController,
    ...[
      AccountController,
      AccountsController,
      ClosedAccountsController,
      PasskeysController,
      SignInsController,
    ],
    PersonalTokensController,
    ...[
      ApiKeysController,
      BranchesController,
      BankAccountsController,
      EntriesController,
      PostingsController,
      PeriodsController,
      ChartController,
      ChartImportsController,
      CompaniesController,
      DailyRunsController,
      DailyRunsHandlers,
      InvitationsController,
      JoiningController,
      LedgerHandlers,
      MeController,
    ],
    ...[
      MembershipsController,
      OrganizationsController,
      RestatementController,
      RolesController,
      SignUpsController,
      StandInsController,
    ],
    ...[WebhooksController, WebhookDeliveriesController, WebhooksHandlers],
  ],
  providers: [
    ...identity,
    ...[
      KnownBooks,
      OverviewQueries,
      ConsolidationQueries,
      LedgerLines,
      LedgersQueries,
      PdfPress,
      ReportFiles,
      ReportsQueries,
    ],
    ...webhooks,
    ...[DailyRunsService, DailyRunsQueries, DailyRunsJobs, LedgerTasksService],
    ...[ApiKeysQueries, ApiKeysService],
    ...[AcceptInvitationService, InvitationLinksService, InvitationMailJobs],
    ...[
      AnswersService,
      BalancesService,
      BooksService,
      JournalService,
      LedgerService,
      ChartService,
      ChartImportsService,
      PeriodsService,
    ],
    ...[ReversalsService, StoredEntriesService, ChartQueries],
    ...[ManualJournalsService, ManualJournalsQueries, OpeningBalancesService, OpeningBalancesQueries],
    ...[JournalImportsService, JournalTemplatesJobs, JournalTemplatesQueries, JournalTemplatesService],
    ...[JournalAttachmentsJobs, JournalAttachmentsService, JournalAttachmentsQueries],
    ...[BudgetsService, BudgetsQueries, BudgetVarianceQueries, YearlyActualsService],
    ...[BankAccountsQueries, BankAccountsService, EntriesQueries, PostingsQueries],
    ...[PeriodsQueries, YearEndService],
    ...[
      BranchesQueries,
      BranchesService,
      CompaniesQueries,
      CompaniesService,
      DirectoryJobs,
      DirectoryService,
    ],
    IdentitiesService,
    ...[InvitationsQueries, InvitationsService, MeQueries, MembershipsQueries, MembershipsService],
    ...[
      OrganizationsQueries,
      OrganizationsService,
      DeactivationsService,
      PeopleService,
      RolesQueries,
      RolesService,
      SignUpsService,
      StandInsService,
      StandInsJobs,
    ],
  ],
})
export class CommonModule {}
