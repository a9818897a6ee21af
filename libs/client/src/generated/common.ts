// generated: do not edit; npm run generate

import type { Operation } from '../client.js';

export type ClientOptions = {
    baseUrl: string;
};

/**
 * State of a service and of what it depends on.
 */
export type Health = {
    status: 'ok' | 'degraded' | 'down';
    service: string;
    version: string;
    checks: {
        [key: string]: HealthCheckResult;
    };
};

export type HealthCheckResult = {
    status: 'ok' | 'degraded' | 'down';
    detail?: string;
};

/**
 * Why a request was not done (RFC 9457).
 */
export type Problem = {
    type: string;
    title: string;
    status: number;
    code: string;
    detail: string;
    errors?: Array<ProblemField>;
    details?: {
        [key: string]: unknown;
    };
    traceId: string;
};

/**
 * One field of the request and what is wrong with it.
 */
export type ProblemField = {
    path: string;
    code: string;
    message: string;
    details?: {
        [key: string]: unknown;
    };
};

export type DirectoryChecksums = {
    items: Array<DirectoryChecksum>;
};

export type DirectoryChecksum = {
    table: string;
    count: number;
    hash: string;
};

export type Instant = string;

export type AuditPage = {
    items: Array<AuditEntry>;
    nextCursor: string | null;
};

export type AuditEntry = {
    id: Id;
    companyId: Id | null;
    at: Instant;
    action: 'created' | 'changed' | 'read';
    entity: string;
    entityId: string;
    entityVersion: number | null;
    changes: Array<AuditChange>;
    /**
     * Who did it; null is the service itself.
     */
    actor: string | null;
    /**
     * In whose place the actor did it.
     */
    actingFor: string | null;
    /**
     * The personal token with which the actor came.
     */
    byToken: Id | null;
    /**
     * Where the request came from.
     */
    address: string | null;
    requestId: string | null;
    /**
     * The same in all services for one cause.
     */
    correlationId: string | null;
};

export type Id = string;

export type AuditChange = {
    field: string;
    before: unknown;
    after: unknown;
};

/**
 * With `Accept: text/event-stream` the answer is a stream instead: `event: changed` with a ChangedRecord as its data for each record as it changes, and `event: missed` when some may have passed unheard. It ends with the token at the latest.
 */
export type HeardChanges = {
    companyId: Id;
    /**
     * The kinds of records whose changes the caller hears.
     */
    entities: Array<string>;
};

export type Date = string;

export type Report = {
    name: 'trial-balance' | 'profit-and-loss' | 'balance-sheet' | 'cash-flow' | 'account-ledger' | 'general-ledger' | 'day-book' | 'party-ledger' | 'bank-book' | 'consolidated-trial-balance' | 'budget-variance' | 'consolidated-budget-variance' | 'receivables-ageing' | 'customer-dues' | 'customer-ledger' | 'sales-register' | 'gst-summary' | 'gst-section' | 'gst-hsn' | 'gst-documents' | 'gst-to-mend';
    /**
     * Null for a report over several companies.
     */
    company: {
        id: Id;
        name: string;
        kind: 'business' | 'society';
    } | null;
    currency: CurrencyCode;
    /**
     * Whose ledger it is.
     */
    subject: string | null;
    from: Date;
    asOf: Date;
    /**
     * Where a report can be asked for as known then: ask again with it and get the same, whatever was posted since.
     */
    knownAt: Instant;
    compare: {
        from: Date;
        asOf: Date;
    } | null;
    columns: Array<ReportColumn>;
    rows: Array<ReportRow>;
    checks: Array<ReportCheck>;
    /**
     * How many entries the books had at `knownAt`, and the SHA-256 link that covers them all: books in which one of them was changed since have another. Null for a report that is not one of the books of one company.
     */
    chain: ReportChain | null;
    nextCursor: string | null;
};

export type CurrencyCode = string;

export type ReportColumn = {
    name: 'opening' | 'debit' | 'credit' | 'closing' | 'amount' | 'balance' | 'compared' | 'change' | 'changePercent' | 'share' | 'date' | 'entry' | 'document' | 'narration' | 'counterAccount' | 'party' | 'receipts' | 'payments' | 'company' | 'elimination' | 'total' | 'budget' | 'actual' | 'variance' | 'variancePercent' | 'verdict' | 'dueOn' | 'current' | 'pastDue30' | 'pastDue60' | 'pastDueOver60' | 'outstanding' | 'unapplied' | 'net' | 'number' | 'openInvoices' | 'billed' | 'settled' | 'overdue' | 'oldestDueOn' | 'lastPaidOn' | 'advance' | 'gstin' | 'placeOfSupply' | 'value' | 'taxable' | 'cgst' | 'sgst' | 'igst' | 'cess' | 'roundOff' | 'state' | 'documents' | 'classification' | 'unit' | 'quantity' | 'rate' | 'lastNumber' | 'cancelled' | 'kept' | 'missing';
    kind: CellKind;
    /**
     * Of a column that stands for something with a name.
     */
    label: string | null;
    /**
     * Of a column about one company: its own report says more.
     */
    companyId?: Id;
};

export type CellKind = 'text' | 'date' | 'amount' | 'balance' | 'percent' | 'verdict' | 'count' | 'document' | 'word';

export type ReportRow = {
    kind: 'section' | 'group' | 'account' | 'entry' | 'balance' | 'total' | 'result';
    level: number;
    caption: 'assets' | 'liabilities' | 'equity' | 'revenue' | 'expense' | 'total-assets' | 'total-liabilities' | 'total-equity' | 'total-liabilities-and-equity' | 'total-revenue' | 'total-expense' | 'result' | 'current-result' | 'earlier-result' | 'total' | 'opening' | 'closing' | 'day-total' | 'operating' | 'investing' | 'financing' | 'net-operating' | 'net-investing' | 'net-financing' | 'net-change' | 'cash-opening' | 'cash-closing' | 'b2b' | 'b2cl' | 'b2cs' | 'exp' | 'cdnr' | 'cdnur' | 'nil' | 'outside' | 'hsn-b2b' | 'hsn-b2c' | 'series' | 'to-mend' | null;
    code: string | null;
    name: string | null;
    /**
     * One for each column.
     */
    cells: Array<string | null>;
    accountId: Id | null;
    entryId: Id | null;
    partyId: Id | null;
    /**
     * Of the invoice or receipt that the line comes from.
     */
    documentId: Id | null;
};

export type ReportCheck = {
    name: 'debits-are-credits' | 'assets-are-liabilities-and-equity' | 'cash-is-cash-book' | 'closing-is-balance' | 'eliminations-are-zero' | 'parts-are-total' | 'sections-are-register-value' | 'sections-are-register-tax' | 'hsn-is-sections';
    left: string;
    right: string;
    holds: boolean;
};

export type ReportChain = {
    entries: number;
    hash: string;
};

export type ManualJournalState = 'draft' | 'submitted' | 'posted' | 'discarded';

export type ManualJournalPage = {
    items: Array<ManualJournalSummary>;
    nextCursor: string | null;
};

