import { AskPostings, PostingCounts } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { PostingsQueries } from './postings.queries.js';

@Controller('api/v1/companies/:companyId/postings')
export class PostingsController {
  constructor(private readonly queries: PostingsQueries) {}

  @Get()
  @Requires('dhanman.sales.invoice.read')
  @Returns(PostingCounts)
  count(
    @Query({ schema: AskPostings }) asked: AskPostings,
    @CurrentActor() actor: Actor,
  ): Promise<PostingCounts> {
    return this.queries.count(actor, asked);
  }
}
