/**
 * A hash keeps a processor busy for as long as thirty other requests, on purpose. It is therefore made in a process of its
 * own to which the kernel prefers everything else. That process may be lost at any moment: what it had in hand is refused,
 * and the next who asks starts another.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { DomainError } from '@dhanman/kernel';
import { Logger } from '@dhanman/platform';
import type { Options } from '@node-rs/argon2';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Hashing, HashingOrder, HashingResult } from '../hashing-main.js';

export class PasswordCheckInterrupted extends DomainError {
  constructor() {
    super(
      'unavailable',
      'password-check-interrupted',
      'The password could not be looked at. Please try again.',
    );
  }
}

type Value = string | boolean;

/** A tenth of a processor that others want, and all of one that nobody does. */
const priority = constants.priority.PRIORITY_BELOW_NORMAL;
/** More than a hundred times what a hash takes: who waits longer waits for a process that hangs. */
const deadlineMs = 10_000;

@Injectable()
export class HashingProcessService implements OnApplicationShutdown {
  private child: ChildProcess | undefined;
  private isStopping = false;
  private ordered = 0;
  private readonly waiting = new Map<number, PromiseWithResolvers<Value>>();

  constructor(private readonly logger: Logger) {}

  hash(password: string, cost: Options): Promise<string> {
    return this.order({ password, cost }) as Promise<string>;
  }

  verify(password: string, stored: string): Promise<boolean> {
    return this.order({ password, stored }) as Promise<boolean>;
  }

  private async order(work: Hashing): Promise<Value> {
    if (this.isStopping) throw new PasswordCheckInterrupted();
    const child = (this.child ??= this.start());
    const id = (this.ordered += 1);
    const order = Promise.withResolvers<Value>();
    this.waiting.set(id, order);
    const late = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
    child.send({ id, work } satisfies HashingOrder, (error) => {
      if (error) order.reject(new PasswordCheckInterrupted());
    });
    try {
      return await order.promise;
    } finally {
      clearTimeout(late);
      this.waiting.delete(id);
    }
  }

  onApplicationShutdown(): void {
    this.isStopping = true;
    this.child?.kill('SIGKILL');
  }

  /** Nothing of the service is handed on: no setting, no secret, and a password only by the channel between the two. */
  private start(): ChildProcess {
    const child = fork(new URL(hashingMain(), import.meta.url), [], {
      ...{ env: {}, execArgv: ['--max-old-space-size=32'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    });
    child.on('message', (result) => {
      this.settle(result as HashingResult);
    });
    child.once('exit', (code, signal) => {
      this.lost(child, { code, signal });
    });
    child.on('error', (error) => {
      this.lost(child, { error });
    });
    this.stepBack(child);
    return child;
  }

  /** Before it has threads of its own: each takes the priority of the one that starts it. */
  private stepBack({ pid }: ChildProcess): void {
    if (pid === undefined) return;
    try {
      setPriority(pid, priority);
    } catch (error) {
      this.logger.warn('passwords are hashed at the priority of everything else', { error });
    }
  }

  private settle(result: HashingResult): void {
    const order = this.waiting.get(result.id);
    if ('value' in result) order?.resolve(result.value);
    else order?.reject(new Error(`The password cannot be hashed: ${result.error}`));
  }

  private lost(child: ChildProcess, why: object): void {
    if (this.child !== child) return;
    this.child = undefined;
    child.kill('SIGKILL');
    if (!this.isStopping)
      this.logger.error('the process that hashes passwords was lost', { ...why, orders: this.waiting.size });
    for (const { reject } of this.waiting.values()) reject(new PasswordCheckInterrupted());
  }
}

/** Beside this file, built or not. */
function hashingMain(): string {
  return import.meta.url.endsWith('.ts') ? '../hashing-main.ts' : '../hashing-main.js';
}
