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

export type ApprovalSettings = {
    /**
     * None, one, or two approvals by different people.
     */
    levels: number;
    /**
     * With two levels: up to this amount one approval is enough; null: always two.
     */
    secondAbove: Amount | null;
};

export type Amount = string;

export type Invoice = {
    id: Id;
    companyId: Id;
    customerId: Id;
    customerName: string;
    currency: CurrencyCode;
    total: Amount;
    state: 'draft' | 'submitted' | 'approved' | 'discarded' | 'issued' | 'posted' | 'rejected' | 'cancelled';
    settled: Amount;
    /**
     * What of the settled amount was never paid, but written off.
     */
    writtenOff: Amount;
    outstanding: Amount;
    payment: PaymentState | null;
    /**
     * Due before today, where the company is, and not paid.
     */
    isOverdue: boolean;
    number: string | null;
    on: Date;
    dueOn: Date | null;
    /**
     * The journal entry of a posted invoice.
     */
    entryId: Id | null;
    rejection: {
        code: string;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
    notes: string | null;
    /**
     * Whoever had a hand in it: they do not approve it.
     */
    writtenBy: Array<string>;
    approvals: Array<InvoiceApproval>;
    approvalsNeeded: number | null;
    returned: {
        /**
         * The id of the person.
         */
        by: string;
        at: Instant;
        reason: string;
    } | null;
    cancellation: InvoiceCancellation | null;
    /**
     * Freight and the like, taxed with the lines they are spread on.
     */
    charges?: Array<{
        name: string;
        amount: PositiveAmount;
    }>;
    /**
     * Off the whole document, before tax.
     */
    discount?: PositiveAmount;
    pricesIncludeTax?: boolean;
    /**
     * To the nearest rupee.
     */
    isRoundedOff?: boolean;
    /**
     * The state of the registration that sells, where a company has several.
     */
    soldFrom?: StateCode;
    /**
     * The state goods go to, where that decides.
     */
    deliveredTo?: StateCode;
    /**
     * The state of the building a service is for.
     */
    propertyIn?: StateCode;
    paysTaxOnZeroRated?: boolean;
    isReverseCharge?: boolean;
    /**
     * How many months a society bills; its limit is monthly.
     */
    months?: number;
    lines: Array<InvoiceLine>;
    totals: TaxTotals;
};

export type CurrencyCode = string;

export type PaymentState = 'unpaid' | 'partly-paid' | 'paid' | 'written-off';

export type Date = string;

export type InvoiceApproval = {
    /**
     * The id of the person.
     */
    by: string;
    at: Instant;
};

export type InvoiceCancellation = {
    on: Date;
    reason: string;
    /**
     * The reversal; none yet while the ledger is asked for it.
     */
    entryId: Id | null;
};

export type PositiveAmount = string;

export type StateCode = string;

export type InvoiceLine = {
    productId?: Id;
    description: string;
    classification?: Classification;
    quantity: QuantityText;
    unit: string;
    price: Amount;
    discount?: Discount;
    treatment?: TaxTreatment;
    ratePercent: Percent;
    /**
     * Compensation cess by value, by unit or both.
     */
    cess?: {
        percent?: Percent;
        perUnit?: PositiveAmount;
    };
    /**
     * The residential unit whose monthly contribution this line belongs to.
     */
    contributionOf?: string;
    taxed: TaxedLine;
};

export type Classification = string;

export type QuantityText = string;

/**
 * A percentage of the line, or an amount.
 */
export type Discount = {
    percent: Percent;
} | {
    amount: PositiveAmount;
};

export type Percent = string;

export type TaxTreatment = 'taxable' | 'nil-rated' | 'exempt' | 'non-gst';

export type TaxedLine = {
    gross: Amount;
    discount: Amount;
    charges: Amount;
    net: Amount;
    taxable: Amount;
    taxes: Array<LineTax>;
    total: Amount;
};

export type LineTax = {
    kind: TaxKind;
    ratePercent: string;
    amount: Amount;
};

export type TaxKind = 'cgst' | 'sgst' | 'utgst' | 'igst' | 'cess';

export type TaxTotals = {
    kind: 'tax-invoice' | 'bill-of-supply' | 'invoice-cum-bill-of-supply';
    nature: 'intra-state' | 'inter-state' | 'sez' | 'export';
    placeOfSupply: string;
    gross: Amount;
    discount: Amount;
    charges: Amount;
    net: Amount;
    taxable: Amount;
    taxes: Array<{
        kind: TaxKind;
        amount: Amount;
    }>;
    reverseCharge: Amount;
    /**
     * Added to reach the total; may be negative.
     */
    roundOff: string;
    total: Amount;
};

export type ReturnInvoice = {
    reason: string;
};

export type CancelInvoice = {
    on: Date;
    reason: string;
};

export type EmptySheet = {
    /**
     * In the first row of the first sheet.
     */
    columns: Array<string>;
};

export type ImportCustomers = {
    /**
     * Separated by commas, semicolons or tabs. Columns: Name; and Code, GSTIN, Standing, StateCode, Address, Email and Phone where they are known.
     */
    text?: string;
    /**
     * Or an .xlsx file in Base64, whose first sheet has these columns.
     */
    workbook?: string;
};

export type CustomerImport = {
    customers: Array<{
        row: number;
        name: string;
        gstin: string;
        outcome: CustomerImportOutcome;
        /**
         * Whom it is, or whom it has become.
         */
        customerId: Id | null;
    }>;
    problems: Array<{
        row: number;
        /**
         * Null if it is about the whole row.
         */
        column: string | null;
        message: string;
    }>;
};

export type CustomerImportOutcome = 'ready' | 'imported' | 'known' | 'refused';

export type CreateCustomer = {
    name: string;
    code?: string;
    email?: string;
    phone?: string;
    address?: string;
    gstin?: Gstin;
    stateCode?: StateCode;
    /**
     * Days from the date of an invoice until it is due, unless it says a day itself. Thirty without.
     */
    termDays?: number;
    /**
     * What the customer may owe at most, less what is left of payments and credit notes; without it, anything. Setting it needs dhanman.sales.credit-limit.update.
     */
    creditLimit?: Amount;
    contacts?: Array<CustomerContact>;
    /**
     * Registered with a GSTIN and unregistered without, unless stated.
     */
    standing?: CustomerStanding;
};

/**
 * Goods and services tax identification number.
 */
export type Gstin = string;

export type CustomerContact = {
    name: string;
    role: string | null;
    email: string | null;
    phone: string | null;
    /**
     * Invoices and reminders go to this address too.
     */
    getsMails: boolean;
};

export type CustomerStanding = 'registered' | 'composition' | 'unregistered' | 'sez' | 'overseas';

export type Customer = {
    id: Id;
    companyId: Id;
    name: string;
    code: string | null;
    email: string | null;
    phone: string | null;
    address: string | null;
    gstin: string | null;
    stateCode: string | null;
    standing: CustomerStanding;
    /**
     * Days from the date of an invoice until it is due, unless it says a day itself. Thirty without.
     */
    termDays: number | null;
    /**
     * What the customer may owe at most, less what is left of payments and credit notes; without it, anything. Setting it needs dhanman.sales.credit-limit.update.
     */
    creditLimit: Amount | null;
    contacts: Array<CustomerContact>;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type CustomerPage = {
    items: Array<Customer>;
    nextCursor: string | null;
};

export type PatchCustomer = {
    name?: string;
    code?: string | null;
    email?: string | null;
    phone?: string | null;
    address?: string | null;
    gstin?: Gstin | null;
    stateCode?: StateCode | null;
    /**
     * Days from the date of an invoice until it is due, unless it says a day itself. Thirty without.
     */
    termDays?: number | null;
    /**
     * What the customer may owe at most, less what is left of payments and credit notes; without it, anything. Setting it needs dhanman.sales.credit-limit.update.
     */
    creditLimit?: Amount | null;
    /**
     * All of them anew.
     */
    contacts?: Array<CustomerContact>;
    standing?: CustomerStanding;
};

export type CustomerCredit = {
    limit: Amount | null;
    /**
     * What is open now, less what is left of payments and credit notes; below zero, an advance.
     */
    owed: string;
    /**
     * Up to the limit; below zero, what is owed beyond it.
     */
    left: string | null;
};

export type CreateInvoice = {
    customerId: Id;
    lines: Array<SaleLine>;
    /**
     * Freight and the like, taxed with the lines they are spread on.
     */
    charges?: Array<{
        name: string;
        amount: PositiveAmount;
    }>;
    /**
     * Off the whole document, before tax.
     */
    discount?: PositiveAmount;
    pricesIncludeTax?: boolean;
    /**
     * To the nearest rupee.
     */
    isRoundedOff?: boolean;
    /**
     * The state of the registration that sells, where a company has several.
     */
    soldFrom?: StateCode;
    /**
     * The state goods go to, where that decides.
     */
    deliveredTo?: StateCode;
    /**
     * The state of the building a service is for.
     */
    propertyIn?: StateCode;
    paysTaxOnZeroRated?: boolean;
    isReverseCharge?: boolean;
    /**
     * How many months a society bills; its limit is monthly.
     */
    months?: number;
    /**
     * The date it shall bear; today unless stated.
     */
    on?: Date;
    dueOn?: Date;
    notes?: string;
};

export type SaleLine = {
    productId?: Id;
    description: string;
    classification?: Classification;
    quantity: QuantityText;
    unit: string;
    price: Amount;
    discount?: Discount;
    treatment?: TaxTreatment;
    ratePercent: Percent;
    /**
     * Compensation cess by value, by unit or both.
     */
    cess?: {
        percent?: Percent;
        perUnit?: PositiveAmount;
    };
    /**
     * The residential unit whose monthly contribution this line belongs to.
     */
    contributionOf?: string;
};

export type InvoicePage = {
    items: Array<InvoiceSummary>;
    nextCursor: string | null;
};

export type InvoiceSummary = {
    id: Id;
    companyId: Id;
    customerId: Id;
    customerName: string;
    currency: CurrencyCode;
    total: Amount;
    state: 'draft' | 'submitted' | 'approved' | 'discarded' | 'issued' | 'posted' | 'rejected' | 'cancelled';
    settled: Amount;
    /**
     * What of the settled amount was never paid, but written off.
     */
    writtenOff: Amount;
    outstanding: Amount;
    payment: PaymentState | null;
    /**
     * Due before today, where the company is, and not paid.
     */
    isOverdue: boolean;
    number: string | null;
    on: Date;
    dueOn: Date | null;
    /**
     * The journal entry of a posted invoice.
     */
    entryId: Id | null;
    rejection: {
        code: string;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type ReplaceInvoice = CreateInvoice;

export type IssueInvoice = {
    on: Date;
    version?: number;
    /**
     * True to issue it although the customer then owes more than the credit limit, which needs dhanman.sales.credit-limit.update.
     */
    isAboveLimit?: boolean;
};

export type InvoiceMails = {
    items: Array<InvoiceMail>;
    recipients: Array<string>;
    /**
     * That of the company.
     */
    language: PaperLanguage;
    drafts: {
        en: InvoiceMailDraft;
        hi: InvoiceMailDraft;
    };
};

export type InvoiceMail = {
    id: Id;
    recipients: Array<string>;
    language: PaperLanguage;
    subject: string;
    state: InvoiceMailState;
    reason: string | null;
    askedAt: Instant;
    endedAt: Instant | null;
};

export type PaperLanguage = 'en' | 'hi';

/**
 * Sent: the mail server took it. Refused: it certainly did not. Unknown: sending was interrupted, so it may have gone out; it is not sent again unless a person does.
 */
export type InvoiceMailState = 'waiting' | 'sending' | 'sent' | 'refused' | 'unknown';

export type InvoiceMailDraft = {
    subject: string;
    text: string;
};

export type SendInvoiceByMail = {
    recipients: Array<string>;
    /**
     * Of the PDF. Left out: that of the company.
     */
    language?: PaperLanguage;
    subject: string;
    text: string;
};

export type PaperSettings = {
    /**
     * Several lines, as it stands on an envelope.
     */
    address: string | null;
    /**
     * Phone, e-mail, web address: one line.
     */
    contact: string | null;
    /**
     * How to pay: bank account, UPI id.
     */
    payment: string | null;
    terms: string | null;
    /**
     * Where a code on the invoices leads who pays by UPI. Not mentioned, it stays as it was.
     */
    upiId?: UpiId | null;
};

export type UpiId = string;

export type Paper = {
    /**
     * What was never issued, or was before papers were kept, has none.
     */
    state: 'none' | 'waiting' | 'ready';
    /**
     * That of the company: of the file one gets without naming another.
     */
    language: PaperLanguage;
    files: Array<PaperFile>;
};

export type PaperFile = {
    language: PaperLanguage;
    sha256: string;
    bytes: number;
};

export type PostingCounts = {
    items: Array<PostingCount>;
};

export type PostingCount = {
    /**
     * The kind, as the documents call themselves before the ledger.
     */
    document: string;
    month: string;
    /**
     * All that must be posted: posted, in flight and rejected.
     */
    due: number;
    posted: number;
    inFlight: number;
    rejected: number;
    amountDue: Amount;
    amountPosted: Amount;
    /**
     * Of the ids and versions of what is posted.
     */
    fingerprint: string;
};

export type CreateProduct = {
    name: string;
    code?: string;
    classification?: Classification;
    unit?: string;
    price: Amount;
    treatment?: TaxTreatment;
    ratePercent?: string;
};

export type Product = {
    id: Id;
    companyId: Id;
    name: string;
    code: string | null;
    classification: string | null;
    unit: string;
    price: Amount;
    treatment: TaxTreatment;
    ratePercent: string;
    isActive: boolean;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type ProductPage = {
    items: Array<Product>;
    nextCursor: string | null;
};

export type PatchProduct = {
    name?: string;
    code?: string | null;
    classification?: Classification | null;
    unit?: string;
    price?: Amount;
    treatment?: TaxTreatment;
    ratePercent?: string;
    isActive?: boolean;
};

export type CreateReceipt = {
    customerId: Id;
    on: Date;
    mode: ReceiptMode;
    amount: PositiveAmount;
    /**
     * Tax that the customer has deducted: it settles invoices like money.
     */
    tds?: Amount;
    /**
     * Where the money lies now; the usual account for cash or for the bank unless stated.
     */
    account?: string;
    /**
     * Needed for a cheque and for UPI.
     */
    reference?: string;
    notes?: string;
    /**
     * Left out, the oldest invoices are settled first; empty, all of it is an advance.
     */
    allocations?: Array<AllocationShare>;
};

export type ReceiptMode = 'cash' | 'bank' | 'cheque' | 'upi';

export type AllocationShare = {
    invoiceId: Id;
    amount: PositiveAmount;
};

export type Receipt = {
    id: Id;
    companyId: Id;
    customerId: Id;
    customerName: string;
    number: string;
    on: Date;
    mode: ReceiptMode;
    reference: string | null;
    currency: CurrencyCode;
    amount: Amount;
    tds: Amount;
    /**
     * What of it has settled invoices or was given back.
     */
    allocated: Amount;
    /**
     * What is left of it for the customer.
     */
    advance: Amount;
    state: ReceiptState;
    rejection: {
        code: string;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
    account: string | null;
    notes: string | null;
    undoneOn: Date | null;
    undoneReason: string | null;
    allocations: Array<Allocation>;
    postings: Array<Posting>;
    /**
     * Other receipts with this reference: is it the same money?
     */
    sameReference: Array<{
        id: Id;
        number: string;
    }>;
};

export type ReceiptState = 'waiting' | 'posted' | 'rejected' | 'undoing' | 'reversed' | 'bounced' | 'withdrawn';

export type Allocation = {
    id: Id;
    invoiceId: Id;
    invoiceNumber: string;
    amount: Amount;
    on: Date;
    releasedOn: Date | null;
};

export type Posting = {
    id: Id;
    document: string;
    purpose: string;
    on: Date;
    amount: Amount;
    state: PostingState;
    entryId: Id | null;
    reversalEntryId: Id | null;
    rejection: {
        code: string;
        reason: string;
    } | null;
    askedAt: Instant;
};

export type PostingState = 'asked' | 'posted' | 'rejected' | 'reversing' | 'reversed';

export type ReceiptPage = {
    items: Array<ReceiptSummary>;
    nextCursor: string | null;
};

export type ReceiptSummary = {
    id: Id;
    companyId: Id;
    customerId: Id;
    customerName: string;
    number: string;
    on: Date;
    mode: ReceiptMode;
    reference: string | null;
    currency: CurrencyCode;
    amount: Amount;
    tds: Amount;
    /**
     * What of it has settled invoices or was given back.
     */
    allocated: Amount;
    /**
     * What is left of it for the customer.
     */
    advance: Amount;
    state: ReceiptState;
    rejection: {
        code: string;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
};

export type CorrectReceipt = {
    on: Date;
    /**
     * Where the money lies now; the usual account for cash or for the bank unless stated.
     */
    account?: string;
};

export type ApplyAdvance = {
    on: Date;
    allocations?: Array<AllocationShare>;
};

export type ReleaseAllocations = {
    on: Date;
    allocationIds: Array<Id>;
};

export type UndoReceipt = {
    /**
     * A cheque bounces; what was entered by mistake is reversed; what the ledger refused is withdrawn.
     */
    how: 'bounced' | 'reversed' | 'withdrawn';
    on: Date;
    reason: string;
};

export type CreateRefund = {
    /**
     * The receipt or credit note whose unused money is paid back.
     */
    creditId: Id;
    on: Date;
    mode: ReceiptMode;
    amount: PositiveAmount;
    /**
     * Where the money comes from; the usual account for cash or for the bank.
     */
    account?: string;
    /**
     * Needed for a cheque and for UPI.
     */
    reference?: string;
    notes?: string;
};

export type Refund = {
    id: Id;
    companyId: Id;
    customerId: Id;
    customerName: string;
    number: string;
    on: Date;
    mode: ReceiptMode;
    reference: string | null;
    currency: CurrencyCode;
    amount: PositiveAmount;
    credit: {
        document: 'receipt' | 'credit-note';
        id: Id;
        number: string;
    };
    state: RefundState;
    rejection: {
        code: string;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
    account: string | null;
    notes: string | null;
    undoneOn: Date | null;
    undoneReason: string | null;
    postings: Array<Posting>;
};

export type RefundState = 'waiting' | 'posted' | 'rejected' | 'undoing' | 'reversed' | 'withdrawn';

export type RefundPage = {
    items: Array<RefundSummary>;
    nextCursor: string | null;
};

export type RefundSummary = {
    id: Id;
    companyId: Id;
    customerId: Id;
    customerName: string;
    number: string;
    on: Date;
    mode: ReceiptMode;
    reference: string | null;
    currency: CurrencyCode;
    amount: PositiveAmount;
    credit: {
        document: 'receipt' | 'credit-note';
        id: Id;
        number: string;
    };
    state: RefundState;
    rejection: {
        code: string;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
};

export type CorrectRefund = {
    on: Date;
    /**
     * Where the money lies now; the usual account for cash or for the bank unless stated.
     */
    account?: string;
};

export type UndoRefund = {
    /**
     * What was paid by mistake is reversed; what the ledger refused is withdrawn.
     */
    how: 'reversed' | 'withdrawn';
    on: Date;
    reason: string;
};

export type InvoiceSettlements = {
    items: Array<InvoiceSettlement>;
};

export type InvoiceSettlement = {
    id: Id;
    document: 'receipt' | 'credit-note' | 'write-off';
    documentId: Id;
    number: string;
    mode: ReceiptMode | null;
    amount: Amount;
    on: Date;
    releasedOn: Date | null;
};

export type Creditable = {
    invoiceId: Id;
    currency: CurrencyCode;
    lines: Array<CreditableLine>;
    total: Amount;
    lastTaxDay: Date;
};

export type CreditableLine = {
    /**
     * Which line of the invoice, the first being 0.
     */
    line: number;
    description: string;
    classification?: Classification;
    /**
     * Zero where only the price is lowered.
     */
    quantity: string;
    unit: string;
    net: Amount;
    taxable: Amount;
    taxes: Array<CreditedTax>;
};

export type CreditedTax = {
    kind: TaxKind;
    ratePercent: string;
    amount: Amount;
};

export type CreditNote = {
    id: Id;
    companyId: Id;
    customerId: Id;
    customerName: string;
    invoiceId: Id;
    invoiceNumber: string;
    number: string | null;
    on: Date;
    reason: CreditNoteReason;
    currency: CurrencyCode;
    total: Amount;
    /**
     * What of it has settled invoices or was given back.
     */
    allocated: Amount;
    /**
     * What is left of it for the customer.
     */
    advance: Amount;
    state: CreditNoteState;
    rejection: {
        code: string;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
    invoiceOn: Date;
    notes: string | null;
    lines: Array<CreditedLine>;
    totals: CreditedTotals;
    /**
     * Until then a note for this invoice reduces the tax.
     */
    lastTaxDay: Date;
    warnings: Array<{
        code: 'credit-note-after-last-day';
        message: string;
        source: string;
    }>;
    /**
     * Whoever had a hand in it: they do not approve it.
     */
    writtenBy: Array<string>;
    approvals: Array<CreditNoteApproval>;
    approvalsNeeded: number | null;
    returned: {
        by: string;
        at: Instant;
        reason: string;
    } | null;
    undoneOn: Date | null;
    undoneReason: string | null;
    allocations: Array<Allocation>;
    postings: Array<Posting>;
};

export type CreditNoteReason = 'sales-return' | 'post-sale-discount' | 'deficiency-in-services' | 'correction-in-invoice' | 'change-in-place-of-supply' | 'finalization-of-provisional-assessment' | 'others';

export type CreditNoteState = 'draft' | 'submitted' | 'approved' | 'discarded' | 'issued' | 'posted' | 'rejected' | 'undoing' | 'reversed' | 'withdrawn';

export type CreditedLine = {
    /**
     * Which line of the invoice, the first being 0.
     */
    line: number;
    description: string;
    classification?: Classification;
    /**
     * Zero where only the price is lowered.
     */
    quantity: string;
    unit: string;
    net: Amount;
    taxable: Amount;
    taxes: Array<CreditedTax>;
    total: Amount;
};

export type CreditedTotals = {
    kind: 'tax-invoice' | 'bill-of-supply' | 'invoice-cum-bill-of-supply';
    nature: 'intra-state' | 'inter-state' | 'sez' | 'export';
    placeOfSupply: string;
    net: Amount;
    taxable: Amount;
    taxes: Array<{
        kind: TaxKind;
        amount: Amount;
    }>;
    reverseCharge: Amount;
    /**
     * Added to reach the total; may be negative.
     */
    roundOff: string;
    total: Amount;
};

export type CreditNoteApproval = {
    by: string;
    at: Instant;
};

export type ReturnCreditNote = ReturnInvoice;

export type CreateCreditNote = {
    invoiceId: Id;
    /**
     * The date it shall bear; today unless stated.
     */
    on?: Date;
    reason: CreditNoteReason;
    notes?: string;
    /**
     * Left out: everything that is left of the invoice.
     */
    lines?: Array<CreditNoteLine>;
};

export type CreditNoteLine = {
    /**
     * Which line of the invoice, the first being 0.
     */
    line: number;
    quantity: PositiveQuantityText;
} | {
    /**
     * Which line of the invoice, the first being 0.
     */
    line: number;
    /**
     * Before tax.
     */
    amount: PositiveAmount;
};

export type PositiveQuantityText = string & string;

export type CreditNotePage = {
    items: Array<CreditNoteSummary>;
    nextCursor: string | null;
};

export type CreditNoteSummary = {
    id: Id;
    companyId: Id;
    customerId: Id;
    customerName: string;
    invoiceId: Id;
    invoiceNumber: string;
    number: string | null;
    on: Date;
    reason: CreditNoteReason;
    currency: CurrencyCode;
    total: Amount;
    /**
     * What of it has settled invoices or was given back.
     */
    allocated: Amount;
    /**
     * What is left of it for the customer.
     */
    advance: Amount;
    state: CreditNoteState;
    rejection: {
        code: string;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
};

export type ReplaceCreditNote = {
    /**
     * The date it shall bear; today unless stated.
     */
    on?: Date;
    reason: CreditNoteReason;
    notes?: string;
    /**
     * Left out: everything that is left of the invoice.
     */
    lines?: Array<CreditNoteLine>;
};

export type IssueCreditNote = {
    on: Date;
};

export type UndoCreditNote = {
    on: Date;
    reason: string;
};

export type RecurringInvoices = {
    recurring: Array<RecurringInvoiceSummary>;
};

export type RecurringInvoiceSummary = {
    id: Id;
    companyId: Id;
    name: string;
    customerId: Id;
    customerName: string;
    makes: InvoiceMaking;
    rhythm: InvoiceRhythmDto;
    state: RecurringInvoiceState;
    nextOn: Date | null;
    /**
     * How many of its dates have no invoice because something was wrong.
     */
    failed: number;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type InvoiceMaking = 'draft' | 'issued';

export type InvoiceRhythmDto = {
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
};

export type RecurringInvoiceState = 'active' | 'paused' | 'finished' | 'discarded';

export type CreateRecurringInvoice = {
    name: string;
    makes: InvoiceMaking;
    customerId: Id;
    lines: Array<SaleLine>;
    /**
     * Freight and the like, taxed with the lines they are spread on.
     */
    charges?: Array<{
        name: string;
        amount: PositiveAmount;
    }>;
    /**
     * Off the whole document, before tax.
     */
    discount?: PositiveAmount;
    pricesIncludeTax?: boolean;
    /**
     * To the nearest rupee.
     */
    isRoundedOff?: boolean;
    /**
     * The state of the registration that sells, where a company has several.
     */
    soldFrom?: StateCode;
    /**
     * The state goods go to, where that decides.
     */
    deliveredTo?: StateCode;
    /**
     * The state of the building a service is for.
     */
    propertyIn?: StateCode;
    paysTaxOnZeroRated?: boolean;
    isReverseCharge?: boolean;
    /**
     * How many months a society bills; its limit is monthly.
     */
    months?: number;
    notes?: string;
    /**
     * How many days after its date each invoice is due.
     */
    dueDays?: number;
    rhythm: InvoiceRhythm;
    priceChanges?: Array<PriceChange>;
};

export type InvoiceRhythm = {
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
};

export type PriceChange = {
    /**
     * The first period that has this price.
     */
    from: Date;
    /**
     * The place of the line, from 1 on.
     */
    line: number;
    price: Amount;
};

export type RecurringInvoice = {
    id: Id;
    companyId: Id;
    name: string;
    customerId: Id;
    customerName: string;
    makes: InvoiceMaking;
    rhythm: InvoiceRhythmDto;
    state: RecurringInvoiceState;
    nextOn: Date | null;
    /**
     * How many of its dates have no invoice because something was wrong.
     */
    failed: number;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
    currency: CurrencyCode;
    notes: string | null;
    dueDays: number | null;
    /**
     * Freight and the like, taxed with the lines they are spread on.
     */
    charges?: Array<{
        name: string;
        amount: PositiveAmount;
    }>;
    /**
     * Off the whole document, before tax.
     */
    discount?: PositiveAmount;
    pricesIncludeTax?: boolean;
    /**
     * To the nearest rupee.
     */
    isRoundedOff?: boolean;
    /**
     * The state of the registration that sells, where a company has several.
     */
    soldFrom?: StateCode;
    /**
     * The state goods go to, where that decides.
     */
    deliveredTo?: StateCode;
    /**
     * The state of the building a service is for.
     */
    propertyIn?: StateCode;
    paysTaxOnZeroRated?: boolean;
    isReverseCharge?: boolean;
    /**
     * How many months a society bills; its limit is monthly.
     */
    months?: number;
    lines: Array<{
        productId?: Id;
        description: string;
        classification?: Classification;
        quantity: QuantityText;
        unit: string;
        price: Amount;
        discount?: Discount;
        treatment?: TaxTreatment;
        ratePercent: Percent;
        /**
         * Compensation cess by value, by unit or both.
         */
        cess?: {
            percent?: Percent;
            perUnit?: PositiveAmount;
        };
        /**
         * The residential unit whose monthly contribution this line belongs to.
         */
        contributionOf?: string;
    }>;
    priceChanges: Array<{
        /**
         * The first period that has this price.
         */
        from: Date;
        /**
         * The place of the line, from 1 on.
         */
        line: number;
        price: Amount;
    }>;
    /**
     * The next invoices, six at most.
     */
    upcoming: Array<UpcomingInvoice>;
    /**
     * The last twenty-four dates, latest first.
     */
    periods: Array<RecurringPeriod>;
};

export type UpcomingInvoice = {
    on: Date;
    /**
     * Unknown where it could not be made as things stand.
     */
    total: Amount | null;
    problem: string | null;
};

export type RecurringPeriod = {
    on: Date;
    state: 'made' | 'failed';
    failure: {
        code: string;
        reason: string;
    } | null;
    invoice: {
        id: Id;
        number: string | null;
        state: 'draft' | 'submitted' | 'approved' | 'discarded' | 'issued' | 'posted' | 'rejected' | 'cancelled';
        total: Amount;
        rejection: string | null;
    } | null;
};

export type RecurringPreview = {
    currency: CurrencyCode;
    upcoming: Array<UpcomingInvoice>;
};

export type ReplaceRecurringInvoice = CreateRecurringInvoice;

export type RetryPeriod = {
    on: Date;
};

export type InvoiceRuns = {
    runs: Array<InvoiceRun>;
};

export type InvoiceRun = {
    id: Id;
    companyId: Id;
    name: string;
    makes: InvoiceMaking;
    state: InvoiceRunState;
    on: Date;
    dueOn: Date | null;
    waiting: number;
    made: number;
    failed: number;
    currency: CurrencyCode;
    /**
     * Of the bills made so far.
     */
    total: Amount;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type InvoiceRunState = 'running' | 'finished' | 'cancelled';

export type StartInvoiceRun = {
    /**
     * Names the run within the company, once: nobody is billed twice for it.
     */
    name: string;
    makes: InvoiceMaking;
    customers: RunCustomers;
    lines: Array<SaleLine>;
    /**
     * Freight and the like, taxed with the lines they are spread on.
     */
    charges?: Array<{
        name: string;
        amount: PositiveAmount;
    }>;
    /**
     * Off the whole document, before tax.
     */
    discount?: PositiveAmount;
    pricesIncludeTax?: boolean;
    /**
     * To the nearest rupee.
     */
    isRoundedOff?: boolean;
    /**
     * The state of the registration that sells, where a company has several.
     */
    soldFrom?: StateCode;
    /**
     * The state goods go to, where that decides.
     */
    deliveredTo?: StateCode;
    /**
     * The state of the building a service is for.
     */
    propertyIn?: StateCode;
    paysTaxOnZeroRated?: boolean;
    isReverseCharge?: boolean;
    /**
     * How many months a society bills; its limit is monthly.
     */
    months?: number;
    on: Date;
    dueOn?: Date;
    notes?: string;
};

/**
 * Empty: every customer of the company.
 */
export type RunCustomers = {
    /**
     * Part of the name or of the code.
     */
    q?: string;
    ids?: Array<Id>;
};

export type InvoiceRunPreview = {
    currency: CurrencyCode;
    bills: number;
    total: Amount;
    /**
     * The first ten.
     */
    sample: Array<{
        customerId: Id;
        customerName: string;
        total: Amount;
    }>;
    /**
     * Who could not be billed as things stand, the first fifty.
     */
    problems: Array<{
        customerId: Id;
        customerName: string;
        reason: string;
    }>;
    problemCount: number;
};

export type RunBillState = 'waiting' | 'made' | 'failed';

export type RunBillPage = {
    items: Array<RunBill>;
    nextCursor: string | null;
};

export type RunBill = {
    customerId: Id;
    customerName: string;
    state: RunBillState;
    failure: {
        code: string;
        reason: string;
    } | null;
    invoice: {
        id: Id;
        number: string | null;
        state: 'draft' | 'submitted' | 'approved' | 'discarded' | 'issued' | 'posted' | 'rejected' | 'cancelled';
        total: Amount;
    } | null;
};

export type RetryInvoiceRun = {
    /**
     * Another date, where the one of the run has become too early.
     */
    on?: Date;
};

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

export type InvoiceFigures = {
    from: Date;
    until: Date;
    currency: CurrencyCode;
    /**
     * Settled in full; the amount is all that was settled and not written off.
     */
    paid: InvoiceFigure;
    /**
     * Something is open; the amount is what is open.
     */
    unpaid: InvoiceFigure;
    /**
     * Of the unpaid ones those that were due before today.
     */
    overdue: InvoiceFigure;
    /**
     * What will not come; those of which nothing is open.
     */
    writtenOff: InvoiceFigure;
    all: InvoiceFigure;
    /**
     * In per cent, with one decimal.
     */
    amountPaidShare: string | null;
    months: Array<InvoiceMonth>;
};

export type InvoiceFigure = {
    amount: Amount;
    count: number;
    /**
     * In per cent, with one decimal.
     */
    countShare: string | null;
};

export type InvoiceMonth = {
    month: string;
    billed: Amount;
    collected: Amount;
};

export type ReminderPlan = {
    isActive: boolean;
    /**
     * For customers of whom no other is known. Null: that of the company.
     */
    language: PaperLanguage | null;
    stages: Array<ReminderStage>;
};

export type ReminderStage = {
    /**
     * Null is a new stage. Under the same id it stays the same, whatever day it is moved to.
     */
    id: Id | null;
    /**
     * After the due date; before it where negative.
     */
    days: number;
    en: ReminderWords;
    hi: ReminderWords;
};

export type ReminderWords = {
    subject: string & string;
    text: string & string;
};

export type PreviewReminder = {
    /**
     * After the due date; before it where negative.
     */
    days: number;
    words: ReminderWords;
    /**
     * Left out: the open invoice that is due first.
     */
    invoiceId?: Id;
};

export type ReminderPreview = {
    invoiceId: Id;
    invoiceNumber: string;
    customerName: string;
    subject: string;
    text: string;
};

export type ReminderPreference = {
    isReminded: boolean;
    /**
     * Null: that of the plan.
     */
    language: PaperLanguage | null;
};

/**
 * Sent: the mail server took it. Refused: it certainly did not. Unknown: sending was interrupted, so it may have gone out; it is not sent again unless a person does. Skipped: there was a reason not to send it.
 */
export type ReminderState = 'waiting' | 'sending' | 'sent' | 'refused' | 'unknown' | 'skipped';

export type ReminderPage = {
    items: Array<Reminder>;
    nextCursor: string | null;
};

export type Reminder = {
    id: Id;
    invoiceId: Id;
    invoiceNumber: string;
    customerId: Id;
    customerName: string;
    /**
     * After the due date; before it where negative.
     */
    days: number;
    isByHand: boolean;
    state: ReminderState;
    skippedBecause: ReminderSkip | null;
    /**
     * What the mail server said.
     */
    reason: string | null;
    recipient: string | null;
    subject: string | null;
    askedAt: Instant;
    endedAt: Instant | null;
};

/**
 * Passed: a later stage was reached before this one was sent. Not owed: cancelled, or refused by the ledger.
 */
export type ReminderSkip = 'passed' | 'paid' | 'not-owed' | 'excepted' | 'no-address' | 'switched-off';

export type QuoteTax = {
    on: Date;
    customerId: Id;
    lines: Array<SaleLine>;
    /**
     * Freight and the like, taxed with the lines they are spread on.
     */
    charges?: Array<{
        name: string;
        amount: PositiveAmount;
    }>;
    /**
     * Off the whole document, before tax.
     */
    discount?: PositiveAmount;
    pricesIncludeTax?: boolean;
    /**
     * To the nearest rupee.
     */
    isRoundedOff?: boolean;
    /**
     * The state of the registration that sells, where a company has several.
     */
    soldFrom?: StateCode;
    /**
     * The state goods go to, where that decides.
     */
    deliveredTo?: StateCode;
    /**
     * The state of the building a service is for.
     */
    propertyIn?: StateCode;
    paysTaxOnZeroRated?: boolean;
    isReverseCharge?: boolean;
    /**
     * How many months a society bills; its limit is monthly.
     */
    months?: number;
};

export type TaxQuote = {
    currency: CurrencyCode;
    lines: Array<TaxedLine>;
    totals: TaxTotals;
    warnings: Array<{
        code: string;
        line: number;
        message: string;
    }>;
    reason: Reason;
};

export type Reason = {
    rule: string;
    found: string;
    inputs: {
        [key: string]: string;
    };
    source: string;
    because: Array<Reason>;
};

export type TaxSettings = {
    /**
     * Pays tax by composition and charges none.
     */
    isComposition: boolean;
    /**
     * Aggregate turnover, by which thresholds are judged.
     */
    turnover: Amount;
    /**
     * Above the limit of a society: the whole contribution, or what is above.
     */
    societyView: 'whole' | 'excess';
    /**
     * Where a company without a GSTIN is; with one, its registrations say so.
     */
    stateCode?: StateCode | null;
};

export type CreateWriteOff = {
    invoiceId: Id;
    on: Date;
    /**
     * All or a part of what is open of the invoice.
     */
    amount: PositiveAmount;
    reason: string;
};

export type WriteOff = {
    id: Id;
    companyId: Id;
    customerId: Id;
    customerName: string;
    invoiceId: Id;
    invoiceNumber: string;
    number: string;
    on: Date;
    reason: string;
    currency: CurrencyCode;
    amount: PositiveAmount;
    state: WriteOffState;
    rejection: {
        code: string;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
    undoneOn: Date | null;
    undoneReason: string | null;
    postings: Array<Posting>;
};

export type WriteOffState = 'waiting' | 'posted' | 'rejected' | 'undoing' | 'reversed' | 'withdrawn';

export type WriteOffPage = {
    items: Array<WriteOffSummary>;
    nextCursor: string | null;
};

export type WriteOffSummary = {
    id: Id;
    companyId: Id;
    customerId: Id;
    customerName: string;
    invoiceId: Id;
    invoiceNumber: string;
    number: string;
    on: Date;
    reason: string;
    currency: CurrencyCode;
    amount: PositiveAmount;
    state: WriteOffState;
    rejection: {
        code: string;
        reason: string;
    } | null;
    version: number;
    createdAt: Instant;
};

export type CorrectWriteOff = {
    on: Date;
};

export type UndoWriteOff = {
    /**
     * What was paid by mistake is reversed; what the ledger refused is withdrawn.
     */
    how: 'reversed' | 'withdrawn';
    on: Date;
    reason: string;
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

export type ApprovalSettingsGetData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/invoice-approval';
};

export type ApprovalSettingsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ApprovalSettingsGetError = ApprovalSettingsGetErrors[keyof ApprovalSettingsGetErrors];

export type ApprovalSettingsGetResponses = {
    /**
     * Done
     */
    200: ApprovalSettings;
};

export type ApprovalSettingsGetResponse = ApprovalSettingsGetResponses[keyof ApprovalSettingsGetResponses];

export type ApprovalSettingsSetData = {
    body: ApprovalSettings;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/invoice-approval';
};

export type ApprovalSettingsSetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ApprovalSettingsSetError = ApprovalSettingsSetErrors[keyof ApprovalSettingsSetErrors];

export type ApprovalSettingsSetResponses = {
    /**
     * Done
     */
    200: ApprovalSettings;
};

export type ApprovalSettingsSetResponse = ApprovalSettingsSetResponses[keyof ApprovalSettingsSetResponses];

export type InvoiceDecisionsSubmitData = {
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/submit';
};

export type InvoiceDecisionsSubmitErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceDecisionsSubmitError = InvoiceDecisionsSubmitErrors[keyof InvoiceDecisionsSubmitErrors];

export type InvoiceDecisionsSubmitResponses = {
    /**
     * Done
     */
    200: Invoice;
};

export type InvoiceDecisionsSubmitResponse = InvoiceDecisionsSubmitResponses[keyof InvoiceDecisionsSubmitResponses];

export type InvoiceDecisionsWithdrawData = {
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/withdraw';
};

export type InvoiceDecisionsWithdrawErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceDecisionsWithdrawError = InvoiceDecisionsWithdrawErrors[keyof InvoiceDecisionsWithdrawErrors];

export type InvoiceDecisionsWithdrawResponses = {
    /**
     * Done
     */
    200: Invoice;
};

export type InvoiceDecisionsWithdrawResponse = InvoiceDecisionsWithdrawResponses[keyof InvoiceDecisionsWithdrawResponses];

export type InvoiceDecisionsApproveData = {
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/approve';
};

export type InvoiceDecisionsApproveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceDecisionsApproveError = InvoiceDecisionsApproveErrors[keyof InvoiceDecisionsApproveErrors];

export type InvoiceDecisionsApproveResponses = {
    /**
     * Done
     */
    200: Invoice;
};

export type InvoiceDecisionsApproveResponse = InvoiceDecisionsApproveResponses[keyof InvoiceDecisionsApproveResponses];

export type InvoiceDecisionsReturnData = {
    body: ReturnInvoice;
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/return';
};

export type InvoiceDecisionsReturnErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceDecisionsReturnError = InvoiceDecisionsReturnErrors[keyof InvoiceDecisionsReturnErrors];

export type InvoiceDecisionsReturnResponses = {
    /**
     * Done
     */
    200: Invoice;
};

export type InvoiceDecisionsReturnResponse = InvoiceDecisionsReturnResponses[keyof InvoiceDecisionsReturnResponses];

export type InvoiceDecisionsDiscardData = {
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/discard';
};

export type InvoiceDecisionsDiscardErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceDecisionsDiscardError = InvoiceDecisionsDiscardErrors[keyof InvoiceDecisionsDiscardErrors];

export type InvoiceDecisionsDiscardResponses = {
    /**
     * Done
     */
    200: Invoice;
};

export type InvoiceDecisionsDiscardResponse = InvoiceDecisionsDiscardResponses[keyof InvoiceDecisionsDiscardResponses];

export type InvoiceDecisionsCancelData = {
    body: CancelInvoice;
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/cancel';
};

export type InvoiceDecisionsCancelErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceDecisionsCancelError = InvoiceDecisionsCancelErrors[keyof InvoiceDecisionsCancelErrors];

export type InvoiceDecisionsCancelResponses = {
    /**
     * Done
     */
    200: Invoice;
};

export type InvoiceDecisionsCancelResponse = InvoiceDecisionsCancelResponses[keyof InvoiceDecisionsCancelResponses];

export type CustomerImportsTemplateData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/customer-imports/template';
};

export type CustomerImportsTemplateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CustomerImportsTemplateError = CustomerImportsTemplateErrors[keyof CustomerImportsTemplateErrors];

export type CustomerImportsTemplateResponses = {
    /**
     * Done
     */
    200: EmptySheet;
};

export type CustomerImportsTemplateResponse = CustomerImportsTemplateResponses[keyof CustomerImportsTemplateResponses];

export type CustomerImportsImportData = {
    body: ImportCustomers;
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
    url: '/api/v1/companies/{companyId}/customer-imports';
};

export type CustomerImportsImportErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CustomerImportsImportError = CustomerImportsImportErrors[keyof CustomerImportsImportErrors];

export type CustomerImportsImportResponses = {
    /**
     * Done
     */
    201: CustomerImport;
};

export type CustomerImportsImportResponse = CustomerImportsImportResponses[keyof CustomerImportsImportResponses];

export type CustomerImportsPreviewData = {
    body: ImportCustomers;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/customer-imports/preview';
};

export type CustomerImportsPreviewErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CustomerImportsPreviewError = CustomerImportsPreviewErrors[keyof CustomerImportsPreviewErrors];

export type CustomerImportsPreviewResponses = {
    /**
     * Done
     */
    200: CustomerImport;
};

export type CustomerImportsPreviewResponse = CustomerImportsPreviewResponses[keyof CustomerImportsPreviewResponses];

export type CustomersListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'name' | '-name' | 'createdAt' | '-createdAt';
        /**
         * Part of the name, code, GSTIN, e-mail or phone number.
         */
        q?: string;
    };
    url: '/api/v1/companies/{companyId}/customers';
};

export type CustomersListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CustomersListError = CustomersListErrors[keyof CustomersListErrors];

export type CustomersListResponses = {
    /**
     * Done
     */
    200: CustomerPage;
};

export type CustomersListResponse = CustomersListResponses[keyof CustomersListResponses];

export type CustomersCreateData = {
    body: CreateCustomer;
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
    url: '/api/v1/companies/{companyId}/customers';
};

export type CustomersCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CustomersCreateError = CustomersCreateErrors[keyof CustomersCreateErrors];

export type CustomersCreateResponses = {
    /**
     * Done
     */
    201: Customer;
};

export type CustomersCreateResponse = CustomersCreateResponses[keyof CustomersCreateResponses];

export type CustomersGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/customers/{id}';
};

export type CustomersGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CustomersGetError = CustomersGetErrors[keyof CustomersGetErrors];

export type CustomersGetResponses = {
    /**
     * Done
     */
    200: Customer;
};

export type CustomersGetResponse = CustomersGetResponses[keyof CustomersGetResponses];

export type CustomersPatchData = {
    body: PatchCustomer;
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
    url: '/api/v1/companies/{companyId}/customers/{id}';
};

export type CustomersPatchErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CustomersPatchError = CustomersPatchErrors[keyof CustomersPatchErrors];

export type CustomersPatchResponses = {
    /**
     * Done
     */
    200: Customer;
};

export type CustomersPatchResponse = CustomersPatchResponses[keyof CustomersPatchResponses];

export type CreditLimitsGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/customers/{id}/credit';
};

export type CreditLimitsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditLimitsGetError = CreditLimitsGetErrors[keyof CreditLimitsGetErrors];

export type CreditLimitsGetResponses = {
    /**
     * Done
     */
    200: CustomerCredit;
};

export type CreditLimitsGetResponse = CreditLimitsGetResponses[keyof CreditLimitsGetResponses];

export type InvoicesListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'on' | '-on' | 'number' | '-number' | 'total' | '-total' | 'dueOn' | '-dueOn';
        state?: 'draft' | 'submitted' | 'approved' | 'discarded' | 'issued' | 'posted' | 'rejected' | 'cancelled';
        payment?: 'unpaid' | 'partly-paid' | 'paid' | 'written-off' | 'open' | 'overdue';
        customerId?: Id;
        from?: Date;
        until?: Date;
        /**
         * The number or what it begins or ends with, part of the customer’s name, or the total: 6,665 or 6665.00.
         */
        q?: string;
    };
    url: '/api/v1/companies/{companyId}/invoices';
};

export type InvoicesListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoicesListError = InvoicesListErrors[keyof InvoicesListErrors];

export type InvoicesListResponses = {
    /**
     * Done
     */
    200: InvoicePage;
};

export type InvoicesListResponse = InvoicesListResponses[keyof InvoicesListResponses];

export type InvoicesCreateData = {
    body: CreateInvoice;
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
    url: '/api/v1/companies/{companyId}/invoices';
};

export type InvoicesCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoicesCreateError = InvoicesCreateErrors[keyof InvoicesCreateErrors];

export type InvoicesCreateResponses = {
    /**
     * Done
     */
    201: Invoice;
};

export type InvoicesCreateResponse = InvoicesCreateResponses[keyof InvoicesCreateResponses];

export type InvoicesGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/invoices/{id}';
};

export type InvoicesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoicesGetError = InvoicesGetErrors[keyof InvoicesGetErrors];

export type InvoicesGetResponses = {
    /**
     * Done
     */
    200: Invoice;
};

export type InvoicesGetResponse = InvoicesGetResponses[keyof InvoicesGetResponses];

export type InvoicesReplaceData = {
    body: ReplaceInvoice;
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
    url: '/api/v1/companies/{companyId}/invoices/{id}';
};

export type InvoicesReplaceErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoicesReplaceError = InvoicesReplaceErrors[keyof InvoicesReplaceErrors];

export type InvoicesReplaceResponses = {
    /**
     * Done
     */
    200: Invoice;
};

export type InvoicesReplaceResponse = InvoicesReplaceResponses[keyof InvoicesReplaceResponses];

export type InvoicesCopyData = {
    body?: never;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/copy';
};

export type InvoicesCopyErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoicesCopyError = InvoicesCopyErrors[keyof InvoicesCopyErrors];

export type InvoicesCopyResponses = {
    /**
     * Done
     */
    201: Invoice;
};

export type InvoicesCopyResponse = InvoicesCopyResponses[keyof InvoicesCopyResponses];

export type InvoicesIssueData = {
    body: IssueInvoice;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/issue';
};

export type InvoicesIssueErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoicesIssueError = InvoicesIssueErrors[keyof InvoicesIssueErrors];

export type InvoicesIssueResponses = {
    /**
     * Done
     */
    200: Invoice;
};

export type InvoicesIssueResponse = InvoicesIssueResponses[keyof InvoicesIssueResponses];

export type InvoiceMailsOfData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/invoices/{id}/mails';
};

export type InvoiceMailsOfErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceMailsOfError = InvoiceMailsOfErrors[keyof InvoiceMailsOfErrors];

export type InvoiceMailsOfResponses = {
    /**
     * Done
     */
    200: InvoiceMails;
};

export type InvoiceMailsOfResponse = InvoiceMailsOfResponses[keyof InvoiceMailsOfResponses];

export type InvoiceMailsSendData = {
    body: SendInvoiceByMail;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/mails';
};

export type InvoiceMailsSendErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceMailsSendError = InvoiceMailsSendErrors[keyof InvoiceMailsSendErrors];

export type InvoiceMailsSendResponses = {
    /**
     * Done
     */
    201: InvoiceMails;
};

export type InvoiceMailsSendResponse = InvoiceMailsSendResponses[keyof InvoiceMailsSendResponses];

export type PaperSettingsGetData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/paper-settings';
};

export type PaperSettingsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PaperSettingsGetError = PaperSettingsGetErrors[keyof PaperSettingsGetErrors];

export type PaperSettingsGetResponses = {
    /**
     * Done
     */
    200: PaperSettings;
};

export type PaperSettingsGetResponse = PaperSettingsGetResponses[keyof PaperSettingsGetResponses];

export type PaperSettingsSetData = {
    body: PaperSettings;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/paper-settings';
};

export type PaperSettingsSetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type PaperSettingsSetError = PaperSettingsSetErrors[keyof PaperSettingsSetErrors];

export type PaperSettingsSetResponses = {
    /**
     * Done
     */
    200: PaperSettings;
};

export type PaperSettingsSetResponse = PaperSettingsSetResponses[keyof PaperSettingsSetResponses];

export type InvoicePapersGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/invoices/{id}/paper';
};

export type InvoicePapersGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoicePapersGetError = InvoicePapersGetErrors[keyof InvoicePapersGetErrors];

export type InvoicePapersGetResponses = {
    /**
     * Done
     */
    200: Paper;
};

export type InvoicePapersGetResponse = InvoicePapersGetResponses[keyof InvoicePapersGetResponses];

export type InvoicePapersAskData = {
    body?: never;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/paper';
};

export type InvoicePapersAskErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoicePapersAskError = InvoicePapersAskErrors[keyof InvoicePapersAskErrors];

export type InvoicePapersAskResponses = {
    /**
     * Done
     */
    200: Paper;
};

export type InvoicePapersAskResponse = InvoicePapersAskResponses[keyof InvoicePapersAskResponses];

export type InvoicePapersPdfData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: {
        /**
         * Left out: that of the company.
         */
        language?: PaperLanguage;
    };
    url: '/api/v1/companies/{companyId}/invoices/{id}/pdf';
};

export type InvoicePapersPdfErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoicePapersPdfError = InvoicePapersPdfErrors[keyof InvoicePapersPdfErrors];

export type InvoicePapersPdfResponses = {
    /**
     * Done
     */
    200: Paper;
};

export type InvoicePapersPdfResponse = InvoicePapersPdfResponses[keyof InvoicePapersPdfResponses];

export type CreditNotePapersGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/paper';
};

export type CreditNotePapersGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotePapersGetError = CreditNotePapersGetErrors[keyof CreditNotePapersGetErrors];

export type CreditNotePapersGetResponses = {
    /**
     * Done
     */
    200: Paper;
};

export type CreditNotePapersGetResponse = CreditNotePapersGetResponses[keyof CreditNotePapersGetResponses];

export type CreditNotePapersAskData = {
    body?: never;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/paper';
};

export type CreditNotePapersAskErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotePapersAskError = CreditNotePapersAskErrors[keyof CreditNotePapersAskErrors];

export type CreditNotePapersAskResponses = {
    /**
     * Done
     */
    200: Paper;
};

export type CreditNotePapersAskResponse = CreditNotePapersAskResponses[keyof CreditNotePapersAskResponses];

export type CreditNotePapersPdfData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: {
        /**
         * Left out: that of the company.
         */
        language?: PaperLanguage;
    };
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/pdf';
};