export type ManualJournalSummary = {
    id: Id;
    companyId: Id;
    on: Date;
    narration: string;
    reverseOn: Date | null;
    currency: CurrencyCode;
    /**
     * Of its debits.
     */
    total: Amount;
    state: ManualJournalState;
    /**
     * Who had a hand in it; none of them can approve it, but see `mayApproveOwn`.
     */
    writtenBy: Array<{
        id: string;
        /**
         * Null for a program.
         */
        name: string | null;
    }>;
    approvals: Array<JournalApproval>;
    /**
     * Known from the submission on.
     */
    approvalsNeeded: number | null;
    /**
     * Why it came back, until it is submitted again.
     */
    returned: {
        by: {
            id: string;
            /**
             * Null for a program.
             */
            name: string | null;
        };
        at: Instant;
        reason: string;
    } | null;
    entry: {
        id: Id;
        number: string;
    } | null;
    /**
     * The entry that takes it back.
     */
    reversal: {
        id: Id;
        number: string;
    } | null;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type Amount = string;

export type JournalApproval = {
    by: {
        id: string;
        /**
         * Null for a program.
         */
        name: string | null;
    };
    at: Instant;
    /**
     * Nobody else could: the company lets its only approver.
     */
    byAuthor: boolean;
};

export type CreateManualJournal = {
    on: Date;
    narration: string;
    /**
     * Its reversal is posted with it, dated this day: for accruals that end with the next month.
     */
    reverseOn?: Date;
    lines: Array<ManualJournalLine>;
};

export type ManualJournalLine = {
    account: string;
    side: 'debit' | 'credit';
    amount: PositiveAmount;
    narration?: string;
    party?: {
        kind: PartyKind;
        id: Id;
    };
    branchId?: Id;
    costCentre?: string;
};

export type PositiveAmount = string;

export type PartyKind = 'customer' | 'vendor' | 'employee';

export type ManualJournal = {
    id: Id;
    companyId: Id;
    on: Date;
    narration: string;
    reverseOn: Date | null;
    currency: CurrencyCode;
    /**
     * Of its debits.
     */
    total: Amount;
    state: ManualJournalState;
    /**
     * Who had a hand in it; none of them can approve it, but see `mayApproveOwn`.
     */
    writtenBy: Array<{
        id: string;
        /**
         * Null for a program.
         */
        name: string | null;
    }>;
    approvals: Array<JournalApproval>;
    /**
     * Known from the submission on.
     */
    approvalsNeeded: number | null;
    /**
     * Why it came back, until it is submitted again.
     */
    returned: {
        by: {
            id: string;
            /**
             * Null for a program.
             */
            name: string | null;
        };
        at: Instant;
        reason: string;
    } | null;
    entry: {
        id: Id;
        number: string;
    } | null;
    /**
     * The entry that takes it back.
     */
    reversal: {
        id: Id;
        number: string;
    } | null;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
    lines: Array<{
        account: string;
        side: 'debit' | 'credit';
        amount: PositiveAmount;
        narration?: string;
        party?: {
            kind: PartyKind;
            id: Id;
        };
        branchId?: Id;
        costCentre?: string;
    }>;
    /**
     * Whether who asks may approve it although they had a hand in it: the company allows it, and nobody else may.
     */
    mayApproveOwn: boolean;
};

export type ReplaceManualJournal = CreateManualJournal;

export type ReturnManualJournal = {
    reason: string;
};

export type OpeningBalances = {
    currency: CurrencyCode;
    /**
     * On which they may be entered, the usual one first.
     */
    days: Array<Date>;
    /**
     * Where a difference is parked; null if no account has that role.
     */
    equity: {
        code: string;
        name: string;
    } | null;
    current: {
        version: number;
        on: Date;
        entry: {
            id: Id;
            number: string;
        };
        postedAt: Instant;
        /**
         * The name of a person; null for a program.
         */
        postedBy: string | null;
        difference: string;
        lines: Array<{
            account: string;
            side: 'debit' | 'credit';
            amount: PositiveAmount;
            narration?: string;
            party?: {
                kind: PartyKind;
                id: Id;
            };
            branchId?: Id;
            costCentre?: string;
        }>;
    } | null;
    earlier: Array<{
        version: number;
        on: Date;
        entry: {
            id: Id;
            number: string;
        };
        postedAt: Instant;
        /**
         * The name of a person; null for a program.
         */
        postedBy: string | null;
        reversal: {
            id: Id;
            number: string;
        };
    }>;
};

export type EnterOpeningBalances = {
    /**
     * The first or the last day of a financial year.
     */
    on: Date;
    lines: Array<ManualJournalLine>;
    /**
     * Confirms what goes to the opening balance equity: it must be what the lines are short of.
     */
    difference?: string;
    /**
     * The version that stands in the books and is taken back; null if none does.
     */
    replaces: number | null;
    /**
     * Why a version is taken back; needed with one.
     */
    reason?: string;
};

/**
 * In the order in which they were attached.
 */
export type JournalAttachments = {
    items: Array<JournalAttachment>;
};

export type JournalAttachment = {
    id: Id;
    name: string;
    type: AttachmentType;
    bytes: number;
    sha256: string;
    attachedBy: {
        id: string;
        name: string | null;
    };
    attachedAt: Instant;
    /**
     * Attached when the journal was posted already.
     */
    isAddition: boolean;
};

export type AttachmentType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp';

export type AttachFile = {
    name: string & string;
    /**
     * The file in Base64: a PDF, JPEG, PNG or WebP of at most 5 MiB.
     */
    content: string;
};

export type EmptySheet = {
    /**
     * In the first row of the first sheet.
     */
    columns: Array<string>;
};

export type ImportManualJournals = {
    /**
     * Separated by commas, semicolons or tabs. Columns: VoucherNo, Date, AccountNumber, Debit, Credit, Narration; and Memo, PartyType, PartyId, Branch (its code), CostCentre and ReverseOn where they are needed.
     */
    text?: string;
    /**
     * Or an .xlsx file in Base64, whose first sheet has these columns.
     */
    workbook?: string;
};

export type JournalImport = {
    journals: Array<{
        voucher: string;
        /**
         * Where it begins.
         */
        row: number;
        /**
         * As it was written, if it is not a date.
         */
        on: string;
        narration: string;
        lines: number;
        /**
         * Of its debits; null if they cannot be read.
         */
        total: Amount | null;
        outcome: JournalImportOutcome;
        /**
         * The draft that it has become.
         */
        journalId: Id | null;
    }>;
    problems: Array<{
        row: number;
        /**
         * Null if it is about the whole voucher.
         */
        column: string | null;
        message: string;
    }>;
};

export type JournalImportOutcome = 'ready' | 'imported' | 'known' | 'refused';

export type JournalTemplates = {
    templates: Array<{
        id: Id;
        companyId: Id;
        name: string;
        narration: string;
        currency: CurrencyCode;
        /**
         * Of its debits.
         */
        total: Amount;
        lines: Array<{
            account: string;
            side: 'debit' | 'credit';
            amount: PositiveAmount;
            narration?: string;
            party?: {
                kind: PartyKind;
                id: Id;
            };
            branchId?: Id;
            costCentre?: string;
        }>;
        recurrence: {
            every: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
            /**
             * The first date. A month that lacks its day has its last day instead.
             */
            startsOn: Date;
            /**
             * Nothing is dated after it.
             */
            endsOn?: Date;
            /**
             * How many dates there are at most.
             */
            times?: number;
            /**
             * Whether each is reversed on the first of the month after it, as accruals are.
             */
            reverses: 'never' | 'next-month';
        } | null;
        state: JournalTemplateState;
        /**
         * Who had a hand in it; none of them can approve it, but see `mayApproveOwn`.
         */
        writtenBy: Array<{
            id: string;
            name: string | null;
        }>;
        approvals: Array<JournalApproval>;
        /**
         * The next dates, six at most.
         */
        upcoming: Array<Date>;
        version: number;
        createdAt: Instant;
        updatedAt: Instant;
    }>;
};

export type JournalTemplateState = 'draft' | 'active' | 'paused' | 'finished' | 'discarded';

export type CreateJournalTemplate = {
    name: string;
    narration: string;
    lines: Array<ManualJournalLine>;
    recurrence?: JournalRecurrence;
};

export type JournalRecurrence = {
    every: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
    /**
     * The first date. A month that lacks its day has its last day instead.
     */
    startsOn: Date;
    /**
     * Nothing is dated after it.
     */
    endsOn?: Date;
    /**
     * How many dates there are at most.
     */
    times?: number;
    /**
     * Whether each is reversed on the first of the month after it, as accruals are.
     */
    reverses: 'never' | 'next-month';
};

export type JournalTemplate = {
    id: Id;
    companyId: Id;
    name: string;
    narration: string;
    currency: CurrencyCode;
    /**
     * Of its debits.
     */
    total: Amount;
    lines: Array<{
        account: string;
        side: 'debit' | 'credit';
        amount: PositiveAmount;
        narration?: string;
        party?: {
            kind: PartyKind;
            id: Id;
        };
        branchId?: Id;
        costCentre?: string;
    }>;
    recurrence: {
        every: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
        /**
         * The first date. A month that lacks its day has its last day instead.
         */
        startsOn: Date;
        /**
         * Nothing is dated after it.
         */
        endsOn?: Date;
        /**
         * How many dates there are at most.
         */
        times?: number;
        /**
         * Whether each is reversed on the first of the month after it, as accruals are.
         */
        reverses: 'never' | 'next-month';
    } | null;
    state: JournalTemplateState;
    /**
     * Who had a hand in it; none of them can approve it, but see `mayApproveOwn`.
     */
    writtenBy: Array<{
        id: string;
        name: string | null;
    }>;
    approvals: Array<JournalApproval>;
    /**
     * Whether who asks may approve it although they had a hand in it: the company allows it, and nobody else may.
     */
    mayApproveOwn: boolean;
    /**
     * The next dates, six at most.
     */
    upcoming: Array<Date>;
    /**
     * The last twelve journals that came of it.
     */
    made: Array<{
        id: Id;
        on: Date;
        state: 'draft' | 'submitted' | 'posted' | 'discarded';
        number: string | null;
    }>;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type ReplaceJournalTemplate = CreateJournalTemplate;

export type Overview = {
    currency: CurrencyCode;
    from: Date;
    asOf: Date;
    knownAt: Instant;
    /**
     * What was earned.
     */
    income: string;
    /**
     * What was spent.
     */
    expense: string;
    /**
     * Income less expense.
     */
    result: string;
    /**
     * Balance of cash and bank accounts.
     */
    cash: string;
    /**
     * What customers owe.
     */
    receivable: string;
    /**
     * What is owed to vendors.
     */
    payable: string;
    months: Array<OverviewMonth>;
};

export type OverviewMonth = {
    start: Date;
    end: Date;
    /**
     * What was earned.
     */
    income: string;
    /**
     * What was spent.
     */
    expense: string;
    /**
     * Into cash and bank; what moves between two of them is in both directions.
     */
    cashIn: string;
    cashOut: string;
    /**
     * Balance of cash and bank accounts.
     */
    cash: string;
    /**
     * What customers owe.
     */
    receivable: string;
    /**
     * What is owed to vendors.
     */
    payable: string;
};

/**
 * The newest year first, and of a year the newest revision.
 */
export type Budgets = {
    items: Array<BudgetSummary>;
};

export type BudgetSummary = {
    id: Id;
    companyId: Id;
    financialYearId: Id;
    financialYear: string;
    revision: number;
    currency: CurrencyCode;
    income: BudgetAmount;
    expense: BudgetAmount;
    state: BudgetState;
    /**
     * The last approved one of its year: what is spent is held against it.
     */
    isInForce: boolean;
    /**
     * Who had a hand in it; none of them can approve it, but see `mayApproveOwn`.
     */
    writtenBy: Array<{
        id: string;
        /**
         * Null for a program.
         */
        name: string | null;
    }>;
    approved: JournalApproval | null;
    /**
     * Why it came back, until it is submitted again.
     */
    returned: {
        by: {
            id: string;
            /**
             * Null for a program.
             */
            name: string | null;
        };
        at: Instant;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type BudgetAmount = string;

export type BudgetState = 'draft' | 'submitted' | 'approved' | 'discarded';

export type CreateBudget = {
    /**
     * It begins as the approved budget of this year, if there is one.
     */
    financialYearId: Id;
};

export type Budget = {
    id: Id;
    companyId: Id;
    financialYearId: Id;
    financialYear: string;
    revision: number;
    currency: CurrencyCode;
    income: BudgetAmount;
    expense: BudgetAmount;
    state: BudgetState;
    /**
     * The last approved one of its year: what is spent is held against it.
     */
    isInForce: boolean;
    /**
     * Who had a hand in it; none of them can approve it, but see `mayApproveOwn`.
     */
    writtenBy: Array<{
        id: string;
        /**
         * Null for a program.
         */
        name: string | null;
    }>;
    approved: JournalApproval | null;
    /**
     * Why it came back, until it is submitted again.
     */
    returned: {
        by: {
            id: string;
            /**
             * Null for a program.
             */
            name: string | null;
        };
        at: Instant;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
    lines: Array<{
        accountId: Id;
        /**
         * In the order of the financial year.
         */
        months: [
            BudgetAmount,
            BudgetAmount,
            BudgetAmount,
            BudgetAmount,
            BudgetAmount,
            BudgetAmount,
            BudgetAmount,
            BudgetAmount,
            BudgetAmount,
            BudgetAmount,
            BudgetAmount,
            BudgetAmount
        ];
    }>;
    /**
     * Whether who asks may approve it although they had a hand in it: the company allows it, and nobody else may.
     */
    mayApproveOwn: boolean;
};

export type BudgetPlan = {
    lastYear: string;
    accounts: Array<PlannedAccount>;
};

export type PlannedAccount = {
    accountId: Id;
    code: string;
    name: string;
    class: 'revenue' | 'expense';
    level: number;
    /**
     * Others sum what is below them.
     */
    takesAmounts: boolean;
    /**
     * In the order of the financial year.
     */
    lastYear: [
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount
    ];
};

export type ReplaceBudget = {
    lines: Array<BudgetLine>;
};

export type BudgetLine = {
    accountId: Id;
    /**
     * In the order of the financial year.
     */
    months: [
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount,
        BudgetAmount
    ];
};

export type FillBudget = {
    percent: string;
    /**
     * Over the months; the sum stays what it is, to the paisa.
     */
    spread?: 'evenly' | 'as-last-year';
    /**
     * These alone; all accounts that had something last year.
     */
    accountIds?: Array<Id>;
};

export type ReturnBudget = {
    reason: string;
};

export type SessionList = {
    items: Array<Session>;
};

export type Session = {
    id: string;
    isCurrent: boolean;
    userAgent: string;
    network: string;
    signedInAt: Instant;
    lastUsedAt: Instant;
};

export type ChooseOrganization = {
    organizationId: Id;
};

export type ChooseName = {
    name: string;
};

export type ChooseLanguage = {
    language: Language;
};

export type Language = 'en' | 'hi';

export type PasswordChange = {
    currentPassword: string;
    password: string;
};

export type SecondFactor = {
    isOn: boolean;
    recoveryCodesLeft: number;
};

export type EnrolSecondFactor = {
    currentPassword: string;
};

export type SecondFactorSecret = {
    secret: string;
    /**
     * For a QR code.
     */
    uri: string;
};

export type ConfirmSecondFactor = {
    code: string;
};

export type RecoveryCodes = {
    /**
     * Shown once; each opens the door once.
     */
    codes: Array<string>;
};

export type RemoveSecondFactor = {
    currentPassword: string;
};

export type AccountRequest = {
    email: string;
    mail: 'verify-address' | 'reset-password';
};

export type AddressVerification = {
    token: string;
};

export type PasswordReset = {
    token: string;
    password: string;
};

export type InvitationAcceptance = {
    token: string;
    password: string;
    name?: string;
};

export type CloseAccount = {
    currentPassword: string;
};

export type PasskeyList = {
    items: Array<Passkey>;
};

export type Passkey = {
    id: Id;
    name: string;
    createdAt: Instant;
    lastUsedAt: Instant | null;
};

export type BeginPasskey = {
    currentPassword: string;
};

export type PasskeyCreation = {
    challenge: string;
    rp: {
        id: string;
        name: string;
    };
    user: {
        id: string;
        name: string;
        displayName: string;
    };
    pubKeyCredParams: Array<{
        alg: number;
        type: 'public-key';
    }>;
    excludeCredentials: Array<{
        id: string;
        type: 'public-key';
        transports: Array<string>;
    }>;
    authenticatorSelection: {
        residentKey: 'required';
        userVerification: 'required';
    };
    attestation: 'none';
    timeout: number;
};

export type AddPasskey = {
    name: string;
    credential: string;
    clientData: string;
    attestation: string;
    transports: Array<string>;
};

export type NamePasskey = {
    name: string;
};

export type SignInStep = {
    step: 'password' | 'second-factor' | 'done';
    continueAt: string | null;
};

export type PasswordStep = {
    email: string;
    password: string;
};

export type PasskeyQuestion = {
    challenge: string;
    rpId: string;
    userVerification: 'required';
    timeout: number;
};

export type PasskeyStep = {
    credential: string;
    clientData: string;
    authenticatorData: string;
    signature: string;
    userHandle?: string;
};

export type SecondFactorStep = {
    code: string;
};

export type PersonalTokenList = {
    items: Array<PersonalToken>;
};

export type PersonalToken = {
    /**
     * Also the `client_id` at the token endpoint.
     */
    id: Id;
    name: string;
    /**
     * The last four characters of the secret.
     */
    ending: string;
    readsOnly: boolean;
    createdAt: Instant;
    expiresAt: Instant;
    /**
     * When it was revoked, or ended with a membership, a password or an account.
     */
    endedAt: Instant | null;
    /**
     * When it last got an access token.
     */
    lastUsedAt: Instant | null;
};

export type CreatePersonalToken = {
    name: string;
    /**
     * After so many days the token ends.
     */
    validDays?: number;
    /**
     * It is good for GET requests only.
     */
    readsOnly?: boolean;
    currentPassword: string;
};

export type PersonalTokenWithSecret = {
    /**
     * Also the `client_id` at the token endpoint.
     */
    id: Id;
    name: string;
    /**
     * The last four characters of the secret.
     */
    ending: string;
    readsOnly: boolean;
    createdAt: Instant;
    expiresAt: Instant;
    /**
     * When it was revoked, or ended with a membership, a password or an account.
     */
    endedAt: Instant | null;
    /**
     * When it last got an access token.
     */
    lastUsedAt: Instant | null;
    /**
     * Shown this once; only its hash is stored.
     */
    secret: string;
};

export type CreateApiKey = {
    name: string;
    grants: Array<RoleGrant>;
    /**
     * After so many days the key ends.
     */
    validDays?: number;
};

export type RoleGrant = {
    /**
     * The name of a built-in role or the id of another.
     */
    role: string;
    companyId?: Id;
    amountLimit?: PositiveAmount;
};

export type ApiKeyWithSecret = {
    /**
     * Also the `client_id` at the token endpoint.
     */
    id: Id;
    name: string;
    /**
     * The last four characters of the secret.
     */
    ending: string;
    previousEnding: string | null;
    /**
     * Until when the secret before the last rotation still works.
     */
    previousValidUntil: Instant | null;
    grants: Array<RoleGrant>;
    createdBy: string;
    createdAt: Instant;
    expiresAt: Instant;
    revokedAt: Instant | null;
    /**
     * When it last got an access token.
     */
    lastUsedAt: Instant | null;
    version: number;
    /**
     * Shown this once; only its hash is stored.
     */
    secret: string;
};

export type ApiKeyPage = {
    items: Array<ApiKey>;
    nextCursor: string | null;
};

export type ApiKey = {
    /**
     * Also the `client_id` at the token endpoint.
     */
    id: Id;
    name: string;
    /**
     * The last four characters of the secret.
     */
    ending: string;
    previousEnding: string | null;
    /**
     * Until when the secret before the last rotation still works.
     */
    previousValidUntil: Instant | null;
    grants: Array<RoleGrant>;
    createdBy: string;
    createdAt: Instant;
    expiresAt: Instant;
    revokedAt: Instant | null;
    /**
     * When it last got an access token.
     */
    lastUsedAt: Instant | null;
    version: number;
};

export type RotateApiKey = {
    /**
     * How long the secret until now works beside the new one.
     */
    overlapHours?: number;
};

export type CreateBranch = {
    name: string;
    code: string;
    stateCode?: StateCode;
    gstin?: Gstin;
};

export type StateCode = string;

/**
 * Goods and services tax identification number.
 */
export type Gstin = string;

export type Branch = {
    id: Id;
    companyId: Id;
    name: string;
    code: string;
    stateCode: string | null;
    gstin: string | null;
    isActive: boolean;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type BranchPage = {
    items: Array<Branch>;
    nextCursor: string | null;
};

export type PatchBranch = {
    name?: string;
    stateCode?: StateCode | null;
    gstin?: Gstin | null;
    isActive?: boolean;
};

export type CreateBankAccount = {
    kind: 'bank' | 'cash';
    name: string;
    /**
     * The next free number beside the other bank accounts if left out.
     */
    code?: string;
    isDefault?: boolean;
    holder?: string;
    bankName?: string;
    branchName?: string;
    ifsc?: string;
    accountNumber?: string;
    upiId?: string;
};

export type BankAccount = {
    id: Id;
    companyId: Id;
    accountId: Id;
    code: string;
    name: string;
    kind: 'bank' | 'cash';
    holder: string | null;
    bankName: string | null;
    branchName: string | null;
    ifsc: string | null;
    accountNumber: string | null;
    upiId: string | null;
    isDefault: boolean;
    version: number;
};

export type BankAccounts = {
    items: Array<BankAccount>;
};

export type PatchBankAccount = {
    isDefault?: boolean;
    holder?: string | null;
    bankName?: string | null;
    branchName?: string | null;
    ifsc?: string | null;
    accountNumber?: string | null;
    upiId?: string | null;
};

export type EntryPage = {
    items: Array<EntrySummary>;
    nextCursor: string | null;
};

export type EntrySummary = {
    id: Id;
    companyId: Id;
    number: string;
    /**
     * Its place in the chain of the company.
     */
    sequence: string;
    kind: EntryKind;
    enteredOn: Date;
    financialYear: string;
    currency: CurrencyCode;
    narration: string;
    service: 'common' | 'community' | 'inventory' | 'payroll' | 'purchase' | 'sales';
    source: TransactionSource;
    postedAt: Instant;
    postedBy: string | null;
    total: PositiveAmount;
    isReversed: boolean;
};

export type EntryKind = 'ordinary' | 'opening' | 'closing' | 'reversal';

export type TransactionSource = {
    document: string;
    id: Id;
    version: number;
    purpose: string;
};

export type Entry = {
    id: Id;
    companyId: Id;
    number: string;
    /**
     * Its place in the chain of the company.
     */
    sequence: string;
    kind: EntryKind;
    enteredOn: Date;
    financialYear: string;
    currency: CurrencyCode;
    narration: string;
    service: 'common' | 'community' | 'inventory' | 'payroll' | 'purchase' | 'sales';
    source: TransactionSource;
    postedAt: Instant;
    postedBy: string | null;
    lines: Array<EntryLine>;
    reversedBy: {
        entryId: Id;
        number: string;
    } | null;
    reverses: Id | null;
};

export type EntryLine = {
    accountId: Id;
    account: string;
    side: 'debit' | 'credit';
    amount: PositiveAmount;
    narration: string | null;
    party: TransactionParty | null;
    branchId: Id | null;
    costCentre: string | null;
};

export type TransactionParty = {
    kind: PartyKind;
    id: Id;
};

export type EntryWhy = {
    entryId: Id;
    number: string;
    service: 'common' | 'community' | 'inventory' | 'payroll' | 'purchase' | 'sales';
    source: TransactionSource;
    narration: string;
    lines: Array<{
        account: string;
        accountName: string;
        side: 'debit' | 'credit';
        amount: PositiveAmount;
        party: TransactionParty | null;
        /**
         * Null where the document gave no reason.
         */
        rule: string | null;
        inputs: {
            [key: string]: string;
        };
    }>;
};

export type ReverseEntry = {
    on: Date;
    reason: string;
};

export type EntryPosted = {
    entryId: Id;
    number: string;
    postedAt: Instant;
};

export type LedgerPostings = {
    items: Array<LedgerPosting>;
};

export type LedgerPosting = {
    service: 'common' | 'community' | 'inventory' | 'payroll' | 'purchase' | 'sales';
    /**
     * The kind, as the documents call themselves before the ledger.
     */
    document: string;
    month: string;
    entries: number;
    amount: Amount;
    /**
     * Of the ids and versions of what is posted.
     */
    fingerprint: string;
};

export type FinancialYears = {
    items: Array<FinancialYear>;
};

export type FinancialYear = {
    id: Id;
    label: string;
    startsOn: Date;
    endsOn: Date;
    state: 'open' | 'closed' | 'audited';
    closingEntryId: Id | null;
    version: number;
    periods: Array<AccountingPeriod>;
};

export type AccountingPeriod = {
    id: Id;
    startsOn: Date;
    endsOn: Date;
    state: 'open' | 'locked';
    version: number;
};

export type OpenFinancialYear = {
    /**
     * The one before or after the years there are.
     */
    label: string;
};

export type ReopenFinancialYear = {
    reason: string;
};

export type Chart = {
    /**
     * All of them, in the order of their numbers.
     */
    accounts: Array<Account>;
};

export type Account = {
    id: Id;
    parentId: Id | null;
    code: string;
    name: string;
    class: AccountClass;
    normalSide: 'debit' | 'credit';
    role: AccountRole | null;
    partyKind: 'none' | 'customer' | 'vendor' | 'employee';
    cashFlow: CashFlowCategory;
    /**
     * Lines are entered here; any other account sums its children.
     */
    isPostable: boolean;
    isActive: boolean;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type AccountClass = 'asset' | 'liability' | 'equity' | 'revenue' | 'expense';

/**
 * What the books need this account for; one account has it.
 */
export type AccountRole = 'bank' | 'cash' | 'undeposited' | 'receivable' | 'payable' | 'inventory' | 'goods-received' | 'advance-from-customers' | 'advance-to-vendors' | 'security-deposits' | 'unearned-revenue' | 'output-cgst' | 'output-sgst' | 'output-igst' | 'output-cess' | 'input-cgst' | 'input-sgst' | 'input-igst' | 'reverse-charge-input' | 'reverse-charge-payable' | 'tds-payable' | 'tds-receivable' | 'domestic-sales' | 'export-sales' | 'service-revenue' | 'maintenance-income' | 'late-fees' | 'cost-of-goods' | 'stock-adjustment' | 'discount-allowed' | 'discount-received' | 'bad-debt' | 'bank-charges' | 'salaries' | 'employee-benefits' | 'salaries-payable' | 'salary-tax-payable' | 'provident-fund-payable' | 'esi-payable' | 'professional-tax-payable' | 'advance-to-employees' | 'employee-loans' | 'gratuity-provision' | 'round-off-gain' | 'round-off-loss' | 'retained-earnings' | 'opening-balance-equity' | 'intercompany-receivable' | 'intercompany-payable' | 'sinking-fund' | 'repair-fund';

/**
 * Where its movements stand in the cash-flow statement.
 */
export type CashFlowCategory = 'cash' | 'operating' | 'investing' | 'financing';

export type ApplyChartTemplate = {
    kind: 'business' | 'society';
};

export type ChartTemplateApplied = {
    /**
     * Accounts that the chart did not have yet.
     */
    added: number;
};

export type CreateAccount = {
    code: string;
    name: string;
    parentId?: Id;
    /**
     * It increases on the other side than its class.
     */
    isContra?: boolean;
    isPostable?: boolean;
    partyKind?: 'none' | 'customer' | 'vendor' | 'employee';
    cashFlow?: CashFlowCategory;
    role?: AccountRole;
};

export type PatchAccount = {
    name?: string;
    code?: string;
    isPostable?: boolean;
    isActive?: boolean;
    partyKind?: 'none' | 'customer' | 'vendor' | 'employee';
    cashFlow?: CashFlowCategory;
    role?: AccountRole | null;
};

export type MoveAccount = {
    /**
     * Null moves it to the top.
     */
    parentId: Id | null;
};

export type ImportChart = {
    /**
     * Separated by commas, semicolons or tabs. Columns: Number, Name; and Parent, TakesLines, Contra, Party, CashFlow, Role and InUse where they are needed (an empty cell leaves what is there).
     */
    text?: string;
    /**
     * Or an .xlsx file in Base64, whose first sheet has these columns.
     */
    workbook?: string;
};

export type ChartImport = {
    accounts: Array<{
        row: number;
        number: string;
        name: string;
        /**
         * What the import does, or has done, with it.
         */
        outcome: 'added' | 'changed' | 'same' | 'refused';
    }>;
    /**
     * With any of them nothing is imported.
     */
    problems: Array<{
        row: number;
        column: string | null;
        message: string;
    }>;
};

export type CreateCompany = {
    name: string;
    kind?: CompanyKind;
    /**
     * As registered, where it differs from the name in use.
     */
    legalName?: string;
    pan?: Pan;
    tan?: Tan;
    /**
     * One for each state the company is registered in.
     */
    gstins?: Array<Gstin>;
    currency?: CurrencyCode;
    timeZone?: string;
    /**
     * The month in which the financial year begins.
     */
    financialYearStartMonth?: number;
    numberSeries?: NumberSeries;
    preferences?: CompanyPreferences;
};

export type CompanyKind = 'business' | 'society';

/**
 * Permanent account number of income tax.
 */
export type Pan = string;

/**
 * Tax deduction account number.
 */
export type Tan = string;

export type NumberSeries = {
    [key: string]: {
        prefix: string;
        digits: number;
    };
};

export type CompanyPreferences = {
    /**
     * Of papers, mails and reminders for which nobody chooses another.
     */
    language?: Language;
    dateFormat?: 'dd-mm-yyyy' | 'yyyy-mm-dd' | 'dd-mmm-yyyy';
    weekStartsOn?: 'monday' | 'sunday';
};

export type Company = {
    id: Id;
    name: string;
    kind: CompanyKind;
    legalName: string | null;
    pan: string | null;
    tan: string | null;
    gstins: Array<{
        gstin: string;
        stateCode: string;
    }>;
    currency: CurrencyCode;
    timeZone: string;
    financialYearStartMonth: number;
    numberSeries: {
        [key: string]: {
            prefix: string;
            digits: number;
        };
    };
    preferences: CompanyPreferences;
    secondApprovalAbove: Amount | null;
    authorMayApprove: boolean;
    isActive: boolean;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type CompanyPage = {
    items: Array<Company>;
    nextCursor: string | null;
};

export type PatchCompany = {
    name?: string;
    legalName?: string | null;
    pan?: Pan | null;
    tan?: Tan | null;
    /**
     * One for each state the company is registered in.
     */
    gstins?: Array<Gstin>;
    timeZone?: string;
    numberSeries?: NumberSeries;
    preferences?: CompanyPreferences;
    /**
     * Manual journals of more than this need two approvals; null: one is enough.
     */
    secondApprovalAbove?: Amount | null;
    /**
     * The only person who may approve journals, or budgets, may approve their own too, where one approval is enough. Without effect while somebody else may approve.
     */
    authorMayApprove?: boolean;
    isActive?: boolean;
};

export type DailyRunPage = {
    items: Array<DailyRunSummary>;
    nextCursor: string | null;
};

export type DailyRunSummary = {
    id: Id;
    companyId: Id;
    runOn: Date;
    state: 'waiting' | 'running' | 'finished' | 'cancelled';
    /**
     * The day was missed and made up for.
     */
    isLate: boolean;
    /**
     * The module at work.
     */
    module: 'sales' | 'purchase' | 'common' | null;
    startedAt: Instant | null;
    finishedAt: Instant | null;
    /**
     * Tasks that are not done in the end.
     */
    failures: number;
};

export type DailyRun = {
    id: Id;
    companyId: Id;
    runOn: Date;
    state: 'waiting' | 'running' | 'finished' | 'cancelled';
    /**
     * The day was missed and made up for.
     */
    isLate: boolean;
    /**
     * The module at work.
     */
    module: 'sales' | 'purchase' | 'common' | null;
    startedAt: Instant | null;
    finishedAt: Instant | null;
    version: number;
    tasks: Array<DailyTask>;
};

export type DailyTask = {
    id: Id;
    module: 'sales' | 'purchase' | 'common';
    /**
     * `plan` is the question which tasks there are.
     */
    type: string;
    attempt: number;
    state: 'waiting' | 'running' | 'done' | 'failed' | 'timed-out' | 'skipped';
    /**
     * What was done, or why it failed or was left out.
     */
    detail: string | null;
    startedAt: Instant | null;
    finishedAt: Instant | null;
};

export type InviteMember = {
    email: string;
    grants: Array<RoleGrant>;
};

export type Invitation = {
    id: Id;
    email: string;
    grants: Array<RoleGrant>;
    state: 'open' | 'accepted' | 'withdrawn' | 'expired';
    expiresAt: Instant;
    timesSent: number;
    version: number;
};

export type InvitationPage = {
    items: Array<Invitation>;
    nextCursor: string | null;
};

export type LookAtInvitation = {
    token: string;
};

export type InvitationOffer = {
    organization: string;
    /**
     * Null where a program invites.
     */
    invitedBy: string | null;
    email: string;
    /**
     * Whether to sign in, or to choose a password.
     */
    hasAccount: boolean;
    expiresAt: Instant;
};

export type AcceptInvitation = {
    token: string;
    name: string;
    password: string;
};

export type AcceptedInvitation = {
    organizationId: Id;
    membershipId: Id;
    personId: Id;
};

export type JoinOrganization = {
    token: string;
};

export type Me = {
    person: {
        id: Id;
        name: string;
        email: string;
        language: Language;
    };
    organization: {
        id: Id;
        name: string;
        plan: string;
    };
    organizations: Array<{
        id: Id;
        name: string;
        state: OrganizationState;
    }>;
    companies: Array<{
        id: Id;
        name: string;
        kind: CompanyKind;
        isActive: boolean;
        permissions: Array<string>;
    }>;
    /**
     * Who acts as this person at the moment, why and until when.
     */
    actedBy: {
        name: string;
        reason: string;
        endsAt: Instant;
    } | null;
    /**
     * What the person may do for the organization as a whole.
     */
    permissions: Array<string>;
};

export type OrganizationState = 'active' | 'suspended' | 'closed';

export type MembershipPage = {
    items: Array<Membership>;
    nextCursor: string | null;
};

export type Membership = {
    id: Id;
    personId: Id;
    name: string;
    email: string;
    /**
     * Whether they are let into this organization.
     */
    isActive: boolean;
    /**
     * Whether their account is shut, here and everywhere, by who runs the installation.
     */
    isDeactivated: boolean;
    grants: Array<RoleGrant>;
    /**
     * Whose tokens of other issuers are those of this member.
     */
    identities: Array<ExternalIdentity>;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type ExternalIdentity = {
    issuer: string;
    subject: string;
};

export type PatchMembership = {
    grants: Array<RoleGrant>;
};

export type Organization = {
    id: Id;
    name: string;
    state: OrganizationState;
    plan: string;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type PatchOrganization = {
    name?: string;
};

export type CloseOrganization = {
    name: string;
};

export type Restate = {
    /**
     * The one service that needs it; otherwise all.
     */
    service?: 'common' | 'community' | 'inventory' | 'payroll' | 'purchase' | 'sales';
};

/**
 * How many things were told again.
 */
export type Restated = {
    things: number;
};

/**
 * Of how many organizations everything will be told again.
 */
export type RestatementBegun = {
    organizations: number;
};

export type CreateRole = {
    name: string;
    patterns: Array<PermissionPattern>;
};

export type PermissionPattern = string;

export type Role = {
    id: string;
    name: string;
    patterns: Array<string>;
    isBuiltIn: boolean;
    version?: number;
};

export type RoleList = {
    items: Array<Role>;
};

export type PatchRole = {
    name?: string;
    patterns?: Array<PermissionPattern>;
};

export type SignUp = {
    organization: {
        name: string;
    };
    company: CreateCompany;
    person: {
        name: string;
        email: string;
        /**
         * Of their mails.
         */
        language?: Language;
    };
};

/**
 * The three things that came into being.
 */
export type SignedUp = {
    organizationId: Id;
    companyId: Id;
    personId: Id;
};

export type BeginStandIn = {
    /**
     * Of whom the caller will act as.
     */
    membershipId: Id;
    reason: string;
};

export type StandIn = {
    id: Id;
    /**
     * In whose place the caller acts now.
     */
    person: {
        id: Id;
        name: string;
    };
    reason: string;
    endsAt: Instant;
};

export type CreateWebhook = {
    url: string;
    /**
     * The types of events to be sent.
     */
    events: Array<'common.company-created.v1' | 'common.company-changed.v1' | 'common.membership-granted.v1' | 'common.membership-changed.v1' | 'common.membership-revoked.v1' | 'common.organization-created.v1' | 'common.organization-changed.v1' | 'common.organization-closed.v1'>;
    description?: string;
};

export type WebhookWithSecret = {
    id: Id;
    url: string;
    description: string;
    events: Array<string>;
    isActive: boolean;
    /**
     * Only its deliveries can still be looked at.
     */
    isRemoved: boolean;
    /**
     * Why it was switched off by us: nothing arrived for three days.
     */
    disabledBecause: 'failures' | null;
    previousSecretValidUntil: Instant | null;
    createdBy: string;
    createdAt: Instant;
    updatedAt: Instant;
    version: number;
    /**
     * Shown this once. With it you check signatures.
     */
    secret: string;
};

export type WebhookPage = {
    items: Array<Webhook>;
    nextCursor: string | null;
};

export type Webhook = {
    id: Id;
    url: string;
    description: string;
    events: Array<string>;
    isActive: boolean;
    /**
     * Only its deliveries can still be looked at.
     */
    isRemoved: boolean;
    /**
     * Why it was switched off by us: nothing arrived for three days.
     */
    disabledBecause: 'failures' | null;
    previousSecretValidUntil: Instant | null;
    createdBy: string;
    createdAt: Instant;
    updatedAt: Instant;
    version: number;
};

export type PatchWebhook = {
    url?: string;
    /**
     * The types of events to be sent.
     */
    events?: Array<'common.company-created.v1' | 'common.company-changed.v1' | 'common.membership-granted.v1' | 'common.membership-changed.v1' | 'common.membership-revoked.v1' | 'common.organization-created.v1' | 'common.organization-changed.v1' | 'common.organization-closed.v1'>;
    description?: string;
    isActive?: boolean;
};

export type RotateWebhookSecret = {
    /**
     * For how long every delivery is signed with both secrets.
     */
    overlapHours?: number;
};

export type WebhookDeliveryDetails = {
    /**
     * The same in every try, so that a receiver knows what it has already.
     */
    id: Id;
    type: string;
    state: DeliveryState;
    tries: number;
    createdAt: Instant;
    nextTryAt: Instant | null;
    deliveredAt: Instant | null;
    body: string;
    attempts: Array<{
        at: Instant;
        durationMs: number;
        status: number | null;
        /**
         * How the answer began.
         */
        response: string | null;
        error: string | null;
    }>;
};

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

export type WebhookDeliveryPage = {
    items: Array<WebhookDelivery>;
    nextCursor: string | null;
};

export type WebhookDelivery = {
    /**
     * The same in every try, so that a receiver knows what it has already.
     */
    id: Id;
    type: string;
    state: DeliveryState;
    tries: number;
    createdAt: Instant;
    nextTryAt: Instant | null;
    deliveredAt: Instant | null;
};

/**
 * What one service knows about a business act; the others know the rest.
 */
export type Trace = {
    correlationId: string;
    service: string;
    steps: Array<TraceStep>;
};

/**
 * One message, or one job, as this service has seen it.
 */
export type TraceStep = {
    /**
     * When this became of it.
     */
    at: Instant;
    /**
     * When it was written, by whoever sent it.
     */
    begunAt: Instant | null;
    what: 'waiting' | 'sent' | 'handled' | 'superseded' | 'parked' | 'failed' | 'dead' | 'job';
    /**
     * The service or queue that this copy goes to.
     */
    to: string | null;
    /**
     * Of a dead letter or a job.
     */
    state: string | null;
    contract: string;
    messageId: string;
    attempts: number;
    error: string | null;
};

export type DeadLetterPage = {
    items: Array<DeadLetter>;
    nextCursor: string | null;
};

/**
 * A message that could not be handled.
 */
export type DeadLetter = {
    id: Id;
    messageId: string;
    contract: string;
    queue: string;
    correlationId: string;
    reason: string;
    attempts: number;
    diedAt: Instant;
    state: 'open' | 'replayed' | 'discarded';
    decidedBy: string | null;
    decidedAt: Instant | null;
    /**
     * Why it was replayed or discarded.
     */
    decision: string | null;
};

export type DeadLetterDetail = {
    id: Id;
    messageId: string;
    contract: string;
    queue: string;
    correlationId: string;
    reason: string;
    attempts: number;
    diedAt: Instant;
    state: 'open' | 'replayed' | 'discarded';
    decidedBy: string | null;
    decidedAt: Instant | null;
    /**
     * Why it was replayed or discarded.
     */
    decision: string | null;
    history: Array<{
        attempt: number;
        error: string;
    }>;
    envelope: {
        [key: string]: unknown;
    };
    /**
     * As it came, which need not be JSON.
     */
    payload: string;
};

export type ReplayDeadLetters = {
    ids: Array<Id>;
    reason?: string;
};

export type DecidedDeadLetters = {
    items: Array<DeadLetter>;
};

export type DiscardDeadLetters = {
    ids: Array<Id>;
    reason: string;
};

export type FailedJobPage = {
    items: Array<FailedJob>;
    nextCursor: string | null;
};

/**
 * A job that was given up after its last attempt.
 */
export type FailedJob = {
    id: Id;
    contract: string;
    correlationId: string;
    attempts: number;
    error: string | null;
    createdAt: Instant;
    failedAt: Instant;
    retriedBy: string | null;
    retriedAt: Instant | null;
};

export type HealthAliveData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/health';
};

export type HealthAliveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type HealthAliveError = HealthAliveErrors[keyof HealthAliveErrors];

export type HealthAliveResponses = {
    /**
     * Done
     */
    200: Health;
};

export type HealthAliveResponse = HealthAliveResponses[keyof HealthAliveResponses];

export type HealthReadyData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/health/ready';
};

export type HealthReadyErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type HealthReadyError = HealthReadyErrors[keyof HealthReadyErrors];

export type HealthReadyResponses = {
    /**
     * Done
     */
    200: Health;
};

export type HealthReadyResponse = HealthReadyResponses[keyof HealthReadyResponses];

export type HealthStartupData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/health/startup';
};

export type HealthStartupErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type HealthStartupError = HealthStartupErrors[keyof HealthStartupErrors];

export type HealthStartupResponses = {
    /**
     * Done
     */
    200: Health;
};

export type HealthStartupResponse = HealthStartupResponses[keyof HealthStartupResponses];

export type DirectoryChecksumsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/directory/checksums';
};

export type DirectoryChecksumsErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type DirectoryChecksumsError = DirectoryChecksumsErrors[keyof DirectoryChecksumsErrors];

export type DirectoryChecksumsResponses = {
    /**
     * Done
     */
    200: DirectoryChecksums;
};

export type DirectoryChecksumsResponse = DirectoryChecksumsResponses[keyof DirectoryChecksumsResponses];

export type AuditListData = {
    body?: never;
    path?: never;
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'at' | '-at';
        entity?: string;
        entityId?: string;
        actor?: string;
        action?: 'created' | 'changed' | 'read';
        correlationId?: string;
        /**
         * All that is found as one file, a line for each changed field.
         */
        format?: 'json' | 'csv';
        /**
         * The first instant that is looked at.
         */
        from?: Instant;
        /**
         * The instant after the last one that is looked at.
         */
        to?: Instant;
    };
    url: '/api/v1/audit';
};

export type AuditListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AuditListError = AuditListErrors[keyof AuditListErrors];

export type AuditListResponses = {
    /**
     * Done
     */
    200: AuditPage;
};

export type AuditListResponse = AuditListResponses[keyof AuditListResponses];

export type ChangesStreamData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/changes/stream';
};

export type ChangesStreamErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ChangesStreamError = ChangesStreamErrors[keyof ChangesStreamErrors];

export type ChangesStreamResponses = {
    /**
     * Done
     */
    200: HeardChanges;
};

export type ChangesStreamResponse = ChangesStreamResponses[keyof ChangesStreamResponses];

export type ReportsTrialBalanceData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        branchId?: Id;
        /**
         * An earlier last day to compare with.
         */
        compareAsOf?: Date;
        zeros?: 'hide' | 'show';
    };
    url: '/api/v1/companies/{companyId}/reports/trial-balance';
};

export type ReportsTrialBalanceErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReportsTrialBalanceError = ReportsTrialBalanceErrors[keyof ReportsTrialBalanceErrors];

export type ReportsTrialBalanceResponses = {
    /**
     * Done
     */
    200: Report;
};

export type ReportsTrialBalanceResponse = ReportsTrialBalanceResponses[keyof ReportsTrialBalanceResponses];

export type ReportsProfitAndLossData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        branchId?: Id;
        /**
         * An earlier last day to compare with.
         */
        compareAsOf?: Date;
        zeros?: 'hide' | 'show';
    };
    url: '/api/v1/companies/{companyId}/reports/profit-and-loss';
};

