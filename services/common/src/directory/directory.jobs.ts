import { type Message, RestateDirectory } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { publish, settle } from '@dhanman/messaging';
import { Database, Job } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { DirectoryService } from './directory.service.js';

/** So many that the job is short, and so few that the outbox is not flooded before the relay has emptied it. */
const atOnce = 50;

@Injectable()
export class DirectoryJobs {
  constructor(
    private readonly db: Database,
    private readonly directory: DirectoryService,
  ) {}

  /** Each organization in a transaction of its own. Told twice, after a crash, it changes nothing at whoever has heard it. */
  @Job(RestateDirectory)
  async restate(message: Message<typeof RestateDirectory>): Promise<void> {
    const { service, after } = message.payload;
    const ids = await this.next(after);
    for (const id of ids) await this.directory.restate(id, service);
    const { organizationId } = message.envelope;
    await this.db.transaction({ organizationId }, async (tx) => {
      const isFirst = await settle(tx, message);
      if (isFirst && ids.length === atOnce)
        await publish(tx, RestateDirectory, { service, after: ids.at(-1) });
    });
  }

  private async next(after: string | undefined): Promise<readonly Id[]> {
    const rows = await this.db.query<{ id: Id }>(
      `select id from known_organization where $1::uuid is null or id > $1 order by id limit ${atOnce}`,
      [after ?? null],
    );
    return rows.map(({ id }) => id);
  }
}