export type CreditNotePapersPdfErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotePapersPdfError = CreditNotePapersPdfErrors[keyof CreditNotePapersPdfErrors];

export type CreditNotePapersPdfResponses = {
    /**
     * Done
     */
    200: Paper;
};

export type CreditNotePapersPdfResponse = CreditNotePapersPdfResponses[keyof CreditNotePapersPdfResponses];

export type ReceiptPapersGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/receipts/{id}/paper';
};

export type ReceiptPapersGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceiptPapersGetError = ReceiptPapersGetErrors[keyof ReceiptPapersGetErrors];

export type ReceiptPapersGetResponses = {
    /**
     * Done
     */
    200: Paper;
};

export type ReceiptPapersGetResponse = ReceiptPapersGetResponses[keyof ReceiptPapersGetResponses];

export type ReceiptPapersAskData = {
    body?: never;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/receipts/{id}/paper';
};

export type ReceiptPapersAskErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceiptPapersAskError = ReceiptPapersAskErrors[keyof ReceiptPapersAskErrors];

export type ReceiptPapersAskResponses = {
    /**
     * Done
     */
    200: Paper;
};

export type ReceiptPapersAskResponse = ReceiptPapersAskResponses[keyof ReceiptPapersAskResponses];

export type ReceiptPapersPdfData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: {
        /**
         * Left out: that of the company.
         */
        language?: PaperLanguage;
    };
    url: '/api/v1/companies/{companyId}/receipts/{id}/pdf';
};

