import { PaperSettings } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { toDto } from './paper-setting.js';
import { PaperSettingsService } from './paper-settings.service.js';

@Controller('api/v1/companies/:companyId/paper-settings')
export class PaperSettingsController {
  constructor(private readonly settings: PaperSettingsService) {}

  @Get()
  @Requires('dhanman.sales.paper-setting.read')
  @Returns(PaperSettings)
  get(@CurrentActor() actor: Actor): Promise<PaperSettings> {
    return this.settings.get(actor);
  }

  @Put()
  @Requires('dhanman.sales.paper-setting.update')
  @Returns(PaperSettings)
  async set(
    @Body({ schema: PaperSettings }) settings: PaperSettings,
    @CurrentActor() actor: Actor,
  ): Promise<PaperSettings> {
    return toDto(await this.settings.set(actor, settings));
  }
}
