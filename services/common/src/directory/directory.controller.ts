import { Restate, Restated } from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { DirectoryService } from './directory.service.js';

@Controller('api/v1/directory')
export class RestatementController {
  constructor(private readonly directory: DirectoryService) {}

  @Post('restate')
  @Idempotency({ off: 'what is said again changes nothing at whoever has heard it' })
  @Requires('dhanman.common.directory.restate')
  @Returns(Restated)
  async restate(
    @Body({ schema: Restate }) { service }: Restate,
    @CurrentActor() actor: Actor,
  ): Promise<Restated> {
    return { things: await this.directory.restate(actor.organizationId, service) };
  }
}