export type ReceiptPapersPdfErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceiptPapersPdfError = ReceiptPapersPdfErrors[keyof ReceiptPapersPdfErrors];

export type ReceiptPapersPdfResponses = {
    /**
     * Done
     */
    200: Paper;
};

export type ReceiptPapersPdfResponse = ReceiptPapersPdfResponses[keyof ReceiptPapersPdfResponses];

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
    200: PostingCounts;
};

export type PostingsCountResponse = PostingsCountResponses[keyof PostingsCountResponses];

export type ProductsListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'name' | '-name' | 'createdAt' | '-createdAt';
        /**
         * Part of the name or code.
         */
        q?: string;
    };
    url: '/api/v1/companies/{companyId}/products';
};

export type ProductsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ProductsListError = ProductsListErrors[keyof ProductsListErrors];

export type ProductsListResponses = {
    /**
     * Done
     */
    200: ProductPage;
};

export type ProductsListResponse = ProductsListResponses[keyof ProductsListResponses];

export type ProductsCreateData = {
    body: CreateProduct;
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
    url: '/api/v1/companies/{companyId}/products';
};

export type ProductsCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ProductsCreateError = ProductsCreateErrors[keyof ProductsCreateErrors];

export type ProductsCreateResponses = {
    /**
     * Done
     */
    201: Product;
};

