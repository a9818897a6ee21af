import { DomainError } from '@dhanman/kernel';

export type LimitName = 'address' | 'door' | 'caller' | 'organization';

const reasons: Readonly<Record<LimitName, string>> = {
  address: 'Too many requests come from your network.',
  door: 'Too many attempts come from your network.',
  caller: 'You sent too many requests in a minute.',
  organization: 'Your organization has used all requests that its plan allows in a minute.',
};

export class TooManyRequests extends DomainError {
  constructor(limit: LimitName, retryAfterSeconds: number) {
    const pause = retryAfterSeconds === 1 ? 'a second' : `${String(retryAfterSeconds)} seconds`;
    const message = `${reasons[limit]} Please wait ${pause}, then try again.`;
    super('limited', 'too-many-requests', message, { details: { limit, retryAfterSeconds } });
  }
}
