import type { ApprovalSettings } from '@dhanman/contracts';
import { type Actor, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { usualApproval } from './approval-setting.js';
import { ApprovalSettingTable } from './approval-setting.table.js';

@Injectable()
export class ApprovalSettingsService {
  constructor(private readonly db: Database) {}

  async get(actor: Actor): Promise<ApprovalSettings> {
    return this.db.read(actor, (tx) => this.of(tx, actor));
  }

  /** As they are for this transaction. */
  async of(tx: EntityManager, actor: Actor): Promise<ApprovalSettings> {
    const key = { organizationId: actor.organizationId, id: actor.company };
    const { levels, secondAbove } = (await tx.findOneBy(ApprovalSettingTable, key)) ?? usualApproval;
    return { levels, secondAbove };
  }

  async set(actor: Actor, settings: ApprovalSettings): Promise<ApprovalSettings> {
    const { organizationId, company } = actor;
    const { levels, secondAbove } = await this.db.transaction(actor, async (tx) => {
      // The usual first, so that the trail of changes shows what was said and not that a row was made.
      await tx.query(
        `insert into approval_setting (organization_id, company_id, id, levels, second_above)
         values ($1, $2, $2, $3, $4) on conflict do nothing`,
        [organizationId, company, usualApproval.levels, usualApproval.secondAbove],
      );
      const key = { organizationId, id: company };
      return change(tx, ApprovalSettingTable, key, (current) => current.with(settings));
    });
    return { levels, secondAbove };
  }
}