export type ProductsCreateResponse = ProductsCreateResponses[keyof ProductsCreateResponses];

export type ProductsGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/products/{id}';
};

export type ProductsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ProductsGetError = ProductsGetErrors[keyof ProductsGetErrors];

export type ProductsGetResponses = {
    /**
     * Done
     */
    200: Product;
};

export type ProductsGetResponse = ProductsGetResponses[keyof ProductsGetResponses];

export type ProductsPatchData = {
    body: PatchProduct;
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
    url: '/api/v1/companies/{companyId}/products/{id}';
};

export type ProductsPatchErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ProductsPatchError = ProductsPatchErrors[keyof ProductsPatchErrors];

export type ProductsPatchResponses = {
    /**
     * Done
     */
    200: Product;
};

export type ProductsPatchResponse = ProductsPatchResponses[keyof ProductsPatchResponses];

export type ReceiptsListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'on' | '-on' | 'number' | '-number' | 'amount' | '-amount';
        customerId?: Id;
        mode?: ReceiptMode;
        state?: ReceiptState;
        /**
         * Only those of which money is left.
         */
        unused?: 'some';
        from?: Date;
        until?: Date;
        /**
         * Part of the number or reference.
         */
        q?: string;
    };
    url: '/api/v1/companies/{companyId}/receipts';
};

