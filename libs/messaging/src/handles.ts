import type { CommandContract, EventContract, ReplyContract, Message } from '@dhanman/contracts';
import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import type { EntityManager } from 'typeorm';

type Handled = EventContract | CommandContract | ReplyContract;

export interface HandlerOptions {
  /** How long one call may take before it counts as failed. */
  readonly timeoutMs?: number;
  /** How many messages that wait together share a transaction: 1 for a handler that is slow, or holds what others need. */
  readonly most?: number;
}

/** The decorated method as the consumer knows it. */
export interface HandlerExtras extends HandlerOptions {
  readonly takesMany?: boolean;
}

/**
 * The method handles this contract, or these. It runs in a transaction of the message's tenant that also records the message, so
 * it takes effect once however often the broker delivers; it never acknowledges, retries or logs by itself.
 */
export function Handles<C extends Handled>(contract: C | readonly C[], options: HandlerOptions = {}) {
  return <M extends (message: Message<C>, tx: EntityManager) => Promise<void>>(
    target: object,
    method: string,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => listen([contract].flat(), { ...options }, { target, method, descriptor });
}

/**
 * The same for a method that gets many messages at once, all of one organization and company, so that it can write for
 * all of them with one statement. When it throws they come again one by one; what it does for the sake of one of them
 * stands inside `becauseOf`, as in `reply`.
 */
export function HandlesTogether<C extends Handled>(contract: C, options: HandlerOptions = {}) {
  if (contract.kind === 'event' && contract.sequence)
    throw new Error(`${contract.name} is numbered: its messages pass one at a time.`);
  return <M extends (messages: readonly Message<C>[], tx: EntityManager) => Promise<void>>(
    target: object,
    method: string,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => listen([contract], { ...options, takesMany: true }, { target, method, descriptor });
}

interface Method {
  readonly target: object;
  readonly method: string;
  readonly descriptor: object;
}

function listen(
  contracts: readonly Handled[],
  extras: HandlerExtras,
  { target, method, descriptor }: Method,
): void {
  Payload()(target, method, 0);
  Ctx()(target, method, 1);
  const names = contracts.map(({ name }) => name);
  const pattern = EventPattern(names, extras) as (...of: [object, string, object]) => void;
  pattern(target, method, descriptor);
}

/** Nest replaces errors it does not know by "internal server error"; operators need to see the real one. */
@Catch()
export class KeepErrors implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
