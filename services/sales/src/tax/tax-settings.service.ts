import type { TaxSettings } from '@dhanman/contracts';
import { type Actor, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { type TaxSetting, usualSettings } from './tax-setting.js';
import { TaxSettingTable } from './tax-setting.table.js';

@Injectable()
export class TaxSettingsService {
  constructor(private readonly db: Database) {}

  async set(actor: Actor, settings: TaxSettings): Promise<TaxSetting> {
    const { isComposition, turnover, societyView } = usualSettings;
    return this.db.transaction(actor, async (tx) => {
      // The usual first, so that the trail of changes shows what was said and not that a row was made.
      await tx.query(
        `insert into tax_setting (organization_id, company_id, id, is_composition, turnover, society_view)
         values ($1, $2, $2, $3, $4, $5) on conflict do nothing`,
        [actor.organizationId, actor.company, isComposition, turnover, societyView],
      );
      const key = { organizationId: actor.organizationId, id: actor.company };
      return change(tx, TaxSettingTable, key, (current) => current.with(settings));
    });
  }
}