export type ReceiptsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceiptsListError = ReceiptsListErrors[keyof ReceiptsListErrors];

export type ReceiptsListResponses = {
    /**
     * Done
     */
    200: ReceiptPage;
};

export type ReceiptsListResponse = ReceiptsListResponses[keyof ReceiptsListResponses];

export type ReceiptsCreateData = {
    body: CreateReceipt;
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
    url: '/api/v1/companies/{companyId}/receipts';
};

export type ReceiptsCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceiptsCreateError = ReceiptsCreateErrors[keyof ReceiptsCreateErrors];

export type ReceiptsCreateResponses = {
    /**
     * Done
     */
    201: Receipt;
};

export type ReceiptsCreateResponse = ReceiptsCreateResponses[keyof ReceiptsCreateResponses];

export type ReceiptsGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/receipts/{id}';
};

export type ReceiptsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceiptsGetError = ReceiptsGetErrors[keyof ReceiptsGetErrors];

export type ReceiptsGetResponses = {
    /**
     * Done
     */
    200: Receipt;
};

export type ReceiptsGetResponse = ReceiptsGetResponses[keyof ReceiptsGetResponses];

export type ReceiptsCorrectData = {
    body: CorrectReceipt;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/receipts/{id}/correct';
};

export type ReceiptsCorrectErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceiptsCorrectError = ReceiptsCorrectErrors[keyof ReceiptsCorrectErrors];

export type ReceiptsCorrectResponses = {
    /**
     * Done
     */
    200: Receipt;
};

export type ReceiptsCorrectResponse = ReceiptsCorrectResponses[keyof ReceiptsCorrectResponses];

export type ReceiptsApplyData = {
    body: ApplyAdvance;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/receipts/{id}/apply';
};

export type ReceiptsApplyErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceiptsApplyError = ReceiptsApplyErrors[keyof ReceiptsApplyErrors];

export type ReceiptsApplyResponses = {
    /**
     * Done
     */
    200: Receipt;
};

export type ReceiptsApplyResponse = ReceiptsApplyResponses[keyof ReceiptsApplyResponses];

export type ReceiptsReleaseData = {
    body: ReleaseAllocations;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/receipts/{id}/release';
};

export type ReceiptsReleaseErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceiptsReleaseError = ReceiptsReleaseErrors[keyof ReceiptsReleaseErrors];

export type ReceiptsReleaseResponses = {
    /**
     * Done
     */
    200: Receipt;
};

export type ReceiptsReleaseResponse = ReceiptsReleaseResponses[keyof ReceiptsReleaseResponses];

export type ReceiptsUndoData = {
    body: UndoReceipt;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/receipts/{id}/undo';
};

export type ReceiptsUndoErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceiptsUndoError = ReceiptsUndoErrors[keyof ReceiptsUndoErrors];

export type ReceiptsUndoResponses = {
    /**
     * Done
     */
    200: Receipt;
};

export type ReceiptsUndoResponse = ReceiptsUndoResponses[keyof ReceiptsUndoResponses];

export type RefundsListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'on' | '-on' | 'number' | '-number' | 'amount' | '-amount';
        customerId?: Id;
        creditId?: Id;
        state?: RefundState;
        from?: Date;
        until?: Date;
        /**
         * Part of the number or reference.
         */
        q?: string;
    };
    url: '/api/v1/companies/{companyId}/refunds';
};

export type RefundsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RefundsListError = RefundsListErrors[keyof RefundsListErrors];

export type RefundsListResponses = {
    /**
     * Done
     */
    200: RefundPage;
};

export type RefundsListResponse = RefundsListResponses[keyof RefundsListResponses];

export type RefundsCreateData = {
    body: CreateRefund;
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
    url: '/api/v1/companies/{companyId}/refunds';
};

export type RefundsCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RefundsCreateError = RefundsCreateErrors[keyof RefundsCreateErrors];

export type RefundsCreateResponses = {
    /**
     * Done
     */
    201: Refund;
};

export type RefundsCreateResponse = RefundsCreateResponses[keyof RefundsCreateResponses];

export type RefundsGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/refunds/{id}';
};

export type RefundsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RefundsGetError = RefundsGetErrors[keyof RefundsGetErrors];

export type RefundsGetResponses = {
    /**
     * Done
     */
    200: Refund;
};

export type RefundsGetResponse = RefundsGetResponses[keyof RefundsGetResponses];

export type RefundsCorrectData = {
    body: CorrectRefund;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/refunds/{id}/correct';
};

export type RefundsCorrectErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RefundsCorrectError = RefundsCorrectErrors[keyof RefundsCorrectErrors];

export type RefundsCorrectResponses = {
    /**
     * Done
     */
    200: Refund;
};

export type RefundsCorrectResponse = RefundsCorrectResponses[keyof RefundsCorrectResponses];

export type RefundsUndoData = {
    body: UndoRefund;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/refunds/{id}/undo';
};

export type RefundsUndoErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RefundsUndoError = RefundsUndoErrors[keyof RefundsUndoErrors];

export type RefundsUndoResponses = {
    /**
     * Done
     */
    200: Refund;
};

export type RefundsUndoResponse = RefundsUndoResponses[keyof RefundsUndoResponses];

export type InvoiceSettlementsListData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/invoices/{id}/settlements';
};

export type InvoiceSettlementsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceSettlementsListError = InvoiceSettlementsListErrors[keyof InvoiceSettlementsListErrors];

export type InvoiceSettlementsListResponses = {
    /**
     * Done
     */
    200: InvoiceSettlements;
};

export type InvoiceSettlementsListResponse = InvoiceSettlementsListResponses[keyof InvoiceSettlementsListResponses];

export type CreditableGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/invoices/{id}/creditable';
};

export type CreditableGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditableGetError = CreditableGetErrors[keyof CreditableGetErrors];

export type CreditableGetResponses = {
    /**
     * Done
     */
    200: Creditable;
};

export type CreditableGetResponse = CreditableGetResponses[keyof CreditableGetResponses];

export type CreditNoteDecisionsSubmitData = {
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/submit';
};

export type CreditNoteDecisionsSubmitErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNoteDecisionsSubmitError = CreditNoteDecisionsSubmitErrors[keyof CreditNoteDecisionsSubmitErrors];

export type CreditNoteDecisionsSubmitResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNoteDecisionsSubmitResponse = CreditNoteDecisionsSubmitResponses[keyof CreditNoteDecisionsSubmitResponses];

export type CreditNoteDecisionsWithdrawData = {
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/withdraw';
};

export type CreditNoteDecisionsWithdrawErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNoteDecisionsWithdrawError = CreditNoteDecisionsWithdrawErrors[keyof CreditNoteDecisionsWithdrawErrors];

export type CreditNoteDecisionsWithdrawResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNoteDecisionsWithdrawResponse = CreditNoteDecisionsWithdrawResponses[keyof CreditNoteDecisionsWithdrawResponses];

export type CreditNoteDecisionsApproveData = {
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/approve';
};

export type CreditNoteDecisionsApproveErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNoteDecisionsApproveError = CreditNoteDecisionsApproveErrors[keyof CreditNoteDecisionsApproveErrors];

export type CreditNoteDecisionsApproveResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNoteDecisionsApproveResponse = CreditNoteDecisionsApproveResponses[keyof CreditNoteDecisionsApproveResponses];

export type CreditNoteDecisionsReturnData = {
    body: ReturnCreditNote;
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/return';
};

export type CreditNoteDecisionsReturnErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNoteDecisionsReturnError = CreditNoteDecisionsReturnErrors[keyof CreditNoteDecisionsReturnErrors];

export type CreditNoteDecisionsReturnResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNoteDecisionsReturnResponse = CreditNoteDecisionsReturnResponses[keyof CreditNoteDecisionsReturnResponses];

export type CreditNoteDecisionsDiscardData = {
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/discard';
};

export type CreditNoteDecisionsDiscardErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNoteDecisionsDiscardError = CreditNoteDecisionsDiscardErrors[keyof CreditNoteDecisionsDiscardErrors];

export type CreditNoteDecisionsDiscardResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNoteDecisionsDiscardResponse = CreditNoteDecisionsDiscardResponses[keyof CreditNoteDecisionsDiscardResponses];

export type CreditNotesListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'on' | '-on' | 'number' | '-number' | 'total' | '-total';
        customerId?: Id;
        invoiceId?: Id;
        state?: CreditNoteState;
        /**
         * Only those of which money is left.
         */
        unused?: 'some';
        from?: Date;
        until?: Date;
        /**
         * Part of its number or of the invoice’s.
         */
        q?: string;
    };
    url: '/api/v1/companies/{companyId}/credit-notes';
};

export type CreditNotesListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotesListError = CreditNotesListErrors[keyof CreditNotesListErrors];

export type CreditNotesListResponses = {
    /**
     * Done
     */
    200: CreditNotePage;
};

export type CreditNotesListResponse = CreditNotesListResponses[keyof CreditNotesListResponses];

