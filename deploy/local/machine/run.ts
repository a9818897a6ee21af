import { spawn } from 'node:child_process';
import type { Account } from './account.ts';
import { Interrupted } from './interruption.ts';
import { Obstacle } from './obstacle.ts';

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end without a shell, and returns what it printed; given up when the signal is aborted. */
export async function run(
  command: string,
  args: readonly string[],
  options: {
    readonly account?: Account;
    readonly env?: NodeJS.ProcessEnv;
    readonly cwd?: string;
    readonly timeoutMs?: number;
    readonly input?: string | Buffer;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Outcome> {
  const { account, timeoutMs = 120_000, input, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      ...rest,
      ...account,
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A program that ends without reading its input is judged by its exit code.
    child.stdin.once('error', () => undefined).end(input);
    child.once('error', (error) =>
      error.name === 'AbortError' ? reject(new Interrupted()) : resolve({ code: -1, output: error.message }),
    );
    child.once('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString('utf8').trim();
      if (options.signal?.aborted === true) {
        reject(new Interrupted());
        return;
      }
      resolve({ code: code ?? -1, output: signal === null ? output : `${output}\n(ended by ${signal})` });
    });
  });
}

/** The same, for programs whose failure ends the work. */
export async function mustRun(...call: Parameters<typeof run>): Promise<string> {
  const { code, output } = await run(...call);
  if (code !== 0)
    throw new Obstacle(`${call[0]} failed (${code}):\n${output.split('\n').slice(-15).join('\n')}`);
  return output;
}
