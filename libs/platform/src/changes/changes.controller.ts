import { HeardChanges } from '@dhanman/contracts';
import { Controller, Get, Header, Headers, StreamableFile } from '@nestjs/common';
import { type Actor, type Caller, CurrentActor, CurrentCaller } from '../auth/actor.js';
import { MembersOnly, StandIns } from '../auth/requires.js';
import { Returns } from '../http/returns.js';
import { ChangeStreams, streamType } from './change-streams.js';

/** In every service that tells changes: what a person may hear of in a company, or the stream of it. */
@Controller('api/v1/companies/:companyId/changes')
export class ChangesController {
  constructor(private readonly streams: ChangeStreams) {}

  /** Who acts as another asks again and again instead: acting ends at any moment, and a stream would not know. */
  @Get('stream')
  @MembersOnly()
  @StandIns('refused')
  @Header('x-accel-buffering', 'no')
  @Returns(HeardChanges)
  stream(
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
    @CurrentCaller() caller: Caller,
  ): HeardChanges | StreamableFile {
    if (accept?.includes(streamType) === true)
      return new StreamableFile(this.streams.begin(caller, actor), { type: streamType });
    return { companyId: actor.company, entities: [...this.streams.heardBy(actor)] };
  }
}