export type CreditNotesCreateData = {
    body: CreateCreditNote;
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
    url: '/api/v1/companies/{companyId}/credit-notes';
};

export type CreditNotesCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotesCreateError = CreditNotesCreateErrors[keyof CreditNotesCreateErrors];

export type CreditNotesCreateResponses = {
    /**
     * Done
     */
    201: CreditNote;
};

export type CreditNotesCreateResponse = CreditNotesCreateResponses[keyof CreditNotesCreateResponses];

export type CreditNotesGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/credit-notes/{id}';
};

export type CreditNotesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotesGetError = CreditNotesGetErrors[keyof CreditNotesGetErrors];

export type CreditNotesGetResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNotesGetResponse = CreditNotesGetResponses[keyof CreditNotesGetResponses];

export type CreditNotesReplaceData = {
    body: ReplaceCreditNote;
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}';
};

export type CreditNotesReplaceErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotesReplaceError = CreditNotesReplaceErrors[keyof CreditNotesReplaceErrors];

export type CreditNotesReplaceResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNotesReplaceResponse = CreditNotesReplaceResponses[keyof CreditNotesReplaceResponses];

export type CreditNotesIssueData = {
    body: IssueCreditNote;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/issue';
};

export type CreditNotesIssueErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotesIssueError = CreditNotesIssueErrors[keyof CreditNotesIssueErrors];

export type CreditNotesIssueResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNotesIssueResponse = CreditNotesIssueResponses[keyof CreditNotesIssueResponses];

export type CreditNotesApplyData = {
    body: ApplyAdvance;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/apply';
};

export type CreditNotesApplyErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotesApplyError = CreditNotesApplyErrors[keyof CreditNotesApplyErrors];

export type CreditNotesApplyResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNotesApplyResponse = CreditNotesApplyResponses[keyof CreditNotesApplyResponses];

export type CreditNotesReleaseData = {
    body: ReleaseAllocations;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/release';
};

export type CreditNotesReleaseErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotesReleaseError = CreditNotesReleaseErrors[keyof CreditNotesReleaseErrors];

export type CreditNotesReleaseResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNotesReleaseResponse = CreditNotesReleaseResponses[keyof CreditNotesReleaseResponses];

export type CreditNotesUndoData = {
    body: UndoCreditNote;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/credit-notes/{id}/undo';
};

export type CreditNotesUndoErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type CreditNotesUndoError = CreditNotesUndoErrors[keyof CreditNotesUndoErrors];

export type CreditNotesUndoResponses = {
    /**
     * Done
     */
    200: CreditNote;
};

export type CreditNotesUndoResponse = CreditNotesUndoResponses[keyof CreditNotesUndoResponses];

export type RecurringInvoicesListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/recurring-invoices';
};

export type RecurringInvoicesListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RecurringInvoicesListError = RecurringInvoicesListErrors[keyof RecurringInvoicesListErrors];

export type RecurringInvoicesListResponses = {
    /**
     * Done
     */
    200: RecurringInvoices;
};

export type RecurringInvoicesListResponse = RecurringInvoicesListResponses[keyof RecurringInvoicesListResponses];

export type RecurringInvoicesCreateData = {
    body: CreateRecurringInvoice;
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
    url: '/api/v1/companies/{companyId}/recurring-invoices';
};

export type RecurringInvoicesCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RecurringInvoicesCreateError = RecurringInvoicesCreateErrors[keyof RecurringInvoicesCreateErrors];

export type RecurringInvoicesCreateResponses = {
    /**
     * Done
     */
    201: RecurringInvoice;
};

export type RecurringInvoicesCreateResponse = RecurringInvoicesCreateResponses[keyof RecurringInvoicesCreateResponses];

export type RecurringInvoicesPreviewData = {
    body: CreateRecurringInvoice;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/recurring-invoices/preview';
};

export type RecurringInvoicesPreviewErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RecurringInvoicesPreviewError = RecurringInvoicesPreviewErrors[keyof RecurringInvoicesPreviewErrors];

export type RecurringInvoicesPreviewResponses = {
    /**
     * Done
     */
    200: RecurringPreview;
};

export type RecurringInvoicesPreviewResponse = RecurringInvoicesPreviewResponses[keyof RecurringInvoicesPreviewResponses];

export type RecurringInvoicesGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/recurring-invoices/{id}';
};

export type RecurringInvoicesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RecurringInvoicesGetError = RecurringInvoicesGetErrors[keyof RecurringInvoicesGetErrors];

export type RecurringInvoicesGetResponses = {
    /**
     * Done
     */
    200: RecurringInvoice;
};

export type RecurringInvoicesGetResponse = RecurringInvoicesGetResponses[keyof RecurringInvoicesGetResponses];

export type RecurringInvoicesReplaceData = {
    body: ReplaceRecurringInvoice;
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
    url: '/api/v1/companies/{companyId}/recurring-invoices/{id}';
};

export type RecurringInvoicesReplaceErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RecurringInvoicesReplaceError = RecurringInvoicesReplaceErrors[keyof RecurringInvoicesReplaceErrors];

export type RecurringInvoicesReplaceResponses = {
    /**
     * Done
     */
    200: RecurringInvoice;
};

export type RecurringInvoicesReplaceResponse = RecurringInvoicesReplaceResponses[keyof RecurringInvoicesReplaceResponses];

export type RecurringInvoicesPauseData = {
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
    url: '/api/v1/companies/{companyId}/recurring-invoices/{id}/pause';
};

export type RecurringInvoicesPauseErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RecurringInvoicesPauseError = RecurringInvoicesPauseErrors[keyof RecurringInvoicesPauseErrors];

export type RecurringInvoicesPauseResponses = {
    /**
     * Done
     */
    200: RecurringInvoice;
};

export type RecurringInvoicesPauseResponse = RecurringInvoicesPauseResponses[keyof RecurringInvoicesPauseResponses];

export type RecurringInvoicesResumeData = {
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
    url: '/api/v1/companies/{companyId}/recurring-invoices/{id}/resume';
};

export type RecurringInvoicesResumeErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RecurringInvoicesResumeError = RecurringInvoicesResumeErrors[keyof RecurringInvoicesResumeErrors];

export type RecurringInvoicesResumeResponses = {
    /**
     * Done
     */
    200: RecurringInvoice;
};

export type RecurringInvoicesResumeResponse = RecurringInvoicesResumeResponses[keyof RecurringInvoicesResumeResponses];

export type RecurringInvoicesDiscardData = {
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
    url: '/api/v1/companies/{companyId}/recurring-invoices/{id}/discard';
};

export type RecurringInvoicesDiscardErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RecurringInvoicesDiscardError = RecurringInvoicesDiscardErrors[keyof RecurringInvoicesDiscardErrors];

export type RecurringInvoicesDiscardResponses = {
    /**
     * Done
     */
    200: RecurringInvoice;
};

export type RecurringInvoicesDiscardResponse = RecurringInvoicesDiscardResponses[keyof RecurringInvoicesDiscardResponses];

export type RecurringInvoicesRetryData = {
    body: RetryPeriod;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/recurring-invoices/{id}/retry';
};

export type RecurringInvoicesRetryErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RecurringInvoicesRetryError = RecurringInvoicesRetryErrors[keyof RecurringInvoicesRetryErrors];

export type RecurringInvoicesRetryResponses = {
    /**
     * Done
     */
    200: RecurringInvoice;
};

export type RecurringInvoicesRetryResponse = RecurringInvoicesRetryResponses[keyof RecurringInvoicesRetryResponses];

export type InvoiceRunsListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/invoice-runs';
};

export type InvoiceRunsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceRunsListError = InvoiceRunsListErrors[keyof InvoiceRunsListErrors];

export type InvoiceRunsListResponses = {
    /**
     * Done
     */
    200: InvoiceRuns;
};

export type InvoiceRunsListResponse = InvoiceRunsListResponses[keyof InvoiceRunsListResponses];

export type InvoiceRunsStartData = {
    body: StartInvoiceRun;
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
    url: '/api/v1/companies/{companyId}/invoice-runs';
};

export type InvoiceRunsStartErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceRunsStartError = InvoiceRunsStartErrors[keyof InvoiceRunsStartErrors];

export type InvoiceRunsStartResponses = {
    /**
     * Done
     */
    201: InvoiceRun;
};

export type InvoiceRunsStartResponse = InvoiceRunsStartResponses[keyof InvoiceRunsStartResponses];

export type InvoiceRunsPreviewData = {
    body: StartInvoiceRun;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/invoice-runs/preview';
};

export type InvoiceRunsPreviewErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceRunsPreviewError = InvoiceRunsPreviewErrors[keyof InvoiceRunsPreviewErrors];

export type InvoiceRunsPreviewResponses = {
    /**
     * Done
     */
    200: InvoiceRunPreview;
};

export type InvoiceRunsPreviewResponse = InvoiceRunsPreviewResponses[keyof InvoiceRunsPreviewResponses];

export type InvoiceRunsGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/invoice-runs/{id}';
};

export type InvoiceRunsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceRunsGetError = InvoiceRunsGetErrors[keyof InvoiceRunsGetErrors];

export type InvoiceRunsGetResponses = {
    /**
     * Done
     */
    200: InvoiceRun;
};

export type InvoiceRunsGetResponse = InvoiceRunsGetResponses[keyof InvoiceRunsGetResponses];

export type InvoiceRunsBillsData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        state?: RunBillState;
    };
    url: '/api/v1/companies/{companyId}/invoice-runs/{id}/bills';
};

export type InvoiceRunsBillsErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceRunsBillsError = InvoiceRunsBillsErrors[keyof InvoiceRunsBillsErrors];

export type InvoiceRunsBillsResponses = {
    /**
     * Done
     */
    200: RunBillPage;
};

export type InvoiceRunsBillsResponse = InvoiceRunsBillsResponses[keyof InvoiceRunsBillsResponses];

export type InvoiceRunsCancelData = {
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
    url: '/api/v1/companies/{companyId}/invoice-runs/{id}/cancel';
};

export type InvoiceRunsCancelErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceRunsCancelError = InvoiceRunsCancelErrors[keyof InvoiceRunsCancelErrors];

export type InvoiceRunsCancelResponses = {
    /**
     * Done
     */
    200: InvoiceRun;
};

export type InvoiceRunsCancelResponse = InvoiceRunsCancelResponses[keyof InvoiceRunsCancelResponses];

export type InvoiceRunsRetryData = {
    body: RetryInvoiceRun;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/invoice-runs/{id}/retry';
};

export type InvoiceRunsRetryErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type InvoiceRunsRetryError = InvoiceRunsRetryErrors[keyof InvoiceRunsRetryErrors];

export type InvoiceRunsRetryResponses = {
    /**
     * Done
     */
    200: InvoiceRun;
};

export type InvoiceRunsRetryResponse = InvoiceRunsRetryResponses[keyof InvoiceRunsRetryResponses];

export type ReceivablesAgeingData = {
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
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        /**
         * Of this customer alone, invoice by invoice.
         */
        customerId?: Id;
        /**
         * Each customer in a line, or each open invoice below its customer.
         */
        detail?: 'customers' | 'invoices';
    };
    url: '/api/v1/companies/{companyId}/reports/receivables-ageing';
};

export type ReceivablesAgeingErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceivablesAgeingError = ReceivablesAgeingErrors[keyof ReceivablesAgeingErrors];

export type ReceivablesAgeingResponses = {
    /**
     * Done
     */
    200: Report;
};

export type ReceivablesAgeingResponse = ReceivablesAgeingResponses[keyof ReceivablesAgeingResponses];

export type ReceivablesDuesData = {
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
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        /**
         * Those alone who are late.
         */
        only?: 'overdue';
    };
    url: '/api/v1/companies/{companyId}/reports/customer-dues';
};

export type ReceivablesDuesErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceivablesDuesError = ReceivablesDuesErrors[keyof ReceivablesDuesErrors];

export type ReceivablesDuesResponses = {
    /**
     * Done
     */
    200: Report;
};

export type ReceivablesDuesResponse = ReceivablesDuesResponses[keyof ReceivablesDuesResponses];

export type ReceivablesLedgerData = {
    body?: never;
    path: {
        companyId: Id;
        customerId: Id;
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
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
    };
    url: '/api/v1/companies/{companyId}/customers/{customerId}/ledger';
};

export type ReceivablesLedgerErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceivablesLedgerError = ReceivablesLedgerErrors[keyof ReceivablesLedgerErrors];

export type ReceivablesLedgerResponses = {
    /**
     * Done
     */
    200: Report;
};

export type ReceivablesLedgerResponse = ReceivablesLedgerResponses[keyof ReceivablesLedgerResponses];

export type ReceivablesFiguresData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The first day; that of the financial year of `until`.
         */
        from?: Date;
        /**
         * The last day; today, where the company is.
         */
        until?: Date;
    };
    url: '/api/v1/companies/{companyId}/reports/invoice-figures';
};

export type ReceivablesFiguresErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReceivablesFiguresError = ReceivablesFiguresErrors[keyof ReceivablesFiguresErrors];

export type ReceivablesFiguresResponses = {
    /**
     * Done
     */
    200: InvoiceFigures;
};

export type ReceivablesFiguresResponse = ReceivablesFiguresResponses[keyof ReceivablesFiguresResponses];

