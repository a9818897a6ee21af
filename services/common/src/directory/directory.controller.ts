import { Restate, Restated, RestatementBegun } from '@dhanman/contracts';
import {
  type Actor,
  CurrentActor,
  Idempotency,
  Operators,
  PermissionMissing,
  Requires,
  Returns,
} from '@dhanman/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { DirectoryService } from './directory.service.js';

const restate = 'dhanman.common.directory.restate';

@Controller('api/v1/directory')
export class RestatementController {
  constructor(
    private readonly directory: DirectoryService,
    private readonly operators: Operators,
  ) {}

  @Post('restate')
  @Idempotency({ off: 'what is said again changes nothing at whoever has heard it' })
  @Requires(restate)
  @Returns(Restated)
  async restate(
    @Body({ schema: Restate }) { service }: Restate,
    @CurrentActor() actor: Actor,
  ): Promise<Restated> {
    return { things: await this.directory.restate(actor.organizationId, service) };
  }

  /** After a service was restored from a backup: of all organizations, so by those who run the installation alone. */
  @Post('restate-everything')
  @Idempotency({ off: 'what is said again changes nothing at whoever has heard it' })
  @Requires(restate)
  @Returns(RestatementBegun, 202)
  async restateEverything(
    @Body({ schema: Restate }) { service }: Restate,
    @CurrentActor() actor: Actor,
  ): Promise<RestatementBegun> {
    if (!this.operators.include(actor)) throw new PermissionMissing(restate);
    return { organizations: await this.directory.restateEverything(actor, service) };
  }
}
