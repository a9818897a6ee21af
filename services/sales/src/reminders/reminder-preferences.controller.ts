import { Id, ReminderPreference } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { CustomerId } from '../customers/customer.js';
import { ReminderPreferencesService } from './reminder-preferences.service.js';

@Controller('api/v1/companies/:companyId/customers/:id/reminder-preference')
export class ReminderPreferencesController {
  constructor(private readonly preferences: ReminderPreferencesService) {}

  @Get()
  @Requires('dhanman.sales.reminder.read')
  @Returns(ReminderPreference)
  get(
    @Param('id', { schema: Id }) id: CustomerId,
    @CurrentActor() actor: Actor,
  ): Promise<ReminderPreference> {
    return this.preferences.get(actor, id);
  }

  @Put()
  @Requires('dhanman.sales.customer.update')
  @Returns(ReminderPreference)
  set(
    @Param('id', { schema: Id }) id: CustomerId,
    @Body({ schema: ReminderPreference }) wanted: ReminderPreference,
    @CurrentActor() actor: Actor,
  ): Promise<ReminderPreference> {
    return this.preferences.set(actor, id, wanted);
  }
}
