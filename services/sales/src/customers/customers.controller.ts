import {
  CreateCustomer,
  CustomerDto,
  CustomerPage,
  Id,
  ListCustomers,
  PatchCustomer,
} from '@dhanman/contracts';
import {
  type Actor,
  AuditsList,
  AuditsRead,
  CurrentActor,
  Requires,
  Returns,
  versionIn,
} from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import type { CustomerId } from './customer.js';
import { CustomersQueries, toDto } from './customers.queries.js';
import { CustomersService } from './customers.service.js';

@Controller('api/v1/companies/:companyId/customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomersService,
    private readonly queries: CustomersQueries,
  ) {}

  @Post()
  @Requires('dhanman.sales.customer.create')
  @Returns(CustomerDto, 201)
  async create(
    @Body({ schema: CreateCustomer }) details: CreateCustomer,
    @CurrentActor() actor: Actor,
  ): Promise<CustomerDto> {
    return toDto(await this.customers.create(actor, details));
  }

  @Get()
  @Requires('dhanman.sales.customer.read')
  @AuditsList('customer')
  @Returns(CustomerPage)
  list(
    @Query({ schema: ListCustomers }) query: ListCustomers,
    @CurrentActor() actor: Actor,
  ): Promise<CustomerPage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.sales.customer.read')
  @AuditsRead('customer', { oncePer: 'minute' })
  @Returns(CustomerDto)
  get(@Param('id', { schema: Id }) id: CustomerId, @CurrentActor() actor: Actor): Promise<CustomerDto> {
    return this.queries.get(actor, id);
  }

  @Patch(':id')
  @Requires('dhanman.sales.customer.update')
  @Returns(CustomerDto)
  async patch(
    @Param('id', { schema: Id }) id: CustomerId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: PatchCustomer }) patch: PatchCustomer,
    @CurrentActor() actor: Actor,
  ): Promise<CustomerDto> {
    return toDto(await this.customers.patch(actor, id, versionIn(ifMatch), patch));
  }
}