export type ReminderPlansGetData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/reminder-plan';
};

export type ReminderPlansGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReminderPlansGetError = ReminderPlansGetErrors[keyof ReminderPlansGetErrors];

export type ReminderPlansGetResponses = {
    /**
     * Done
     */
    200: ReminderPlan;
};

export type ReminderPlansGetResponse = ReminderPlansGetResponses[keyof ReminderPlansGetResponses];

export type ReminderPlansSetData = {
    body: ReminderPlan;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/reminder-plan';
};

export type ReminderPlansSetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReminderPlansSetError = ReminderPlansSetErrors[keyof ReminderPlansSetErrors];

export type ReminderPlansSetResponses = {
    /**
     * Done
     */
    200: ReminderPlan;
};

export type ReminderPlansSetResponse = ReminderPlansSetResponses[keyof ReminderPlansSetResponses];

export type ReminderPlansPreviewData = {
    body: PreviewReminder;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/reminder-plan/preview';
};

export type ReminderPlansPreviewErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReminderPlansPreviewError = ReminderPlansPreviewErrors[keyof ReminderPlansPreviewErrors];

export type ReminderPlansPreviewResponses = {
    /**
     * Done
     */
    200: ReminderPreview;
};

export type ReminderPlansPreviewResponse = ReminderPlansPreviewResponses[keyof ReminderPlansPreviewResponses];

export type ReminderPreferencesGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/customers/{id}/reminder-preference';
};

export type ReminderPreferencesGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReminderPreferencesGetError = ReminderPreferencesGetErrors[keyof ReminderPreferencesGetErrors];

export type ReminderPreferencesGetResponses = {
    /**
     * Done
     */
    200: ReminderPreference;
};

export type ReminderPreferencesGetResponse = ReminderPreferencesGetResponses[keyof ReminderPreferencesGetResponses];

export type ReminderPreferencesSetData = {
    body: ReminderPreference;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/customers/{id}/reminder-preference';
};

export type ReminderPreferencesSetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type ReminderPreferencesSetError = ReminderPreferencesSetErrors[keyof ReminderPreferencesSetErrors];

export type ReminderPreferencesSetResponses = {
    /**
     * Done
     */
    200: ReminderPreference;
};

export type ReminderPreferencesSetResponse = ReminderPreferencesSetResponses[keyof ReminderPreferencesSetResponses];

export type RemindersListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'askedAt' | '-askedAt';
        state?: ReminderState;
        customerId?: Id;
        invoiceId?: Id;
    };
    url: '/api/v1/companies/{companyId}/reminders';
};

export type RemindersListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RemindersListError = RemindersListErrors[keyof RemindersListErrors];

export type RemindersListResponses = {
    /**
     * Done
     */
    200: ReminderPage;
};

export type RemindersListResponse = RemindersListResponses[keyof RemindersListResponses];

export type RemindersSendData = {
    body?: never;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/invoices/{id}/reminders';
};

export type RemindersSendErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type RemindersSendError = RemindersSendErrors[keyof RemindersSendErrors];

export type RemindersSendResponses = {
    /**
     * Done
     */
    201: Reminder;
};

export type RemindersSendResponse = RemindersSendResponses[keyof RemindersSendResponses];

export type TaxQuoteData = {
    body: QuoteTax;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/tax/quote';
};

export type TaxQuoteErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type TaxQuoteError = TaxQuoteErrors[keyof TaxQuoteErrors];

export type TaxQuoteResponses = {
    /**
     * Done
     */
    200: TaxQuote;
};

export type TaxQuoteResponse = TaxQuoteResponses[keyof TaxQuoteResponses];

export type TaxGetData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/tax-settings';
};

export type TaxGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type TaxGetError = TaxGetErrors[keyof TaxGetErrors];

export type TaxGetResponses = {
    /**
     * Done
     */
    200: TaxSettings;
};

export type TaxGetResponse = TaxGetResponses[keyof TaxGetResponses];

export type TaxSetData = {
    body: TaxSettings;
    path: {
        companyId: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/tax-settings';
};

export type TaxSetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type TaxSetError = TaxSetErrors[keyof TaxSetErrors];

export type TaxSetResponses = {
    /**
     * Done
     */
    200: TaxSettings;
};

export type TaxSetResponse = TaxSetResponses[keyof TaxSetResponses];

export type WriteOffsListData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        limit?: number;
        cursor?: string;
        sort?: 'on' | '-on' | 'number' | '-number' | 'amount' | '-amount';
        customerId?: Id;
        invoiceId?: Id;
        state?: WriteOffState;
        from?: Date;
        until?: Date;
        /**
         * Part of the number, or of that of the invoice.
         */
        q?: string;
    };
    url: '/api/v1/companies/{companyId}/write-offs';
};

export type WriteOffsListErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WriteOffsListError = WriteOffsListErrors[keyof WriteOffsListErrors];

export type WriteOffsListResponses = {
    /**
     * Done
     */
    200: WriteOffPage;
};

export type WriteOffsListResponse = WriteOffsListResponses[keyof WriteOffsListResponses];

export type WriteOffsCreateData = {
    body: CreateWriteOff;
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
    url: '/api/v1/companies/{companyId}/write-offs';
};

export type WriteOffsCreateErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WriteOffsCreateError = WriteOffsCreateErrors[keyof WriteOffsCreateErrors];

export type WriteOffsCreateResponses = {
    /**
     * Done
     */
    201: WriteOff;
};

export type WriteOffsCreateResponse = WriteOffsCreateResponses[keyof WriteOffsCreateResponses];

export type WriteOffsGetData = {
    body?: never;
    path: {
        companyId: Id;
        id: Id;
    };
    query?: never;
    url: '/api/v1/companies/{companyId}/write-offs/{id}';
};

export type WriteOffsGetErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WriteOffsGetError = WriteOffsGetErrors[keyof WriteOffsGetErrors];

export type WriteOffsGetResponses = {
    /**
     * Done
     */
    200: WriteOff;
};

export type WriteOffsGetResponse = WriteOffsGetResponses[keyof WriteOffsGetResponses];

export type WriteOffsCorrectData = {
    body: CorrectWriteOff;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/write-offs/{id}/correct';
};

export type WriteOffsCorrectErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WriteOffsCorrectError = WriteOffsCorrectErrors[keyof WriteOffsCorrectErrors];

export type WriteOffsCorrectResponses = {
    /**
     * Done
     */
    200: WriteOff;
};

export type WriteOffsCorrectResponse = WriteOffsCorrectResponses[keyof WriteOffsCorrectResponses];

export type WriteOffsUndoData = {
    body: UndoWriteOff;
    headers?: {
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
    url: '/api/v1/companies/{companyId}/write-offs/{id}/undo';
};

export type WriteOffsUndoErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type WriteOffsUndoError = WriteOffsUndoErrors[keyof WriteOffsUndoErrors];

export type WriteOffsUndoResponses = {
    /**
     * Done
     */
    200: WriteOff;
};

export type WriteOffsUndoResponse = WriteOffsUndoResponses[keyof WriteOffsUndoResponses];

export type TaxReportsRegisterData = {
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
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        /**
         * What was sold from this registration alone.
         */
        gstin?: Gstin;
        limit?: number;
        cursor?: string;
    };
    url: '/api/v1/companies/{companyId}/reports/sales-register';
};

export type TaxReportsRegisterErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type TaxReportsRegisterError = TaxReportsRegisterErrors[keyof TaxReportsRegisterErrors];

export type TaxReportsRegisterResponses = {
    /**
     * Done
     */
    200: Report;
};

export type TaxReportsRegisterResponse = TaxReportsRegisterResponses[keyof TaxReportsRegisterResponses];

export type TaxReportsSummaryData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The month of the return; the present one.
         */
        month?: string;
        /**
         * The month alone, or the quarter in which it lies.
         */
        span?: 'month' | 'quarter';
        /**
         * What was sold from this registration alone.
         */
        gstin?: Gstin;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
    };
    url: '/api/v1/companies/{companyId}/reports/gst-summary';
};

export type TaxReportsSummaryErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type TaxReportsSummaryError = TaxReportsSummaryErrors[keyof TaxReportsSummaryErrors];

export type TaxReportsSummaryResponses = {
    /**
     * Done
     */
    200: Report;
};

export type TaxReportsSummaryResponse = TaxReportsSummaryResponses[keyof TaxReportsSummaryResponses];

export type TaxReportsSectionData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The month of the return; the present one.
         */
        month?: string;
        /**
         * The month alone, or the quarter in which it lies.
         */
        span?: 'month' | 'quarter';
        /**
         * What was sold from this registration alone.
         */
        gstin?: Gstin;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
        section?: 'b2b' | 'b2cl' | 'b2cs' | 'exp' | 'cdnr' | 'cdnur' | 'nil' | 'outside';
    };
    url: '/api/v1/companies/{companyId}/reports/gst-section';
};

export type TaxReportsSectionErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type TaxReportsSectionError = TaxReportsSectionErrors[keyof TaxReportsSectionErrors];

export type TaxReportsSectionResponses = {
    /**
     * Done
     */
    200: Report;
};

export type TaxReportsSectionResponse = TaxReportsSectionResponses[keyof TaxReportsSectionResponses];

export type TaxReportsHsnData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The month of the return; the present one.
         */
        month?: string;
        /**
         * The month alone, or the quarter in which it lies.
         */
        span?: 'month' | 'quarter';
        /**
         * What was sold from this registration alone.
         */
        gstin?: Gstin;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
    };
    url: '/api/v1/companies/{companyId}/reports/gst-hsn';
};

export type TaxReportsHsnErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type TaxReportsHsnError = TaxReportsHsnErrors[keyof TaxReportsHsnErrors];

export type TaxReportsHsnResponses = {
    /**
     * Done
     */
    200: Report;
};

export type TaxReportsHsnResponse = TaxReportsHsnResponses[keyof TaxReportsHsnResponses];

export type TaxReportsSeriesData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The month of the return; the present one.
         */
        month?: string;
        /**
         * The month alone, or the quarter in which it lies.
         */
        span?: 'month' | 'quarter';
        /**
         * What was sold from this registration alone.
         */
        gstin?: Gstin;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
    };
    url: '/api/v1/companies/{companyId}/reports/gst-documents';
};

export type TaxReportsSeriesErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type TaxReportsSeriesError = TaxReportsSeriesErrors[keyof TaxReportsSeriesErrors];

export type TaxReportsSeriesResponses = {
    /**
     * Done
     */
    200: Report;
};

export type TaxReportsSeriesResponse = TaxReportsSeriesResponses[keyof TaxReportsSeriesResponses];

export type TaxReportsToMendData = {
    body?: never;
    path: {
        companyId: Id;
    };
    query?: {
        /**
         * The month of the return; the present one.
         */
        month?: string;
        /**
         * The month alone, or the quarter in which it lies.
         */
        span?: 'month' | 'quarter';
        /**
         * What was sold from this registration alone.
         */
        gstin?: Gstin;
        /**
         * The same report as a file; `Accept` may ask for it too.
         */
        format?: 'json' | 'csv' | 'xlsx' | 'pdf';
    };
    url: '/api/v1/companies/{companyId}/reports/gst-to-mend';
};

export type TaxReportsToMendErrors = {
    /**
     * Not done
     */
    default: Problem;
};

export type TaxReportsToMendError = TaxReportsToMendErrors[keyof TaxReportsToMendErrors];

export type TaxReportsToMendResponses = {
    /**
     * Done
     */
    200: Report;
};

export type TaxReportsToMendResponse = TaxReportsToMendResponses[keyof TaxReportsToMendResponses];

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
    service: 'sales',
    method: 'GET',
    path: '/health'
};

export const healthReady: Operation<HealthReadyData, HealthReadyResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/health/ready'
};

export const healthStartup: Operation<HealthStartupData, HealthStartupResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/health/startup'
};

export const directoryChecksums: Operation<DirectoryChecksumsData, DirectoryChecksumsResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/directory/checksums'
};

export const auditList: Operation<AuditListData, AuditListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/audit'
};

export const changesStream: Operation<ChangesStreamData, ChangesStreamResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/changes/stream'
};

export const approvalSettingsGet: Operation<ApprovalSettingsGetData, ApprovalSettingsGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoice-approval'
};

export const approvalSettingsSet: Operation<ApprovalSettingsSetData, ApprovalSettingsSetResponse> = {
    service: 'sales',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/invoice-approval'
};

export const invoiceDecisionsSubmit: Operation<InvoiceDecisionsSubmitData, InvoiceDecisionsSubmitResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/submit'
};

export const invoiceDecisionsWithdraw: Operation<InvoiceDecisionsWithdrawData, InvoiceDecisionsWithdrawResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/withdraw'
};

export const invoiceDecisionsApprove: Operation<InvoiceDecisionsApproveData, InvoiceDecisionsApproveResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/approve'
};

export const invoiceDecisionsReturn: Operation<InvoiceDecisionsReturnData, InvoiceDecisionsReturnResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/return'
};

export const invoiceDecisionsDiscard: Operation<InvoiceDecisionsDiscardData, InvoiceDecisionsDiscardResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/discard'
};

export const invoiceDecisionsCancel: Operation<InvoiceDecisionsCancelData, InvoiceDecisionsCancelResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/cancel'
};

