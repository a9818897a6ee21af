import { type AnyContract, contracts, type JobContract, type Message } from '@dhanman/contracts';
import { MetadataScanner, type ModulesContainer } from '@nestjs/core';
import 'reflect-metadata';

const jobKey = Symbol('job');

export interface JobHandler {
  readonly contract: JobContract;
  readonly run: (message: Message) => Promise<void>;
}

export class JobsWrong extends Error {
  override readonly name = 'JobsWrong';
}

/**
 * The method does this job. It gets no transaction, because slow work must not hold one. It may be run again after a
 * crash, so what it changes outside must carry a key of its own.
 */
export function Job<C extends JobContract>(contract: C) {
  return <M extends (message: Message<C>) => Promise<void>>(
    _target: object,
    _method: string,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => Reflect.defineMetadata(jobKey, contract, descriptor.value as object);
}

/** Every job handler of the application, by contract. Refuses a missing, a doubled and a foreign one. */
export function jobHandlersOf(
  modules: ModulesContainer,
  service: string,
  all: readonly AnyContract[] = contracts,
): ReadonlyMap<string, JobHandler> {
  const handlers = new Map<string, JobHandler>();
  for (const handler of marked(modules)) {
    const { name, owner } = handler.contract;
    if (owner !== service) throw new JobsWrong(`${service} does ${name}, a job of ${owner}.`);
    if (handlers.has(name)) throw new JobsWrong(`${service} does ${name} twice.`);
    handlers.set(name, handler);
  }
  const own = all.filter(({ kind, owner }) => kind === 'job' && owner === service);
  const missing = own.filter(({ name }) => !handlers.has(name)).map(({ name }) => name);
  if (missing.length > 0) throw new JobsWrong(`${service} has nobody who does ${missing.join(', ')}.`);
  return handlers;
}

function* marked(modules: ModulesContainer): Generator<JobHandler> {
  for (const { providers } of modules.values()) {
    for (const { instance } of providers.values()) {
      if (typeof instance === 'object' && instance !== null) yield* markedIn(instance);
    }
  }
}

function* markedIn(instance: object): Generator<JobHandler> {
  const methods = instance as Record<string, JobHandler['run'] & object>;
  for (const method of new MetadataScanner().getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
    const run = methods[method];
    const contract = run && (Reflect.getMetadata(jobKey, run) as JobContract | undefined);
    if (run && contract) yield { contract, run: (message) => run.call(instance, message) };
  }
}