export type ReportsProfitAndLossErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReportsProfitAndLossError = ReportsProfitAndLossErrors[keyof ReportsProfitAndLossErrors];

export type ReportsProfitAndLossResponses = {
    /**
     * Done
     */
    200: Report;
};

export type ReportsProfitAndLossResponse = ReportsProfitAndLossResponses[keyof ReportsProfitAndLossResponses];

export type ReportsBalanceSheetData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        branchId?: Id;
        /**
         * An earlier last day to compare with.
         */
        compareAsOf?: Date;
        zeros?: 'hide' | 'show';
    };
    url: '/api/v1/companies/{companyId}/reports/balance-sheet';
};

export type ReportsBalanceSheetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReportsBalanceSheetError = ReportsBalanceSheetErrors[keyof ReportsBalanceSheetErrors];

export type ReportsBalanceSheetResponses = {
    /**
     * Done
     */
    200: Report;
};

export type ReportsBalanceSheetResponse = ReportsBalanceSheetResponses[keyof ReportsBalanceSheetResponses];

export type ReportsCashFlowData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        branchId?: Id;
        /**
         * An earlier last day to compare with.
         */
        compareAsOf?: Date;
        zeros?: 'hide' | 'show';
    };
    url: '/api/v1/companies/{companyId}/reports/cash-flow';
};

export type ReportsCashFlowErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReportsCashFlowError = ReportsCashFlowErrors[keyof ReportsCashFlowErrors];

export type ReportsCashFlowResponses = {
    /**
     * Done
     */
    200: Report;
};

export type ReportsCashFlowResponse = ReportsCashFlowResponses[keyof ReportsCashFlowResponses];

export type ReportsConsolidatedTrialBalanceData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
    };
    url: '/api/v1/companies/{companyId}/reports/consolidated-trial-balance';
};

export type ReportsConsolidatedTrialBalanceErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReportsConsolidatedTrialBalanceError = ReportsConsolidatedTrialBalanceErrors[keyof ReportsConsolidatedTrialBalanceErrors];

export type ReportsConsolidatedTrialBalanceResponses = {
    /**
     * Done
     */
    200: Report;
};

export type ReportsConsolidatedTrialBalanceResponse = ReportsConsolidatedTrialBalanceResponses[keyof ReportsConsolidatedTrialBalanceResponses];

export type ReportsBudgetVarianceData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        zeros?: 'hide' | 'show';
    };
    url: '/api/v1/companies/{companyId}/reports/budget-variance';
};

export type ReportsBudgetVarianceErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReportsBudgetVarianceError = ReportsBudgetVarianceErrors[keyof ReportsBudgetVarianceErrors];

export type ReportsBudgetVarianceResponses = {
    /**
     * Done
     */
    200: Report;
};

