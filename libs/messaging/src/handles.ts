import type { CommandContract, EventContract, ReplyContract, Message } from '@dhanman/contracts';
import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import type { EntityManager } from 'typeorm';

export interface HandlerOptions {
  /** How long one delivery may take before it counts as failed. */
  readonly timeoutMs?: number;
}

/**
 * The method handles this contract, or these. It runs in a transaction of the message's tenant that also records the message, so
 * it takes effect once however often the broker delivers; it never acknowledges, retries or logs by itself.
 */
export function Handles<C extends EventContract | CommandContract | ReplyContract>(
  contract: C | readonly C[],
  options: HandlerOptions = {},
) {
  return <M extends (message: Message<C>, tx: EntityManager) => Promise<void>>(
    target: object,
    method: string,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    Payload()(target, method, 0);
    Ctx()(target, method, 1);
    const names = [contract].flat().map(({ name }) => name);
    const listen = EventPattern(names, { ...options }) as (...of: [object, string, object]) => void;
    listen(target, method, descriptor);
  };
}

/** Nest replaces errors it does not know by "internal server error"; operators need to see the real one. */
@Catch()
export class KeepErrors implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
