/**
 * Counts who is in the house with a password, and turns the others away before anything else is done for them: their
 * body is not read, no guard is asked and nothing is looked up. The people who are working wait for the crowd's refusals.
 */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { PasswordsService } from './passwords.service.js';
import { SignInBusy } from './waiting-room.js';

const door = '/api/v1/identity/sign-ins/:uid/password';

interface Request {
  readonly routeOptions: { readonly url?: string };
}

interface Reply {
  readonly raw: { once(event: 'close', left: () => void): unknown };
}

interface Server {
  addHook(
    name: 'onRequest',
    hook: (request: Request, reply: Reply, done: (error?: Error) => void) => void,
  ): unknown;
}

@Injectable()
export class SignInDoorService implements OnModuleInit {
  private inside = 0;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly passwords: PasswordsService,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<Server>();
    server.addHook('onRequest', ({ routeOptions }, reply, done) => {
      if (routeOptions.url !== door) done();
      else if (this.inside >= this.passwords.capacity) done(new SignInBusy());
      else this.letIn(reply, done);
    });
  }

  private letIn({ raw }: Reply, done: () => void): void {
    this.inside += 1;
    raw.once('close', () => (this.inside -= 1));
    done();
  }
}
