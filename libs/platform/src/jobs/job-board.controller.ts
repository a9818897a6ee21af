import {
  Controller,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  Module,
  Patch,
  Post,
  Put,
  Res,
  SetMetadata,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PermissionMissing } from '../auth/access.guard.js';
import { type Actor, CurrentActor } from '../auth/actor.js';
import { Operators } from '../auth/operators.js';
import { Requires } from '../auth/requires.js';
import { Sessions } from '../auth/sessions.js';
import { Unauthenticated } from '../auth/tokens.js';
import { Returns } from '../http/returns.js';
import { boardPath, JobBoard, type BoardQuestion } from './job-board.js';

const Board = z
  .string()
  .meta({ id: 'JobBoardPage', description: 'The dashboard: pages, scripts and their data.' });

/** The page loads from here alone, and sets styles while it draws. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; frame-ancestors 'none'; base-uri 'self'";

const look = 'dhanman.common.job-board.read';
const manage = 'dhanman.common.job-board.manage';

const Question = createParamDecorator((_: unknown, context: ExecutionContext): BoardQuestion => {
  const { method, url, body } = context.switchToHttp().getRequest<FastifyRequest>();
  return { method, url, body };
});

const BearerToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { authorization = '' } = context.switchToHttp().getRequest<FastifyRequest>().headers;
  const [, token] = /^Bearer (.+)$/i.exec(authorization) ?? [];
  // Let in by the cookie of an earlier session: that one must end by itself.
  if (token === undefined) throw new Unauthenticated();
  return token;
});

/**
 * The queues of all services and all organizations, for those who run the installation. Looking and changing are two
 * permissions; what a job is about stands in the ledger, and the queues hold ids only.
 */
@Controller('jobs')
// Not an interface for programs. The library of this mark is loaded only when somebody asks for the documents.
@SetMetadata('swagger/apiExcludeController', [true])
export class JobBoardController {
  constructor(
    private readonly board: JobBoard,
    private readonly sessions: Sessions,
    private readonly operators: Operators,
  ) {}

  /** A browser that opens the board sends no bearer token: it is exchanged for a cookie of this path. */
  @Post('session')
  @Requires(look)
  @Returns(null)
  begin(
    @BearerToken() token: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): void {
    this.letIn(actor, look);
    const isSecure = reply.request.protocol === 'https';
    void reply.header('set-cookie', this.sessions.begin(token, { path: boardPath, isSecure }));
  }

  @Get(['', '*'])
  @Requires(look, { session: true })
  @Returns(Board)
  async look(
    @Question() question: BoardQuestion,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.letIn(actor, look);
    await this.answer(question, reply, actor.may(manage));
  }

  @Put('api/*')
  @Requires(manage, { session: true })
  @Returns(Board)
  async put(
    @Question() question: BoardQuestion,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.letIn(actor, manage);
    await this.answer(question, reply, true);
  }

  @Post('api/*')
  @Requires(manage, { session: true })
  @Returns(Board, 200)
  async post(
    @Question() question: BoardQuestion,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.letIn(actor, manage);
    await this.answer(question, reply, true);
  }

  @Patch('api/*')
  @Requires(manage, { session: true })
  @Returns(Board)
  async patch(
    @Question() question: BoardQuestion,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.letIn(actor, manage);
    await this.answer(question, reply, true);
  }

  @Delete('api/*')
  @Requires(manage, { session: true })
  @Returns(Board)
  async remove(
    @Question() question: BoardQuestion,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.letIn(actor, manage);
    await this.answer(question, reply, true);
  }

  private letIn(actor: Actor, permission: string): void {
    if (!this.operators.include(actor)) throw new PermissionMissing(permission);
  }

  private async answer(question: BoardQuestion, reply: FastifyReply, mayChange: boolean): Promise<void> {
    const { status, type, body } = await this.board.answer(question, mayChange);
    void reply.status(status).headers({ 'content-type': type, 'content-security-policy': pagePolicy });
    await reply.send(body);
  }
}

/** For the module of the one service that shows the board. */
@Module({ controllers: [JobBoardController], providers: [JobBoard] })
export class JobBoardModule {}
