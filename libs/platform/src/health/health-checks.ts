import type { Health, HealthCheckResult, HealthStatus } from '@dhanman/contracts';

export interface HealthCheck {
  readonly name: string;
  /** Without an essential dependency the service cannot serve; without another it only does less. */
  readonly isEssential: boolean;
  /** Resolves when all is well; what it throws is never shown, only that it threw. */
  readonly check: () => Promise<unknown>;
}

const rememberedMs = 1_000;
const patienceMs = 1_000;

interface Remembered {
  readonly at: number;
  readonly result: Promise<HealthCheckResult>;
}

/** State of the service and of what it depends on. Asked often by machines: answers are remembered for a second. */
export class HealthChecks {
  private readonly checks = new Map<string, HealthCheck>();
  private readonly remembered = new Map<string, Remembered>();
  private stopping = false;
  private started = false;

  constructor(private readonly identity: { readonly service: string; readonly version: string }) {}

  /** Adds a dependency, or puts a better check in the place of the one of that name. */
  register(check: HealthCheck): void {
    this.checks.set(check.name, check);
    this.remembered.delete(check.name);
  }

  markStarted(): void {
    this.started = true;
    this.remembered.clear();
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  markStopping(): void {
    this.stopping = true;
  }

  alive(): Health {
    return { status: 'ok', ...this.identity, checks: {} };
  }

  startup(): Health {
    return { ...this.alive(), status: this.started ? 'ok' : 'down' };
  }

  async ready(): Promise<Health> {
    const names = [...this.checks.keys()];
    const results = await Promise.all([...this.checks.values()].map((check) => this.resultOf(check)));
    const checks = Object.fromEntries(
      names.map((name, index) => [name, results[index] as HealthCheckResult]),
    );
    const isServing = this.started && !this.stopping;
    return { status: isServing ? worst(results) : 'down', ...this.identity, checks };
  }

  private async resultOf(check: HealthCheck): Promise<HealthCheckResult> {
    const known = this.remembered.get(check.name);
    if (known && performance.now() - known.at < rememberedMs) return known.result;
    const result = run(check);
    this.remembered.set(check.name, { at: performance.now(), result });
    return result;
  }
}

async function run({ check, isEssential }: HealthCheck): Promise<HealthCheckResult> {
  const patience = Promise.withResolvers<never>();
  const timer = setTimeout(() => patience.reject(new Error('no answer in time')), patienceMs);
  try {
    await Promise.race([check(), patience.promise]);
    return { status: 'ok' };
  } catch {
    return { status: isEssential ? 'down' : 'degraded', detail: 'cannot be reached' };
  } finally {
    clearTimeout(timer);
  }
}

function worst(results: readonly HealthCheckResult[]): HealthStatus {
  if (results.some(({ status }) => status === 'down')) return 'down';
  return results.some(({ status }) => status === 'degraded') ? 'degraded' : 'ok';
}