export type ReportsBudgetVarianceResponse = ReportsBudgetVarianceResponses[keyof ReportsBudgetVarianceResponses];

export type ReportsConsolidatedBudgetVarianceData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        zeros?: 'hide' | 'show';
    };
    url: '/api/v1/companies/{companyId}/reports/consolidated-budget-variance';
};

export type ReportsConsolidatedBudgetVarianceErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReportsConsolidatedBudgetVarianceError = ReportsConsolidatedBudgetVarianceErrors[keyof ReportsConsolidatedBudgetVarianceErrors];

export type ReportsConsolidatedBudgetVarianceResponses = {
    /**
     * Done
     */
    200: Report;
};

export type ReportsConsolidatedBudgetVarianceResponse = ReportsConsolidatedBudgetVarianceResponses[keyof ReportsConsolidatedBudgetVarianceResponses];

export type LedgersGeneralLedgerData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        branchId?: Id;
        limit?: number;
        cursor?: string;
        /**
         * The ledger of this account alone, or of all below it.
         */
        accountId?: Id;
    };
    url: '/api/v1/companies/{companyId}/reports/general-ledger';
};

export type LedgersGeneralLedgerErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type LedgersGeneralLedgerError = LedgersGeneralLedgerErrors[keyof LedgersGeneralLedgerErrors];

export type LedgersGeneralLedgerResponses = {
    /**
     * Done
     */
    200: Report;
};

export type LedgersGeneralLedgerResponse = LedgersGeneralLedgerResponses[keyof LedgersGeneralLedgerResponses];

export type LedgersBankBookData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        branchId?: Id;
        limit?: number;
        cursor?: string;
    };
    url: '/api/v1/companies/{companyId}/reports/bank-book';
};

export type LedgersBankBookErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type LedgersBankBookError = LedgersBankBookErrors[keyof LedgersBankBookErrors];

export type LedgersBankBookResponses = {
    /**
     * Done
     */
    200: Report;
};

export type LedgersBankBookResponse = LedgersBankBookResponses[keyof LedgersBankBookResponses];

export type LedgersPartyLedgerData = {
    body?: never;
    path: {
        companyId: Id;
        partyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        branchId?: Id;
        limit?: number;
        cursor?: string;
    };
    url: '/api/v1/companies/{companyId}/parties/{partyId}/ledger';
};

export type LedgersPartyLedgerErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type LedgersPartyLedgerError = LedgersPartyLedgerErrors[keyof LedgersPartyLedgerErrors];

export type LedgersPartyLedgerResponses = {
    /**
     * Done
     */
    200: Report;
};

export type LedgersPartyLedgerResponse = LedgersPartyLedgerResponses[keyof LedgersPartyLedgerResponses];

export type LedgersDayBookData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day of the report; today, where the company is.
         */
        asOf?: Date;
        /**
         * The first day; that of the financial year of `asOf`.
         */
        from?: Date;
        /**
         * The books as they stood at this moment; now.
         */
        knownAt?: Instant;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        branchId?: Id;
        limit?: number;
        cursor?: string;
    };
    url: '/api/v1/companies/{companyId}/reports/day-book';
};

export type LedgersDayBookErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type LedgersDayBookError = LedgersDayBookErrors[keyof LedgersDayBookErrors];

export type LedgersDayBookResponses = {
    /**
     * Done
     */
    200: Report;
};

export type LedgersDayBookResponse = LedgersDayBookResponses[keyof LedgersDayBookResponses];

export type ManualJournalsListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'on' | '-on' | 'total' | '-total';
        state?: ManualJournalState;
        from?: Date;
        until?: Date;
        /**
         * Part of the narration.
         */
        q?: string;
    };
    url: '/api/v1/companies/{companyId}/manual-journals';
};

export type ManualJournalsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ManualJournalsListError = ManualJournalsListErrors[keyof ManualJournalsListErrors];

export type ManualJournalsListResponses = {
    /**
     * Done
     */
    200: ManualJournalPage;
};

export type ManualJournalsListResponse = ManualJournalsListResponses[keyof ManualJournalsListResponses];

export type ManualJournalsCreateData = {
    body: CreateManualJournal;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals';
};

export type ManualJournalsCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ManualJournalsCreateError = ManualJournalsCreateErrors[keyof ManualJournalsCreateErrors];

export type ManualJournalsCreateResponses = {
    /**
     * Done
     */
    201: ManualJournal;
};

export type ManualJournalsCreateResponse = ManualJournalsCreateResponses[keyof ManualJournalsCreateResponses];

export type ManualJournalsGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{id}';
};

export type ManualJournalsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ManualJournalsGetError = ManualJournalsGetErrors[keyof ManualJournalsGetErrors];

export type ManualJournalsGetResponses = {
    /**
     * Done
     */
    200: ManualJournal;
};

export type ManualJournalsGetResponse = ManualJournalsGetResponses[keyof ManualJournalsGetResponses];

export type ManualJournalsReplaceData = {
    body: ReplaceManualJournal;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{id}';
};

export type ManualJournalsReplaceErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ManualJournalsReplaceError = ManualJournalsReplaceErrors[keyof ManualJournalsReplaceErrors];

export type ManualJournalsReplaceResponses = {
    /**
     * Done
     */
    200: ManualJournal;
};

export type ManualJournalsReplaceResponse = ManualJournalsReplaceResponses[keyof ManualJournalsReplaceResponses];

export type ManualJournalsSubmitData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{id}/submit';
};

export type ManualJournalsSubmitErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ManualJournalsSubmitError = ManualJournalsSubmitErrors[keyof ManualJournalsSubmitErrors];

export type ManualJournalsSubmitResponses = {
    /**
     * Done
     */
    200: ManualJournal;
};

export type ManualJournalsSubmitResponse = ManualJournalsSubmitResponses[keyof ManualJournalsSubmitResponses];

export type ManualJournalsWithdrawData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{id}/withdraw';
};

export type ManualJournalsWithdrawErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ManualJournalsWithdrawError = ManualJournalsWithdrawErrors[keyof ManualJournalsWithdrawErrors];

export type ManualJournalsWithdrawResponses = {
    /**
     * Done
     */
    200: ManualJournal;
};

export type ManualJournalsWithdrawResponse = ManualJournalsWithdrawResponses[keyof ManualJournalsWithdrawResponses];

export type ManualJournalsApproveData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{id}/approve';
};

export type ManualJournalsApproveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ManualJournalsApproveError = ManualJournalsApproveErrors[keyof ManualJournalsApproveErrors];

export type ManualJournalsApproveResponses = {
    /**
     * Done
     */
    200: ManualJournal;
};

export type ManualJournalsApproveResponse = ManualJournalsApproveResponses[keyof ManualJournalsApproveResponses];

export type ManualJournalsReturnData = {
    body: ReturnManualJournal;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{id}/return';
};

export type ManualJournalsReturnErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ManualJournalsReturnError = ManualJournalsReturnErrors[keyof ManualJournalsReturnErrors];

export type ManualJournalsReturnResponses = {
    /**
     * Done
     */
    200: ManualJournal;
};

export type ManualJournalsReturnResponse = ManualJournalsReturnResponses[keyof ManualJournalsReturnResponses];

export type ManualJournalsDiscardData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{id}/discard';
};

export type ManualJournalsDiscardErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ManualJournalsDiscardError = ManualJournalsDiscardErrors[keyof ManualJournalsDiscardErrors];

export type ManualJournalsDiscardResponses = {
    /**
     * Done
     */
    200: ManualJournal;
};

export type ManualJournalsDiscardResponse = ManualJournalsDiscardResponses[keyof ManualJournalsDiscardResponses];

export type OpeningBalancesGetData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/opening-balances';
};

export type OpeningBalancesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type OpeningBalancesGetError = OpeningBalancesGetErrors[keyof OpeningBalancesGetErrors];

export type OpeningBalancesGetResponses = {
    /**
     * Done
     */
    200: OpeningBalances;
};

export type OpeningBalancesGetResponse = OpeningBalancesGetResponses[keyof OpeningBalancesGetResponses];

export type OpeningBalancesEnterData = {
    body: EnterOpeningBalances;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/opening-balances';
};

export type OpeningBalancesEnterErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type OpeningBalancesEnterError = OpeningBalancesEnterErrors[keyof OpeningBalancesEnterErrors];

export type OpeningBalancesEnterResponses = {
    /**
     * Done
     */
    201: OpeningBalances;
};

export type OpeningBalancesEnterResponse = OpeningBalancesEnterResponses[keyof OpeningBalancesEnterResponses];

export type JournalAttachmentsListData = {
    body?: never;
    path: {
        companyId: Id;
        journalId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{journalId}/attachments';
};

export type JournalAttachmentsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalAttachmentsListError = JournalAttachmentsListErrors[keyof JournalAttachmentsListErrors];

export type JournalAttachmentsListResponses = {
    /**
     * Done
     */
    200: JournalAttachments;
};

export type JournalAttachmentsListResponse = JournalAttachmentsListResponses[keyof JournalAttachmentsListResponses];

export type JournalAttachmentsAttachData = {
    body: AttachFile;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        journalId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{journalId}/attachments';
};

export type JournalAttachmentsAttachErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalAttachmentsAttachError = JournalAttachmentsAttachErrors[keyof JournalAttachmentsAttachErrors];

export type JournalAttachmentsAttachResponses = {
    /**
     * Done
     */
    201: JournalAttachment;
};

export type JournalAttachmentsAttachResponse = JournalAttachmentsAttachResponses[keyof JournalAttachmentsAttachResponses];

export type JournalAttachmentsFileData = {
    body?: never;
    path: {
        companyId: Id;
        journalId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{journalId}/attachments/{id}/file';
};

export type JournalAttachmentsFileErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalAttachmentsFileError = JournalAttachmentsFileErrors[keyof JournalAttachmentsFileErrors];

export type JournalAttachmentsFileResponses = {
    /**
     * Done
     */
    200: JournalAttachment;
};

export type JournalAttachmentsFileResponse = JournalAttachmentsFileResponses[keyof JournalAttachmentsFileResponses];

export type JournalAttachmentsRemoveData = {
    body?: never;
    path: {
        companyId: Id;
        journalId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journals/{journalId}/attachments/{id}';
};

export type JournalAttachmentsRemoveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalAttachmentsRemoveError = JournalAttachmentsRemoveErrors[keyof JournalAttachmentsRemoveErrors];

export type JournalAttachmentsRemoveResponses = {
    /**
     * Done
     */
    204: void;
};

export type JournalAttachmentsRemoveResponse = JournalAttachmentsRemoveResponses[keyof JournalAttachmentsRemoveResponses];

export type JournalImportsTemplateData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journal-imports/template';
};

export type JournalImportsTemplateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalImportsTemplateError = JournalImportsTemplateErrors[keyof JournalImportsTemplateErrors];

export type JournalImportsTemplateResponses = {
    /**
     * Done
     */
    200: EmptySheet;
};

export type JournalImportsTemplateResponse = JournalImportsTemplateResponses[keyof JournalImportsTemplateResponses];

export type JournalImportsImportData = {
    body: ImportManualJournals;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journal-imports';
};

export type JournalImportsImportErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalImportsImportError = JournalImportsImportErrors[keyof JournalImportsImportErrors];

export type JournalImportsImportResponses = {
    /**
     * Done
     */
    201: JournalImport;
};

export type JournalImportsImportResponse = JournalImportsImportResponses[keyof JournalImportsImportResponses];

export type JournalImportsPreviewData = {
    body: ImportManualJournals;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/manual-journal-imports/preview';
};

export type JournalImportsPreviewErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalImportsPreviewError = JournalImportsPreviewErrors[keyof JournalImportsPreviewErrors];

export type JournalImportsPreviewResponses = {
    /**
     * Done
     */
    200: JournalImport;
};

export type JournalImportsPreviewResponse = JournalImportsPreviewResponses[keyof JournalImportsPreviewResponses];

export type JournalTemplatesListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/journal-templates';
};

export type JournalTemplatesListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalTemplatesListError = JournalTemplatesListErrors[keyof JournalTemplatesListErrors];

export type JournalTemplatesListResponses = {
    /**
     * Done
     */
    200: JournalTemplates;
};

export type JournalTemplatesListResponse = JournalTemplatesListResponses[keyof JournalTemplatesListResponses];

export type JournalTemplatesCreateData = {
    body: CreateJournalTemplate;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/journal-templates';
};

export type JournalTemplatesCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalTemplatesCreateError = JournalTemplatesCreateErrors[keyof JournalTemplatesCreateErrors];

export type JournalTemplatesCreateResponses = {
    /**
     * Done
     */
    201: JournalTemplate;
};

export type JournalTemplatesCreateResponse = JournalTemplatesCreateResponses[keyof JournalTemplatesCreateResponses];

export type JournalTemplatesGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/journal-templates/{id}';
};

export type JournalTemplatesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalTemplatesGetError = JournalTemplatesGetErrors[keyof JournalTemplatesGetErrors];

export type JournalTemplatesGetResponses = {
    /**
     * Done
     */
    200: JournalTemplate;
};

export type JournalTemplatesGetResponse = JournalTemplatesGetResponses[keyof JournalTemplatesGetResponses];

export type JournalTemplatesReplaceData = {
    body: ReplaceJournalTemplate;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/journal-templates/{id}';
};

export type JournalTemplatesReplaceErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalTemplatesReplaceError = JournalTemplatesReplaceErrors[keyof JournalTemplatesReplaceErrors];

export type JournalTemplatesReplaceResponses = {
    /**
     * Done
     */
    200: JournalTemplate;
};

export type JournalTemplatesReplaceResponse = JournalTemplatesReplaceResponses[keyof JournalTemplatesReplaceResponses];

export type JournalTemplatesApproveData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/journal-templates/{id}/approve';
};

export type JournalTemplatesApproveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalTemplatesApproveError = JournalTemplatesApproveErrors[keyof JournalTemplatesApproveErrors];

export type JournalTemplatesApproveResponses = {
    /**
     * Done
     */
    200: JournalTemplate;
};

export type JournalTemplatesApproveResponse = JournalTemplatesApproveResponses[keyof JournalTemplatesApproveResponses];

export type JournalTemplatesPauseData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/journal-templates/{id}/pause';
};

export type JournalTemplatesPauseErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalTemplatesPauseError = JournalTemplatesPauseErrors[keyof JournalTemplatesPauseErrors];

export type JournalTemplatesPauseResponses = {
    /**
     * Done
     */
    200: JournalTemplate;
};

export type JournalTemplatesPauseResponse = JournalTemplatesPauseResponses[keyof JournalTemplatesPauseResponses];

export type JournalTemplatesResumeData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/journal-templates/{id}/resume';
};

export type JournalTemplatesResumeErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalTemplatesResumeError = JournalTemplatesResumeErrors[keyof JournalTemplatesResumeErrors];

export type JournalTemplatesResumeResponses = {
    /**
     * Done
     */
    200: JournalTemplate;
};

export type JournalTemplatesResumeResponse = JournalTemplatesResumeResponses[keyof JournalTemplatesResumeResponses];

export type JournalTemplatesDiscardData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/journal-templates/{id}/discard';
};

export type JournalTemplatesDiscardErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JournalTemplatesDiscardError = JournalTemplatesDiscardErrors[keyof JournalTemplatesDiscardErrors];

export type JournalTemplatesDiscardResponses = {
    /**
     * Done
     */
    200: JournalTemplate;
};

export type JournalTemplatesDiscardResponse = JournalTemplatesDiscardResponses[keyof JournalTemplatesDiscardResponses];

export type OverviewReadData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The last day; today, where the company is.
         */
        asOf?: Date;
    };
    url: '/api/v1/companies/{companyId}/overview';
};

export type OverviewReadErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type OverviewReadError = OverviewReadErrors[keyof OverviewReadErrors];

export type OverviewReadResponses = {
    /**
     * Done
     */
    200: Overview;
};

export type OverviewReadResponse = OverviewReadResponses[keyof OverviewReadResponses];

export type BudgetsListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets';
};

export type BudgetsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsListError = BudgetsListErrors[keyof BudgetsListErrors];

export type BudgetsListResponses = {
    /**
     * Done
     */
    200: Budgets;
};

export type BudgetsListResponse = BudgetsListResponses[keyof BudgetsListResponses];

export type BudgetsCreateData = {
    body: CreateBudget;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets';
};

export type BudgetsCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsCreateError = BudgetsCreateErrors[keyof BudgetsCreateErrors];

export type BudgetsCreateResponses = {
    /**
     * Done
     */
    201: Budget;
};

export type BudgetsCreateResponse = BudgetsCreateResponses[keyof BudgetsCreateResponses];

export type BudgetsGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets/{id}';
};

export type BudgetsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsGetError = BudgetsGetErrors[keyof BudgetsGetErrors];

export type BudgetsGetResponses = {
    /**
     * Done
     */
    200: Budget;
};

export type BudgetsGetResponse = BudgetsGetResponses[keyof BudgetsGetResponses];

export type BudgetsReplaceData = {
    body: ReplaceBudget;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets/{id}';
};

export type BudgetsReplaceErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsReplaceError = BudgetsReplaceErrors[keyof BudgetsReplaceErrors];

export type BudgetsReplaceResponses = {
    /**
     * Done
     */
    200: Budget;
};

export type BudgetsReplaceResponse = BudgetsReplaceResponses[keyof BudgetsReplaceResponses];

export type BudgetsPlanData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets/{id}/plan';
};

export type BudgetsPlanErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsPlanError = BudgetsPlanErrors[keyof BudgetsPlanErrors];

export type BudgetsPlanResponses = {
    /**
     * Done
     */
    200: BudgetPlan;
};

export type BudgetsPlanResponse = BudgetsPlanResponses[keyof BudgetsPlanResponses];

export type BudgetsFillData = {
    body: FillBudget;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets/{id}/fill';
};

export type BudgetsFillErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsFillError = BudgetsFillErrors[keyof BudgetsFillErrors];

export type BudgetsFillResponses = {
    /**
     * Done
     */
    200: Budget;
};

export type BudgetsFillResponse = BudgetsFillResponses[keyof BudgetsFillResponses];

export type BudgetsSubmitData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets/{id}/submit';
};

export type BudgetsSubmitErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsSubmitError = BudgetsSubmitErrors[keyof BudgetsSubmitErrors];

export type BudgetsSubmitResponses = {
    /**
     * Done
     */
    200: Budget;
};

export type BudgetsSubmitResponse = BudgetsSubmitResponses[keyof BudgetsSubmitResponses];

