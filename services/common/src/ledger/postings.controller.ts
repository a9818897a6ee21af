import { AskPostings, LedgerPostings } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { PostingsQueries } from './postings.queries.js';

@Controller('api/v1/companies/:companyId/postings')
export class PostingsController {
  constructor(private readonly queries: PostingsQueries) {}

  @Get()
  @Requires('dhanman.common.entry.read')
  @Returns(LedgerPostings)
  count(
    @Query({ schema: AskPostings }) asked: AskPostings,
    @CurrentActor() actor: Actor,
  ): Promise<LedgerPostings> {
    return this.queries.count(actor, asked);
  }
}
