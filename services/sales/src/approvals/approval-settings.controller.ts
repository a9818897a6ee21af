import { ApprovalSettings } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, StandIns } from '@dhanman/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApprovalSettingsService } from './approval-settings.service.js';

@Controller('api/v1/companies/:companyId/invoice-approval')
export class ApprovalSettingsController {
  constructor(private readonly settings: ApprovalSettingsService) {}

  @Get()
  @Requires('dhanman.sales.approval-setting.read')
  @Returns(ApprovalSettings)
  get(@CurrentActor() actor: Actor): Promise<ApprovalSettings> {
    return this.settings.get(actor);
  }

  @Put()
  @Requires('dhanman.sales.approval-setting.update')
  @StandIns('refused')
  @Returns(ApprovalSettings)
  set(
    @Body({ schema: ApprovalSettings }) settings: ApprovalSettings,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalSettings> {
    return this.settings.set(actor, settings);
  }
}
