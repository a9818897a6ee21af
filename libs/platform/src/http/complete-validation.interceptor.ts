import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, from, type Observable, switchMap, throwError } from 'rxjs';
import { complaintsOf } from './complaints.js';
import { parametersOf, type RouteParameter } from './routes.js';
import { RequestInvalid } from './validation.pipe.js';

/**
 * Nest reports only the first parameter that fails. When one does, all are looked at again, so that a person corrects
 * address, query and body in one go; a request that is right pays nothing for it.
 */
@Injectable()
export class CompleteValidation implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof RequestInvalid)) return throwError(() => error);
        return from(everything(context)).pipe(switchMap((all) => throwError(() => all)));
      }),
    );
  }
}

async function everything(context: ExecutionContext): Promise<RequestInvalid> {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const parameters = parametersOf(context.getClass(), context.getHandler().name);
  const complaints = await Promise.all(
    parameters.map(async (parameter) => {
      const value = valueOf(parameter, request);
      const result = await parameter.schema?.['~standard'].validate(value);
      return complaintsOf(result?.issues ?? [], value, parameter.name);
    }),
  );
  return new RequestInvalid(complaints.flat());
}

function valueOf({ in: place, name }: RouteParameter, request: FastifyRequest): unknown {
  const whole = place === 'body' ? request.body : place === 'query' ? request.query : request.params;
  return name === undefined ? whole : (whole as Record<string, unknown> | undefined)?.[name];
}
