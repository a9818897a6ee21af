// The generated units as processes of this test: what systemd would start where, with which environment and credentials.
// Users, sandbox and limits are systemd's own, and tried in deploy/test/systemd.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemd as unitTexts } from '../../generate/systemd.ts';
import { parseEnvFile } from '../../local/machine/env-file.ts';
import type { Machine } from '../../vps/rollout/machine.ts';

interface Started {
  readonly child: ChildProcess;
  readonly exited: Promise<unknown>;
}

export class UnitProcesses implements Machine {
  /** Which units were started, in that order. */
  readonly started: string[] = [];
  readonly #root: string;
  readonly #texts = unitTexts();
  readonly #running = new Map<string, Started>();
  readonly #folder = mkdtempSync(join(tmpdir(), 'dhanman-units-'));

  constructor(root: string) {
    this.#root = root;
  }

  async start(unit: string): Promise<void> {
    if (await this.isRunning(unit)) return;
    this.started.push(unit);
    const wanted = this.#unit(unit);
    const [program = '', ...args] = wanted('ExecStart')[0]?.split(' ') ?? [];
    const log = openSync(this.#log(unit), 'w');
    const child = spawn(this.#below(program), args, {
      cwd: this.#below(wanted('WorkingDirectory')[0] ?? ''),
      env: { ...this.#environment(wanted), CREDENTIALS_DIRECTORY: this.#credentials(unit, wanted) },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const exited = once(child, 'exit');
    if (wanted('Type')[0] !== 'oneshot') {
      this.#running.set(unit, { child, exited });
      return;
    }
    const [code] = (await exited) as [number];
    if (code !== 0) throw new Error(`${unit} failed: ${await this.lastWords(unit)}`);
  }

  async stop(unit: string): Promise<void> {
    const found = this.#running.get(unit);
    found?.child.kill('SIGTERM');
    await found?.exited;
    this.#running.delete(unit);
  }

  async restart(unit: string): Promise<void> {
    await this.stop(unit);
    await this.start(unit);
  }

  isRunning(unit: string): Promise<boolean> {
    const { exitCode, signalCode } = this.#running.get(unit)?.child ?? { exitCode: 0, signalCode: null };
    return Promise.resolve(exitCode === null && signalCode === null);
  }

  lastWords(unit: string): Promise<string> {
    return Promise.resolve(readFileSync(this.#log(unit), 'utf8').slice(-2_000));
  }

  get running(): readonly string[] {
    return [...this.#running.keys()].sort();
  }

  async end(): Promise<void> {
    for (const unit of this.running) await this.stop(unit);
    rmSync(this.#folder, { recursive: true });
  }

  #unit(name: string): (key: string) => readonly string[] {
    const text = this.#texts.get(`systemd/${name}.service`);
    if (text === undefined) throw new Error(`There is no unit ${name}.`);
    return (key) =>
      text
        .split('\n')
        .filter((line) => line.startsWith(`${key}=`))
        .map((line) => line.slice(key.length + 1));
  }

  #environment(wanted: (key: string) => readonly string[]): Record<string, string> {
    const all: Record<string, string> = {};
    for (const file of wanted('EnvironmentFile')) {
      const path = this.#below(file.replace(/^-/, ''));
      if (!file.startsWith('-') || existsSync(path))
        Object.assign(all, parseEnvFile(readFileSync(path, 'utf8')));
    }
    return all;
  }

  #credentials(unit: string, wanted: (key: string) => readonly string[]): string {
    const folder = mkdtempSync(join(this.#folder, `${unit}-`));
    for (const credential of wanted('LoadCredential')) {
      const [name = '', path = ''] = credential.split(':');
      if (!existsSync(this.#below(path))) continue;
      copyFileSync(this.#below(path), join(folder, name));
      chmodSync(join(folder, name), 0o400);
    }
    return folder;
  }

  #log(unit: string): string {
    return join(this.#folder, `${unit}.log`);
  }

  #below(path: string): string {
    return join(this.#root, path);
  }
}
