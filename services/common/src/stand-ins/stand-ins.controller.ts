import { BeginStandIn, StandInDto } from '@dhanman/contracts';
import {
  type Actor,
  type Caller,
  CurrentActor,
  CurrentCaller,
  Idempotency,
  Requires,
  Returns,
  SignedIn,
  StandIns,
} from '@dhanman/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { StandInsService } from './stand-ins.service.js';

@Controller('api/v1/stand-ins')
export class StandInsController {
  constructor(private readonly standIns: StandInsService) {}

  @Post()
  @Requires('dhanman.common.membership.act-as')
  @StandIns('refused')
  @Returns(StandInDto, 201)
  begin(
    @Body({ schema: BeginStandIn }) details: BeginStandIn,
    @CurrentActor() actor: Actor,
    @CurrentCaller() { sessionId }: Caller,
  ): Promise<StandInDto> {
    return this.standIns.begin(actor, sessionId, details);
  }

  @Post('end')
  @SignedIn()
  @StandIns('allowed')
  @Idempotency({ off: 'what has ended stays ended' })
  @Returns(null)
  async end(@CurrentCaller() caller: Caller): Promise<void> {
    await this.standIns.end(caller);
  }
}
