import { MeDto } from '@dhanman/contracts';
import { type Actor, CurrentActor, MembersOnly, Returns } from '@dhanman/platform';
import { Controller, Get } from '@nestjs/common';
import { MeQueries } from './me.queries.js';

@Controller('api/v1/me')
export class MeController {
  constructor(private readonly queries: MeQueries) {}

  @Get()
  @MembersOnly()
  @Returns(MeDto)
  get(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.queries.get(actor);
  }
}
