import { Id, ListReminders, ReminderDto, ReminderPage } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { InvoiceId } from '../invoices/invoice.js';
import { RemindersQueries } from './reminders.queries.js';
import { RemindersService } from './reminders.service.js';

@Controller('api/v1/companies/:companyId')
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly queries: RemindersQueries,
  ) {}

  @Get('reminders')
  @Requires('dhanman.sales.reminder.read')
  @Returns(ReminderPage)
  list(
    @Query({ schema: ListReminders }) query: ListReminders,
    @CurrentActor() actor: Actor,
  ): Promise<ReminderPage> {
    return this.queries.list(actor, query);
  }

  @Post('invoices/:id/reminders')
  @Requires('dhanman.sales.reminder.send')
  @Returns(ReminderDto, 201)
  async send(@Param('id', { schema: Id }) id: InvoiceId, @CurrentActor() actor: Actor): Promise<ReminderDto> {
    return this.queries.get(actor, await this.reminders.remind(actor, id));
  }
}
