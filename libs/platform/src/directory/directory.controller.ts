import { DirectoryChecksums } from '@dhanman/contracts';
import { Controller, Get } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor.js';
import { Requires } from '../auth/requires.js';
import { Database } from '../database/database.js';
import { Returns } from '../http/returns.js';
import { directoryChecksums } from './checksums.js';

/** In every service: what it knows of the caller's organization, to be compared with what Common knows. */
@Controller('api/v1/directory')
export class DirectoryController {
  constructor(private readonly db: Database) {}

  @Get('checksums')
  @Requires('dhanman.common.directory.read')
  @Returns(DirectoryChecksums)
  async checksums(@CurrentActor() actor: Actor): Promise<DirectoryChecksums> {
    return { items: await this.db.read(actor, (tx) => directoryChecksums(tx, actor)) };
  }
}
