export { createAuditTable, nameTokensInTrail } from './audit/audit-table.js';
export { AuditsList, AuditsRead } from './audit/audited-reading.js';
export { masked } from './audit/masked.js';
export { PermissionMissing } from './auth/access.guard.js';
export { Actor, type Caller, CurrentActor, CurrentCaller } from './auth/actor.js';
export { EndedSessions, keepEnded } from './auth/ended-sessions.js';
export { createEndedSessions } from './auth/ended-session-table.js';
export { forgetMembers, Memberships } from './auth/memberships.js';
export { Operators } from './auth/operators.js';
export { MembersOnly, Public, Requires, SignedIn, StandIns } from './auth/requires.js';
export { boot } from './boot.js';
export { Cache, type CacheKey } from './cache.js';
export { add, atVersion, change, type Key, type Versioned } from './change.js';
export {
  addressVariable,
  type ConfigClass,
  ConfigurationWrong,
  defineConfig,
  type KeySource,
  type PlatformConfig,
  portVariable,
  type PublicKeys,
  type TrustedIssuer,
} from './config.js';
export { tell, type ToldChanges } from './changes/change-feed.js';
export { type Correlation, correlation } from './correlation.js';
export { afterCommit } from './database/after-commit.js';
export { DatabaseConnection } from './database/connection.js';
export { Database, type TransactionOptions } from './database/database.js';
export { type DatabaseDefinition, defineDatabase } from './database/define-database.js';
export { DatabaseBusy, DatabaseUnavailable, NotFound, Stale } from './database/errors.js';
export {
  type DatabaseRole,
  type Provision,
  provisionDatabase,
  type Provisioned,
} from './database/provision.js';
export { CursorInvalid, Keyset, type Sorts } from './database/keyset.js';
export { type Scope } from './database/scope.js';
export { appendOnlyTable, baseline, closedTable, sharedTable, tenantTable } from './database/tenant-table.js';
export { describeApi } from './describe-api.js';
export { directoryChecksums } from './directory/checksums.js';
export { keepCopy } from './directory/copies.js';
export {
  addIdentitiesOfMembers,
  addLanguageOfCompanies,
  createDirectoryTables,
  createKnownOrganizations,
  directoryTables,
} from './directory/directory-tables.js';
export { pdfFile } from './documents/pdf-file.js';
export { PdfPress } from './documents/pdf-press.js';
export { keepsMail, MailConfig, mailSecrets, mailVariables, mustReachPeople } from './mail/mail-config.js';
export { mayHaveGoneOut } from './mail/mail-failure.js';
export { MailPage } from './mail/mail-page.js';
export { type KeptMail, type Mail, type MailFile, Mails, type MailText } from './mail/mails.js';
export { qrCode, type QrCode } from './documents/qr-code.js';
export { type HealthCheck, HealthChecks } from './health/health-checks.js';
export { type Browser, CurrentBrowser, networkOf } from './http/browser.js';
export { versionIn } from './http/if-match.js';
export { type OpenApiDocument } from './http/openapi.js';
export { BodyUpTo } from './http/body-up-to.js';
export { Returns } from './http/returns.js';
export { turnAway } from './http/turned-away.js';
export { type Alarm, Alarms } from './jobs/alarms.js';
export { Idempotency, type IdempotencyRule } from './idempotency/idempotency.js';
export { createIdempotencyTable } from './idempotency/idempotency-table.js';
export { Job } from './jobs/job.js';
export { JobBoardModule } from './jobs/job-board.controller.js';
export { migrate } from './migrate.js';
export { Logger } from './observability/logger.js';
export { checkPlan } from './plans/plan-use.js';
export { countForPlan, createPlanUse } from './plans/plan-use-table.js';
export { Metrics } from './observability/metrics.js';
export { type RateLimits } from './rate-limits/rate-limits.js';
export { csvLine, harmless } from './reports/csv.js';
export { ReportTooLong } from './reports/printed-report.js';
export { type ReportAnswer, ReportFiles } from './reports/report-files.js';
export { comparedSpan, type ReportSpan, spanOf } from './reports/report-span.js';
export { Refusal } from './refusal.js';
export { RunningService } from './running-service.js';
export { rowsOfSheet } from './sheets/sheet-rows.js';
export { sheetWorkbook } from './sheets/sheet-workbook.js';
export { SelfCheckFailed } from './self-check.js';
export { type Extend, type Extension, type Platform, type ServiceDefinition } from './service.js';
export {
  type KeptFile,
  KeptFileDamaged,
  KeptFileMissing,
  Storage,
  StorageUnavailable,
} from './storage/storage.js';
