import { CompanyDto, CompanyPage, CreateCompany, Id, ListCompanies, PatchCompany } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { CompaniesQueries, toDto } from './companies.queries.js';
import { CompaniesService } from './companies.service.js';
import type { CompanyId } from './company.js';

@Controller('api/v1/companies')
export class CompaniesController {
  constructor(
    private readonly companies: CompaniesService,
    private readonly queries: CompaniesQueries,
  ) {}

  @Post()
  @Requires('dhanman.common.company.create')
  @Returns(CompanyDto, 201)
  async create(
    @Body({ schema: CreateCompany }) details: CreateCompany,
    @CurrentActor() actor: Actor,
  ): Promise<CompanyDto> {
    return toDto(await this.companies.create(actor, details));
  }

  @Get()
  @Requires('dhanman.common.company.read', { anywhere: true })
  @Returns(CompanyPage)
  list(
    @Query({ schema: ListCompanies }) query: ListCompanies,
    @CurrentActor() actor: Actor,
  ): Promise<CompanyPage> {
    return this.queries.list(actor, query);
  }

  @Get(':companyId')
  @Requires('dhanman.common.company.read')
  @Returns(CompanyDto)
  get(@Param('companyId', { schema: Id }) id: CompanyId, @CurrentActor() actor: Actor): Promise<CompanyDto> {
    return this.queries.get(actor, id);
  }

  @Patch(':companyId')
  @Requires('dhanman.common.company.update')
  @Returns(CompanyDto)
  async patch(
    @Param('companyId', { schema: Id }) id: CompanyId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: PatchCompany }) patch: PatchCompany,
    @CurrentActor() actor: Actor,
  ): Promise<CompanyDto> {
    return toDto(await this.companies.patch(actor, id, versionIn(ifMatch), patch));
  }
}
