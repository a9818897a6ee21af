export * from './dead-letter-decisions.js';
export { listDeadLetters, showDeadLetter } from './dead-letters.js';
export { JobNotFailed, listFailedJobs, retryFailedJob } from './failed-jobs.js';
export { journeyOf } from './journey.js';
export { operations } from './operations.js';
export { inDatabase } from './operator.js';
export { addOperations } from './schema.js';
export { replaySent } from './sent-messages.js';
export { type Whose } from './whose.js';
