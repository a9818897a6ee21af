/**
 * How many sign-ins were refused and why, for whoever watches the installation: many wrong passwords are somebody with a
 * list of them, many that were turned away are a crowd. It tells nothing about whose they were.
 */
import { DomainError } from '@dhanman/kernel';
import { Metrics } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';

/** The codes of the refusals. Dashboards know them, so none is renamed; what is missing here is not a refusal. */
const reasons = [
  ...['sign-in-refused', 'address-not-verified', 'sign-in-locked', 'code-wrong', 'passkey-refused'],
  ...['sign-in-busy', 'foreign-page'],
];

@Injectable()
export class RefusedSignInsService {
  /** All of them from the start: the first refusal of a kind is a step of the line and not its beginning. */
  private readonly counts = new Map(reasons.map((reason) => [reason, 0]));

  constructor(metrics: Metrics) {
    const help = 'Sign-ins that were refused, by the code of the reason.';
    metrics.observe({ name: 'sign_ins_refused_total', help, kind: 'counter' }, () =>
      [...this.counts].map(([reason, value]) => ({ value, labels: { reason } })),
    );
  }

  count(error: unknown): void {
    const reason = error instanceof DomainError ? error.code : '';
    const before = this.counts.get(reason);
    if (before !== undefined) this.counts.set(reason, before + 1);
  }

  /** The step as it is, its refusal counted on the way out. */
  async watch<T>(step: Promise<T>): Promise<T> {
    try {
      return await step;
    } catch (error) {
      this.count(error);
      throw error;
    }
  }
}
