import { Id, ReadGeneralLedger, ReadLedger, ReportDto } from '@dhanman/contracts';
import type { Id as IdOf } from '@dhanman/kernel';
import {
  type Actor,
  CurrentActor,
  type ReportAnswer,
  ReportFiles,
  Requires,
  Returns,
} from '@dhanman/platform';
import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { LedgersQueries } from './ledgers.queries.js';

type PartyId = IdOf<'Party'>;

/** Reports that go line by line, and therefore come in pages; a file of one has all of them. */
@Controller('api/v1/companies/:companyId')
export class LedgersController {
  constructor(
    private readonly ledgers: LedgersQueries,
    private readonly files: ReportFiles,
  ) {}

  @Get('reports/general-ledger')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  generalLedger(
    @Query({ schema: ReadGeneralLedger }) asked: ReadGeneralLedger,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (page) => this.ledgers.general(actor, page));
  }

  @Get('reports/bank-book')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  bankBook(
    @Query({ schema: ReadLedger }) asked: ReadLedger,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (page) => this.ledgers.bankBook(actor, page));
  }

  @Get('parties/:partyId/ledger')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  partyLedger(
    @Param('partyId', { schema: Id }) partyId: PartyId,
    @Query({ schema: ReadLedger }) asked: ReadLedger,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (page) => this.ledgers.party(actor, partyId, page));
  }

  @Get('reports/day-book')
  @Requires('dhanman.common.report.read')
  @Returns(ReportDto)
  dayBook(
    @Query({ schema: ReadLedger }) asked: ReadLedger,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
  ): ReportAnswer {
    return this.files.answer(asked, accept, (page) => this.ledgers.dayBook(actor, page));
  }
}
