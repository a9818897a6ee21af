import { MeDto } from '@dhanman/contracts';
import {
  type Actor,
  type Caller,
  CurrentActor,
  CurrentCaller,
  MembersOnly,
  Returns,
} from '@dhanman/platform';
import { Controller, Get } from '@nestjs/common';
import { MeQueries } from './me.queries.js';

@Controller('api/v1/me')
export class MeController {
  constructor(private readonly queries: MeQueries) {}

  @Get()
  @MembersOnly()
  @Returns(MeDto)
  get(@CurrentActor() actor: Actor, @CurrentCaller() { actedBy }: Caller): Promise<MeDto> {
    return this.queries.get(actor, actedBy);
  }
}
