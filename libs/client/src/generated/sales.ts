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
    message: string;
};

export type DirectoryChecksums = {
    items: Array<DirectoryChecksum>;
};

export type DirectoryChecksum = {
    table: string;
    count: number;
    hash: string;
};

export type CreateCustomer = {
    name: string;
    code?: string;
    email?: string;
    phone?: string;
    gstin?: Gstin;
    stateCode?: StateCode;
};

/**
 * Goods and services tax identification number.
 */
export type Gstin = string;

export type StateCode = string;

export type Customer = {
    id: Id;
    companyId: Id;
    name: string;
    code: string | null;
    email: string | null;
    phone: string | null;
    gstin: string | null;
    stateCode: string | null;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type Id = string;

export type Instant = string;

export type CustomerPage = {
    items: Array<Customer>;
    nextCursor: string | null;
};

export type PatchCustomer = {
    name?: string;
    code?: string | null;
    email?: string | null;
    phone?: string | null;
    gstin?: Gstin | null;
    stateCode?: StateCode | null;
};

export type CreateInvoice = {
    customerId: Id;
    description: string;
    total: PositiveAmount;
};

export type PositiveAmount = string;

export type Invoice = {
    id: Id;
    companyId: Id;
    customerId: Id;
    description: string;
    currency: CurrencyCode;
    total: PositiveAmount;
    state: 'draft' | 'issued' | 'posted' | 'rejected';
    number: string | null;
    issuedOn: Date | null;
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

export type CurrencyCode = string;

export type Date = string;

export type IssueInvoice = {
    on: Date;
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
         * Part of the name, code, e-mail or phone number.
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

export type InvoicesCreateData = {
    body: CreateInvoice;
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

export type InvoicesIssueData = {
    body: IssueInvoice;
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

export const invoicesCreate: Operation<InvoicesCreateData, InvoicesCreateResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices'
};

export const invoicesGet: Operation<InvoicesGetData, InvoicesGetResponse> = {
    service: 'sales',
    method: 'GET',
    path: '/api/v1/companies/{companyId}/invoices/{id}'
};

export const invoicesIssue: Operation<InvoicesIssueData, InvoicesIssueResponse> = {
    service: 'sales',
    method: 'POST',
    path: '/api/v1/companies/{companyId}/invoices/{id}/issue'
};
