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
    service: 'payroll',
    method: 'GET',
    path: '/health'
};

export const healthReady: Operation<HealthReadyData, HealthReadyResponse> = {
    service: 'payroll',
    method: 'GET',
    path: '/health/ready'
};

export const healthStartup: Operation<HealthStartupData, HealthStartupResponse> = {
    service: 'payroll',
    method: 'GET',
    path: '/health/startup'
};

export const directoryChecksums: Operation<DirectoryChecksumsData, DirectoryChecksumsResponse> = {
    service: 'payroll',
    method: 'GET',
    path: '/api/v1/directory/checksums'
};

export const auditList: Operation<AuditListData, AuditListResponse> = {
    service: 'payroll',
    method: 'GET',
    path: '/api/v1/audit'
};

export const tracesGet: Operation<TracesGetData, TracesGetResponse> = {
    service: 'payroll',
    method: 'GET',
    path: '/api/v1/traces/{correlationId}'
};

export const deadLettersList: Operation<DeadLettersListData, DeadLettersListResponse> = {
    service: 'payroll',
    method: 'GET',
    path: '/api/v1/dead-letters'
};

export const deadLettersGet: Operation<DeadLettersGetData, DeadLettersGetResponse> = {
    service: 'payroll',
    method: 'GET',
    path: '/api/v1/dead-letters/{id}'
};

export const deadLettersReplay: Operation<DeadLettersReplayData, DeadLettersReplayResponse> = {
    service: 'payroll',
    method: 'POST',
    path: '/api/v1/dead-letters/replay'
};

export const deadLettersDiscard: Operation<DeadLettersDiscardData, DeadLettersDiscardResponse> = {
    service: 'payroll',
    method: 'POST',
    path: '/api/v1/dead-letters/discard'
};

export const failedJobsList: Operation<FailedJobsListData, FailedJobsListResponse> = {
    service: 'payroll',
    method: 'GET',
    path: '/api/v1/failed-jobs'
};

export const failedJobsRetry: Operation<FailedJobsRetryData, FailedJobsRetryResponse> = {
    service: 'payroll',
    method: 'POST',
    path: '/api/v1/failed-jobs/{id}/retry'
};
