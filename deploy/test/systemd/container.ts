// This machine's own file system under a throw-away layer, booted with systemd as PID 1 in a network of its own.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@dhanman/testing';

/** A directory of the machine, seen read-only at a path inside the container. */
export interface Shown {
  readonly directory: string;
  readonly at: string;
}

export interface Preparation {
  /** What lies below the layer; this machine's own file system if nothing is said. */
  readonly below?: string;
  readonly shown: readonly Shown[];
  /** Writes into the layer before systemd starts. */
  prepare(root: string): Promise<void>;
}

/** Why no container can run here; nothing when one can. */
export function whyNoContainer(): string | undefined {
  if (process.platform !== 'linux') return 'systemd-nspawn exists on Linux only';
  if (process.getuid?.() !== 0) return 'systemd-nspawn needs root';
  if (spawnSync('systemd-nspawn', ['--version']).error) return 'systemd-nspawn is not installed';
  const layer = new Layer();
  try {
    const refusal = layer.mount() ?? refusalOf('systemd-nspawn', [...options(layer.root), '/bin/true']);
    return refusal === undefined ? undefined : `nspawn is not allowed here: ${refusal}`;
  } finally {
    layer.remove();
  }
}

export class Container {
  readonly #layer: Layer;
  readonly #process: ChildProcess;
  readonly #leader: number;

  private constructor(layer: Layer, started: ChildProcess, leader: number) {
    this.#layer = layer;
    this.#process = started;
    this.#leader = leader;
  }

  static async boot({ shown, prepare, below = '/' }: Preparation): Promise<Container> {
    const layer = new Layer(below);
    const refusal = layer.mount();
    if (refusal !== undefined) throw new Error(refusal);
    await prepare(layer.root);
    const mounts = shown.map(({ directory, at }) => `--bind-ro=${directory}:${at}`);
    const consoleFile = join(layer.folder, 'console');
    const output = openSync(consoleFile, 'w');
    const kernelWords = ['systemd.unit=basic.target', 'systemd.firstboot=no'];
    const started = spawn('systemd-nspawn', [...options(layer.root), ...mounts, '--boot', ...kernelWords], {
      stdio: ['ignore', output, output],
    });
    const died = once(started, 'exit').then(() => Promise.reject(new Error('systemd-nspawn ended')));
    died.catch(() => undefined); // it always does at last
    try {
      const booting = until(() => bootedChildOf(started), { deadlineMs: 20_000, what: 'systemd runs' });
      const leader = await Promise.race([booting, died]);
      const container = new Container(layer, started, leader);
      const booted = () => container.run('systemctl', 'is-active', 'basic.target') === 'active';
      await until(booted, { deadlineMs: 30_000, what: 'basic.target is active' });
      return container;
    } catch (cause) {
      const said = readFileSync(consoleFile, 'utf8').slice(-2_000);
      started.kill('SIGKILL');
      layer.remove();
      throw new Error(`The container did not boot. It said: ${said}`, { cause });
    }
  }

  /** Runs a program of the container inside it, and gives all it said. */
  run(program: string, ...args: readonly string[]): string {
    const { stdout, stderr } = this.#enter('--all', program, ...args);
    return `${stdout}${stderr}`.trim();
  }

  /** Runs one of our own programs, only its network being the container's. */
  runFromOutside(program: string, ...args: readonly string[]): string {
    return this.#enter('--net', program, ...args).stdout.trim();
  }

  /** A file of the container's own view, such as `/proc/17/environ`. */
  read(path: string): string {
    return this.#enter('--all', 'cat', path).stdout;
  }

  async remove(): Promise<void> {
    const exited = new Promise((resolve) => this.#process.once('exit', resolve));
    process.kill(this.#leader, 'SIGKILL'); // the layer is thrown away: nothing in it needs a goodbye
    await exited;
    this.#layer.remove();
  }

  #enter(...args: readonly string[]) {
    return spawnSync('nsenter', ['--target', String(this.#leader), ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
  }
}

class Layer {
  readonly #below: string;
  readonly folder = mkdtempSync(join(tmpdir(), 'dhanman-container-'));
  readonly root = join(this.folder, 'layer/root');

  constructor(below = '/') {
    this.#below = below;
  }

  /** The reason when it cannot. In memory, because an overlay cannot lie on an overlay, which a container's disk is. */
  mount(): string | undefined {
    const memory = join(this.folder, 'layer');
    mkdirSync(memory);
    const refusal = refusalOf('mount', ['-t', 'tmpfs', '-o', 'size=4g', 'tmpfs', memory]);
    if (refusal !== undefined) return refusal;
    const [upper, work] = [join(memory, 'upper'), join(memory, 'work')];
    for (const directory of [upper, work, this.root]) mkdirSync(directory);
    const layers = `lowerdir=${this.#below},upperdir=${upper},workdir=${work}`;
    return refusalOf('mount', ['-t', 'overlay', '-o', layers, 'overlay', this.root]);
  }

  remove(): void {
    for (const mounted of [this.root, join(this.folder, 'layer')]) {
      const refusal = existsSync(mounted) ? refusalOf('umount', ['--lazy', mounted]) : undefined;
      // Never delete below something that may still be this machine's own file system.
      if (refusal !== undefined && !refusal.includes('not mounted')) throw new Error(refusal);
    }
    rmSync(this.folder, { recursive: true });
  }
}

const options = (root: string): readonly string[] => [
  ...['--quiet', '--register=no', '--private-network', '--console=pipe', '-D', root],
  // Without systemd around us there is nobody to give the container a scope of its own.
  ...(existsSync('/run/systemd/system') ? [] : ['--keep-unit']),
];

function refusalOf(program: string, args: readonly string[]): string | undefined {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? undefined : (error?.message ?? stderr.trim().split('\n').at(-1));
}

function bootedChildOf({ pid, exitCode }: ChildProcess): number | undefined {
  if (pid === undefined || exitCode !== null) return undefined;
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  return child && readFileSync(`/proc/${child}/comm`, 'utf8').trim() === 'systemd' ? child : undefined;
}
