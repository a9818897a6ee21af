// The servers of a test run: started once, beside the steps that need none, and stopped with the run.
export class TestServers {
  readonly #root: string;
  readonly #say: (line: string) => void;
  #ready: Promise<Readonly<Record<string, string>>> | undefined;

  constructor(root: string, say: (line: string) => void) {
    this.#root = root;
    this.#say = say;
  }

  prepare(): void {
    this.#ready ??= Promise.reject(new Error('no servers yet'));
    this.#ready.catch(() => undefined);
  }

  environment(): Promise<Readonly<Record<string, string>>> {
    this.prepare();
    return this.#ready ?? Promise.resolve({});
  }

  async stop(): Promise<void> {
    // The servers arrive with deploy/local.
  }
}
