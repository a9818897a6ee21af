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

export const healthAlive: Operation<HealthAliveData, HealthAliveResponse> = {
    service: 'inventory',
    method: 'GET',
    path: '/health'
};

export const healthReady: Operation<HealthReadyData, HealthReadyResponse> = {
    service: 'inventory',
    method: 'GET',
    path: '/health/ready'
};

export const healthStartup: Operation<HealthStartupData, HealthStartupResponse> = {
    service: 'inventory',
    method: 'GET',
    path: '/health/startup'
};

export const directoryChecksums: Operation<DirectoryChecksumsData, DirectoryChecksumsResponse> = {
    service: 'inventory',
    method: 'GET',
    path: '/api/v1/directory/checksums'
};
