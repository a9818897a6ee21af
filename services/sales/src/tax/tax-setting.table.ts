import { EntitySchema } from 'typeorm';
import { TaxSetting } from './tax-setting.js';

export const TaxSettingTable = new EntitySchema<TaxSetting>({
  name: 'TaxSetting',
  target: TaxSetting,
  columns: {
    organizationId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    companyId: { type: 'uuid' },
    isComposition: { type: 'boolean' },
    turnover: { type: 'numeric', precision: 18, scale: 2 },
    societyView: { type: 'text' },
    stateCode: { type: 'text', nullable: true },
    version: { type: 'integer', insert: false, update: false },
  },
});