export type BudgetsWithdrawData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets/{id}/withdraw';
};

export type BudgetsWithdrawErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsWithdrawError = BudgetsWithdrawErrors[keyof BudgetsWithdrawErrors];

export type BudgetsWithdrawResponses = {
    /**
     * Done
     */
    200: Budget;
};

export type BudgetsWithdrawResponse = BudgetsWithdrawResponses[keyof BudgetsWithdrawResponses];

export type BudgetsApproveData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets/{id}/approve';
};

export type BudgetsApproveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsApproveError = BudgetsApproveErrors[keyof BudgetsApproveErrors];

export type BudgetsApproveResponses = {
    /**
     * Done
     */
    200: Budget;
};

export type BudgetsApproveResponse = BudgetsApproveResponses[keyof BudgetsApproveResponses];

export type BudgetsReturnData = {
    body: ReturnBudget;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets/{id}/return';
};

export type BudgetsReturnErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsReturnError = BudgetsReturnErrors[keyof BudgetsReturnErrors];

export type BudgetsReturnResponses = {
    /**
     * Done
     */
    200: Budget;
};

export type BudgetsReturnResponse = BudgetsReturnResponses[keyof BudgetsReturnResponses];

export type BudgetsDiscardData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/budgets/{id}/discard';
};

export type BudgetsDiscardErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BudgetsDiscardError = BudgetsDiscardErrors[keyof BudgetsDiscardErrors];

export type BudgetsDiscardResponses = {
    /**
     * Done
     */
    200: Budget;
};

export type BudgetsDiscardResponse = BudgetsDiscardResponses[keyof BudgetsDiscardResponses];

export type AccountListSessionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/sessions';
};

export type AccountListSessionsErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountListSessionsError = AccountListSessionsErrors[keyof AccountListSessionsErrors];

export type AccountListSessionsResponses = {
    /**
     * Done
     */
    200: SessionList;
};

export type AccountListSessionsResponse = AccountListSessionsResponses[keyof AccountListSessionsResponses];

export type AccountEndSessionData = {
    body?: never;
    path: {
        uid: string;
    };
    query?: never;
    url: '/api/v1/me/sessions/{uid}';
};

export type AccountEndSessionErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountEndSessionError = AccountEndSessionErrors[keyof AccountEndSessionErrors];

export type AccountEndSessionResponses = {
    /**
     * Done
     */
    204: void;
};

export type AccountEndSessionResponse = AccountEndSessionResponses[keyof AccountEndSessionResponses];

export type AccountChooseOrganizationData = {
    body: ChooseOrganization;
    path?: never;
    query?: never;
    url: '/api/v1/me/organization';
};

export type AccountChooseOrganizationErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountChooseOrganizationError = AccountChooseOrganizationErrors[keyof AccountChooseOrganizationErrors];

export type AccountChooseOrganizationResponses = {
    /**
     * Done
     */
    204: void;
};

export type AccountChooseOrganizationResponse = AccountChooseOrganizationResponses[keyof AccountChooseOrganizationResponses];

export type AccountChooseNameData = {
    body: ChooseName;
    path?: never;
    query?: never;
    url: '/api/v1/me/name';
};

export type AccountChooseNameErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountChooseNameError = AccountChooseNameErrors[keyof AccountChooseNameErrors];

export type AccountChooseNameResponses = {
    /**
     * Done
     */
    204: void;
};

export type AccountChooseNameResponse = AccountChooseNameResponses[keyof AccountChooseNameResponses];

export type AccountChooseLanguageData = {
    body: ChooseLanguage;
    path?: never;
    query?: never;
    url: '/api/v1/me/language';
};

export type AccountChooseLanguageErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountChooseLanguageError = AccountChooseLanguageErrors[keyof AccountChooseLanguageErrors];

export type AccountChooseLanguageResponses = {
    /**
     * Done
     */
    204: void;
};

export type AccountChooseLanguageResponse = AccountChooseLanguageResponses[keyof AccountChooseLanguageResponses];

export type AccountChangePasswordData = {
    body: PasswordChange;
    path?: never;
    query?: never;
    url: '/api/v1/me/password-changes';
};

export type AccountChangePasswordErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountChangePasswordError = AccountChangePasswordErrors[keyof AccountChangePasswordErrors];

export type AccountChangePasswordResponses = {
    /**
     * Done
     */
    204: void;
};

export type AccountChangePasswordResponse = AccountChangePasswordResponses[keyof AccountChangePasswordResponses];

export type AccountGetSecondFactorData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/second-factor';
};

export type AccountGetSecondFactorErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountGetSecondFactorError = AccountGetSecondFactorErrors[keyof AccountGetSecondFactorErrors];

export type AccountGetSecondFactorResponses = {
    /**
     * Done
     */
    200: SecondFactor;
};

export type AccountGetSecondFactorResponse = AccountGetSecondFactorResponses[keyof AccountGetSecondFactorResponses];

export type AccountEnrolSecondFactorData = {
    body: EnrolSecondFactor;
    path?: never;
    query?: never;
    url: '/api/v1/me/second-factor/enrolments';
};

export type AccountEnrolSecondFactorErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountEnrolSecondFactorError = AccountEnrolSecondFactorErrors[keyof AccountEnrolSecondFactorErrors];

export type AccountEnrolSecondFactorResponses = {
    /**
     * Done
     */
    201: SecondFactorSecret;
};

export type AccountEnrolSecondFactorResponse = AccountEnrolSecondFactorResponses[keyof AccountEnrolSecondFactorResponses];

export type AccountConfirmSecondFactorData = {
    body: ConfirmSecondFactor;
    path?: never;
    query?: never;
    url: '/api/v1/me/second-factor/confirmations';
};

export type AccountConfirmSecondFactorErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountConfirmSecondFactorError = AccountConfirmSecondFactorErrors[keyof AccountConfirmSecondFactorErrors];

export type AccountConfirmSecondFactorResponses = {
    /**
     * Done
     */
    201: RecoveryCodes;
};

export type AccountConfirmSecondFactorResponse = AccountConfirmSecondFactorResponses[keyof AccountConfirmSecondFactorResponses];

export type AccountRemoveSecondFactorData = {
    body: RemoveSecondFactor;
    path?: never;
    query?: never;
    url: '/api/v1/me/second-factor/removals';
};

export type AccountRemoveSecondFactorErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountRemoveSecondFactorError = AccountRemoveSecondFactorErrors[keyof AccountRemoveSecondFactorErrors];

export type AccountRemoveSecondFactorResponses = {
    /**
     * Done
     */
    204: void;
};

export type AccountRemoveSecondFactorResponse = AccountRemoveSecondFactorResponses[keyof AccountRemoveSecondFactorResponses];

export type AccountsRequestData = {
    body: AccountRequest;
    path?: never;
    query?: never;
    url: '/api/v1/identity/account-requests';
};

export type AccountsRequestErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountsRequestError = AccountsRequestErrors[keyof AccountsRequestErrors];

export type AccountsRequestResponses = {
    /**
     * Done
     */
    204: void;
};

export type AccountsRequestResponse = AccountsRequestResponses[keyof AccountsRequestResponses];

export type AccountsVerifyAddressData = {
    body: AddressVerification;
    path?: never;
    query?: never;
    url: '/api/v1/identity/address-verifications';
};

export type AccountsVerifyAddressErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountsVerifyAddressError = AccountsVerifyAddressErrors[keyof AccountsVerifyAddressErrors];

export type AccountsVerifyAddressResponses = {
    /**
     * Done
     */
    204: void;
};

export type AccountsVerifyAddressResponse = AccountsVerifyAddressResponses[keyof AccountsVerifyAddressResponses];

export type AccountsResetPasswordData = {
    body: PasswordReset;
    path?: never;
    query?: never;
    url: '/api/v1/identity/password-resets';
};

export type AccountsResetPasswordErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountsResetPasswordError = AccountsResetPasswordErrors[keyof AccountsResetPasswordErrors];

export type AccountsResetPasswordResponses = {
    /**
     * Done
     */
    204: void;
};

export type AccountsResetPasswordResponse = AccountsResetPasswordResponses[keyof AccountsResetPasswordResponses];

export type AccountsAcceptInvitationData = {
    body: InvitationAcceptance;
    path?: never;
    query?: never;
    url: '/api/v1/identity/invitation-acceptances';
};

export type AccountsAcceptInvitationErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type AccountsAcceptInvitationError = AccountsAcceptInvitationErrors[keyof AccountsAcceptInvitationErrors];

export type AccountsAcceptInvitationResponses = {
    /**
     * Done
     */
    204: void;
};

export type AccountsAcceptInvitationResponse = AccountsAcceptInvitationResponses[keyof AccountsAcceptInvitationResponses];

export type ClosedAccountsCloseAccountData = {
    body: CloseAccount;
    path?: never;
    query?: never;
    url: '/api/v1/me/closings';
};

export type ClosedAccountsCloseAccountErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ClosedAccountsCloseAccountError = ClosedAccountsCloseAccountErrors[keyof ClosedAccountsCloseAccountErrors];

export type ClosedAccountsCloseAccountResponses = {
    /**
     * Done
     */
    204: void;
};

export type ClosedAccountsCloseAccountResponse = ClosedAccountsCloseAccountResponses[keyof ClosedAccountsCloseAccountResponses];

export type PasskeysListData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/passkeys';
};

export type PasskeysListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PasskeysListError = PasskeysListErrors[keyof PasskeysListErrors];

export type PasskeysListResponses = {
    /**
     * Done
     */
    200: PasskeyList;
};

export type PasskeysListResponse = PasskeysListResponses[keyof PasskeysListResponses];

export type PasskeysAddData = {
    body: AddPasskey;
    path?: never;
    query?: never;
    url: '/api/v1/me/passkeys';
};

export type PasskeysAddErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PasskeysAddError = PasskeysAddErrors[keyof PasskeysAddErrors];

export type PasskeysAddResponses = {
    /**
     * Done
     */
    201: Passkey;
};

export type PasskeysAddResponse = PasskeysAddResponses[keyof PasskeysAddResponses];

export type PasskeysBeginData = {
    body: BeginPasskey;
    path?: never;
    query?: never;
    url: '/api/v1/me/passkeys/begin';
};

export type PasskeysBeginErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PasskeysBeginError = PasskeysBeginErrors[keyof PasskeysBeginErrors];

export type PasskeysBeginResponses = {
    /**
     * Done
     */
    201: PasskeyCreation;
};

export type PasskeysBeginResponse = PasskeysBeginResponses[keyof PasskeysBeginResponses];

export type PasskeysRenameData = {
    body: NamePasskey;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/me/passkeys/{id}/name';
};

export type PasskeysRenameErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PasskeysRenameError = PasskeysRenameErrors[keyof PasskeysRenameErrors];

export type PasskeysRenameResponses = {
    /**
     * Done
     */
    200: Passkey;
};

export type PasskeysRenameResponse = PasskeysRenameResponses[keyof PasskeysRenameResponses];

export type PasskeysRemoveData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/me/passkeys/{id}';
};

export type PasskeysRemoveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PasskeysRemoveError = PasskeysRemoveErrors[keyof PasskeysRemoveErrors];

export type PasskeysRemoveResponses = {
    /**
     * Done
     */
    204: void;
};

export type PasskeysRemoveResponse = PasskeysRemoveResponses[keyof PasskeysRemoveResponses];

export type SignInsStepData = {
    body?: never;
    path: {
        uid: string;
    };
    query?: never;
    url: '/api/v1/identity/sign-ins/{uid}';
};

export type SignInsStepErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type SignInsStepError = SignInsStepErrors[keyof SignInsStepErrors];

export type SignInsStepResponses = {
    /**
     * Done
     */
    200: SignInStep;
};

export type SignInsStepResponse = SignInsStepResponses[keyof SignInsStepResponses];

export type SignInsPasswordData = {
    body: PasswordStep;
    path: {
        uid: string;
    };
    query?: never;
    url: '/api/v1/identity/sign-ins/{uid}/password';
};

export type SignInsPasswordErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type SignInsPasswordError = SignInsPasswordErrors[keyof SignInsPasswordErrors];

export type SignInsPasswordResponses = {
    /**
     * Done
     */
    200: SignInStep;
};

export type SignInsPasswordResponse = SignInsPasswordResponses[keyof SignInsPasswordResponses];

export type SignInsAskForPasskeyData = {
    body?: never;
    path: {
        uid: string;
    };
    query?: never;
    url: '/api/v1/identity/sign-ins/{uid}/passkey-questions';
};

export type SignInsAskForPasskeyErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type SignInsAskForPasskeyError = SignInsAskForPasskeyErrors[keyof SignInsAskForPasskeyErrors];

export type SignInsAskForPasskeyResponses = {
    /**
     * Done
     */
    200: PasskeyQuestion;
};

export type SignInsAskForPasskeyResponse = SignInsAskForPasskeyResponses[keyof SignInsAskForPasskeyResponses];

export type SignInsPasskeyData = {
    body: PasskeyStep;
    path: {
        uid: string;
    };
    query?: never;
    url: '/api/v1/identity/sign-ins/{uid}/passkey';
};

export type SignInsPasskeyErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type SignInsPasskeyError = SignInsPasskeyErrors[keyof SignInsPasskeyErrors];

export type SignInsPasskeyResponses = {
    /**
     * Done
     */
    200: SignInStep;
};

export type SignInsPasskeyResponse = SignInsPasskeyResponses[keyof SignInsPasskeyResponses];

export type SignInsSecondFactorData = {
    body: SecondFactorStep;
    path: {
        uid: string;
    };
    query?: never;
    url: '/api/v1/identity/sign-ins/{uid}/second-factor';
};

export type SignInsSecondFactorErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type SignInsSecondFactorError = SignInsSecondFactorErrors[keyof SignInsSecondFactorErrors];

export type SignInsSecondFactorResponses = {
    /**
     * Done
     */
    200: SignInStep;
};

export type SignInsSecondFactorResponse = SignInsSecondFactorResponses[keyof SignInsSecondFactorResponses];

export type PersonalTokensListData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/personal-tokens';
};

export type PersonalTokensListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PersonalTokensListError = PersonalTokensListErrors[keyof PersonalTokensListErrors];

export type PersonalTokensListResponses = {
    /**
     * Done
     */
    200: PersonalTokenList;
};

export type PersonalTokensListResponse = PersonalTokensListResponses[keyof PersonalTokensListResponses];

export type PersonalTokensCreateData = {
    body: CreatePersonalToken;
    path?: never;
    query?: never;
    url: '/api/v1/me/personal-tokens';
};

export type PersonalTokensCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PersonalTokensCreateError = PersonalTokensCreateErrors[keyof PersonalTokensCreateErrors];

export type PersonalTokensCreateResponses = {
    /**
     * Done
     */
    201: PersonalTokenWithSecret;
};

export type PersonalTokensCreateResponse = PersonalTokensCreateResponses[keyof PersonalTokensCreateResponses];

export type PersonalTokensRevokeData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/me/personal-tokens/{id}/revoke';
};

export type PersonalTokensRevokeErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PersonalTokensRevokeError = PersonalTokensRevokeErrors[keyof PersonalTokensRevokeErrors];

export type PersonalTokensRevokeResponses = {
    /**
     * Done
     */
    200: PersonalToken;
};

export type PersonalTokensRevokeResponse = PersonalTokensRevokeResponses[keyof PersonalTokensRevokeResponses];

export type ApiKeysListData = {
    body?: never;
    path?: never;
    query?: {
        limit?: number;
        cursor?: string;
    };
    url: '/api/v1/api-keys';
};

export type ApiKeysListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ApiKeysListError = ApiKeysListErrors[keyof ApiKeysListErrors];

export type ApiKeysListResponses = {
    /**
     * Done
     */
    200: ApiKeyPage;
};

export type ApiKeysListResponse = ApiKeysListResponses[keyof ApiKeysListResponses];

export type ApiKeysCreateData = {
    body: CreateApiKey;
    path?: never;
    query?: never;
    url: '/api/v1/api-keys';
};

export type ApiKeysCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ApiKeysCreateError = ApiKeysCreateErrors[keyof ApiKeysCreateErrors];

export type ApiKeysCreateResponses = {
    /**
     * Done
     */
    201: ApiKeyWithSecret;
};

export type ApiKeysCreateResponse = ApiKeysCreateResponses[keyof ApiKeysCreateResponses];

export type ApiKeysGetData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/api-keys/{id}';
};

export type ApiKeysGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ApiKeysGetError = ApiKeysGetErrors[keyof ApiKeysGetErrors];

export type ApiKeysGetResponses = {
    /**
     * Done
     */
    200: ApiKey;
};

export type ApiKeysGetResponse = ApiKeysGetResponses[keyof ApiKeysGetResponses];

export type ApiKeysRotateData = {
    body: RotateApiKey;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/api-keys/{id}/rotate';
};

export type ApiKeysRotateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ApiKeysRotateError = ApiKeysRotateErrors[keyof ApiKeysRotateErrors];

export type ApiKeysRotateResponses = {
    /**
     * Done
     */
    200: ApiKeyWithSecret;
};

export type ApiKeysRotateResponse = ApiKeysRotateResponses[keyof ApiKeysRotateResponses];

export type ApiKeysRevokeData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/api-keys/{id}/revoke';
};

export type ApiKeysRevokeErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ApiKeysRevokeError = ApiKeysRevokeErrors[keyof ApiKeysRevokeErrors];

export type ApiKeysRevokeResponses = {
    /**
     * Done
     */
    200: ApiKey;
};

export type ApiKeysRevokeResponse = ApiKeysRevokeResponses[keyof ApiKeysRevokeResponses];

export type BranchesListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'name' | '-name' | 'code' | '-code';
    };
    url: '/api/v1/companies/{companyId}/branches';
};

export type BranchesListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BranchesListError = BranchesListErrors[keyof BranchesListErrors];

export type BranchesListResponses = {
    /**
     * Done
     */
    200: BranchPage;
};

export type BranchesListResponse = BranchesListResponses[keyof BranchesListResponses];

export type BranchesCreateData = {
    body: CreateBranch;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/branches';
};

export type BranchesCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BranchesCreateError = BranchesCreateErrors[keyof BranchesCreateErrors];

export type BranchesCreateResponses = {
    /**
     * Done
     */
    201: Branch;
};

export type BranchesCreateResponse = BranchesCreateResponses[keyof BranchesCreateResponses];

