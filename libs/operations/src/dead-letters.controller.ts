import {
  DeadLetterDetail,
  DeadLetterPage,
  DecidedDeadLetters,
  DiscardDeadLetters,
  Id as IdSchema,
  ListDeadLetters,
  ReplayDeadLetters,
  type ServiceName,
} from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, AuditsRead, CurrentActor, Database, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Post, Query, type Type } from '@nestjs/common';
import { discardDeadLetters, replayDeadLetters } from './dead-letter-decisions.js';
import { listDeadLetters, showDeadLetter } from './dead-letters.js';

/** The same routes in every service, each under the permissions of its own. */
export function deadLettersController(service: ServiceName): Type {
  @Controller('api/v1/dead-letters')
  class DeadLettersController {
    constructor(private readonly db: Database) {}

    @Get()
    @Requires(`dhanman.${service}.dead-letter.read`)
    @Returns(DeadLetterPage)
    list(
      @Query({ schema: ListDeadLetters }) query: ListDeadLetters,
      @CurrentActor() actor: Actor,
    ): Promise<DeadLetterPage> {
      return this.db.read(actor, (tx) => listDeadLetters(tx, actor.organizationId, query));
    }

    /** The whole message, whatever is in it: who looked at it stays known. */
    @Get(':id')
    @AuditsRead('dead-letter')
    @Requires(`dhanman.${service}.dead-letter.read`)
    @Returns(DeadLetterDetail)
    get(@Param('id', { schema: IdSchema }) id: Id, @CurrentActor() actor: Actor): Promise<DeadLetterDetail> {
      return this.db.read(actor, (tx) => showDeadLetter(tx, actor.organizationId, id));
    }

    @Post('replay')
    @Requires(`dhanman.${service}.dead-letter.replay`)
    @Returns(DecidedDeadLetters)
    async replay(
      @Body({ schema: ReplayDeadLetters }) { ids, reason }: ReplayDeadLetters,
      @CurrentActor() actor: Actor,
    ): Promise<DecidedDeadLetters> {
      return this.db.transaction(actor, async (tx) => ({
        items: [...(await replayDeadLetters(tx, actor.organizationId, { ids, reason, by: actor.userId }))],
      }));
    }

    @Post('discard')
    @Requires(`dhanman.${service}.dead-letter.discard`)
    @Returns(DecidedDeadLetters)
    async discard(
      @Body({ schema: DiscardDeadLetters }) { ids, reason }: DiscardDeadLetters,
      @CurrentActor() actor: Actor,
    ): Promise<DecidedDeadLetters> {
      return this.db.transaction(actor, async (tx) => ({
        items: [...(await discardDeadLetters(tx, actor.organizationId, { ids, reason, by: actor.userId }))],
      }));
    }
  }
  return DeadLettersController;
}
