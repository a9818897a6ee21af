import type { QuoteTax, TaxQuoteDto, TaxSettings } from '@dhanman/contracts';
import { parseId, PlainDate } from '@dhanman/kernel';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { taxed } from './sale.js';
import { SaleParties } from './sale-parties.service.js';
import { type TaxSetting, usualSettings } from './tax-setting.js';
import { TaxSettingTable } from './tax-setting.table.js';

@Injectable()
export class TaxQueries {
  constructor(
    private readonly db: Database,
    private readonly parties: SaleParties,
  ) {}

  /** What a sale would amount to; nothing is stored. */
  async quote(actor: Actor, { customerId, on, ...content }: QuoteTax): Promise<TaxQuoteDto> {
    const { seller, buyer } = await this.db.read(actor, (tx) =>
      this.parties.of(tx, actor, parseId(customerId)),
    );
    return taxed({ on: PlainDate.parse(on), content, seller, buyer });
  }

  async settings(actor: Actor): Promise<TaxSettings> {
    const key = { organizationId: actor.organizationId, id: actor.company };
    const setting = await this.db.read(actor, (tx) => tx.findOneBy(TaxSettingTable, key));
    return setting ? toDto(setting) : usualSettings;
  }
}

export function toDto({ isComposition, turnover, societyView, stateCode }: TaxSetting): TaxSettings {
  return { isComposition, turnover, societyView, stateCode };
}