export type BranchesGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/branches/{id}';
};

export type BranchesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BranchesGetError = BranchesGetErrors[keyof BranchesGetErrors];

export type BranchesGetResponses = {
    /**
     * Done
     */
    200: Branch;
};

export type BranchesGetResponse = BranchesGetResponses[keyof BranchesGetResponses];

export type BranchesPatchData = {
    body: PatchBranch;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/branches/{id}';
};

export type BranchesPatchErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BranchesPatchError = BranchesPatchErrors[keyof BranchesPatchErrors];

export type BranchesPatchResponses = {
    /**
     * Done
     */
    200: Branch;
};

export type BranchesPatchResponse = BranchesPatchResponses[keyof BranchesPatchResponses];

export type BankAccountsListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/bank-accounts';
};

export type BankAccountsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BankAccountsListError = BankAccountsListErrors[keyof BankAccountsListErrors];

export type BankAccountsListResponses = {
    /**
     * Done
     */
    200: BankAccounts;
};

export type BankAccountsListResponse = BankAccountsListResponses[keyof BankAccountsListResponses];

export type BankAccountsCreateData = {
    body: CreateBankAccount;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/bank-accounts';
};

export type BankAccountsCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BankAccountsCreateError = BankAccountsCreateErrors[keyof BankAccountsCreateErrors];

export type BankAccountsCreateResponses = {
    /**
     * Done
     */
    201: BankAccount;
};

export type BankAccountsCreateResponse = BankAccountsCreateResponses[keyof BankAccountsCreateResponses];

export type BankAccountsPatchData = {
    body: PatchBankAccount;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/bank-accounts/{id}';
};

export type BankAccountsPatchErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type BankAccountsPatchError = BankAccountsPatchErrors[keyof BankAccountsPatchErrors];

export type BankAccountsPatchResponses = {
    /**
     * Done
     */
    200: BankAccount;
};

export type BankAccountsPatchResponse = BankAccountsPatchResponses[keyof BankAccountsPatchResponses];

export type EntriesListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        from?: Date;
        to?: Date;
        number?: string;
        service?: 'common' | 'community' | 'inventory' | 'payroll' | 'purchase' | 'sales';
        /**
         * The document they were made for.
         */
        sourceId?: Id;
        sort?: 'enteredOn' | '-enteredOn' | 'sequence' | '-sequence';
    };
    url: '/api/v1/companies/{companyId}/entries';
};

export type EntriesListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type EntriesListError = EntriesListErrors[keyof EntriesListErrors];

export type EntriesListResponses = {
    /**
     * Done
     */
    200: EntryPage;
};

export type EntriesListResponse = EntriesListResponses[keyof EntriesListResponses];

export type EntriesGetData = {
    body?: never;
    path: {
        companyId: Id;
        entryId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/entries/{entryId}';
};

export type EntriesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type EntriesGetError = EntriesGetErrors[keyof EntriesGetErrors];

export type EntriesGetResponses = {
    /**
     * Done
     */
    200: Entry;
};

export type EntriesGetResponse = EntriesGetResponses[keyof EntriesGetResponses];

export type EntriesWhyData = {
    body?: never;
    path: {
        companyId: Id;
        entryId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/entries/{entryId}/why';
};

export type EntriesWhyErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type EntriesWhyError = EntriesWhyErrors[keyof EntriesWhyErrors];

export type EntriesWhyResponses = {
    /**
     * Done
     */
    200: EntryWhy;
};

export type EntriesWhyResponse = EntriesWhyResponses[keyof EntriesWhyResponses];

export type EntriesReverseData = {
    body: ReverseEntry;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        entryId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/entries/{entryId}/reverse';
};

export type EntriesReverseErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type EntriesReverseError = EntriesReverseErrors[keyof EntriesReverseErrors];

export type EntriesReverseResponses = {
    /**
     * Done
     */
    201: EntryPosted;
};

export type EntriesReverseResponse = EntriesReverseResponses[keyof EntriesReverseResponses];

export type PostingsCountData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        from?: Date;
        to?: Date;
    };
    url: '/api/v1/companies/{companyId}/postings';
};

export type PostingsCountErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PostingsCountError = PostingsCountErrors[keyof PostingsCountErrors];

export type PostingsCountResponses = {
    /**
     * Done
     */
    200: LedgerPostings;
};

export type PostingsCountResponse = PostingsCountResponses[keyof PostingsCountResponses];

export type PeriodsListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/financial-years';
};

export type PeriodsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PeriodsListError = PeriodsListErrors[keyof PeriodsListErrors];

export type PeriodsListResponses = {
    /**
     * Done
     */
    200: FinancialYears;
};

export type PeriodsListResponse = PeriodsListResponses[keyof PeriodsListResponses];

export type PeriodsOpenData = {
    body: OpenFinancialYear;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/financial-years';
};

export type PeriodsOpenErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PeriodsOpenError = PeriodsOpenErrors[keyof PeriodsOpenErrors];

export type PeriodsOpenResponses = {
    /**
     * Done
     */
    201: FinancialYear;
};

export type PeriodsOpenResponse = PeriodsOpenResponses[keyof PeriodsOpenResponses];

export type PeriodsCloseData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        yearId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/financial-years/{yearId}/close';
};

export type PeriodsCloseErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PeriodsCloseError = PeriodsCloseErrors[keyof PeriodsCloseErrors];

export type PeriodsCloseResponses = {
    /**
     * Done
     */
    200: FinancialYear;
};

export type PeriodsCloseResponse = PeriodsCloseResponses[keyof PeriodsCloseResponses];

export type PeriodsReopenData = {
    body: ReopenFinancialYear;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        yearId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/financial-years/{yearId}/reopen';
};

export type PeriodsReopenErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PeriodsReopenError = PeriodsReopenErrors[keyof PeriodsReopenErrors];

export type PeriodsReopenResponses = {
    /**
     * Done
     */
    200: FinancialYear;
};

export type PeriodsReopenResponse = PeriodsReopenResponses[keyof PeriodsReopenResponses];

export type PeriodsAuditData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        yearId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/financial-years/{yearId}/audit';
};

export type PeriodsAuditErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PeriodsAuditError = PeriodsAuditErrors[keyof PeriodsAuditErrors];

export type PeriodsAuditResponses = {
    /**
     * Done
     */
    200: FinancialYear;
};

export type PeriodsAuditResponse = PeriodsAuditResponses[keyof PeriodsAuditResponses];

export type PeriodsLockData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        periodId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/periods/{periodId}/lock';
};

export type PeriodsLockErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PeriodsLockError = PeriodsLockErrors[keyof PeriodsLockErrors];

export type PeriodsLockResponses = {
    /**
     * Done
     */
    200: AccountingPeriod;
};

export type PeriodsLockResponse = PeriodsLockResponses[keyof PeriodsLockResponses];

export type PeriodsUnlockData = {
    body?: never;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        companyId: Id;
        periodId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/periods/{periodId}/unlock';
};

export type PeriodsUnlockErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PeriodsUnlockError = PeriodsUnlockErrors[keyof PeriodsUnlockErrors];

export type PeriodsUnlockResponses = {
    /**
     * Done
     */
    200: AccountingPeriod;
};

export type PeriodsUnlockResponse = PeriodsUnlockResponses[keyof PeriodsUnlockResponses];

export type ChartGetData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/chart';
};

export type ChartGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ChartGetError = ChartGetErrors[keyof ChartGetErrors];

export type ChartGetResponses = {
    /**
     * Done
     */
    200: Chart;
};

export type ChartGetResponse = ChartGetResponses[keyof ChartGetResponses];

export type ChartApplyTemplateData = {
    body: ApplyChartTemplate;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/chart/template';
};

export type ChartApplyTemplateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ChartApplyTemplateError = ChartApplyTemplateErrors[keyof ChartApplyTemplateErrors];

export type ChartApplyTemplateResponses = {
    /**
     * Done
     */
    200: ChartTemplateApplied;
};

export type ChartApplyTemplateResponse = ChartApplyTemplateResponses[keyof ChartApplyTemplateResponses];

export type ChartCreateData = {
    body: CreateAccount;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/chart/accounts';
};

export type ChartCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ChartCreateError = ChartCreateErrors[keyof ChartCreateErrors];

export type ChartCreateResponses = {
    /**
     * Done
     */
    201: Account;
};

export type ChartCreateResponse = ChartCreateResponses[keyof ChartCreateResponses];

export type ChartPatchData = {
    body: PatchAccount;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/chart/accounts/{id}';
};

export type ChartPatchErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ChartPatchError = ChartPatchErrors[keyof ChartPatchErrors];

export type ChartPatchResponses = {
    /**
     * Done
     */
    200: Account;
};

export type ChartPatchResponse = ChartPatchResponses[keyof ChartPatchResponses];

export type ChartMoveData = {
    body: MoveAccount;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/chart/accounts/{id}/move';
};

export type ChartMoveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ChartMoveError = ChartMoveErrors[keyof ChartMoveErrors];

export type ChartMoveResponses = {
    /**
     * Done
     */
    200: Account;
};

export type ChartMoveResponse = ChartMoveResponses[keyof ChartMoveResponses];

export type ChartImportsSheetData = {
    body?: never;
    path?: never;
    query?: {
        format?: 'csv' | 'xlsx';
    };
    url: '/api/v1/chart/sheet';
};

export type ChartImportsSheetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ChartImportsSheetError = ChartImportsSheetErrors[keyof ChartImportsSheetErrors];

export type ChartImportsSheetResponses = {
    /**
     * Done
     */
    200: Chart;
};

export type ChartImportsSheetResponse = ChartImportsSheetResponses[keyof ChartImportsSheetResponses];

export type ChartImportsImportData = {
    body: ImportChart;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/chart/imports';
};

export type ChartImportsImportErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ChartImportsImportError = ChartImportsImportErrors[keyof ChartImportsImportErrors];

export type ChartImportsImportResponses = {
    /**
     * Done
     */
    201: ChartImport;
};

export type ChartImportsImportResponse = ChartImportsImportResponses[keyof ChartImportsImportResponses];

export type ChartImportsPreviewData = {
    body: ImportChart;
    path?: never;
    query?: never;
    url: '/api/v1/chart/imports/preview';
};

export type ChartImportsPreviewErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ChartImportsPreviewError = ChartImportsPreviewErrors[keyof ChartImportsPreviewErrors];

export type ChartImportsPreviewResponses = {
    /**
     * Done
     */
    200: ChartImport;
};

export type ChartImportsPreviewResponse = ChartImportsPreviewResponses[keyof ChartImportsPreviewResponses];

export type CompaniesListData = {
    body?: never;
    path?: never;
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'name' | '-name' | 'createdAt' | '-createdAt';
    };
    url: '/api/v1/companies';
};

export type CompaniesListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CompaniesListError = CompaniesListErrors[keyof CompaniesListErrors];

export type CompaniesListResponses = {
    /**
     * Done
     */
    200: CompanyPage;
};

export type CompaniesListResponse = CompaniesListResponses[keyof CompaniesListResponses];

export type CompaniesCreateData = {
    body: CreateCompany;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/companies';
};

export type CompaniesCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CompaniesCreateError = CompaniesCreateErrors[keyof CompaniesCreateErrors];

export type CompaniesCreateResponses = {
    /**
     * Done
     */
    201: Company;
};

export type CompaniesCreateResponse = CompaniesCreateResponses[keyof CompaniesCreateResponses];

export type CompaniesGetData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}';
};

export type CompaniesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CompaniesGetError = CompaniesGetErrors[keyof CompaniesGetErrors];

export type CompaniesGetResponses = {
    /**
     * Done
     */
    200: Company;
};

export type CompaniesGetResponse = CompaniesGetResponses[keyof CompaniesGetResponses];

export type CompaniesPatchData = {
    body: PatchCompany;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}';
};

export type CompaniesPatchErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CompaniesPatchError = CompaniesPatchErrors[keyof CompaniesPatchErrors];

export type CompaniesPatchResponses = {
    /**
     * Done
     */
    200: Company;
};

export type CompaniesPatchResponse = CompaniesPatchResponses[keyof CompaniesPatchResponses];

export type DailyRunsListData = {
    body?: never;
    path?: never;
    query?: {
        limit?: number;
        cursor?: string;
        state?: 'waiting' | 'running' | 'finished' | 'cancelled';
        sort?: 'runOn' | '-runOn';
    };
    url: '/api/v1/daily-runs';
};

export type DailyRunsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type DailyRunsListError = DailyRunsListErrors[keyof DailyRunsListErrors];

export type DailyRunsListResponses = {
    /**
     * Done
     */
    200: DailyRunPage;
};

export type DailyRunsListResponse = DailyRunsListResponses[keyof DailyRunsListResponses];

export type DailyRunsGetData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/daily-runs/{id}';
};

export type DailyRunsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type DailyRunsGetError = DailyRunsGetErrors[keyof DailyRunsGetErrors];

export type DailyRunsGetResponses = {
    /**
     * Done
     */
    200: DailyRun;
};

export type DailyRunsGetResponse = DailyRunsGetResponses[keyof DailyRunsGetResponses];

export type DailyRunsCancelData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/daily-runs/{id}/cancel';
};

export type DailyRunsCancelErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type DailyRunsCancelError = DailyRunsCancelErrors[keyof DailyRunsCancelErrors];

export type DailyRunsCancelResponses = {
    /**
     * Done
     */
    200: DailyRun;
};

export type DailyRunsCancelResponse = DailyRunsCancelResponses[keyof DailyRunsCancelResponses];

export type DailyRunsRetryData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
        taskId: Id;
    };
    query?: never;
    url: '/api/v1/daily-runs/{id}/tasks/{taskId}/retry';
};

export type DailyRunsRetryErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type DailyRunsRetryError = DailyRunsRetryErrors[keyof DailyRunsRetryErrors];

export type DailyRunsRetryResponses = {
    /**
     * Done
     */
    200: DailyRun;
};

export type DailyRunsRetryResponse = DailyRunsRetryResponses[keyof DailyRunsRetryResponses];

export type InvitationsListData = {
    body?: never;
    path?: never;
    query?: {
        limit?: number;
        cursor?: string;
    };
    url: '/api/v1/invitations';
};

export type InvitationsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvitationsListError = InvitationsListErrors[keyof InvitationsListErrors];

export type InvitationsListResponses = {
    /**
     * Done
     */
    200: InvitationPage;
};

export type InvitationsListResponse = InvitationsListResponses[keyof InvitationsListResponses];

export type InvitationsInviteData = {
    body: InviteMember;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/invitations';
};

export type InvitationsInviteErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvitationsInviteError = InvitationsInviteErrors[keyof InvitationsInviteErrors];

export type InvitationsInviteResponses = {
    /**
     * Done
     */
    201: Invitation;
};

export type InvitationsInviteResponse = InvitationsInviteResponses[keyof InvitationsInviteResponses];

export type InvitationsWithdrawData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/invitations/{id}/withdraw';
};

export type InvitationsWithdrawErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvitationsWithdrawError = InvitationsWithdrawErrors[keyof InvitationsWithdrawErrors];

export type InvitationsWithdrawResponses = {
    /**
     * Done
     */
    200: Invitation;
};

export type InvitationsWithdrawResponse = InvitationsWithdrawResponses[keyof InvitationsWithdrawResponses];

export type InvitationsSendAgainData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/invitations/{id}/send-again';
};

export type InvitationsSendAgainErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvitationsSendAgainError = InvitationsSendAgainErrors[keyof InvitationsSendAgainErrors];

export type InvitationsSendAgainResponses = {
    /**
     * Done
     */
    200: Invitation;
};

export type InvitationsSendAgainResponse = InvitationsSendAgainResponses[keyof InvitationsSendAgainResponses];

export type InvitationsLookData = {
    body: LookAtInvitation;
    path?: never;
    query?: never;
    url: '/api/v1/invitations/look';
};

export type InvitationsLookErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvitationsLookError = InvitationsLookErrors[keyof InvitationsLookErrors];

export type InvitationsLookResponses = {
    /**
     * Done
     */
    200: InvitationOffer;
};

export type InvitationsLookResponse = InvitationsLookResponses[keyof InvitationsLookResponses];

export type InvitationsAcceptData = {
    body: AcceptInvitation;
    path?: never;
    query?: never;
    url: '/api/v1/invitations/accept';
};

export type InvitationsAcceptErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvitationsAcceptError = InvitationsAcceptErrors[keyof InvitationsAcceptErrors];

export type InvitationsAcceptResponses = {
    /**
     * Done
     */
    200: AcceptedInvitation;
};

export type InvitationsAcceptResponse = InvitationsAcceptResponses[keyof InvitationsAcceptResponses];

export type JoiningJoinData = {
    body: JoinOrganization;
    path?: never;
    query?: never;
    url: '/api/v1/me/memberships';
};

export type JoiningJoinErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type JoiningJoinError = JoiningJoinErrors[keyof JoiningJoinErrors];

export type JoiningJoinResponses = {
    /**
     * Done
     */
    201: AcceptedInvitation;
};

export type JoiningJoinResponse = JoiningJoinResponses[keyof JoiningJoinResponses];

export type MeGetData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me';
};

export type MeGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type MeGetError = MeGetErrors[keyof MeGetErrors];

export type MeGetResponses = {
    /**
     * Done
     */
    200: Me;
};

export type MeGetResponse = MeGetResponses[keyof MeGetResponses];

export type MembershipsListData = {
    body?: never;
    path?: never;
    query?: {
        limit?: number;
        cursor?: string;
    };
    url: '/api/v1/memberships';
};

export type MembershipsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type MembershipsListError = MembershipsListErrors[keyof MembershipsListErrors];

export type MembershipsListResponses = {
    /**
     * Done
     */
    200: MembershipPage;
};

export type MembershipsListResponse = MembershipsListResponses[keyof MembershipsListResponses];

export type MembershipsGetData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/memberships/{id}';
};

export type MembershipsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type MembershipsGetError = MembershipsGetErrors[keyof MembershipsGetErrors];

export type MembershipsGetResponses = {
    /**
     * Done
     */
    200: Membership;
};

export type MembershipsGetResponse = MembershipsGetResponses[keyof MembershipsGetResponses];

export type MembershipsPatchData = {
    body: PatchMembership;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/memberships/{id}';
};

export type MembershipsPatchErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type MembershipsPatchError = MembershipsPatchErrors[keyof MembershipsPatchErrors];

export type MembershipsPatchResponses = {
    /**
     * Done
     */
    200: Membership;
};

