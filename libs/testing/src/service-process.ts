import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { until } from './until.js';

/** This file lies as deep in `dist` as in `src`. */
const repository = resolve(import.meta.dirname, '../../..');

/** The limits of a production start; a leak or a large buffer shows in tests as it would there. */
const nodeFlags = ['--max-old-space-size=192', '--max-semi-space-size=8'];

export interface ProcessOptions {
  readonly service: string;
  /** Plain variables, complete: nothing of the test's own environment is passed on. */
  readonly environment: Readonly<Record<string, string>>;
  /** Handed over as credential files, as the service manager does. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly nodeFlags?: readonly string[];
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The built service in a process of its own, started as production starts it; it can be killed like one. */
export class ServiceProcess {
  readonly url: string;
  readonly metricsUrl: string;
  readonly exited: Promise<Exit>;
  private exit: Exit | undefined;
  private text: string | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    { environment }: ProcessOptions,
  ) {
    this.url = `http://127.0.0.1:${environment['PORT'] ?? ''}`;
    this.metricsUrl = `http://127.0.0.1:${environment['METRICS_PORT'] ?? ''}/metrics`;
    this.exited = once(child, 'close').then(([code, signal]) => {
      this.text = this.output;
      rmSync(this.folder, { recursive: true, force: true });
      this.exit = { code: code as number | null, signal: signal as NodeJS.Signals | null };
      return this.exit;
    });
  }

  static start(options: ProcessOptions): ServiceProcess {
    const folder = mkdtempSync(join(tmpdir(), `dhanman-${options.service}-`));
    chmodSync(folder, 0o700);
    for (const [name, secret] of Object.entries(options.secrets)) {
      writeFileSync(join(folder, name), secret, { mode: 0o400 });
    }
    const main = join(repository, 'services', options.service, 'dist/main.js');
    // Into a file as under the local runner: nobody has to keep up with reading it.
    const log = openSync(logOf(folder), 'a');
    const child = spawn(process.execPath, [...nodeFlags, ...(options.nodeFlags ?? []), main], {
      cwd: repository,
      env: { ...options.environment, CREDENTIALS_DIRECTORY: folder },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    return new ServiceProcess(child, folder, options);
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('the process could not be started');
    return this.child.pid;
  }

  get isRunning(): boolean {
    return this.exit === undefined;
  }

  /** Everything the process has written so far: its logs, one JSON object per line. */
  get output(): string {
    return this.text ?? readFileSync(logOf(this.folder), 'utf8');
  }

  /** Waits until the service says it can serve; one that dies instead is told with its last words. */
  async ready(deadlineMs = 60_000): Promise<void> {
    await until(() => this.answers('/health/ready'), { deadlineMs, what: `${this.url} is ready` }).catch(
      (error: unknown) => {
        throw new Error(`the service did not become ready; it said:\n${this.lastWords}`, { cause: error });
      },
    );
    if (!this.isRunning)
      throw new Error(`the service ended instead of becoming ready; it said:\n${this.lastWords}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it without a chance to clean up, as a crash or the kernel would. */
  async kill(): Promise<Exit> {
    this.signal('SIGKILL');
    return this.exited;
  }

  /** Ends it as the service manager does: a polite signal, and patience. */
  async stop(): Promise<Exit> {
    this.signal('SIGTERM');
    return this.exited;
  }

  private async answers(path: string): Promise<boolean> {
    if (!this.isRunning) return true;
    return (await fetch(this.url + path, { signal: AbortSignal.timeout(2_000) })).ok;
  }

  private get lastWords(): string {
    return this.output.slice(-4_000);
  }
}

function logOf(folder: string): string {
  return join(folder, 'output.log');
}
