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

export type CreateCompany = {
    name: string;
    currency?: CurrencyCode;
    timeZone?: string;
    /**
     * The month in which the financial year begins.
     */
    financialYearStartMonth?: number;
};

export type CurrencyCode = string;

export type Company = {
    id: Id;
    name: string;
    currency: CurrencyCode;
    timeZone: string;
    financialYearStartMonth: number;
    isActive: boolean;
    version: number;
    createdAt: Instant;
    updatedAt: Instant;
};

export type Id = string;

export type Instant = string;

export type CompanyPage = {
    items: Array<Company>;
    nextCursor: string | null;
};

export type PatchCompany = {
    name?: string;
    timeZone?: string;
    isActive?: boolean;
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