export type MembershipsPatchResponse = MembershipsPatchResponses[keyof MembershipsPatchResponses];

export type MembershipsLinkData = {
    body: ExternalIdentity;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/memberships/{id}/link';
};

export type MembershipsLinkErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type MembershipsLinkError = MembershipsLinkErrors[keyof MembershipsLinkErrors];

export type MembershipsLinkResponses = {
    /**
     * Done
     */
    200: Membership;
};

export type MembershipsLinkResponse = MembershipsLinkResponses[keyof MembershipsLinkResponses];

export type MembershipsUnlinkData = {
    body: ExternalIdentity;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/memberships/{id}/unlink';
};

export type MembershipsUnlinkErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type MembershipsUnlinkError = MembershipsUnlinkErrors[keyof MembershipsUnlinkErrors];

export type MembershipsUnlinkResponses = {
    /**
     * Done
     */
    200: Membership;
};

export type MembershipsUnlinkResponse = MembershipsUnlinkResponses[keyof MembershipsUnlinkResponses];

export type MembershipsRevokeData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/memberships/{id}/revoke';
};

export type MembershipsRevokeErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type MembershipsRevokeError = MembershipsRevokeErrors[keyof MembershipsRevokeErrors];

export type MembershipsRevokeResponses = {
    /**
     * Done
     */
    200: Membership;
};

export type MembershipsRevokeResponse = MembershipsRevokeResponses[keyof MembershipsRevokeResponses];

export type MembershipsRestoreData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/memberships/{id}/restore';
};

export type MembershipsRestoreErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type MembershipsRestoreError = MembershipsRestoreErrors[keyof MembershipsRestoreErrors];

export type MembershipsRestoreResponses = {
    /**
     * Done
     */
    200: Membership;
};

export type MembershipsRestoreResponse = MembershipsRestoreResponses[keyof MembershipsRestoreResponses];

export type OrganizationsGetData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/organizations/{id}';
};

export type OrganizationsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type OrganizationsGetError = OrganizationsGetErrors[keyof OrganizationsGetErrors];

export type OrganizationsGetResponses = {
    /**
     * Done
     */
    200: Organization;
};

export type OrganizationsGetResponse = OrganizationsGetResponses[keyof OrganizationsGetResponses];

export type OrganizationsPatchData = {
    body: PatchOrganization;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/organizations/{id}';
};

export type OrganizationsPatchErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type OrganizationsPatchError = OrganizationsPatchErrors[keyof OrganizationsPatchErrors];

export type OrganizationsPatchResponses = {
    /**
     * Done
     */
    200: Organization;
};

export type OrganizationsPatchResponse = OrganizationsPatchResponses[keyof OrganizationsPatchResponses];

export type OrganizationsCloseData = {
    body: CloseOrganization;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/organizations/{id}/close';
};

export type OrganizationsCloseErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type OrganizationsCloseError = OrganizationsCloseErrors[keyof OrganizationsCloseErrors];

export type OrganizationsCloseResponses = {
    /**
     * Done
     */
    200: Organization;
};

export type OrganizationsCloseResponse = OrganizationsCloseResponses[keyof OrganizationsCloseResponses];

export type RestatementRestateData = {
    body: Restate;
    path?: never;
    query?: never;
    url: '/api/v1/directory/restate';
};

export type RestatementRestateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RestatementRestateError = RestatementRestateErrors[keyof RestatementRestateErrors];

export type RestatementRestateResponses = {
    /**
     * Done
     */
    200: Restated;
};

export type RestatementRestateResponse = RestatementRestateResponses[keyof RestatementRestateResponses];

export type RestatementRestateEverythingData = {
    body: Restate;
    path?: never;
    query?: never;
    url: '/api/v1/directory/restate-everything';
};

export type RestatementRestateEverythingErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RestatementRestateEverythingError = RestatementRestateEverythingErrors[keyof RestatementRestateEverythingErrors];

export type RestatementRestateEverythingResponses = {
    /**
     * Done
     */
    202: RestatementBegun;
};

export type RestatementRestateEverythingResponse = RestatementRestateEverythingResponses[keyof RestatementRestateEverythingResponses];

export type RolesListData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/roles';
};

export type RolesListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RolesListError = RolesListErrors[keyof RolesListErrors];

export type RolesListResponses = {
    /**
     * Done
     */
    200: RoleList;
};

export type RolesListResponse = RolesListResponses[keyof RolesListResponses];

export type RolesCreateData = {
    body: CreateRole;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/roles';
};

export type RolesCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RolesCreateError = RolesCreateErrors[keyof RolesCreateErrors];

export type RolesCreateResponses = {
    /**
     * Done
     */
    201: Role;
};

export type RolesCreateResponse = RolesCreateResponses[keyof RolesCreateResponses];

export type RolesRemoveData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/roles/{id}';
};

export type RolesRemoveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RolesRemoveError = RolesRemoveErrors[keyof RolesRemoveErrors];

export type RolesRemoveResponses = {
    /**
     * Done
     */
    204: void;
};

export type RolesRemoveResponse = RolesRemoveResponses[keyof RolesRemoveResponses];

export type RolesPatchData = {
    body: PatchRole;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/roles/{id}';
};

export type RolesPatchErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RolesPatchError = RolesPatchErrors[keyof RolesPatchErrors];

export type RolesPatchResponses = {
    /**
     * Done
     */
    200: Role;
};

export type RolesPatchResponse = RolesPatchResponses[keyof RolesPatchResponses];

export type SignUpsSignUpData = {
    body: SignUp;
    path?: never;
    query?: never;
    url: '/api/v1/sign-ups';
};

export type SignUpsSignUpErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type SignUpsSignUpError = SignUpsSignUpErrors[keyof SignUpsSignUpErrors];

export type SignUpsSignUpResponses = {
    /**
     * Done
     */
    201: SignedUp;
};

export type SignUpsSignUpResponse = SignUpsSignUpResponses[keyof SignUpsSignUpResponses];

export type StandInsBeginData = {
    body: BeginStandIn;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/stand-ins';
};

export type StandInsBeginErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type StandInsBeginError = StandInsBeginErrors[keyof StandInsBeginErrors];

export type StandInsBeginResponses = {
    /**
     * Done
     */
    201: StandIn;
};

export type StandInsBeginResponse = StandInsBeginResponses[keyof StandInsBeginResponses];

export type StandInsEndData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/stand-ins/end';
};

export type StandInsEndErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type StandInsEndError = StandInsEndErrors[keyof StandInsEndErrors];

export type StandInsEndResponses = {
    /**
     * Done
     */
    204: void;
};

export type StandInsEndResponse = StandInsEndResponses[keyof StandInsEndResponses];

export type WebhooksListData = {
    body?: never;
    path?: never;
    query?: {
        limit?: number;
        cursor?: string;
    };
    url: '/api/v1/webhooks';
};

export type WebhooksListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WebhooksListError = WebhooksListErrors[keyof WebhooksListErrors];

export type WebhooksListResponses = {
    /**
     * Done
     */
    200: WebhookPage;
};

export type WebhooksListResponse = WebhooksListResponses[keyof WebhooksListResponses];

export type WebhooksCreateData = {
    body: CreateWebhook;
    path?: never;
    query?: never;
    url: '/api/v1/webhooks';
};

export type WebhooksCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WebhooksCreateError = WebhooksCreateErrors[keyof WebhooksCreateErrors];

export type WebhooksCreateResponses = {
    /**
     * Done
     */
    201: WebhookWithSecret;
};

export type WebhooksCreateResponse = WebhooksCreateResponses[keyof WebhooksCreateResponses];

export type WebhooksRemoveData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/webhooks/{id}';
};

export type WebhooksRemoveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WebhooksRemoveError = WebhooksRemoveErrors[keyof WebhooksRemoveErrors];

export type WebhooksRemoveResponses = {
    /**
     * Done
     */
    204: void;
};

export type WebhooksRemoveResponse = WebhooksRemoveResponses[keyof WebhooksRemoveResponses];

export type WebhooksGetData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/webhooks/{id}';
};

export type WebhooksGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WebhooksGetError = WebhooksGetErrors[keyof WebhooksGetErrors];

export type WebhooksGetResponses = {
    /**
     * Done
     */
    200: Webhook;
};

export type WebhooksGetResponse = WebhooksGetResponses[keyof WebhooksGetResponses];

export type WebhooksPatchData = {
    body: PatchWebhook;
    headers: {
        /**
         * The ETag of the answer on which this change was decided.
         */
        'If-Match': string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/webhooks/{id}';
};

export type WebhooksPatchErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WebhooksPatchError = WebhooksPatchErrors[keyof WebhooksPatchErrors];

export type WebhooksPatchResponses = {
    /**
     * Done
     */
    200: Webhook;
};

export type WebhooksPatchResponse = WebhooksPatchResponses[keyof WebhooksPatchResponses];

export type WebhooksRotateData = {
    body: RotateWebhookSecret;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/webhooks/{id}/rotate-secret';
};

export type WebhooksRotateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WebhooksRotateError = WebhooksRotateErrors[keyof WebhooksRotateErrors];

export type WebhooksRotateResponses = {
    /**
     * Done
     */
    200: WebhookWithSecret;
};

export type WebhooksRotateResponse = WebhooksRotateResponses[keyof WebhooksRotateResponses];

export type WebhookDeliveriesTestData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        webhookId: Id;
    };
    query?: never;
    url: '/api/v1/webhooks/{webhookId}/test';
};

export type WebhookDeliveriesTestErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WebhookDeliveriesTestError = WebhookDeliveriesTestErrors[keyof WebhookDeliveriesTestErrors];

export type WebhookDeliveriesTestResponses = {
    /**
     * Done
     */
    201: WebhookDeliveryDetails;
};

export type WebhookDeliveriesTestResponse = WebhookDeliveriesTestResponses[keyof WebhookDeliveriesTestResponses];

export type WebhookDeliveriesListData = {
    body?: never;
    path: {
        webhookId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        state?: DeliveryState;
    };
    url: '/api/v1/webhooks/{webhookId}/deliveries';
};

export type WebhookDeliveriesListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WebhookDeliveriesListError = WebhookDeliveriesListErrors[keyof WebhookDeliveriesListErrors];

export type WebhookDeliveriesListResponses = {
    /**
     * Done
     */
    200: WebhookDeliveryPage;
};

export type WebhookDeliveriesListResponse = WebhookDeliveriesListResponses[keyof WebhookDeliveriesListResponses];

export type WebhookDeliveriesGetData = {
    body?: never;
    path: {
        webhookId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/webhooks/{webhookId}/deliveries/{id}';
};

export type WebhookDeliveriesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WebhookDeliveriesGetError = WebhookDeliveriesGetErrors[keyof WebhookDeliveriesGetErrors];

export type WebhookDeliveriesGetResponses = {
    /**
     * Done
     */
    200: WebhookDeliveryDetails;
};

export type WebhookDeliveriesGetResponse = WebhookDeliveriesGetResponses[keyof WebhookDeliveriesGetResponses];

export type WebhookDeliveriesRedeliverData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        webhookId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/webhooks/{webhookId}/deliveries/{id}/redeliver';
};

export type WebhookDeliveriesRedeliverErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WebhookDeliveriesRedeliverError = WebhookDeliveriesRedeliverErrors[keyof WebhookDeliveriesRedeliverErrors];

export type WebhookDeliveriesRedeliverResponses = {
    /**
     * Done
     */
    200: WebhookDeliveryDetails;
};

export type WebhookDeliveriesRedeliverResponse = WebhookDeliveriesRedeliverResponses[keyof WebhookDeliveriesRedeliverResponses];

export type TracesGetData = {
    body?: never;
    path: {
        correlationId: string;
    };
    query?: never;
    url: '/api/v1/traces/{correlationId}';
};

export type TracesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type TracesGetError = TracesGetErrors[keyof TracesGetErrors];

export type TracesGetResponses = {
    /**
     * Done
     */
    200: Trace;
};

export type TracesGetResponse = TracesGetResponses[keyof TracesGetResponses];

export type DeadLettersListData = {
    body?: never;
    path?: never;
    query?: {
        limit?: number;
        cursor?: string;
        state?: 'open' | 'replayed' | 'discarded';
        queue?: string;
    };
    url: '/api/v1/dead-letters';
};

export type DeadLettersListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type DeadLettersListError = DeadLettersListErrors[keyof DeadLettersListErrors];

export type DeadLettersListResponses = {
    /**
     * Done
     */
    200: DeadLetterPage;
};

export type DeadLettersListResponse = DeadLettersListResponses[keyof DeadLettersListResponses];

export type DeadLettersGetData = {
    body?: never;
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/dead-letters/{id}';
};

export type DeadLettersGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type DeadLettersGetError = DeadLettersGetErrors[keyof DeadLettersGetErrors];

export type DeadLettersGetResponses = {
    /**
     * Done
     */
    200: DeadLetterDetail;
};

export type DeadLettersGetResponse = DeadLettersGetResponses[keyof DeadLettersGetResponses];

export type DeadLettersReplayData = {
    body: ReplayDeadLetters;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/dead-letters/replay';
};

export type DeadLettersReplayErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type DeadLettersReplayError = DeadLettersReplayErrors[keyof DeadLettersReplayErrors];

export type DeadLettersReplayResponses = {
    /**
     * Done
     */
    200: DecidedDeadLetters;
};

export type DeadLettersReplayResponse = DeadLettersReplayResponses[keyof DeadLettersReplayResponses];

export type DeadLettersDiscardData = {
    body: DiscardDeadLetters;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/api/v1/dead-letters/discard';
};

export type DeadLettersDiscardErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type DeadLettersDiscardError = DeadLettersDiscardErrors[keyof DeadLettersDiscardErrors];

export type DeadLettersDiscardResponses = {
    /**
     * Done
     */
    200: DecidedDeadLetters;
};

export type DeadLettersDiscardResponse = DeadLettersDiscardResponses[keyof DeadLettersDiscardResponses];

export type FailedJobsListData = {
    body?: never;
    path?: never;
    query?: {
        limit?: number;
        cursor?: string;
    };
    url: '/api/v1/failed-jobs';
};

export type FailedJobsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type FailedJobsListError = FailedJobsListErrors[keyof FailedJobsListErrors];

export type FailedJobsListResponses = {
    /**
     * Done
     */
    200: FailedJobPage;
};

export type FailedJobsListResponse = FailedJobsListResponses[keyof FailedJobsListResponses];

export type FailedJobsRetryData = {
    body?: never;
    headers?: {
        /**
         * A name, unique for this request, that you choose before you first send it: sent again under it, the request is not done again and is answered as the first time. Kept for seven days.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        id: Id;
    };
    query?: never;
    url: '/api/v1/failed-jobs/{id}/retry';
};

export type FailedJobsRetryErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type FailedJobsRetryError = FailedJobsRetryErrors[keyof FailedJobsRetryErrors];

export type FailedJobsRetryResponses = {
    /**
     * Done
     */
    204: void;
};

export type FailedJobsRetryResponse = FailedJobsRetryResponses[keyof FailedJobsRetryResponses];

export const healthAlive: Operation<HealthAliveData, HealthAliveResponse> = {
    service: 'common',
    method: 'GET',
    path: '/health'
};

export const healthReady: Operation<HealthReadyData, HealthReadyResponse> = {
    service: 'common',
    method: 'GET',
    path: '/health/ready'
};

export const healthStartup: Operation<HealthStartupData, HealthStartupResponse> = {
    service: 'common',
    method: 'GET',
    path: '/health/startup'
};

export const directoryChecksums: Operation<DirectoryChecksumsData, DirectoryChecksumsResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/directory/checksums'
};

export const auditList: Operation<AuditListData, AuditListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/audit'
};

export const changesStream: Operation<ChangesStreamData, ChangesStreamResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/changes/stream'
};

export const reportsTrialBalance: Operation<ReportsTrialBalanceData, ReportsTrialBalanceResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/trial-balance'
};

export const reportsProfitAndLoss: Operation<ReportsProfitAndLossData, ReportsProfitAndLossResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/profit-and-loss'
};

export const reportsBalanceSheet: Operation<ReportsBalanceSheetData, ReportsBalanceSheetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/balance-sheet'
};

export const reportsCashFlow: Operation<ReportsCashFlowData, ReportsCashFlowResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/cash-flow'
};

export const reportsConsolidatedTrialBalance: Operation<ReportsConsolidatedTrialBalanceData, ReportsConsolidatedTrialBalanceResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/consolidated-trial-balance'
};

export const reportsBudgetVariance: Operation<ReportsBudgetVarianceData, ReportsBudgetVarianceResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/budget-variance'
};

export const reportsConsolidatedBudgetVariance: Operation<ReportsConsolidatedBudgetVarianceData, ReportsConsolidatedBudgetVarianceResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/consolidated-budget-variance'
};

export const ledgersGeneralLedger: Operation<LedgersGeneralLedgerData, LedgersGeneralLedgerResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/general-ledger'
};

export const ledgersBankBook: Operation<LedgersBankBookData, LedgersBankBookResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/bank-book'
};

export const ledgersPartyLedger: Operation<LedgersPartyLedgerData, LedgersPartyLedgerResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/parties/{partyId}/ledger'
};

export const ledgersDayBook: Operation<LedgersDayBookData, LedgersDayBookResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/day-book'
};

export const manualJournalsList: Operation<ManualJournalsListData, ManualJournalsListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/manual-journals'
};

export const manualJournalsCreate: Operation<ManualJournalsCreateData, ManualJournalsCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/manual-journals'
};

export const manualJournalsGet: Operation<ManualJournalsGetData, ManualJournalsGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/manual-journals/{id}'
};

export const manualJournalsReplace: Operation<ManualJournalsReplaceData, ManualJournalsReplaceResponse> = {
    service: 'common',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/manual-journals/{id}'
};

export const manualJournalsSubmit: Operation<ManualJournalsSubmitData, ManualJournalsSubmitResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/manual-journals/{id}/submit'
};

export const manualJournalsWithdraw: Operation<ManualJournalsWithdrawData, ManualJournalsWithdrawResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/manual-journals/{id}/withdraw'
};

export const manualJournalsApprove: Operation<ManualJournalsApproveData, ManualJournalsApproveResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/manual-journals/{id}/approve'
};

export const manualJournalsReturn: Operation<ManualJournalsReturnData, ManualJournalsReturnResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/manual-journals/{id}/return'
};

export const manualJournalsDiscard: Operation<ManualJournalsDiscardData, ManualJournalsDiscardResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/manual-journals/{id}/discard'
};

