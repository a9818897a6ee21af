import { type Language, TellOfStandIn } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import type { Message } from '@dhanman/messaging';
import { Database, Job, Mails } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { standInMail } from './stand-in-mail.js';

interface Begun {
  readonly email: string;
  readonly language: Language;
  readonly name: string;
  readonly actor: string;
  readonly reason: string;
  readonly minutes: number;
}

@Injectable()
export class StandInsJobs {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
  ) {}

  /** Nobody's things are looked at in their name without their knowing of it. */
  @Job(TellOfStandIn)
  async tell({ envelope, payload }: Message<typeof TellOfStandIn>): Promise<void> {
    const begun = await this.begun(envelope.organizationId, payload.standInId);
    if (!begun) return;
    const { email, ...facts } = begun;
    await this.mails.send({ ...standInMail(facts), to: email, id: envelope.messageId });
  }

  private async begun(organizationId: Id, id: Id): Promise<Begun | undefined> {
    const [begun] = await this.db.read({ organizationId }, (tx) =>
      tx.query<Begun[]>(sql, [organizationId, id]),
    );
    return begun;
  }
}

const sql = `
  select person.email, person.language, person.name, actor.name as actor, reason,
    round(extract(epoch from ends_at - begun_at) / 60)::integer as minutes
  from stand_in join person on person.id = as_person_id join person actor on actor.id = person_id
  where organization_id = $1 and stand_in.id = $2 and person.status <> 'deactivated'`;
