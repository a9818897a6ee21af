import { directoryEvents, SessionsEnded } from '@dhanman/contracts';
import { Handles, type Message } from '@dhanman/messaging';
import { keepCopy, keepEnded } from '@dhanman/platform';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Keeps this service's copy of organizations, companies, memberships and roles, which Common owns. */
@Controller()
export class DirectoryHandlers {
  @Handles(directoryEvents)
  async onDirectoryEvent(
    message: Message<(typeof directoryEvents)[number]>,
    tx: EntityManager,
  ): Promise<void> {
    await keepCopy(tx, message);
  }

  @Handles(SessionsEnded)
  async onSessionsEnded({ payload }: Message<typeof SessionsEnded>, tx: EntityManager): Promise<void> {
    await keepEnded(tx, payload);
  }
}
