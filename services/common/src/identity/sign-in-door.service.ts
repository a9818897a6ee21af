/**
 * Counts who is in the house with a password, and turns the others away before anything else is done for them: their
 * body is not read, no guard is asked and nothing is looked up. The people who are working wait for the crowd's refusals,
 * so that most are given before the framework hears of them; one line a second tells of them all.
 */
import type { Server as HttpServer } from 'node:http';
import { Logger, turnAway } from '@dhanman/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { PasswordsService } from './passwords.service.js';
import { RefusedSignInsService } from './refused-sign-ins.service.js';
import { SignInBusy } from './waiting-room.js';

const door = '/api/v1/identity/sign-ins/:uid/password';
/** As nearly everybody writes it. Whoever writes it differently meets the hook, which knows the route. */
const asWritten = /^\/api\/v1\/identity\/sign-ins\/[^/?]+\/password$/;
const tellEveryMs = 1_000;

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
  private untold = 0;
  /** One for all: who is turned away by the hundred cannot have a stack of their own. */
  private readonly busy = new SignInBusy();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly passwords: PasswordsService,
    private readonly refused: RefusedSignInsService,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<Server>();
    server.addHook('onRequest', ({ routeOptions }, reply, done) => {
      if (routeOptions.url !== door) done();
      else if (this.isFull) done(this.turnedAway());
      else this.letIn(reply, done);
    });
    turnAway(this.host.httpAdapter.getHttpServer() as HttpServer, ({ url = '' }) => {
      if (!this.isFull || !asWritten.test(url)) return undefined;
      return this.turnedAway();
    });
  }

  private get isFull(): boolean {
    return this.inside >= this.passwords.capacity;
  }

  private turnedAway(): SignInBusy {
    this.refused.count(this.busy);
    this.untold += 1;
    if (this.untold === 1)
      setTimeout(() => {
        this.logger.warn('sign-ins were turned away', { people: this.untold });
        this.untold = 0;
      }, tellEveryMs).unref();
    return this.busy;
  }

  private letIn({ raw }: Reply, done: () => void): void {
    this.inside += 1;
    raw.once('close', () => (this.inside -= 1));
    done();
  }
}
