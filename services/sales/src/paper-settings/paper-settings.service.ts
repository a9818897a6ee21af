import type { PaperSettings } from '@dhanman/contracts';
import { type Actor, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { nothingSaid, type PaperSetting, toDto } from './paper-setting.js';
import { PaperSettingTable } from './paper-setting.table.js';

@Injectable()
export class PaperSettingsService {
  constructor(private readonly db: Database) {}

  async get(actor: Actor): Promise<PaperSettings> {
    const key = { organizationId: actor.organizationId, id: actor.company };
    const setting = await this.db.read(actor, (tx) => tx.findOneBy(PaperSettingTable, key));
    return toDto(setting ?? nothingSaid);
  }

  async set(actor: Actor, settings: PaperSettings): Promise<PaperSetting> {
    return this.db.transaction(actor, async (tx) => {
      // Nothing said first, so that the trail of changes shows what was said and not that a row was made.
      await tx.query(
        `insert into paper_setting (organization_id, company_id, id) values ($1, $2, $2) on conflict do nothing`,
        [actor.organizationId, actor.company],
      );
      const key = { organizationId: actor.organizationId, id: actor.company };
      return change(tx, PaperSettingTable, key, (current) => current.with(settings));
    });
  }
}
