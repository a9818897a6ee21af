import type { ReminderPreference as Wanted } from '@dhanman/contracts';
import { type Actor, change, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { CustomerId } from '../customers/customer.js';
import { toDto, usualPreference } from './reminder-preference.js';
import { ReminderPreferenceTable } from './reminder-preference.table.js';

@Injectable()
export class ReminderPreferencesService {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: CustomerId): Promise<Wanted> {
    return this.db.read(actor, async (tx) => {
      const known = await tx.query<unknown[]>(
        'select 1 from customer where organization_id = $1 and company_id = $2 and id = $3',
        [actor.organizationId, actor.company, id],
      );
      if (known.length === 0) throw new NotFound('customer');
      return toDto((await tx.findOneBy(ReminderPreferenceTable, { ...actor.key(id) })) ?? usualPreference);
    });
  }

  async set(actor: Actor, id: CustomerId, wanted: Wanted): Promise<Wanted> {
    return this.db.transaction(actor, async (tx) => {
      // The usual first, so that the trail of changes shows what was said and not that a row was made.
      await tx.query(
        `insert into reminder_preference (organization_id, company_id, id) values ($1, $2, $3)
         on conflict (organization_id, id) do nothing`,
        [actor.organizationId, actor.company, id],
      );
      const key = { ...actor.key(id) };
      return toDto(await change(tx, ReminderPreferenceTable, key, (current) => current.with(wanted)));
    });
  }
}