export const customerImportsTemplate: Operation<CustomerImportsTemplateData, CustomerImportsTemplateResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/customer-imports/template'
};

export const customerImportsImport: Operation<CustomerImportsImportData, CustomerImportsImportResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/customer-imports'
};

export const customerImportsPreview: Operation<CustomerImportsPreviewData, CustomerImportsPreviewResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/customer-imports/preview'
};

export const customersCreate: Operation<CustomersCreateData, CustomersCreateResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/customers'
};

export const customersList: Operation<CustomersListData, CustomersListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/customers'
};

export const customersGet: Operation<CustomersGetData, CustomersGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/customers/{id}'
};

export const customersPatch: Operation<CustomersPatchData, CustomersPatchResponse> = {
    service: 'sales',
    method: 'PATCH',
    path: '/api/v1/companies/{companyId}/customers/{id}'
};

export const creditLimitsGet: Operation<CreditLimitsGetData, CreditLimitsGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/customers/{id}/credit'
};

export const invoicesCreate: Operation<InvoicesCreateData, InvoicesCreateResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices'
};

export const invoicesList: Operation<InvoicesListData, InvoicesListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoices'
};

export const invoicesGet: Operation<InvoicesGetData, InvoicesGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoices/{id}'
};

export const invoicesReplace: Operation<InvoicesReplaceData, InvoicesReplaceResponse> = {
    service: 'sales',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/invoices/{id}'
};

export const invoicesCopy: Operation<InvoicesCopyData, InvoicesCopyResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/copy'
};

export const invoicesIssue: Operation<InvoicesIssueData, InvoicesIssueResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/issue'
};

export const invoiceMailsOf: Operation<InvoiceMailsOfData, InvoiceMailsOfResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoices/{id}/mails'
};

export const invoiceMailsSend: Operation<InvoiceMailsSendData, InvoiceMailsSendResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/mails'
};

export const paperSettingsGet: Operation<PaperSettingsGetData, PaperSettingsGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/paper-settings'
};

export const paperSettingsSet: Operation<PaperSettingsSetData, PaperSettingsSetResponse> = {
    service: 'sales',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/paper-settings'
};

export const invoicePapersGet: Operation<InvoicePapersGetData, InvoicePapersGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoices/{id}/paper'
};

export const invoicePapersAsk: Operation<InvoicePapersAskData, InvoicePapersAskResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/paper'
};

export const invoicePapersPdf: Operation<InvoicePapersPdfData, InvoicePapersPdfResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoices/{id}/pdf'
};

export const creditNotePapersGet: Operation<CreditNotePapersGetData, CreditNotePapersGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/paper'
};

export const creditNotePapersAsk: Operation<CreditNotePapersAskData, CreditNotePapersAskResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/paper'
};

export const creditNotePapersPdf: Operation<CreditNotePapersPdfData, CreditNotePapersPdfResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/pdf'
};

export const receiptPapersGet: Operation<ReceiptPapersGetData, ReceiptPapersGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/receipts/{id}/paper'
};

export const receiptPapersAsk: Operation<ReceiptPapersAskData, ReceiptPapersAskResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/receipts/{id}/paper'
};

export const receiptPapersPdf: Operation<ReceiptPapersPdfData, ReceiptPapersPdfResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/receipts/{id}/pdf'
};

export const postingsCount: Operation<PostingsCountData, PostingsCountResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/postings'
};

export const productsCreate: Operation<ProductsCreateData, ProductsCreateResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/products'
};

export const productsList: Operation<ProductsListData, ProductsListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/products'
};

export const productsGet: Operation<ProductsGetData, ProductsGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/products/{id}'
};

export const productsPatch: Operation<ProductsPatchData, ProductsPatchResponse> = {
    service: 'sales',
    method: 'PATCH',
    path: '/api/v1/companies/{companyId}/products/{id}'
};

export const receiptsCreate: Operation<ReceiptsCreateData, ReceiptsCreateResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/receipts'
};

export const receiptsList: Operation<ReceiptsListData, ReceiptsListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/receipts'
};

export const receiptsGet: Operation<ReceiptsGetData, ReceiptsGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/receipts/{id}'
};

export const receiptsCorrect: Operation<ReceiptsCorrectData, ReceiptsCorrectResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/receipts/{id}/correct'
};

export const receiptsApply: Operation<ReceiptsApplyData, ReceiptsApplyResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/receipts/{id}/apply'
};

export const receiptsRelease: Operation<ReceiptsReleaseData, ReceiptsReleaseResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/receipts/{id}/release'
};

export const receiptsUndo: Operation<ReceiptsUndoData, ReceiptsUndoResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/receipts/{id}/undo'
};

export const refundsCreate: Operation<RefundsCreateData, RefundsCreateResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/refunds'
};

export const refundsList: Operation<RefundsListData, RefundsListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/refunds'
};

export const refundsGet: Operation<RefundsGetData, RefundsGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/refunds/{id}'
};

export const refundsCorrect: Operation<RefundsCorrectData, RefundsCorrectResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/refunds/{id}/correct'
};

export const refundsUndo: Operation<RefundsUndoData, RefundsUndoResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/refunds/{id}/undo'
};

export const invoiceSettlementsList: Operation<InvoiceSettlementsListData, InvoiceSettlementsListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoices/{id}/settlements'
};

export const creditableGet: Operation<CreditableGetData, CreditableGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoices/{id}/creditable'
};

export const creditNoteDecisionsSubmit: Operation<CreditNoteDecisionsSubmitData, CreditNoteDecisionsSubmitResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/submit'
};

export const creditNoteDecisionsWithdraw: Operation<CreditNoteDecisionsWithdrawData, CreditNoteDecisionsWithdrawResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/withdraw'
};

export const creditNoteDecisionsApprove: Operation<CreditNoteDecisionsApproveData, CreditNoteDecisionsApproveResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/approve'
};

export const creditNoteDecisionsReturn: Operation<CreditNoteDecisionsReturnData, CreditNoteDecisionsReturnResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/return'
};

export const creditNoteDecisionsDiscard: Operation<CreditNoteDecisionsDiscardData, CreditNoteDecisionsDiscardResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/discard'
};

export const creditNotesCreate: Operation<CreditNotesCreateData, CreditNotesCreateResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes'
};

export const creditNotesList: Operation<CreditNotesListData, CreditNotesListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/credit-notes'
};

export const creditNotesGet: Operation<CreditNotesGetData, CreditNotesGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}'
};

export const creditNotesReplace: Operation<CreditNotesReplaceData, CreditNotesReplaceResponse> = {
    service: 'sales',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}'
};

export const creditNotesIssue: Operation<CreditNotesIssueData, CreditNotesIssueResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/issue'
};

export const creditNotesApply: Operation<CreditNotesApplyData, CreditNotesApplyResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/apply'
};

export const creditNotesRelease: Operation<CreditNotesReleaseData, CreditNotesReleaseResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/release'
};

export const creditNotesUndo: Operation<CreditNotesUndoData, CreditNotesUndoResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/credit-notes/{id}/undo'
};

export const recurringInvoicesList: Operation<RecurringInvoicesListData, RecurringInvoicesListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/recurring-invoices'
};

export const recurringInvoicesCreate: Operation<RecurringInvoicesCreateData, RecurringInvoicesCreateResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/recurring-invoices'
};

export const recurringInvoicesPreview: Operation<RecurringInvoicesPreviewData, RecurringInvoicesPreviewResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/recurring-invoices/preview'
};

export const recurringInvoicesGet: Operation<RecurringInvoicesGetData, RecurringInvoicesGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/recurring-invoices/{id}'
};

export const recurringInvoicesReplace: Operation<RecurringInvoicesReplaceData, RecurringInvoicesReplaceResponse> = {
    service: 'sales',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/recurring-invoices/{id}'
};

export const recurringInvoicesPause: Operation<RecurringInvoicesPauseData, RecurringInvoicesPauseResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/recurring-invoices/{id}/pause'
};

export const recurringInvoicesResume: Operation<RecurringInvoicesResumeData, RecurringInvoicesResumeResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/recurring-invoices/{id}/resume'
};

export const recurringInvoicesDiscard: Operation<RecurringInvoicesDiscardData, RecurringInvoicesDiscardResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/recurring-invoices/{id}/discard'
};

export const recurringInvoicesRetry: Operation<RecurringInvoicesRetryData, RecurringInvoicesRetryResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/recurring-invoices/{id}/retry'
};

export const invoiceRunsList: Operation<InvoiceRunsListData, InvoiceRunsListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoice-runs'
};

export const invoiceRunsStart: Operation<InvoiceRunsStartData, InvoiceRunsStartResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoice-runs'
};

export const invoiceRunsPreview: Operation<InvoiceRunsPreviewData, InvoiceRunsPreviewResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoice-runs/preview'
};

export const invoiceRunsGet: Operation<InvoiceRunsGetData, InvoiceRunsGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoice-runs/{id}'
};

export const invoiceRunsBills: Operation<InvoiceRunsBillsData, InvoiceRunsBillsResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoice-runs/{id}/bills'
};

export const invoiceRunsCancel: Operation<InvoiceRunsCancelData, InvoiceRunsCancelResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoice-runs/{id}/cancel'
};

export const invoiceRunsRetry: Operation<InvoiceRunsRetryData, InvoiceRunsRetryResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoice-runs/{id}/retry'
};

export const receivablesAgeing: Operation<ReceivablesAgeingData, ReceivablesAgeingResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/receivables-ageing'
};

export const receivablesDues: Operation<ReceivablesDuesData, ReceivablesDuesResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/customer-dues'
};

export const receivablesLedger: Operation<ReceivablesLedgerData, ReceivablesLedgerResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/customers/{customerId}/ledger'
};

export const receivablesFigures: Operation<ReceivablesFiguresData, ReceivablesFiguresResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/invoice-figures'
};

export const reminderPlansGet: Operation<ReminderPlansGetData, ReminderPlansGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reminder-plan'
};

export const reminderPlansSet: Operation<ReminderPlansSetData, ReminderPlansSetResponse> = {
    service: 'sales',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/reminder-plan'
};

export const reminderPlansPreview: Operation<ReminderPlansPreviewData, ReminderPlansPreviewResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/reminder-plan/preview'
};

export const reminderPreferencesGet: Operation<ReminderPreferencesGetData, ReminderPreferencesGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/customers/{id}/reminder-preference'
};

export const reminderPreferencesSet: Operation<ReminderPreferencesSetData, ReminderPreferencesSetResponse> = {
    service: 'sales',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/customers/{id}/reminder-preference'
};

export const remindersList: Operation<RemindersListData, RemindersListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reminders'
};

export const remindersSend: Operation<RemindersSendData, RemindersSendResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/reminders'
};

export const taxQuote: Operation<TaxQuoteData, TaxQuoteResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/tax/quote'
};

export const taxGet: Operation<TaxGetData, TaxGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/tax-settings'
};

export const taxSet: Operation<TaxSetData, TaxSetResponse> = {
    service: 'sales',
    method: 'PUT',
    path: '/api/v1/companies/{companyId}/tax-settings'
};

export const writeOffsCreate: Operation<WriteOffsCreateData, WriteOffsCreateResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/write-offs'
};

export const writeOffsList: Operation<WriteOffsListData, WriteOffsListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/write-offs'
};

export const writeOffsGet: Operation<WriteOffsGetData, WriteOffsGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/write-offs/{id}'
};

export const writeOffsCorrect: Operation<WriteOffsCorrectData, WriteOffsCorrectResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/write-offs/{id}/correct'
};

export const writeOffsUndo: Operation<WriteOffsUndoData, WriteOffsUndoResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/write-offs/{id}/undo'
};

export const taxReportsRegister: Operation<TaxReportsRegisterData, TaxReportsRegisterResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/sales-register'
};

export const taxReportsSummary: Operation<TaxReportsSummaryData, TaxReportsSummaryResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/gst-summary'
};

export const taxReportsSection: Operation<TaxReportsSectionData, TaxReportsSectionResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/gst-section'
};

export const taxReportsHsn: Operation<TaxReportsHsnData, TaxReportsHsnResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/gst-hsn'
};

export const taxReportsSeries: Operation<TaxReportsSeriesData, TaxReportsSeriesResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/gst-documents'
};

export const taxReportsToMend: Operation<TaxReportsToMendData, TaxReportsToMendResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/reports/gst-to-mend'
};

export const tracesGet: Operation<TracesGetData, TracesGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/traces/{correlationId}'
};

export const deadLettersList: Operation<DeadLettersListData, DeadLettersListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/dead-letters'
};

export const deadLettersGet: Operation<DeadLettersGetData, DeadLettersGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/dead-letters/{id}'
};

export const deadLettersReplay: Operation<DeadLettersReplayData, DeadLettersReplayResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/dead-letters/replay'
};

export const deadLettersDiscard: Operation<DeadLettersDiscardData, DeadLettersDiscardResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/dead-letters/discard'
};

export const failedJobsList: Operation<FailedJobsListData, FailedJobsListResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/failed-jobs'
};

export const failedJobsRetry: Operation<FailedJobsRetryData, FailedJobsRetryResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/failed-jobs/{id}/retry'
};
