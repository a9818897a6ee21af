import { PreviewReminder, ReminderPlan, ReminderPreview } from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { toDto } from './reminder-plan.js';
import { ReminderPlansService } from './reminder-plans.service.js';

@Controller('api/v1/companies/:companyId/reminder-plan')
export class ReminderPlansController {
  constructor(private readonly plans: ReminderPlansService) {}

  @Get()
  @Requires('dhanman.sales.reminder-plan.read')
  @Returns(ReminderPlan)
  get(@CurrentActor() actor: Actor): Promise<ReminderPlan> {
    return this.plans.get(actor);
  }

  @Put()
  @Requires('dhanman.sales.reminder-plan.update')
  @Returns(ReminderPlan)
  async set(
    @Body({ schema: ReminderPlan }) plan: ReminderPlan,
    @CurrentActor() actor: Actor,
  ): Promise<ReminderPlan> {
    return toDto(await this.plans.set(actor, plan));
  }

  @Post('preview')
  @Requires('dhanman.sales.reminder-plan.read')
  @Idempotency({ off: 'it computes and stores nothing' })
  @Returns(ReminderPreview)
  preview(
    @Body({ schema: PreviewReminder }) asked: PreviewReminder,
    @CurrentActor() actor: Actor,
  ): Promise<ReminderPreview> {
    return this.plans.preview(actor, asked);
  }
}