export const openingBalancesGet: Operation<OpeningBalancesGetData, OpeningBalancesGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/opening-balances'
};

export const openingBalancesEnter: Operation<OpeningBalancesEnterData, OpeningBalancesEnterResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/opening-balances'
};

export const journalAttachmentsList: Operation<JournalAttachmentsListData, JournalAttachmentsListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/manual-journals/{journalId}/attachments'
};

export const journalAttachmentsAttach: Operation<JournalAttachmentsAttachData, JournalAttachmentsAttachResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/manual-journals/{journalId}/attachments'
};

export const journalAttachmentsFile: Operation<JournalAttachmentsFileData, JournalAttachmentsFileResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/manual-journals/{journalId}/attachments/{id}/file'
};

export const journalAttachmentsRemove: Operation<JournalAttachmentsRemoveData, JournalAttachmentsRemoveResponse> = {
    service: 'common',
    method: 'DELETE',
    path: '/api/v1/companies/{companyId}/manual-journals/{journalId}/attachments/{id}'
};

export const journalImportsTemplate: Operation<JournalImportsTemplateData, JournalImportsTemplateResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/manual-journal-imports/template'
};

export const journalImportsImport: Operation<JournalImportsImportData, JournalImportsImportResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/manual-journal-imports'
};

export const journalImportsPreview: Operation<JournalImportsPreviewData, JournalImportsPreviewResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/manual-journal-imports/preview'
};

export const journalTemplatesList: Operation<JournalTemplatesListData, JournalTemplatesListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/journal-templates'
};

export const journalTemplatesCreate: Operation<JournalTemplatesCreateData, JournalTemplatesCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/journal-templates'
};

export const journalTemplatesGet: Operation<JournalTemplatesGetData, JournalTemplatesGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/journal-templates/{id}'
};

export const journalTemplatesReplace: Operation<JournalTemplatesReplaceData, JournalTemplatesReplaceResponse> = {
    service: 'common',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/journal-templates/{id}'
};

export const journalTemplatesApprove: Operation<JournalTemplatesApproveData, JournalTemplatesApproveResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/journal-templates/{id}/approve'
};

export const journalTemplatesPause: Operation<JournalTemplatesPauseData, JournalTemplatesPauseResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/journal-templates/{id}/pause'
};

export const journalTemplatesResume: Operation<JournalTemplatesResumeData, JournalTemplatesResumeResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/journal-templates/{id}/resume'
};

export const journalTemplatesDiscard: Operation<JournalTemplatesDiscardData, JournalTemplatesDiscardResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/journal-templates/{id}/discard'
};

export const overviewRead: Operation<OverviewReadData, OverviewReadResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/overview'
};

export const budgetsList: Operation<BudgetsListData, BudgetsListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/budgets'
};

export const budgetsCreate: Operation<BudgetsCreateData, BudgetsCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/budgets'
};

export const budgetsGet: Operation<BudgetsGetData, BudgetsGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/budgets/{id}'
};

export const budgetsReplace: Operation<BudgetsReplaceData, BudgetsReplaceResponse> = {
    service: 'common',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/budgets/{id}'
};

export const budgetsPlan: Operation<BudgetsPlanData, BudgetsPlanResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/budgets/{id}/plan'
};

export const budgetsFill: Operation<BudgetsFillData, BudgetsFillResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/budgets/{id}/fill'
};

export const budgetsSubmit: Operation<BudgetsSubmitData, BudgetsSubmitResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/budgets/{id}/submit'
};

export const budgetsWithdraw: Operation<BudgetsWithdrawData, BudgetsWithdrawResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/budgets/{id}/withdraw'
};

export const budgetsApprove: Operation<BudgetsApproveData, BudgetsApproveResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/budgets/{id}/approve'
};

export const budgetsReturn: Operation<BudgetsReturnData, BudgetsReturnResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/budgets/{id}/return'
};

export const budgetsDiscard: Operation<BudgetsDiscardData, BudgetsDiscardResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/budgets/{id}/discard'
};

export const accountListSessions: Operation<AccountListSessionsData, AccountListSessionsResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/me/sessions'
};

export const accountEndSession: Operation<AccountEndSessionData, AccountEndSessionResponse> = {
    service: 'common',
    method: 'DELETE',
    path: '/api/v1/me/sessions/{uid}'
};

export const accountChooseOrganization: Operation<AccountChooseOrganizationData, AccountChooseOrganizationResponse> = {
    service: 'common',
    method: 'PUT',
    path: '/api/v1/me/organization'
};

export const accountChooseName: Operation<AccountChooseNameData, AccountChooseNameResponse> = {
    service: 'common',
    method: 'PUT',
    path: '/api/v1/me/name'
};

export const accountChooseLanguage: Operation<AccountChooseLanguageData, AccountChooseLanguageResponse> = {
    service: 'common',
    method: 'PUT',
    path: '/api/v1/me/language'
};

export const accountChangePassword: Operation<AccountChangePasswordData, AccountChangePasswordResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/me/password-changes'
};

export const accountGetSecondFactor: Operation<AccountGetSecondFactorData, AccountGetSecondFactorResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/me/second-factor'
};

export const accountEnrolSecondFactor: Operation<AccountEnrolSecondFactorData, AccountEnrolSecondFactorResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/me/second-factor/enrolments'
};

export const accountConfirmSecondFactor: Operation<AccountConfirmSecondFactorData, AccountConfirmSecondFactorResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/me/second-factor/confirmations'
};

export const accountRemoveSecondFactor: Operation<AccountRemoveSecondFactorData, AccountRemoveSecondFactorResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/me/second-factor/removals'
};

export const accountsRequest: Operation<AccountsRequestData, AccountsRequestResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/identity/account-requests'
};

export const accountsVerifyAddress: Operation<AccountsVerifyAddressData, AccountsVerifyAddressResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/identity/address-verifications'
};

export const accountsResetPassword: Operation<AccountsResetPasswordData, AccountsResetPasswordResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/identity/password-resets'
};

export const accountsAcceptInvitation: Operation<AccountsAcceptInvitationData, AccountsAcceptInvitationResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/identity/invitation-acceptances'
};

export const closedAccountsCloseAccount: Operation<ClosedAccountsCloseAccountData, ClosedAccountsCloseAccountResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/me/closings'
};

export const passkeysList: Operation<PasskeysListData, PasskeysListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/me/passkeys'
};

export const passkeysAdd: Operation<PasskeysAddData, PasskeysAddResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/me/passkeys'
};

export const passkeysBegin: Operation<PasskeysBeginData, PasskeysBeginResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/me/passkeys/begin'
};

export const passkeysRename: Operation<PasskeysRenameData, PasskeysRenameResponse> = {
    service: 'common',
    method: 'PUT',
    path: '/api/v1/me/passkeys/{id}/name'
};

export const passkeysRemove: Operation<PasskeysRemoveData, PasskeysRemoveResponse> = {
    service: 'common',
    method: 'DELETE',
    path: '/api/v1/me/passkeys/{id}'
};

export const signInsStep: Operation<SignInsStepData, SignInsStepResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/identity/sign-ins/{uid}'
};

export const signInsPassword: Operation<SignInsPasswordData, SignInsPasswordResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/identity/sign-ins/{uid}/password'
};

export const signInsAskForPasskey: Operation<SignInsAskForPasskeyData, SignInsAskForPasskeyResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/identity/sign-ins/{uid}/passkey-questions'
};

export const signInsPasskey: Operation<SignInsPasskeyData, SignInsPasskeyResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/identity/sign-ins/{uid}/passkey'
};

export const signInsSecondFactor: Operation<SignInsSecondFactorData, SignInsSecondFactorResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/identity/sign-ins/{uid}/second-factor'
};

export const personalTokensList: Operation<PersonalTokensListData, PersonalTokensListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/me/personal-tokens'
};

export const personalTokensCreate: Operation<PersonalTokensCreateData, PersonalTokensCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/me/personal-tokens'
};

export const personalTokensRevoke: Operation<PersonalTokensRevokeData, PersonalTokensRevokeResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/me/personal-tokens/{id}/revoke'
};

export const apiKeysCreate: Operation<ApiKeysCreateData, ApiKeysCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/api-keys'
};

export const apiKeysList: Operation<ApiKeysListData, ApiKeysListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/api-keys'
};

export const apiKeysGet: Operation<ApiKeysGetData, ApiKeysGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/api-keys/{id}'
};

export const apiKeysRotate: Operation<ApiKeysRotateData, ApiKeysRotateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/api-keys/{id}/rotate'
};

export const apiKeysRevoke: Operation<ApiKeysRevokeData, ApiKeysRevokeResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/api-keys/{id}/revoke'
};

export const branchesCreate: Operation<BranchesCreateData, BranchesCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/branches'
};

export const branchesList: Operation<BranchesListData, BranchesListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/branches'
};

export const branchesGet: Operation<BranchesGetData, BranchesGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/branches/{id}'
};

export const branchesPatch: Operation<BranchesPatchData, BranchesPatchResponse> = {
    service: 'common',
    method: 'PATCH',
    path: '/api/v1/companies/{companyId}/branches/{id}'
};

export const bankAccountsCreate: Operation<BankAccountsCreateData, BankAccountsCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/bank-accounts'
};

export const bankAccountsList: Operation<BankAccountsListData, BankAccountsListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/bank-accounts'
};

export const bankAccountsPatch: Operation<BankAccountsPatchData, BankAccountsPatchResponse> = {
    service: 'common',
    method: 'PATCH',
    path: '/api/v1/companies/{companyId}/bank-accounts/{id}'
};

export const entriesList: Operation<EntriesListData, EntriesListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/entries'
};

export const entriesGet: Operation<EntriesGetData, EntriesGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/entries/{entryId}'
};

export const entriesWhy: Operation<EntriesWhyData, EntriesWhyResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/entries/{entryId}/why'
};

export const entriesReverse: Operation<EntriesReverseData, EntriesReverseResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/entries/{entryId}/reverse'
};

export const postingsCount: Operation<PostingsCountData, PostingsCountResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/postings'
};

export const periodsList: Operation<PeriodsListData, PeriodsListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/financial-years'
};

export const periodsOpen: Operation<PeriodsOpenData, PeriodsOpenResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/financial-years'
};

export const periodsClose: Operation<PeriodsCloseData, PeriodsCloseResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/financial-years/{yearId}/close'
};

export const periodsReopen: Operation<PeriodsReopenData, PeriodsReopenResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/financial-years/{yearId}/reopen'
};

export const periodsAudit: Operation<PeriodsAuditData, PeriodsAuditResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/financial-years/{yearId}/audit'
};

export const periodsLock: Operation<PeriodsLockData, PeriodsLockResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/periods/{periodId}/lock'
};

export const periodsUnlock: Operation<PeriodsUnlockData, PeriodsUnlockResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/periods/{periodId}/unlock'
};

export const chartGet: Operation<ChartGetData, ChartGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/chart'
};

export const chartApplyTemplate: Operation<ChartApplyTemplateData, ChartApplyTemplateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/chart/template'
};

export const chartCreate: Operation<ChartCreateData, ChartCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/chart/accounts'
};

export const chartPatch: Operation<ChartPatchData, ChartPatchResponse> = {
    service: 'common',
    method: 'PATCH',
    path: '/api/v1/chart/accounts/{id}'
};

export const chartMove: Operation<ChartMoveData, ChartMoveResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/chart/accounts/{id}/move'
};

export const chartImportsSheet: Operation<ChartImportsSheetData, ChartImportsSheetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/chart/sheet'
};

export const chartImportsImport: Operation<ChartImportsImportData, ChartImportsImportResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/chart/imports'
};

export const chartImportsPreview: Operation<ChartImportsPreviewData, ChartImportsPreviewResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/chart/imports/preview'
};

export const companiesCreate: Operation<CompaniesCreateData, CompaniesCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/companies'
};

export const companiesList: Operation<CompaniesListData, CompaniesListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies'
};

export const companiesGet: Operation<CompaniesGetData, CompaniesGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/companies/{companyId}'
};

export const companiesPatch: Operation<CompaniesPatchData, CompaniesPatchResponse> = {
    service: 'common',
    method: 'PATCH',
    path: '/api/v1/companies/{companyId}'
};

export const dailyRunsList: Operation<DailyRunsListData, DailyRunsListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/daily-runs'
};

export const dailyRunsGet: Operation<DailyRunsGetData, DailyRunsGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/daily-runs/{id}'
};

export const dailyRunsCancel: Operation<DailyRunsCancelData, DailyRunsCancelResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/daily-runs/{id}/cancel'
};

export const dailyRunsRetry: Operation<DailyRunsRetryData, DailyRunsRetryResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/daily-runs/{id}/tasks/{taskId}/retry'
};

export const invitationsInvite: Operation<InvitationsInviteData, InvitationsInviteResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/invitations'
};

export const invitationsList: Operation<InvitationsListData, InvitationsListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/invitations'
};

export const invitationsWithdraw: Operation<InvitationsWithdrawData, InvitationsWithdrawResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/invitations/{id}/withdraw'
};

export const invitationsSendAgain: Operation<InvitationsSendAgainData, InvitationsSendAgainResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/invitations/{id}/send-again'
};

export const invitationsLook: Operation<InvitationsLookData, InvitationsLookResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/invitations/look'
};

export const invitationsAccept: Operation<InvitationsAcceptData, InvitationsAcceptResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/invitations/accept'
};

export const joiningJoin: Operation<JoiningJoinData, JoiningJoinResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/me/memberships'
};

export const meGet: Operation<MeGetData, MeGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/me'
};

export const membershipsList: Operation<MembershipsListData, MembershipsListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/memberships'
};

export const membershipsGet: Operation<MembershipsGetData, MembershipsGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/memberships/{id}'
};

export const membershipsPatch: Operation<MembershipsPatchData, MembershipsPatchResponse> = {
    service: 'common',
    method: 'PATCH',
    path: '/api/v1/memberships/{id}'
};

export const membershipsLink: Operation<MembershipsLinkData, MembershipsLinkResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/memberships/{id}/link'
};

export const membershipsUnlink: Operation<MembershipsUnlinkData, MembershipsUnlinkResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/memberships/{id}/unlink'
};

export const membershipsRevoke: Operation<MembershipsRevokeData, MembershipsRevokeResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/memberships/{id}/revoke'
};

export const membershipsRestore: Operation<MembershipsRestoreData, MembershipsRestoreResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/memberships/{id}/restore'
};

export const organizationsGet: Operation<OrganizationsGetData, OrganizationsGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/organizations/{id}'
};

export const organizationsPatch: Operation<OrganizationsPatchData, OrganizationsPatchResponse> = {
    service: 'common',
    method: 'PATCH',
    path: '/api/v1/organizations/{id}'
};

export const organizationsClose: Operation<OrganizationsCloseData, OrganizationsCloseResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/organizations/{id}/close'
};

export const restatementRestate: Operation<RestatementRestateData, RestatementRestateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/directory/restate'
};

export const restatementRestateEverything: Operation<RestatementRestateEverythingData, RestatementRestateEverythingResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/directory/restate-everything'
};

export const rolesCreate: Operation<RolesCreateData, RolesCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/roles'
};

export const rolesList: Operation<RolesListData, RolesListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/roles'
};

export const rolesPatch: Operation<RolesPatchData, RolesPatchResponse> = {
    service: 'common',
    method: 'PATCH',
    path: '/api/v1/roles/{id}'
};

export const rolesRemove: Operation<RolesRemoveData, RolesRemoveResponse> = {
    service: 'common',
    method: 'DELETE',
    path: '/api/v1/roles/{id}'
};

export const signUpsSignUp: Operation<SignUpsSignUpData, SignUpsSignUpResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/sign-ups'
};

export const standInsBegin: Operation<StandInsBeginData, StandInsBeginResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/stand-ins'
};

export const standInsEnd: Operation<StandInsEndData, StandInsEndResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/stand-ins/end'
};

export const webhooksCreate: Operation<WebhooksCreateData, WebhooksCreateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/webhooks'
};

export const webhooksList: Operation<WebhooksListData, WebhooksListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/webhooks'
};

export const webhooksGet: Operation<WebhooksGetData, WebhooksGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/webhooks/{id}'
};

export const webhooksPatch: Operation<WebhooksPatchData, WebhooksPatchResponse> = {
    service: 'common',
    method: 'PATCH',
    path: '/api/v1/webhooks/{id}'
};

export const webhooksRemove: Operation<WebhooksRemoveData, WebhooksRemoveResponse> = {
    service: 'common',
    method: 'DELETE',
    path: '/api/v1/webhooks/{id}'
};

export const webhooksRotate: Operation<WebhooksRotateData, WebhooksRotateResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/webhooks/{id}/rotate-secret'
};

export const webhookDeliveriesTest: Operation<WebhookDeliveriesTestData, WebhookDeliveriesTestResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/webhooks/{webhookId}/test'
};

export const webhookDeliveriesList: Operation<WebhookDeliveriesListData, WebhookDeliveriesListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/webhooks/{webhookId}/deliveries'
};

export const webhookDeliveriesGet: Operation<WebhookDeliveriesGetData, WebhookDeliveriesGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/webhooks/{webhookId}/deliveries/{id}'
};

export const webhookDeliveriesRedeliver: Operation<WebhookDeliveriesRedeliverData, WebhookDeliveriesRedeliverResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/webhooks/{webhookId}/deliveries/{id}/redeliver'
};

export const tracesGet: Operation<TracesGetData, TracesGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/traces/{correlationId}'
};

export const deadLettersList: Operation<DeadLettersListData, DeadLettersListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/dead-letters'
};

export const deadLettersGet: Operation<DeadLettersGetData, DeadLettersGetResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/dead-letters/{id}'
};

export const deadLettersReplay: Operation<DeadLettersReplayData, DeadLettersReplayResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/dead-letters/replay'
};

export const deadLettersDiscard: Operation<DeadLettersDiscardData, DeadLettersDiscardResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/dead-letters/discard'
};

export const failedJobsList: Operation<FailedJobsListData, FailedJobsListResponse> = {
    service: 'common',
    method: 'GET',
    path: '/api/v1/failed-jobs'
};

export const failedJobsRetry: Operation<FailedJobsRetryData, FailedJobsRetryResponse> = {
    service: 'common',
    method: 'POST',
    path: '/api/v1/failed-jobs/{id}/retry'
};
