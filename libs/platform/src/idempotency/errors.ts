import { DomainError } from '@dhanman/kernel';

export class IdempotencyKeyWrong extends DomainError {
  constructor(code: 'missing' | 'invalid') {
    const message =
      code === 'missing'
        ? 'This request must carry an Idempotency-Key header, so that sending it again does not do it again.'
        : 'An Idempotency-Key has 1 to 255 visible ASCII characters; a UUID is a good one.';
    super('invalid', `idempotency-key-${code}`, message);
  }
}

export class IdempotencyKeyReused extends DomainError {
  constructor() {
    super(
      'invalid',
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request. A new request needs a new key.',
    );
  }
}

/** The same request is being handled at this moment. */
export class RequestInFlight extends DomainError {
  constructor() {
    super(
      'conflict',
      'request-in-flight',
      'The same request is still being handled. Please send it again in a moment.',
    );
  }
}
